import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { defineJob, type Schedule } from '../../kernel/jobs/job.js';
import { Employee, EmployeeStatus } from '../organisation/index.js';
import { InternalOrganization } from '../party/index.js';
import { CollaborationDispatch, CollaborationDispatchStatus as D } from './collaboration-dispatch.js';
import { CollaborationOrder } from './collaboration-order.js';
import { returnWhenDone } from './collaboration-return.js';
import { CollaborationSystemDispatch, OPEN_AT_SYSTEMS } from './collaboration-system-dispatch.js';
import type {
  CollaborationAcceptInput,
  CollaborationAssignInput,
  CollaborationReplyInput,
  CollaborationUrgeInput,
} from './collaboration.inputs.js';
import { withdrawExtension } from './collaboration-extension.js';
import { requireUnit } from './require-unit.js';

const PATH = ['input', 'dispatchId'];

/** A dispatch that is still open, held together with its order: the order first, as whoever sends it anew holds it. */
export interface OpenDispatch {
  order: CollaborationOrder;
  dispatch: CollaborationDispatch;
  /** What every event says of it. */
  said: { orderNo: string; organization: string };
}

/** Refused with NOT_FOUND or INVALID_STATE. */
export async function openDispatch(tx: Transaction, id: string): Promise<OpenDispatch> {
  const seen = await tx.get(CollaborationDispatch, id, PATH, { lock: false });
  const order = await tx.find(CollaborationOrder, seen.order.id);
  const dispatch = await tx.get(CollaborationDispatch, id, PATH);
  if (!order || dispatch.status !== D.SENT)
    refuse('INVALID_STATE', 'It is not open any more.', PATH, { state: dispatch.status });
  const { code } = await tx.em.findOneOrFail(InternalOrganization, { id: dispatch.organization.id });
  return { order, dispatch, said: { orderNo: order.orderNo, organization: code } };
}

/** Takes on for a unit what it was asked (OPS-44); again, it changes nothing. */
export function acceptDispatch(context: CallContext, input: CollaborationAcceptInput): Promise<CollaborationDispatch> {
  return context.database.write(context, async (tx) => {
    const { dispatch, said } = await openDispatch(tx, input.dispatchId);
    if (!dispatch.assignee || dispatch.assignee.id !== tx.caller.employeeId)
      requireUnit(tx, dispatch.organization.id, PATH);
    if (takeOn(tx, dispatch))
      tx.record({ kind: 'BUSINESS_FACT', type: 'collaboration.accepted', subject: dispatch, data: said });
    return dispatch;
  });
}

function takeOn(tx: Transaction, dispatch: CollaborationDispatch): boolean {
  if (dispatch.acceptedAt) return false;
  Object.assign(dispatch, { acceptedAt: tx.at, acceptedBy: tx.caller.subject });
  return true;
}

/** Names who does it for the unit (OPS-44). */
export function assignDispatch(context: CallContext, input: CollaborationAssignInput): Promise<CollaborationDispatch> {
  return context.database.write(context, async (tx) => {
    const path = ['input', 'employeeId'];
    // Held first, as whoever lets them leave does: what they get at that moment would stay with them.
    const employee = await tx.get(Employee, input.employeeId, path);
    const { dispatch, said } = await openDispatch(tx, input.dispatchId);
    requireUnit(tx, dispatch.organization.id, PATH);
    if (employee.status !== EmployeeStatus.ACTIVE)
      refuse('NOT_ACTIVE', 'They do not work here any more.', path, { status: employee.status });
    const below = await tx.em.execute(
      `select 1 from "party" "unit" join "party" "own" on starts_with("own"."path", "unit"."path") where "unit"."id" = ? and "own"."id" = ?`,
      [dispatch.organization.id, employee.organization.id],
    );
    if (below.length === 0) refuse('WRONG_UNIT', 'The employee does not work in the unit that was asked.', path);
    dispatch.assignee = employee;
    takeOn(tx, dispatch);
    const data = { ...said, employee: employee.employeeNo };
    tx.record({ kind: 'RECORD_CHANGE', type: 'collaboration.assigned', subject: dispatch, data });
    return dispatch;
  });
}

