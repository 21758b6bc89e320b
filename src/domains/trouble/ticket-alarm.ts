import type { Transaction } from '../../kernel/database/transaction.js';
import { defineJob } from '../../kernel/jobs/job.js';
import { ProblemTicket } from './problem-ticket.js';
import { FINISHED_STATUSES, TicketStatus } from './ticket-status.js';

/** Alarm levels: near the deadline, and past it (TRB-25, TRB-41). */
const ALARMS = [
  { level: 1, share: 0.8, type: 'ticket.deadline.warning' },
  { level: 2, share: 1, type: 'ticket.overdue' },
] as const;

/** States in which the deadline no longer matters: the problem is solved, or handled under another ticket. */
const DONE = [TicketStatus.DUPLICATE_LINKED, TicketStatus.RESOLVED, TicketStatus.ANSWERING, ...FINISHED_STATUSES];

const JOB = 'trouble.alarm';

/** Plans the alarms of a ticket that has a deadline; they find nothing to do when it is solved in time. */
export function planAlarms(tx: Transaction, ticket: ProblemTicket): void {
  const { dueAt } = ticket;
  if (!dueAt) return;
  const span = dueAt.getTime() - ticket.acceptedAt.getTime();
  for (const { level, share } of ALARMS) {
    tx.enqueue({
      name: JOB,
      key: `${JOB}:${ticket.id}:${level}`,
      payload: { ticketId: ticket.id, level },
      runAt: new Date(ticket.acceptedAt.getTime() + span * share),
    });
  }
}

/** Raises an alarm once: the level on the ticket keeps a repeated job from raising it again. */
export const alarmJob = defineJob<{ ticketId: string; level: number }>(JOB, ({ ticketId, level }, context) =>
  context.database.write(context, async (tx) => {
    const ticket = await tx.find(ProblemTicket, ticketId);
    const alarm = ALARMS.find((candidate) => candidate.level === level);
    if (!ticket || !alarm || ticket.alarmLevel >= level || DONE.includes(ticket.status)) return;
    // It is planned anew when the ticket goes on.
    if (ticket.heldAt) return;
    ticket.alarmLevel = level;
    tx.record({
      kind: 'BUSINESS_FACT',
      type: alarm.type,
      subject: ticket,
      regionId: ticket.region.id,
      data: { level, dueAt: ticket.dueAt?.toISOString() ?? null, status: ticket.status },
    });
  }),
);
