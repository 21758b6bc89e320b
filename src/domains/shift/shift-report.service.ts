import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { defineJob, type Schedule } from '../../kernel/jobs/job.js';
import { managedUnit } from '../organisation/index.js';
import { InternalOrganization } from '../party/index.js';
import { ShiftPlan, ShiftStatus } from './shift-plan.js';
import { ShiftReport, ShiftReportLine } from './shift-report.js';
import type { ShiftReportCreateInput } from './shift.inputs.js';

const DAY_MS = 86_400_000;
const MAX_DAYS = 366;

/** Makes a report on the shifts of a unit and those below it (OPS-31). */
export function createReport(context: CallContext, input: ShiftReportCreateInput): Promise<ShiftReport> {
  return context.database.write(context, async (tx) => {
    const unit = await managedUnit(tx, input.organizationId, ['input', 'organizationId']);
    const [from, to] = [new Date(input.from), new Date(input.to)];
    if (to <= from || to.getTime() - from.getTime() > MAX_DAYS * DAY_MS)
      refuse('INVALID_PERIOD', 'It is no span of at most 366 days.', ['input', 'to']);
    return makeReport(tx, unit, from, to, false);
  });
}

const INSIDE = `select "id" from "party" where "kind" = 'INTERNAL_ORGANIZATION' and starts_with("path", ?)`;

async function makeReport(
  tx: Transaction,
  organization: InternalOrganization,
  from: Date,
  to: Date,
  periodic: boolean,
): Promise<ShiftReport> {
  const units = periodic ? [organization] : await tx.em.execute<{ id: string }[]>(INSIDE, [organization.path]);
  const shifts = await tx.em.find(
    ShiftPlan,
    {
      organization: { $in: units.map(({ id }) => id) },
      status: ShiftStatus.HANDED_OVER,
      actualHandOverAt: { $gte: from, $lt: to },
    },
    { orderBy: { actualHandOverAt: 'asc', id: 'asc' } },
  );
  const sum = (field: 'violations' | 'violationSeconds') => shifts.reduce((total, shift) => total + shift[field], 0);
  const [violations, violationSeconds] = [sum('violations'), sum('violationSeconds')];
  const report = tx.add(
    Object.assign(new ShiftReport(), {
      ...{ organization, from, to, periodic, shifts: shifts.length, violations, violationSeconds },
    }),
  );
  for (const shift of shifts)
    tx.add(
      Object.assign(new ShiftReportLine(), {
        ...{ report, shift, shiftNo: shift.shiftNo, employee: shift.employee, post: shift.post },
        ...{ actualTakeOverAt: shift.actualTakeOverAt!, actualHandOverAt: shift.actualHandOverAt! },
        ...{ violations: shift.violations, violationSeconds: shift.violationSeconds },
      }),
    );
  const data = { organization: organization.code, violations };
  tx.record({ kind: 'BUSINESS_FACT', type: 'shift.reported', subject: report, data });
  return report;
}

const UNITS = `select distinct "organization_id" as "id" from "shift_plan"
  where "status" = 'HANDED_OVER' and "actual_hand_over_at" >= $1 and "actual_hand_over_at" < $2 order by 1`;

/** Makes the report of the day that has ended (UTC) for each unit that handed shifts over in it, once (OPS-31). */
export const reportShifts = defineJob('shift.report', async (_payload, context) => {
  const to = new Date(Math.floor(context.database.clock().getTime() / DAY_MS) * DAY_MS);
  const from = new Date(to.getTime() - DAY_MS);
  const { rows } = await context.database.pool.query<{ id: string }>(UNITS, [from, to]);
  for (const { id } of rows)
    await context.database.write(context, async (tx) => {
      const unit = await tx.find(InternalOrganization, id);
      if (!unit || (await tx.em.count(ShiftReport, { organization: id, from, to, periodic: true })) > 0) return;
      await makeReport(tx, unit, from, to, true);
    });
});

export const reportSchedule: Schedule = {
  name: 'shift.report',
  cron: '10 0 * * *',
  job: 'shift.report',
  description: 'Reports on the shifts that were handed over the day before.',
};
