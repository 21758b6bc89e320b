import type { Transaction } from '../../kernel/database/transaction.js';
import { decodeId } from '../../kernel/model/index.js';
import { defineStepHandler, type StepRun, type StepTask, type StepWork } from '../../kernel/process/index.js';
import { Employee } from '../organisation/index.js';
import { BillDispute } from './bill-dispute.js';
import { DispatchItem, DispatchRole, DispatchStatus } from './dispatch-item.js';
import { FaultTicket } from './fault-ticket.js';
import { ProblemTicket } from './problem-ticket.js';
import { Suggestion } from './suggestion.js';
import { isContent } from './ticket-enums.js';
import { CLOSE } from './ticket-processes.js';
import { TicketStatus as S } from './ticket-status.js';
import { needsNoAnswer } from './needs-no-answer.js';

const ACCEPT = 'ticket.accept';
const REVISIT = 'ticket.revisit';
const REPAIR = 'fault.repair';
const PLAN = 'complaint.plan';
const EVALUATE = 'suggestion.evaluate';
const APPROVE = 'dispute.approve';
/** Steps whose work is with the units that the ticket was sent to. */
const SENT_OUT: readonly string[] = [REPAIR, PLAN, EVALUATE];

/** Handlers of the steps in which work on a ticket is done, for states of which no more than the state is asked. */
const IN_FAULTS: Partial<Record<S, string>> = {
  [S.CLASSIFIED]: 'fault.confirm',
  [S.CONFIRMING]: 'fault.confirm',
  [S.DISPATCHED]: REPAIR,
  [S.IN_PROCESS]: REPAIR,
  [S.REPAIRED]: 'fault.test',
};
const IN_COMPLAINTS: Partial<Record<S, string>> = {
  [S.CLASSIFIED]: 'complaint.dispatch',
  [S.DISPATCHED]: PLAN,
  [S.PLAN_RETURNED]: 'complaint.review',
  [S.CONSENT_PENDING]: 'complaint.consent',
  [S.EXECUTING]: 'complaint.execute',
};
const IN_SUGGESTIONS: Partial<Record<S, string>> = {
  [S.CLASSIFIED]: 'suggestion.dispatch',
  [S.DISPATCHED]: EVALUATE,
};
const IN_DISPUTES: Partial<Record<S, string>> = {
  [S.CLASSIFIED]: 'dispute.verify',
  [S.VERIFYING]: 'dispute.verify',
  [S.SOLUTION_DRAFT]: 'dispute.draft',
  [S.APPROVAL_PENDING]: APPROVE,
  [S.CONSENT_PENDING]: 'dispute.consent',
  [S.EXECUTING]: 'dispute.execute',
};
const SUB_FLOWS = [IN_FAULTS, IN_COMPLAINTS, IN_SUGGESTIONS, IN_DISPUTES];

/** Handlers of the steps one of which a ticket needs next. */
export function needsOf(ticket: ProblemTicket): readonly string[] {
  const handler = handlerFor(ticket);
  return handler === null ? [] : [handler];
}

/** Names of the handlers of steps in which tickets are worked on. */
export const TICKET_STEPS: readonly string[] = [
  ...new Set([ACCEPT, ...SUB_FLOWS.flatMap((states) => Object.values(states)), REVISIT, CLOSE]),
];

/** The handler of the step that a ticket now needs; null when it needs none. */
function handlerFor(ticket: ProblemTicket): string | null {
  const content = ticket.satisfaction && isContent(ticket.satisfaction);
  if (ticket.status === S.DUPLICATE_LINKED) return REVISIT;
  if (ticket.status === S.RESOLVED) return needsNoAnswer(ticket) ? CLOSE : REVISIT;
  if (ticket.status === S.ANSWERING) return content ? CLOSE : REVISIT;
  return subFlowOf(ticket)[ticket.status] ?? null;
}

function subFlowOf(ticket: ProblemTicket): Partial<Record<S, string>> {
  if (ticket instanceof FaultTicket) return IN_FAULTS;
  if (ticket instanceof Suggestion) return IN_SUGGESTIONS;
  return ticket instanceof BillDispute ? IN_DISPUTES : IN_COMPLAINTS;
}

/** Tickets whose process is just starting, so that they cannot name it yet. */
const starting = new WeakSet<ProblemTicket>();

/** Starts the process of a ticket. */
export async function beginning<T>(ticket: ProblemTicket, start: () => Promise<T>): Promise<T> {
  starting.add(ticket);
  try {
    return await start();
  } finally {
    starting.delete(ticket);
  }
}

/** What is to be done at a step for the ticket as it is; a step that it does not need is passed. */
async function workAt(tx: Transaction, handler: string, run: StepRun): Promise<StepWork> {
  const ticket = run.objectId ? await tx.em.findOne(ProblemTicket, { id: decodeId(run.objectId)!.uuid }) : null;
  const status = ticket?.status ?? null;
  // A process that somebody started about a ticket besides its own has nothing to do here.
  const own = ticket && (starting.has(ticket) || ticket.processInstance?.id === run.instanceId);
  if (!own || handlerFor(ticket) !== handler) return { outputs: { status } };
  // The approval has a process of its own, with the tasks of those who decide.
  if (handler === APPROVE) return { tasks: [] };
  const sent = SENT_OUT.includes(handler) ? await sentOut(tx, ticket, run) : [];
  const itself = { about: ticket, name: run.name, operator: run.operator ?? DISPATCHER, dueAt: ticket.dueAt ?? null };
  return { tasks: sent.length > 0 ? sent : [itself] };
}

const DISPATCHER = { kind: 'ROLE', code: 'FAULT_DISPATCHER' } as const;

/** A task for each unit that has the ticket; the network side as a whole is an outside system. */
async function sentOut(tx: Transaction, ticket: ProblemTicket, { name }: StepRun): Promise<StepTask[]> {
  const where = { ticket: ticket.id, status: DispatchStatus.SENT };
  const items = await tx.em.find(DispatchItem, where, { populate: ['organization'], orderBy: { id: 'asc' } });
  const { assignedEmployee } = ticket;
  const person = assignedEmployee && (await tx.em.findOneOrFail(Employee, { id: assignedEmployee.id }));
  return items.map((item) => {
    const { organization = null, role } = item;
    const unit = organization?.code ? ({ kind: 'ORGANIZATION', code: organization.code } as const) : null;
    const named = person && role === DispatchRole.MAIN;
    return {
      ...{ about: item, name: organization ? `${name} ${organization.name}` : name, dueAt: item.dueAt ?? null },
      operator: named ? ({ kind: 'EMPLOYEE', code: person.employeeNo } as const) : unit,
    };
  });
}

/** What was done on a ticket is not undone: it is worked on again (TRB-15). Nothing is done when one is accepted, which it is already. */
function keeps(handler: string, isOver: boolean): string | null {
  if (isOver) return handler === ACCEPT ? null : 'What was done on the ticket stays done.';
  return handler === APPROVE ? 'The solution is being decided on.' : null;
}

for (const handler of TICKET_STEPS)
  defineStepHandler(handler, {
    begin: (tx, run) => workAt(tx, handler, run),
    binds: (_tx, _run, outputs) => keeps(handler, outputs !== null),
  });
