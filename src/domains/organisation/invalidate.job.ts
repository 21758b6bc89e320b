import { defineJob, type JobDefinition, type Schedule } from '../../kernel/jobs/index.js';
import { InternalOrganization } from '../party/index.js';
import { Employee, EmployeeStatus } from './employee.js';
import { setStatus } from './staff.service.js';

const JOB = 'employee.invalidate';
const BATCH = 200;

/** Makes staff numbers invalid whose validity has ended (SYS-19). They cannot be used from that moment on in any case. */
export const invalidateStaff: JobDefinition = defineJob(JOB, async (_payload, context) => {
  for (let found = BATCH; found === BATCH;) {
    found = await context.database.write(context, async (tx) => {
      const ended = await tx.em.find(
        Employee,
        { status: EmployeeStatus.ACTIVE, validity: { to: { $lte: tx.at } } },
        { limit: BATCH, orderBy: { id: 'asc' } },
      );
      for (const { id } of ended) {
        const employee = await tx.find(Employee, id);
        const over = employee?.validity.to && employee.validity.to <= tx.at;
        if (!employee || !over) continue;
        const unit = await tx.em.findOneOrFail(InternalOrganization, { id: employee.organization.id });
        setStatus(tx, employee, unit, EmployeeStatus.INVALID, 'expire');
      }
      return ended.length;
    });
  }
});

export const invalidateStaffSchedule: Schedule = {
  name: JOB,
  cron: '*/10 * * * *',
  job: JOB,
  description: 'Makes staff numbers invalid whose validity has ended.',
};
