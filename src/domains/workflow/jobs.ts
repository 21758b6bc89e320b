import type { Transaction } from '../../kernel/database/transaction.js';

/** Names of the jobs that move processes on. */
export const WorkflowJob = {
  run: 'process.run',
  send: 'process.send',
  cancel: 'process.cancel',
  meet: 'process.meet',
  alarm: 'process.alarm',
  reply: 'process.reply',
  follow: 'process.follow',
  leave: 'process.leave',
  arrive: 'process.arrive',
  undoSuccessors: 'process.undo-successors',
} as const;

/** A job of the future that finds that its moment has not come, for clocks differ, comes again after this long at the earliest. */
const AGAIN_MS = 1000;

/** Transactions of the run of an instance, which goes on by itself until nothing is left: no job has to be asked for that. */
const running = new WeakMap<Transaction, string>();

/** Says that a transaction is a move of the run of an instance. A run that a crash ends is begun again by its own job. */
export function noteRun(tx: Transaction, instanceId: string): void {
  running.set(tx, instanceId);
}

/** Whether a transaction is a move of the run of an instance. */
export const isRun = (tx: Transaction, instanceId: string): boolean => running.get(tx) === instanceId;

/** Lets everything in an instance go on that can go on by itself, once this transaction has committed. */
export function runLater(tx: Transaction, instanceId: string): void {
  if (isRun(tx, instanceId)) return;
  tx.enqueue({ name: WorkflowJob.run, payload: { instanceId }, key: `${WorkflowJob.run}:${instanceId}` });
}

/** The same at a moment, for a timer or another attempt of a visit. */
export function wakeAt(tx: Transaction, instanceId: string, tokenId: string, runAt: Date): void {
  const early = runAt > tx.at && runAt.getTime() < Date.now();
  const at = early ? new Date(Date.now() + AGAIN_MS) : runAt;
  tx.enqueue({ name: WorkflowJob.run, payload: { instanceId }, key: `${WorkflowJob.run}:${tokenId}`, runAt: at });
}

/** Raises alarms about the limit of a visit, or of the whole instance, at a moment (WFL-57). */
export function alarmAt(tx: Transaction, instanceId: string, tokenId: string | null, at: Date): void {
  const early = at > tx.at && at.getTime() < Date.now();
  tx.enqueue({
    name: WorkflowJob.alarm,
    payload: { instanceId, tokenId },
    key: `${WorkflowJob.alarm}:${tokenId ?? instanceId}`,
    runAt: early ? new Date(Date.now() + AGAIN_MS) : at,
  });
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

/** Tells an outside system what became of what it gave us (WFL-54). */
export function replyLater(tx: Transaction, instanceId: string): void {
  tx.enqueue({ name: WorkflowJob.reply, payload: { instanceId }, key: `${WorkflowJob.reply}:${instanceId}` });
}

/** Lets instances begin that wait for the end of another. */
export function followLater(tx: Transaction, instanceId: string): void {
  tx.enqueue({ name: WorkflowJob.follow, payload: { instanceId }, key: `${WorkflowJob.follow}:${instanceId}` });
}

/** Gives the tasks of somebody who leaves to others. */
export function leaveLater(tx: Transaction, employeeId: string): void {
  tx.enqueue({ name: WorkflowJob.leave, payload: { employeeId }, key: `${WorkflowJob.leave}:${employeeId}` });
}

/** Looks at the tasks that wait for somebody who works here now. */
export function arriveLater(tx: Transaction, employeeNo: string): void {
  tx.enqueue({ name: WorkflowJob.arrive, payload: { employeeNo }, key: `${WorkflowJob.arrive}:${employeeNo}` });
}

/** Takes back what the completion of an instance has started that is undone. */
export function undoSuccessorsLater(tx: Transaction, instanceId: string): void {
  const key = `${WorkflowJob.undoSuccessors}:${instanceId}`;
  tx.enqueue({ name: WorkflowJob.undoSuccessors, payload: { instanceId }, key });
}

/** Takes a task back from its outside system (WFL-44). */
export function cancelLater(tx: Transaction, taskId: string): void {
  tx.enqueue({ name: WorkflowJob.cancel, payload: { taskId } });
}
