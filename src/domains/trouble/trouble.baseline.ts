import type { CallContext } from '../../kernel/database/context.js';
import { ensureRows } from '../../kernel/database/ensure-rows.js';
import { CustomerType, ServiceLevel } from '../customer/index.js';
import { ensureProcesses } from '../process/index.js';
import { ticketProcesses } from './ticket-processes.js';
import { FaultLevel } from './fault-ticket.js';
import { TicketCategory } from './ticket-category.js';
import { TicketKind as K, TicketPriority as P, TicketSeverity as S } from './ticket-enums.js';
import { TicketRule } from './ticket-rule.js';

/** Code, name, kind. The general ones serve reports that name no category. */
const categories: readonly [string, string, K][] = [
  ['FAULT_GENERAL', '其他故障', K.FAULT],
  ['FAULT_NO_SERVICE', '业务中断', K.FAULT],
  ['FAULT_VOICE', '语音故障', K.FAULT],
  ['FAULT_BROADBAND', '宽带故障', K.FAULT],
  ['FAULT_SLOW', '速率慢', K.FAULT],
  ['FAULT_LINE', '线路故障', K.FAULT],
  ['COMPLAINT_GENERAL', '其他投诉', K.COMPLAINT],
  ['COMPLAINT_COMM_QUALITY', '通信质量', K.COMPLAINT],
  ['COMPLAINT_TARIFF', '资费', K.COMPLAINT],
  ['COMPLAINT_SERVICE_QUALITY', '服务质量', K.COMPLAINT],
  ['SUGGESTION_GENERAL', '其他建议', K.SUGGESTION],
  ['SUGGESTION_WORKS', '工程施工', K.SUGGESTION],
  ['SUGGESTION_SELLING', '营销', K.SUGGESTION],
  ['SUGGESTION_TARIFF', '资费建议', K.SUGGESTION],
  ['SUGGESTION_SERVICE', '客户服务', K.SUGGESTION],
  ['DISPUTE_GENERAL', '其他话费争议', K.BILL_DISPUTE],
  ['DISPUTE_USAGE', '用量争议', K.BILL_DISPUTE],
  ['DISPUTE_RENTAL', '月租争议', K.BILL_DISPUTE],
];

const HOUR = 60;
const DAY = 24 * HOUR;

const anyTicket = {
  ticketKind: null,
  severity: null,
  customerLevel: null,
  customerType: null,
  faultLevel: null,
  majorEventOnly: false,
  minutes: null,
  priority: null,
  active: true,
};

/** Limits in the manner of the regulation (requirements 8, open point 2): 72 hours for a fault, half of it for large customers, 15 days for the rest. */
const rules = [
  { code: 'FAULT_STANDARD', ticketKind: K.FAULT, minutes: 72 * HOUR },
  { code: 'FAULT_MAJOR', ticketKind: K.FAULT, severity: S.MAJOR, minutes: 48 * HOUR },
  { code: 'FAULT_CRITICAL', ticketKind: K.FAULT, severity: S.CRITICAL, minutes: 24 * HOUR, priority: P.HIGH },
  { code: 'FAULT_BIG', ticketKind: K.FAULT, customerType: CustomerType.BIG, minutes: 36 * HOUR },
  {
    code: 'FAULT_BIG_MAJOR',
    ticketKind: K.FAULT,
    customerType: CustomerType.BIG,
    severity: S.MAJOR,
    minutes: 24 * HOUR,
  },
  {
    code: 'FAULT_BIG_CRITICAL',
    ticketKind: K.FAULT,
    customerType: CustomerType.BIG,
    severity: S.CRITICAL,
    minutes: 12 * HOUR,
  },
  { code: 'FAULT_DIAMOND', ticketKind: K.FAULT, customerLevel: ServiceLevel.DIAMOND, minutes: 24 * HOUR },
  {
    code: 'FAULT_DIAMOND_CRITICAL',
    ticketKind: K.FAULT,
    customerLevel: ServiceLevel.DIAMOND,
    severity: S.CRITICAL,
    minutes: 8 * HOUR,
    priority: P.URGENT,
  },
  {
    code: 'FAULT_FIRST_LEVEL',
    ticketKind: K.FAULT,
    faultLevel: FaultLevel.FIRST,
    minutes: 4 * HOUR,
    priority: P.URGENT,
  },
  { code: 'COMPLAINT_STANDARD', ticketKind: K.COMPLAINT, minutes: 15 * DAY },
  {
    code: 'COMPLAINT_MAJOR_EVENT',
    ticketKind: K.COMPLAINT,
    majorEventOnly: true,
    minutes: 2 * DAY,
    priority: P.URGENT,
  },
  { code: 'COMPLAINT_BIG', ticketKind: K.COMPLAINT, customerType: CustomerType.BIG, minutes: 7 * DAY },
  { code: 'DISPUTE_STANDARD', ticketKind: K.BILL_DISPUTE, minutes: 15 * DAY },
  { code: 'SUGGESTION_LOW', ticketKind: K.SUGGESTION, priority: P.LOW },
  { code: 'PRIORITY_BIG', customerType: CustomerType.BIG, priority: P.HIGH },
  { code: 'PRIORITY_DIAMOND', customerLevel: ServiceLevel.DIAMOND, priority: P.HIGH },
  { code: 'PRIORITY_JADE', customerLevel: ServiceLevel.JADE, priority: P.HIGH },
];

/** Categories, rules and processes to begin with; rows that exist already stay as the operator changed them. */
export async function troubleBaseline(context: CallContext): Promise<void> {
  await context.database.write(context, async (tx) => {
    await ensureRows(
      tx,
      TicketCategory,
      categories.map(([code, name, ticketKind]) => ({ code, name, ticketKind, parent: null, active: true })),
    );
    await ensureRows(
      tx,
      TicketRule,
      rules.map((rule) => ({ ...anyTicket, ...rule })),
    );
  });
  await ensureProcesses(context, ticketProcesses);
}
