import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { defineJob } from '../../kernel/jobs/job.js';
import { formatNumber, takeNumber } from '../../kernel/numbering/index.js';
import { activeEmployee, callingEmployee, Employee, EmployeeStatus } from '../organisation/index.js';
import { Memo, MemoStatus } from './memo.js';
import { memoLifecycle } from './memo.lifecycle.js';
import { periodOf } from './people.js';
import { meansOf } from './reminder-means.js';
import type { MemoSaveInput } from './work-log.inputs.js';

const PATH = ['input', 'memoId'];
const DUE = 'memo.due';

/** Writes a memo, or changes one that is pending, and plans when its receiver is told (OPS-18, OPS-25). */
export function saveMemo(context: CallContext, input: MemoSaveInput): Promise<Memo> {
  return context.database.write(context, async (tx) => {
    const author = await callingEmployee(tx);
    const memo = input.memoId ? await ownMemo(tx, input.memoId, author) : await newMemo(tx, author, input);
    if (memo.status !== MemoStatus.PENDING) refuse('INVALID_STATE', 'It is not pending.', PATH, { state: memo.status });
    memo.content = input.content ?? memo.content;
    if (input.receiverId) memo.receiver = await activeEmployee(tx, input.receiverId, ['input', 'receiverId']);
    if (input.notifyBy) memo.notifyBy = meansOf(input.notifyBy, ['input', 'notifyBy']);
    if (input.remindAt) memo.remindAt = new Date(input.remindAt);
    if (input.silent) memo.remindAt = null;
    if (input.remindAt && memo.remindAt && memo.remindAt <= tx.at)
      refuse('IN_THE_PAST', 'This moment is over.', ['input', 'remindAt']);
    tx.record({ kind: 'RECORD_CHANGE', type: 'memo.saved', subject: memo, data: { memoNo: memo.memoNo } });
    if (memo.remindAt)
      tx.enqueue({ name: DUE, key: `${DUE}:${memo.id}`, payload: { memoId: memo.id }, runAt: memo.remindAt });
    return memo;
  });
}

async function newMemo(tx: Transaction, author: Employee, { content }: MemoSaveInput): Promise<Memo> {
  if (!content) return refuse('REQUIRED', 'What is to be remembered?', ['input', 'content']);
  const memoNo = formatNumber('ME', await takeNumber(tx, 'memo'));
  const memo = Object.assign(new Memo(), {
    ...{ memoNo, author, receiver: author, content, period: await periodOf(tx, author) },
    ...{ remindAt: null, triggeredAt: null, notifyBy: meansOf(null, []) },
  });
  memoLifecycle.begin(tx, tx.add(memo));
  return memo;
}

async function ownMemo(tx: Transaction, id: string, author: Employee): Promise<Memo> {
  const memo = await tx.get(Memo, id, PATH);
  if (memo.author.id !== author.id) refuse('OUT_OF_SCOPE', 'Only its author does this.', PATH);
  return memo;
}

/** Gives up a memo that is pending. */
export function cancelMemo(context: CallContext, id: string): Promise<Memo> {
  return context.database.write(context, async (tx) => {
    const memo = await ownMemo(tx, id, await callingEmployee(tx));
    await memoLifecycle.move(tx, memo, 'cancel');
    return memo;
  });
}

/** Takes note of a memo. */
export function acknowledgeMemo(context: CallContext, id: string): Promise<Memo> {
  return context.database.write(context, async (tx) => {
    const memo = await tx.get(Memo, id, PATH);
    if (memo.receiver.id !== tx.caller.employeeId) refuse('OUT_OF_SCOPE', 'Only its receiver does this.', PATH);
    await memoLifecycle.move(tx, memo, 'acknowledge');
    return memo;
  });
}

/**
 * Tells the receiver, once, when the settings of the memo still ask for it at this moment: it may have been cancelled, silenced or
 * put off since. For a receiver who left, its author is told (OPS-25).
 */
export const memoDue = defineJob<{ memoId: string }>(DUE, ({ memoId }, context) =>
  context.database.write(context, async (tx) => {
    const memo = await tx.find(Memo, memoId);
    if (memo?.status !== MemoStatus.PENDING || !memo.remindAt || memo.remindAt > tx.at) return;
    const receiver = await tx.em.findOneOrFail(Employee, { id: memo.receiver.id });
    if (receiver.status !== EmployeeStatus.ACTIVE) memo.receiver = memo.author;
    const told = await tx.em.findOneOrFail(Employee, { id: memo.receiver.id });
    await memoLifecycle.move(tx, memo, 'trigger');
    memo.triggeredAt = tx.at;
    const data = { memoNo: memo.memoNo, receiver: told.employeeNo, notifyBy: memo.notifyBy };
    tx.record({ kind: 'BUSINESS_FACT', type: 'memo.due', subject: memo, data });
  }),
);
