import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { callingEmployee, Employee } from '../organisation/index.js';
import { periodOf, saidOf } from './people.js';
import { WorkLogPeriod } from './work-log-period.js';
import { WorkLog, WorkLogStatus } from './work-log.js';
import type { WorkLogReviewInput, WorkLogSaveInput } from './work-log.inputs.js';
import { workLogLifecycle } from './work-log.lifecycle.js';

const PATH = ['input', 'workLogId'];
const EXTENSION = ['visited', 'place', 'purpose', 'visitContent', 'effect', 'problems'] as const;

/** Writes a log, or changes one that is still a draft (OPS-16, OPS-17). */
export function saveLog(context: CallContext, input: WorkLogSaveInput): Promise<WorkLog> {
  return context.database.write(context, async (tx) => {
    const author = await callingEmployee(tx);
    const log = input.workLogId ? await ownDraft(tx, input.workLogId, author) : newLog(tx, author, input);
    log.content = input.content ?? log.content;
    if (input.keywords !== undefined) log.keywords = input.keywords ?? '';
    for (const field of EXTENSION) log[field] = input[field] === undefined ? (log[field] ?? null) : input[field];
    if (input.actualAt !== undefined) log.actualAt = input.actualAt ? new Date(input.actualAt) : null;
    tx.record({ kind: 'RECORD_CHANGE', type: 'worklog.saved', subject: log, data: await saidOf(tx, author) });
    return log;
  });
}

function newLog(tx: Transaction, author: Employee, { content }: WorkLogSaveInput): WorkLog {
  if (!content) return refuse('REQUIRED', 'What was done?', ['input', 'content']);
  const { organization } = author;
  const none = { period: null, actualAt: null, submittedAt: null, superiorOpinion: null, superiorReadAt: null };
  const log = Object.assign(new WorkLog(), { author, organization, filledAt: tx.at, keywords: '', content, ...none });
  workLogLifecycle.begin(tx, tx.add(log));
  return log;
}

async function ownDraft(tx: Transaction, id: string, author: Employee): Promise<WorkLog> {
  const log = await tx.get(WorkLog, id, PATH);
  if (log.author.id !== author.id) refuse('OUT_OF_SCOPE', 'Only its author does this.', PATH);
  if (log.status !== WorkLogStatus.DRAFT) refuse('INVALID_STATE', 'It was released.', PATH, { state: log.status });
  return log;
}

/** Releases a log to the head, before the end of the period (OPS-20). */
export function submitLog(context: CallContext, id: string): Promise<WorkLog> {
  return context.database.write(context, async (tx) => {
    const author = await callingEmployee(tx);
    const log = await ownDraft(tx, id, author);
    const period = await periodOf(tx, author);
    if (!period) return refuse('NO_SUPERIOR', 'It is not set up who reviews your work logs.', PATH);
    await release(tx, log, author, period, false);
    return log;
  });
}

/** Lets the head of a setting see a log from now on. */
export async function release(
  tx: Transaction,
  log: WorkLog,
  author: Employee,
  period: WorkLogPeriod,
  automatic: boolean,
): Promise<void> {
  await workLogLifecycle.move(tx, log, automatic ? 'release' : 'submit');
  log.period = period;
  log.submittedAt = tx.at;
  const superior = await tx.em.findOneOrFail(Employee, { id: period.superior.id });
  const data = { ...(await saidOf(tx, author)), superior: superior.employeeNo, automatic };
  tx.record({ kind: 'BUSINESS_FACT', type: 'worklog.submitted', subject: log, data });
}

/** Keeps when the head first read a log (OPS-16). */
export function readLog(context: CallContext, id: string): Promise<WorkLog> {
  return context.database.write(context, async (tx) => {
    const { log, author } = await headed(tx, id);
    if (log.superiorReadAt) return log;
    log.superiorReadAt = tx.at;
    tx.record({ kind: 'RECORD_CHANGE', type: 'worklog.read', subject: log, data: await saidOf(tx, author) });
    return log;
  });
}

/** Takes the opinion of the head, which the author sees (OPS-21). */
export function reviewLog(context: CallContext, input: WorkLogReviewInput): Promise<WorkLog> {
  return context.database.write(context, async (tx) => {
    const { log, author } = await headed(tx, input.workLogId);
    await workLogLifecycle.move(tx, log, 'review');
    log.superiorOpinion = input.opinion;
    log.superiorReadAt ??= tx.at;
    tx.record({ kind: 'BUSINESS_FACT', type: 'worklog.reviewed', subject: log, data: await saidOf(tx, author) });
    return log;
  });
}

async function headed(tx: Transaction, id: string): Promise<{ log: WorkLog; author: Employee }> {
  const log = await tx.get(WorkLog, id, PATH);
  const period = log.period && (await tx.em.findOneOrFail(WorkLogPeriod, { id: log.period.id }));
  if (!period || period.superior.id !== tx.caller.employeeId)
    refuse('OUT_OF_SCOPE', 'Only the head of the department or team does this.', PATH);
  return { log, author: await tx.em.findOneOrFail(Employee, { id: log.author.id }) };
}
