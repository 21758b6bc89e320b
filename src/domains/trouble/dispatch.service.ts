import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { Employee } from '../organisation/index.js';
import { InternalOrganization } from '../party/index.js';
import type { ComplaintTicket } from './complaint-ticket.js';
import { DispatchItem, DispatchRole } from './dispatch-item.js';
import { send, withdrawOpen } from './dispatch.js';
import { FaultTicket } from './fault-ticket.js';
import { futureMoment } from './moments.js';
import { ProblemTicket } from './problem-ticket.js';
import { followTicket } from './ticket-process.js';
import { moveTicket } from './ticket-lifecycles.js';
import type { TicketDispatchInput } from './ticket.inputs.js';

/** Sends a ticket to its main department, or a fault to the network side, with copies to others (TRB-16, TRB-18, TRB-37). */
export function dispatchTicket(context: CallContext, input: TicketDispatchInput): Promise<ProblemTicket> {
  return context.database.write(context, async (tx) => {
    const ticket = await tx.get(ProblemTicket, input.ticketId, ['input', 'ticketId']);
    const organization = input.organizationId
      ? await tx.get(InternalOrganization, input.organizationId, ['input', 'organizationId'], { lock: false })
      : null;
    if (!organization && !(ticket instanceof FaultTicket))
      refuse('REQUIRED', 'Only faults go to the network side as a whole; name a department.', [
        'input',
        'organizationId',
      ]);
    const order = {
      instruction: input.instruction ?? null,
      dueAt: futureMoment(input.dueAt, tx.at, 'dueAt') ?? ticket.dueAt ?? null,
    };
    await moveTicket(tx, ticket, 'dispatch', {
      reason: order.instruction,
      data: { organization: organization?.code ?? null },
    });
    ticket.assignedOrganization = organization;
    ticket.assignedEmployee = input.employeeId ? await employeeOf(tx, organization, input.employeeId) : null;
    await withdrawOpen(tx, ticket);
    send(tx, ticket, DispatchRole.MAIN, organization, order);
    for (const copy of await copiesTo(tx, input, organization)) send(tx, ticket, DispatchRole.CC, copy, order);
    await followTicket(tx, ticket);
    return ticket;
  });
}

async function employeeOf(tx: Transaction, organization: InternalOrganization | null, id: string): Promise<Employee> {
  const path = ['input', 'employeeId'];
  const employee = await tx.get(Employee, id, path, { lock: false });
  return employee.organization.id === organization?.id
    ? employee
    : refuse('NOT_OF_ORGANIZATION', 'The employee does not work in the main department.', path);
}

async function copiesTo(
  tx: Transaction,
  input: TicketDispatchInput,
  main: InternalOrganization | null,
): Promise<InternalOrganization[]> {
  const found = new Map<string, InternalOrganization>();
  for (const [index, id] of (input.copyOrganizationIds ?? []).entries()) {
    const path = ['input', 'copyOrganizationIds', index];
    const organization = await tx.get(InternalOrganization, id, path, { lock: false });
    if (organization.id === main?.id) refuse('CONTRADICTION', 'The main department needs no copy.', path);
    found.set(organization.id, organization);
  }
  return [...found.values()];
}

/** A refused plan goes back to the department that made it, with the customer's reason (TRB-23). */
export async function redispatchAfterRefusal(
  tx: Transaction,
  ticket: ComplaintTicket,
  reason: string | null,
): Promise<void> {
  const [last] = await tx.em.find(
    DispatchItem,
    { ticket, role: DispatchRole.MAIN },
    { orderBy: { sentAt: 'desc', id: 'desc' }, limit: 1, populate: ['organization'] },
  );
  send(tx, ticket, DispatchRole.MAIN, last?.organization ?? null, { instruction: reason, dueAt: ticket.dueAt ?? null });
}