/** Takes the reply of a unit; with the last one the order has returned (OPS-40). */
export function replyTo(context: CallContext, input: CollaborationReplyInput): Promise<CollaborationDispatch> {
  return context.database.write(context, async (tx) => {
    const { order, dispatch, said } = await openDispatch(tx, input.dispatchId);
    if (!dispatch.assignee || dispatch.assignee.id !== tx.caller.employeeId)
      requireUnit(tx, dispatch.organization.id, PATH);
    if (order.opinionWanted && !input.opinion) refuse('REQUIRED', 'Does the unit agree?', ['input', 'opinion']);
    dispatch.opinion = input.opinion ?? null;
    await withdrawExtension(tx, dispatch);
    Object.assign(dispatch, { status: D.REPLIED, reply: input.reply, repliedBy: tx.caller.subject, endedAt: tx.at });
    tx.record({ kind: 'BUSINESS_FACT', type: 'collaboration.replied', subject: dispatch, data: said });
    await returnWhenDone(tx, order);
    return dispatch;
  });
}

/** Urges a unit that is late; the message goes out with the event (OPS-48). */
export function urge(context: CallContext, input: CollaborationUrgeInput): Promise<CollaborationDispatch> {
  return context.database.write(context, async (tx) => {
    const { order, dispatch, said } = await openDispatch(tx, input.dispatchId);
    requireUnit(tx, order.requester.id, PATH);
    if (!dispatch.dueAt || dispatch.dueAt > tx.at) refuse('NOT_OVERDUE', 'There is still time.', PATH);
    dispatch.urges++;
    dispatch.urgedAt = tx.at;
    const data = { ...said, urges: dispatch.urges };
    tx.record({ kind: 'BUSINESS_FACT', type: 'collaboration.urged', subject: dispatch, data });
    return dispatch;
  });
}

/** Tells of units that have not replied in time, each limit once (OPS-48). */
export const tellOverdue = defineJob('collaboration.overdue', async (_payload, context) => {
  const { rows } = await context.database.pool.query<{ id: string; order: string }>(
    `select "id", "order_id" as "order" from "collaboration_dispatch" where "status" = 'SENT' and not "overdue" and "due_at" <= $1`,
    [context.database.clock()],
  );
  for (const { id, order: orderId } of rows)
    await context.database.write(context, async (tx) => {
      const order = await tx.find(CollaborationOrder, orderId);
      const dispatch = await tx.find(CollaborationDispatch, id);
      const late = dispatch?.status === D.SENT && !dispatch.overdue && dispatch.dueAt && dispatch.dueAt <= tx.at;
      if (!order || !late) return;
      dispatch.overdue = true;
      order.overdue = true;
      const { code } = await tx.em.findOneOrFail(InternalOrganization, { id: dispatch.organization.id });
      tx.record({
        kind: 'BUSINESS_FACT',
        type: 'collaboration.overdue',
        subject: dispatch,
        data: {
          ...{ orderNo: order.orderNo, organization: code },
          ...{ dueAt: dispatch.dueAt!.toISOString(), level: order.alarmLevel },
        },
      });
    });
  await tellOverdueSystems(context);
});

/** The same of other systems, whether they have taken it yet or not. */
async function tellOverdueSystems(context: CallContext): Promise<void> {
  const { rows } = await context.database.pool.query<{ id: string; order: string }>(
    `select "id", "order_id" as "order" from "collaboration_system_dispatch" where "status" in ('WAITING', 'SENT') and not "overdue" and "due_at" <= $1`,
    [context.database.clock()],
  );
  for (const { id, order: orderId } of rows)
    await context.database.write(context, async (tx) => {
      const order = await tx.find(CollaborationOrder, orderId);
      const dispatch = await tx.find(CollaborationSystemDispatch, id);
      const isOpen = OPEN_AT_SYSTEMS.some((status) => status === dispatch?.status);
      if (!order || !dispatch?.dueAt || !isOpen || dispatch.overdue || dispatch.dueAt > tx.at) return;
      dispatch.overdue = true;
      order.overdue = true;
      tx.record({
        kind: 'BUSINESS_FACT',
        type: 'collaboration.system.overdue',
        subject: dispatch,
        data: {
          ...{ orderNo: order.orderNo, system: dispatch.system },
          ...{ dueAt: dispatch.dueAt.toISOString(), level: order.alarmLevel },
        },
      });
    });
}

export const overdueSchedule: Schedule = {
  name: 'collaboration.overdue',
  cron: '* * * * *',
  job: 'collaboration.overdue',
  description: 'Tells of units that have not replied in time to what they were asked.',
};
