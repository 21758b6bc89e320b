import type { EntityManager } from '@mikro-orm/postgresql';
import type { Transaction } from '../../kernel/database/transaction.js';
import { externalSystem } from '../../kernel/process/index.js';
import { ExchangeDirection, ExchangeKind, ExchangeStatus } from './exchange.enums.js';
import { logExchange } from './log-exchange.js';
import { cancelLater, sendLater } from './jobs.js';
import { ProcessExchange } from './process-exchange.js';
import type { ProcessInstance } from './process-instance.js';
import { ProcessTask } from './process-task.js';
import { messageOf } from './task-message.js';
import { ProcessTaskStatus } from './workflow.enums.js';

const WITHDRAWAL = { direction: ExchangeDirection.OUT, kind: ExchangeKind.WITHDRAWAL };

/** The message that takes a task back, if there is one yet. */
export const withdrawalOf = ({ em }: Transaction, task: ProcessTask): Promise<ProcessExchange | null> =>
  em.findOne(ProcessExchange, { ...WITHDRAWAL, task: task.id, messageId: messageOf(task) });

/** Logs the message that takes a task back. */
export const logWithdrawal = (tx: Transaction, task: ProcessTask, more: Partial<ProcessExchange>): ProcessExchange =>
  logExchange(tx, {
    ...{ ...WITHDRAWAL, messageId: messageOf(task), system: task.operatorCode, task, instance: task.instance },
    ...{ payload: { done: task.status === ProcessTaskStatus.RETURNED }, ...more },
  });

/**
 * Has a task of a locked instance taken back from its outside system, if that takes anything back. From now on the system is given nothing
 * else to do for the instance until it has been told, or a person has seen to it: the new task must not come before the withdrawal of the
 * old one (WFL-43, WFL-44).
 */
export async function withdrawLater(tx: Transaction, task: ProcessTask): Promise<void> {
  if (!externalSystem(task.operatorCode)?.cancel) return;
  const known = await withdrawalOf(tx, task);
  if (known && known.status !== ExchangeStatus.WAITING) return;
  if (!known) logWithdrawal(tx, task, { status: ExchangeStatus.WAITING, attempts: 0, arrivedAt: null });
  cancelLater(tx, task.id);
}

/** Whether an outside system must first be told that something of an instance is taken back. */
export async function mustFirstWithdraw(em: EntityManager, { instance, operatorCode: system }: ProcessTask) {
  const waiting = { ...WITHDRAWAL, instance: instance.id, system, status: ExchangeStatus.WAITING };
  return (await em.count(ProcessExchange, waiting)) > 0;
}

/** What waited for withdrawals of a locked instance is sent when the last of them is settled. */
export async function sendWaiting(tx: Transaction, instance: ProcessInstance, system: string): Promise<void> {
  await tx.em.flush();
  const pending = { instance: instance.id, operatorCode: system, operatorKind: null, aboutKey: null };
  for (const { id } of await tx.em.find(ProcessTask, { ...pending, status: ProcessTaskStatus.PENDING }))
    if (!instance.test) sendLater(tx, id);
}
