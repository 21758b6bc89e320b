import { LockMode } from '@mikro-orm/postgresql';
import { Employee, endings } from '../organisation/index.js';
import { periodOf, saidOf } from './people.js';
import { WorkLogPeriod } from './work-log-period.js';
import { WorkLog, WorkLogStatus } from './work-log.js';

// What a head had not reviewed when they left is for the head above; where nobody is, for who becomes head of the same unit (OPS-19, OPS-20).
endings.add(async (tx, employee, why) => {
  if (why !== 'leave') return;
  const headed = await tx.em.find(WorkLogPeriod, { superior: employee.id });
  const theirs = { period: { $in: headed.map(({ id }) => id) }, status: WorkLogStatus.SUBMITTED };
  const how = { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' }, refresh: true } as const;
  for (const log of headed.length ? await tx.em.find(WorkLog, theirs, how) : []) {
    const author = await tx.em.findOneOrFail(Employee, { id: log.author.id });
    const period = await periodOf(tx, author, employee);
    if (!period) continue;
    Object.assign(log, { period, superiorReadAt: null });
    const { employeeNo: superior } = await tx.em.findOneOrFail(Employee, { id: period.superior.id });
    const data = { ...(await saidOf(tx, author)), superior };
    tx.record({ kind: 'RECORD_CHANGE', type: 'worklog.passedOn', subject: log, data });
  }
});
