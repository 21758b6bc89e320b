import type { CallContext } from '../../kernel/database/context.js';
import type { Token } from '../../kernel/process/index.js';
import { ProcessAlarmReason } from './alarm.enums.js';
import { note, sendTo } from './dispatch.service.js';
import { settle } from './engine.js';
import { type Held, hold, lockWithObject, stepAt } from './held.js';
import { OPEN_INSTANCES } from './instance.lifecycle.js';
import { alarmAt } from './jobs.js';
import { alarmsOf, type Due, duesOf, openWork, type PlannedAlarm } from './limit-alarms.js';
import { workAt } from './limits.js';
import { ExceptionHandling } from './monitor.enums.js';
import type { ProcessTask } from './process-task.js';
import { raiseAlarm } from './raise-alarm.js';
import { steeredBy } from './steered.js';
import { recall } from './terminate.js';

/**
 * Raises the alarms about a limit whose moment has come, each once, and asks for the next (WFL-57). It goes by the clock of the
 * operation: a job that comes too early, or again, raises nothing; nor does one while what it is about is held (WFL-45).
 */
export function raiseLimitAlarms(context: CallContext, instanceId: string, tokenId: string | null): Promise<void> {
  return context.database.write(context, async (tx) => {
    const instance = await lockWithObject(tx, instanceId);
    if (!OPEN_INSTANCES.includes(instance.status) || instance.suspendedAt || !instance.startedAt) return;
    const held = await hold(tx, instance);
    const token = tokenId === null ? null : held.course.tokens.get(tokenId);
    if (token === undefined || (!token && instance.workHeldAt)) return;
    const work = token ? await openWork(held, token) : [];
    // What a handler undoes has no limit.
    if (token?.status === 'COMPENSATING' && work.length === 0) return;
    const whole = instance.dueAt ? [{ at: instance.dueAt, operator: null }] : [];
    const dues = token ? duesOf(held, token, work) : whole;
    for (const alarm of await allAlarms(held, token, dues)) {
      if (alarm.at > tx.at) return alarmAt(tx, instanceId, tokenId, alarm.at);
      if (!(await raise(held, token, alarm, work))) continue;
      if (alarm.action !== 'MOVE' || !token || !MAY_BE_LEFT.includes(token.status)) continue;
      // One that was published before its objects steered it is told of only.
      if (!(await steeredBy(tx, instance))) return moveOn(held, token, alarm);
    }
  });
}

async function allAlarms(
  held: Held,
  token: Token | null,
  dues: readonly Due[],
): Promise<(PlannedAlarm & { due: Date })[]> {
  const step = token && workAt(held, token);
  const alarms: (PlannedAlarm & { due: Date })[] = [];
  for (const { at: due, operator } of dues)
    alarms.push(...(await alarmsOf(held, step, due, operator)).map((alarm) => ({ ...alarm, due })));
  return alarms.sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** @returns whether it was raised now, and not before */
async function raise(
  held: Held,
  token: Token | null,
  { due, ...alarm }: PlannedAlarm & { due: Date },
  work: readonly ProcessTask[],
): Promise<boolean> {
  const { tx, instance } = held;
  const late = due <= tx.at;
  const meant = work.filter(({ heldAt, dueAt }) => !heldAt && (!dueAt || dueAt <= due));
  if (late) for (const task of meant) task.overdue = true;
  if (late && !token) instance.overdue = true;
  const waits = token?.status === 'WAITING' && token.outputs === null;
  const undo = token?.status === 'COMPENSATING' ? meant[0] : undefined;
  const what = token ? `${undo?.name ?? stepAt(held, token).name} of ${instance.instanceNo}` : instance.instanceNo;
  const raised = await raiseAlarm(tx, {
    ...{ instance, task: meant[0] ?? null, code: alarm.code, level: alarm.level, dueAt: due },
    recipient: alarm.recipient,
    ...(token ? { token: held.rows.get(token.id)! } : {}),
    // Those who do not come are one thing, and the work that is not done when they have come is another.
    ...(waits ? { occasion: 'MEETING' } : {}),
    // Nor is that it was done too late, and that it is undone too late, or again.
    ...(undo ? { occasion: undo.id } : {}),
    reason: late ? ProcessAlarmReason.OVERDUE : ProcessAlarmReason.DUE_SOON,
    message: `${what} ${late ? 'was' : 'is'} due at ${due.toISOString()}.`,
    escalate: alarm.action === 'ESCALATE',
  });
  return raised !== null;
}

/** States of a visit whose work can be taken back: it is being done, or cannot be. */
const MAY_BE_LEFT: readonly Token['status'][] = ['ACTIVE', 'STUCK'];

/** What was not done in time is taken back, and the process goes on at another step (WFL-19). */
async function moveOn(held: Held, token: Token, { code, to }: PlannedAlarm): Promise<void> {
  const { tx, instance } = held;
  const reason = `It was not done in time (${code}).`;
  await recall(held, [token], reason);
  note(tx, instance, 'process-instance.moved', reason, { from: token.step, to: to! });
  sendTo(held, token, to!);
  held.handling = ExceptionHandling.MOVE;
  await settle(held);
}
