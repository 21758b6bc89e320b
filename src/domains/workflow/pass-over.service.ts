import type { CallContext } from '../../kernel/database/context.js';
import { refuse } from '../../kernel/errors/index.js';
import type { ProcessInstancePassOverInput } from './dispatch.inputs.js';
import { note } from './dispatch.service.js';
import { type Held, hold, lockWithObject } from './held.js';
import { OPEN_INSTANCES } from './instance.lifecycle.js';
import { runLater } from './jobs.js';
import { passOver, waitOf } from './meet.js';
import { ExceptionHandling } from './monitor.enums.js';
import { ProcessInstance } from './process-instance.js';
import { ProcessToken } from './process-token.js';
import { settle } from './engine.js';
import { nextToUndo } from './run-instance.js';
import { recallTasks } from './terminate.js';
import { isUndone } from './undo-visit.js';

const TOKEN = ['input', 'tokenId'];

/**
 * Runs a step on the instance of a visit, locked, which must run. Also of one that goes where its object goes: it gets no further by this
 * than it would by itself.
 */
function onVisit(
  context: CallContext,
  { tokenId, reason }: ProcessInstancePassOverInput,
  step: (held: Held, tokenId: string, reason: string) => Promise<void>,
): Promise<ProcessInstance> {
  return context.database.write(context, async (tx) => {
    const row = await tx.get(ProcessToken, tokenId, TOKEN, { lock: false });
    const instance = await lockWithObject(tx, row.instance.id);
    if (!OPEN_INSTANCES.includes(instance.status) || instance.suspendedAt)
      refuse('INVALID_STATE', 'The process does not run.', TOKEN, { state: instance.status });
    const held = await hold(tx, instance);
    held.handling = ExceptionHandling.PASS_OVER;
    await step(held, row.id, reason);
    return instance;
  });
}

/** Lets a visit wait for nobody any more (WFL-22, WFL-47, WFL-49). */
export const endWait = (context: CallContext, input: ProcessInstancePassOverInput): Promise<ProcessInstance> =>
  onVisit(context, input, async (held, tokenId, reason) => {
    const token = held.course.tokens.get(tokenId);
    const when = token && (await waitOf(held, token));
    if (!token || !when) return refuse('INVALID_STATE', 'This visit waits for nobody.', TOKEN);
    note(held.tx, held.instance, 'process-instance.wait-ended', reason, { step: token.step, when });
    Object.assign(held.rows.get(tokenId)!, { error: null });
    await passOver(held, token);
    await settle(held);
  });

/** Lets a roll-back go on past a visit that was undone otherwise, or stays as it is (WFL-43, WFL-47). */
export const settleUndoing = (context: CallContext, input: ProcessInstancePassOverInput): Promise<ProcessInstance> =>
  onVisit(context, input, async (held, tokenId, reason) => {
    const { tx, instance, rows } = held;
    const token = nextToUndo(held);
    if (!token || token.id !== tokenId)
      return refuse('INVALID_STATE', 'It is not the turn of this visit to be undone.', TOKEN);
    const inside = { parent: instance.id, parentVisit: tokenId, status: { $in: [...OPEN_INSTANCES] } };
    if (await tx.em.count(ProcessInstance, inside))
      refuse('INVALID_STATE', 'Its sub-processes are undone first.', TOKEN, { state: instance.status });
    note(tx, instance, 'process-instance.undone-otherwise', reason, { step: token.step });
    await recallTasks(held, { token: tokenId, compensates: true }, reason);
    Object.assign(rows.get(tokenId)!, { failures: 0, error: null, wakesAt: null });
    await isUndone(held, token);
    runLater(tx, instance.id);
  });
