import { stepHandler, type Token } from '../../kernel/process/index.js';
import { settle } from './engine.js';
import { type Held, stepAt } from './held.js';
import { runOf } from './step-run.js';
import { undoChildren } from './undo-children.js';

/**
 * Undoes a visit whose turn it is: first its sub-processes, then what its step did (WFL-43).
 * @param attempt runs the handler, so that what it throws belongs to the visit
 * @returns undefined while it waits for something
 */
export async function undoVisit(
  held: Held,
  token: Token,
  attempt: (work: () => Promise<void>) => Promise<void>,
): Promise<true | undefined> {
  const { kind, compensation } = stepAt(held, token);
  if (kind === 'SUBPROCESS' && (await undoChildren(held, token))) return undefined;
  // What was not done has nothing to be undone besides the sub-process that was to do it.
  const { outputs } = token;
  if (compensation !== null && outputs)
    await attempt(async () => {
      const undo = stepHandler(compensation)?.compensate;
      if (!undo) throw new Error(`No handler ${compensation} can undo anything.`);
      await undo(held.tx, runOf(held, token), outputs);
    });
  await isUndone(held, token);
  return true;
}

/** A visit is undone. After the last one the course goes on where it went back to. */
export async function isUndone(held: Held, token: Token): Promise<void> {
  const { course, instance } = held;
  course.set(token, { status: 'UNDONE' });
  if (instance.again && !course.live.some(({ status }) => status === 'COMPENSATING')) {
    const { step: code, ...from } = instance.again as Pick<Token, 'step' | 'parents' | 'branches' | 'via'>;
    instance.again = null;
    course.make(code, from);
    course.settle();
  }
  await settle(held);
}
