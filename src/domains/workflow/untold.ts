import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { attemptsOf } from '../../kernel/process/index.js';
import { ProcessAlarmReason } from './alarm.enums.js';
import { ExchangeDirection, ExchangeKind, ExchangeStatus } from './exchange.enums.js';
import type { ProcessExternalSettleInput } from './exchange.inputs.js';
import { lockInstance } from './held.js';
import { ProcessExchange } from './process-exchange.js';
import type { ProcessInstance } from './process-instance.js';
import { clearAlarms, raiseAlarm, responsibleOf } from './raise-alarm.js';
import { sendWaiting } from './withdraw.js';
import { compiledVersion } from './versions.js';

const UNTOLD = 'UNTOLD';

/** What became of an attempt to tell an outside system something. */
export interface Attempt {
  /** How often it was tried. */
  attempts: number;
  /** What went wrong; undefined when it was told. */
  failure: unknown;
}

/**
 * Notes an attempt to tell an outside system something in the row of the message, whose instance is locked. What keeps failing is an alarm
 * for whoever is responsible, until it is told, or until somebody has seen to it (WFL-51, WFL-59).
 * @returns whether it need not be tried again
 */
export async function noteAttemptToTell(
  tx: Transaction,
  row: ProcessExchange,
  instance: ProcessInstance,
  { attempts, failure }: Attempt,
): Promise<boolean> {
  row.attempts = attempts;
  if (!failure) {
    Object.assign(row, { status: ExchangeStatus.ARRIVED, error: null, arrivedAt: tx.at });
    await endUntold(tx, row, instance);
    return true;
  }
  const error = (failure instanceof Error ? failure.message : String(failure)).slice(0, 2000);
  if (row.status === ExchangeStatus.SETTLED) return true;
  Object.assign(row, { status: ExchangeStatus.WAITING, error, arrivedAt: null });
  if (attempts >= (await attemptsAbout(tx, row, instance))) await raiseUntold(tx, row, instance, error);
  return false;
}

/** How often it is tried before somebody is told: as often as the step says of its own work (WFL-47). */
async function attemptsAbout({ em }: Transaction, { task }: ProcessExchange, { version }: ProcessInstance) {
  const step = task && version ? (await compiledVersion(em, version.id)).steps.get(task.step) : undefined;
  return attemptsOf(step ?? {});
}

async function raiseUntold(
  tx: Transaction,
  { id, system, kind, task }: ProcessExchange,
  instance: ProcessInstance,
  error: string,
): Promise<void> {
  const what =
    kind === ExchangeKind.WITHDRAWAL ? `that ${task!.name} is taken back or to be undone` : 'what became of it';
  await raiseAlarm(tx, {
    ...{ instance, task: task ?? null, step: task?.step ?? null, code: UNTOLD, level: 'MAJOR', occasion: id },
    reason: ProcessAlarmReason.UNTOLD,
    message: `${system} cannot be told of ${instance.instanceNo} ${what}: ${error}`,
    recipient: await responsibleOf(tx, instance),
  });
}

const endUntold = (tx: Transaction, { id }: ProcessExchange, instance: ProcessInstance): Promise<void> =>
  clearAlarms(tx, instance, { reason: ProcessAlarmReason.UNTOLD, occasion: id });

/** Notes that a person has seen to what an outside system could not be told: it is not tried any more, and the alarm about it ends. */
export function settleExchange(context: CallContext, input: ProcessExternalSettleInput): Promise<ProcessExchange> {
  return context.database.write(context, async (tx) => {
    const path = ['input', 'exchangeId'];
    const instance = await lockInstance(tx, await tx.referenceOf(ProcessExchange, input.exchangeId, 'instance', path));
    const exchange = await tx.get(ProcessExchange, input.exchangeId, path);
    const { direction, status: state } = exchange;
    if (state === ExchangeStatus.SETTLED) return exchange;
    if (direction !== ExchangeDirection.OUT || state !== ExchangeStatus.WAITING)
      refuse('INVALID_STATE', 'There is nothing to be told any more.', path, { state });
    const settled = { settledAt: tx.at, settledBy: tx.caller.subject, settlement: input.settlement };
    Object.assign(exchange, { ...settled, status: ExchangeStatus.SETTLED });
    const { system, messageId, kind } = exchange;
    tx.record({
      ...{ kind: 'BUSINESS_FACT', type: 'process-exchange.settled', subject: exchange, reason: input.settlement },
      ...{ regionId: instance.region?.id, data: { instanceNo: instance.instanceNo, system, messageId, kind } },
    });
    await endUntold(tx, exchange, instance);
    if (kind === ExchangeKind.WITHDRAWAL) await sendWaiting(tx, instance, system);
    return exchange;
  });
}
