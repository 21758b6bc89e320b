import { describe, expect, test } from '@jest/globals';
import { CustomerType, ServiceLevel } from '../customer/index.js';
import { FaultLevel } from './fault-ticket.js';
import { TicketKind, TicketPriority, TicketSeverity } from './ticket-enums.js';
import { TicketRule } from './ticket-rule.js';
import { judge, type RuledTicket } from './ticket-rules.js';

const at = new Date('2026-03-01T00:00:00Z');
const rule = (values: Partial<TicketRule>) =>
  Object.assign(new TicketRule(), { majorEventOnly: false, active: true, ...values });
const ticket = (values: Partial<RuledTicket> = {}): RuledTicket => ({
  ticketKind: TicketKind.FAULT,
  severity: TicketSeverity.MINOR,
  customerLevel: ServiceLevel.STANDARD,
  customerType: CustomerType.PUBLIC,
  faultLevel: FaultLevel.SECOND,
  majorEvent: false,
  ...values,
});
const rules = [
  rule({ code: 'a', ticketKind: TicketKind.FAULT, minutes: 600 }),
  rule({
    code: 'b',
    ticketKind: TicketKind.FAULT,
    customerLevel: ServiceLevel.JADE,
    minutes: 300,
    priority: TicketPriority.HIGH,
  }),
  rule({ code: 'c', severity: TicketSeverity.CRITICAL, priority: TicketPriority.URGENT }),
  rule({ code: 'd', ticketKind: TicketKind.COMPLAINT, majorEventOnly: true, minutes: 60 }),
  rule({ code: 'e', customerType: CustomerType.BIG, faultLevel: FaultLevel.FIRST, minutes: 30 }),
  rule({ code: 'f', customerType: CustomerType.BIG, priority: TicketPriority.LOW }),
];
const judged = (values: Partial<RuledTicket>) => {
  const { dueAt, priority } = judge(rules, ticket(values), at);
  return [dueAt && (dueAt.getTime() - at.getTime()) / 60_000, priority];
};

describe('deadline and priority rules', () => {
  test('TRB-35 the shortest deadline of all rules that hold counts', () => {
    expect(judged({})).toEqual([600, 'NORMAL']);
    expect(judged({ customerLevel: ServiceLevel.JADE })).toEqual([300, 'HIGH']);
    expect(judged({ customerType: CustomerType.BIG, faultLevel: FaultLevel.FIRST })).toEqual([30, 'LOW']);
  });

  test('TRB-09 the highest priority of all rules that hold counts', () => {
    expect(
      judged({ severity: TicketSeverity.CRITICAL, customerType: CustomerType.BIG, customerLevel: ServiceLevel.JADE }),
    ).toEqual([300, 'URGENT']);
  });

  test('TRB-24 major events have a deadline of their own; without a rule there is none', () => {
    expect(judged({ ticketKind: TicketKind.COMPLAINT, majorEvent: true })).toEqual([60, 'NORMAL']);
    expect(judged({ ticketKind: TicketKind.COMPLAINT })).toEqual([null, 'NORMAL']);
    expect(judged({ ticketKind: TicketKind.SUGGESTION, majorEvent: true })).toEqual([null, 'NORMAL']);
  });
});
