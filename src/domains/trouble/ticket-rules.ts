import type { Transaction } from '../../kernel/database/transaction.js';
import type { CustomerType, ServiceLevel } from '../customer/index.js';
import type { FaultLevel } from './fault-ticket.js';
import { type TicketKind, TicketPriority, type TicketSeverity } from './ticket-enums.js';
import { TicketRule } from './ticket-rule.js';

/** What rules look at. */
export interface RuledTicket {
  ticketKind: TicketKind;
  severity: TicketSeverity;
  customerLevel: ServiceLevel | null;
  customerType: CustomerType | null;
  faultLevel: FaultLevel | null;
  majorEvent: boolean;
}

const PRIORITIES = [TicketPriority.URGENT, TicketPriority.HIGH, TicketPriority.NORMAL, TicketPriority.LOW];

/** Whether all conditions of the rule are met. */
export function holds(rule: TicketRule, ticket: RuledTicket): boolean {
  const conditions = ['ticketKind', 'severity', 'customerLevel', 'customerType', 'faultLevel'] as const;
  return (
    (!rule.majorEventOnly || ticket.majorEvent) &&
    conditions.every((condition) => rule[condition] == null || rule[condition] === ticket[condition])
  );
}

/** Of the rules that hold, the shortest deadline, and the highest priority; NORMAL when none gives one. */
export function judge(
  rules: readonly TicketRule[],
  ticket: RuledTicket,
  acceptedAt: Date,
): { dueAt: Date | null; priority: TicketPriority } {
  const holding = rules.filter((rule) => holds(rule, ticket));
  const minutes = holding.flatMap((rule) => rule.minutes ?? []);
  const priorities = holding.flatMap((rule) => rule.priority ?? []);
  return {
    dueAt: minutes.length > 0 ? new Date(acceptedAt.getTime() + Math.min(...minutes) * 60_000) : null,
    priority: PRIORITIES.find((priority) => priorities.includes(priority)) ?? TicketPriority.NORMAL,
  };
}

/** Deadline and priority by the rules in use (TRB-09, TRB-24, TRB-35). */
export async function judgeByRules(
  tx: Transaction,
  ticket: RuledTicket,
): Promise<{ dueAt: Date | null; priority: TicketPriority }> {
  const rules = await tx.em.find(TicketRule, {
    active: true,
    $or: [{ ticketKind: ticket.ticketKind }, { ticketKind: null }],
  });
  return judge(rules, ticket, tx.at);
}
