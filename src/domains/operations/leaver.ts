import { LockMode } from '@mikro-orm/postgresql';
import { endings } from '../organisation/index.js';
import { CollaborationDispatch, CollaborationDispatchStatus } from './collaboration-dispatch.js';
import { CollaborationOrder } from './collaboration-order.js';
import { InternalOrganization } from '../party/index.js';

// What somebody did for a unit is for the unit again when they leave: its head sees it, and names another (OPS-44).
endings.add(async (tx, employee, why) => {
  if (why !== 'leave') return;
  const theirs = { assignee: employee.id, status: CollaborationDispatchStatus.SENT };
  const how = { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' }, refresh: true } as const;
  for (const dispatch of await tx.em.find(CollaborationDispatch, theirs, how)) {
    dispatch.assignee = null;
    const { orderNo } = await tx.em.findOneOrFail(CollaborationOrder, { id: dispatch.order.id });
    const { code } = await tx.em.findOneOrFail(InternalOrganization, { id: dispatch.organization.id });
    const data = { orderNo, organization: code, employee: employee.employeeNo };
    tx.record({ kind: 'RECORD_CHANGE', type: 'collaboration.unassigned', subject: dispatch, data });
  }
});
