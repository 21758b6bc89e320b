import { isTimeZone } from '../../kernel/calendar/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { defineJob, type Schedule } from '../../kernel/jobs/job.js';
import { activeEmployee, Employee, managedUnit } from '../organisation/index.js';
import { periodAround } from './filling-period.js';
import { draftsOf, missingOf, saidOf } from './people.js';
import { meansOf } from './reminder-means.js';
import { WorkLogPeriod } from './work-log-period.js';
import { WorkLog, WorkLogStatus } from './work-log.js';
import type { WorkLogPeriodSaveInput, WorkLogRemindInput } from './work-log.inputs.js';
import { release } from './work-log.service.js';

/** Sets how often a department or team writes work logs, and who heads it (OPS-19, OPS-20, OPS-23, OPS-24). */
export function savePeriod(context: CallContext, input: WorkLogPeriodSaveInput): Promise<WorkLogPeriod> {
  return context.database.write(context, async (tx) => {
    const at = ['input', 'organizationId'];
    const organization = await managedUnit(tx, input.organizationId, at);
    const superior = await activeEmployee(tx, input.superiorId, ['input', 'superiorId']);
    const timeZone = input.timeZone ?? 'Asia/Shanghai';
    if (!isTimeZone(timeZone)) refuse('TIME_ZONE_UNKNOWN', 'There is no such time zone.', ['input', 'timeZone']);
    const known = await tx.em.findOne(WorkLogPeriod, { organization });
    const period =
      (known && (await tx.find(WorkLogPeriod, known.id))) ??
      tx.add(Object.assign(new WorkLogPeriod(), { organization, remindedAt: null }));
    const running = periodAround(tx.at, input.period, timeZone);
    if (period.endsAt?.getTime() !== running.endsAt.getTime()) period.remindedAt = null;
    Object.assign(period, { superior, period: input.period, timeZone, ...running });
    period.autoRelease = input.autoRelease ?? true;
    period.remindMinutes = input.remindMinutes ?? 0;
    period.remindBy = meansOf(input.remindBy, ['input', 'remindBy']);
    const data = { organization: organization.code };
    tx.record({ kind: 'RECORD_CHANGE', type: 'worklog.period.saved', subject: period, data });
    return period;
  });
}

/** Reminds at the wish of the head who has written nothing, and answers whom (OPS-24). */
export function remind(context: CallContext, input: WorkLogRemindInput): Promise<Employee[]> {
  return context.database.write(context, async (tx) => {
    const period = await tx.get(WorkLogPeriod, input.periodId, ['input', 'periodId']);
    if (period.superior.id !== tx.caller.employeeId)
      refuse('OUT_OF_SCOPE', 'Only the head of the department or team does this.', ['input', 'periodId']);
    const ways = input.remindBy?.length ? meansOf(input.remindBy, ['input', 'remindBy']) : period.remindBy;
    return tell(tx, period, ways, false);
  });
}

async function tell(tx: Transaction, period: WorkLogPeriod, ways: string[], automatic: boolean): Promise<Employee[]> {
  const missing = await missingOf(tx, period);
  const span = { from: period.startsAt.toISOString(), to: period.endsAt.toISOString() };
  for (const employee of missing) {
    const data = { ...(await saidOf(tx, employee)), ...span, notifyBy: ways, automatic };
    tx.record({ kind: 'BUSINESS_FACT', type: 'worklog.missing', subject: period, data });
  }
  return missing;
}

const DUE = `select "id" from "work_log_period" where "ends_at" <= $1
  or ("reminded_at" is null and "remind_minutes" > 0 and "ends_at" - "remind_minutes" * interval '1 minute' <= $1)`;

/** Reminds before a period ends, releases what is written when it has ended, and begins the next; each once (OPS-20, OPS-24). */
export const keepPeriods = defineJob('worklog.periods', async (_payload, context) => {
  const { rows } = await context.database.pool.query<{ id: string }>(DUE, [context.database.clock()]);
  for (const { id } of rows)
    await context.database.write(context, async (tx) => {
      const period = await tx.find(WorkLogPeriod, id);
      if (!period) return;
      if (period.endsAt <= tx.at) await endPeriod(tx, period);
      const from = period.endsAt.getTime() - period.remindMinutes * 60_000;
      if (period.remindedAt || period.remindMinutes === 0 || from > tx.at.getTime()) return;
      period.remindedAt = tx.at;
      await tell(tx, period, period.remindBy, true);
    });
});

async function endPeriod(tx: Transaction, period: WorkLogPeriod): Promise<void> {
  for (const id of period.autoRelease ? await draftsOf(tx, period) : []) {
    const log = await tx.find(WorkLog, id);
    if (log?.status !== WorkLogStatus.DRAFT) continue;
    await release(tx, log, await tx.em.findOneOrFail(Employee, { id: log.author.id }), period, true);
  }
  Object.assign(period, periodAround(tx.at, period.period, period.timeZone), { remindedAt: null });
}

export const periodsSchedule: Schedule = {
  name: 'worklog.periods',
  cron: '* * * * *',
  job: 'worklog.periods',
  description: 'Reminds of work logs that are missing, and releases those whose period has ended.',
};
