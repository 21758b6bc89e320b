import type { Transaction } from '../../kernel/database/transaction.js';

/** Names of the jobs that move processes on. */
export const WorkflowJob = {
  run: 'process.run',
  send: 'process.send',
  cancel: 'process.cancel',
  meet: 'process.meet',
} as const;

/** Lets everything in an instance go on that can go on by itself, once this transaction has committed. */
export function runLater(tx: Transaction, instanceId: string): void {
  tx.enqueue({ name: WorkflowJob.run, payload: { instanceId }, key: `${WorkflowJob.run}:${instanceId}` });
}

/** The same at a moment, for a timer or another attempt of a visit. */
export function wakeAt(tx: Transaction, instanceId: string, tokenId: string, runAt: Date): void {
  tx.enqueue({ name: WorkflowJob.run, payload: { instanceId }, key: `${WorkflowJob.run}:${tokenId}`, runAt });
}

/** Looks whether instances with a correlation key still have to wait for each other. */
export function meetLater(tx: Transaction, correlationKey: string): void {
  tx.enqueue({ name: WorkflowJob.meet, payload: { correlationKey }, key: `${WorkflowJob.meet}:${correlationKey}` });
}

/** Hands a task to its outside system. */
export function sendLater(tx: Transaction, taskId: string, runAt?: Date): void {
  tx.enqueue({
    name: WorkflowJob.send,
    payload: { taskId },
    key: `${WorkflowJob.send}:${taskId}`,
    ...(runAt ? { runAt } : {}),
  });
}

/** Takes a task back from its outside system (WFL-44). */
export function cancelLater(tx: Transaction, taskId: string): void {
  tx.enqueue({ name: WorkflowJob.cancel, payload: { taskId } });
}
