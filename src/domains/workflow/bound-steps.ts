import { type InputPath, refuse } from '../../kernel/errors/index.js';
import {
  followingFrom,
  onEveryWay,
  type StepDefinition,
  stepHandler,
  taskRule,
  type Token,
  wasBefore,
} from '../../kernel/process/index.js';
import { type Held, stepAt } from './held.js';
import { runOf } from './step-run.js';
import { refuseSteered, steeredBy } from './steered.js';

/**
 * Refuses to go back to a visit over work on the object that stays done, naming its step: of a process that goes where its object goes, which
 * would say then what is not so (WFL-42, WFL-43).
 * @param held with all visits
 */
export async function refuseGoingBack(held: Held, target: Token, path: InputPath): Promise<void> {
  if (!(await steeredBy(held.tx, held.instance))) return;
  if (!taskRule(held.instance.objectType)!.needs) return refuseSteered(held.tx, held.instance, path);
  const following = followingFrom([...held.course.tokens.values()], target);
  for (const token of following.sort((a, b) => b.seq - a.seq)) await refuseLeaving(held, token, path);
}

/** Refuses what its step says that cannot be taken back. */
async function refuseLeaving(held: Held, token: Token, path: InputPath): Promise<void> {
  const { handler, code, name } = stepAt(held, token);
  const binds = handler === null ? undefined : stepHandler(handler)?.binds;
  const why = await binds?.(held.tx, runOf(held, token), token.outputs);
  if (why) refuse('STEP_NOT_UNDONE', `${name}: ${why}`, path, { step: code, name });
}

/**
 * Refuses to move visits to a step past one that the object needs first, naming that: of a process that goes where its object goes (WFL-37).
 * Forward to where the object is, and back to where people may work again, it may be moved.
 * @param held with all visits
 */
export async function refusePassing(held: Held, visits: readonly Token[], to: string, path: InputPath): Promise<void> {
  const { tx, instance, course } = held;
  if (!(await steeredBy(tx, instance))) return;
  const rule = taskRule(instance.objectType)!;
  if (!rule.needs) return refuseSteered(tx, instance, ['input', 'tokenId']);
  const { steps, reach } = course.process;
  const doneBy = (handlers: readonly (string | undefined)[]) =>
    [...steps.values()].filter(({ handler }) => handler !== null && handlers.includes(handler));
  const next = doneBy(await rule.needs(tx, instance.objectId!));
  // Where it needs no step of the process now, it still needs the one with which the work on it is over.
  const needed = next.length > 0 ? next : doneBy([rule.handler]);
  const codes = needed.map(({ code }) => code);
  if (codes.includes(to)) return;
  for (const visit of visits) {
    const isBack = wasBefore([...course.tokens.values()], visit, to);
    if (isBack) await refuseLeaving(held, visit, path);
    else if (codes.includes(visit.step)) refuseNeeded(stepAt(held, visit), path);
    const passed = isBack ? undefined : onEveryWay(course.process, visit.step, to, codes);
    if (passed) refuseNeeded(steps.get(passed)!, path);
  }
  if (needed.length > 0 && !codes.some((code) => reach.get(to)?.has(code))) refuseNeeded(needed[0]!, path);
}

function refuseNeeded({ code, name }: StepDefinition, path: InputPath): never {
  refuse('STEP_NEEDED', `${name} comes first: its work is done on the object.`, path, { step: code, name });
}
