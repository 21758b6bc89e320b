import { Computed, describeEnum, EnumOf, Instant, Int, Node, Noun, One, Text } from '../../kernel/model/index.js';
import { Account, Customer, ServiceLevel } from '../customer/index.js';
import { ProductInstance } from '../inventory/index.js';
import { Employee } from '../organisation/index.js';
import { InternalOrganization } from '../party/index.js';
import { Region } from '../region/index.js';
import { ProcessInstance } from '../workflow/index.js';
import { TicketCategory } from './ticket-category.js';
import { Satisfaction, TicketChannel, TicketOrigin, TicketPriority, TicketSeverity } from './ticket-enums.js';
import { TicketStatus } from './ticket-status.js';

export enum ReplyMode {
  PHONE = 'PHONE',
  SMS = 'SMS',
  EMAIL = 'EMAIL',
  LETTER = 'LETTER',
  VISIT = 'VISIT',
  NONE = 'NONE',
}

describeEnum(ReplyMode, 'ReplyMode', 'How the reporter wants to be answered (TRB-02).', {
  PHONE: 'By telephone.',
  SMS: 'By short message.',
  EMAIL: 'By e-mail.',
  LETTER: 'By letter.',
  VISIT: 'By a visit.',
  NONE: 'No answer is wanted.',
});

@Noun({
  abstract: true,
  table: 'problem_ticket',
  description:
    'A problem that a customer, a partner or the network side reports: fault, complaint, suggestion or billing dispute (TRB-01, TMF621 Trouble Ticket).',
})
export abstract class ProblemTicket extends Node {
  @Text({ description: 'Number that people name the ticket by; given at acceptance.', max: 40, access: 'unique' })
  ticketNo!: string;

  @One(() => Customer, {
    description:
      'The customer who has the problem; null for one that the network side found and no single customer owns.',
    nullable: true,
    inverse: 'problemTickets',
    inverseDescription: 'Problem tickets of the customer (TRB-57).',
  })
  customer?: Customer | null;

  @EnumOf(() => ServiceLevel, {
    description:
      "The customer's service level when the ticket was accepted; later changes of it do not move the deadline.",
    nullable: true,
  })
  customerLevel?: ServiceLevel | null;

  @One(() => ProductInstance, {
    description: 'The product instance that the problem is about.',
    nullable: true,
    inverse: 'problemTickets',
    inverseDescription: 'Problem tickets about the instance.',
  })
  productInstance?: ProductInstance | null;

  @One(() => Account, {
    description: 'The account that the problem is about.',
    nullable: true,
    inverse: 'problemTickets',
    inverseDescription: 'Problem tickets about the account.',
  })
  account?: Account | null;

  @One(() => Region, {
    description: 'Region that handles the ticket.',
    inverse: 'problemTickets',
    inverseDescription: 'Tickets handled directly in this region.',
  })
  region!: Region;

  @One(() => TicketCategory, {
    description: 'What it is about.',
    inverse: 'tickets',
    inverseDescription: 'Tickets of exactly this category.',
  })
  category!: TicketCategory;

  @EnumOf(() => TicketStatus, { description: 'State in the life cycle of its kind.', access: 'btree' })
  status!: TicketStatus;

  @EnumOf(() => TicketPriority, { description: 'Order in which it is handled (TRB-09).', access: 'btree' })
  priority!: TicketPriority;

  @EnumOf(() => TicketSeverity, { description: 'How much it disturbs.' })
  severity!: TicketSeverity;

  @EnumOf(() => TicketOrigin, { description: 'Who brought the problem up.' })
  origin!: TicketOrigin;

  @EnumOf(() => TicketChannel, { description: 'Channel over which it was accepted.' })
  channel!: TicketChannel;

  @Instant({ description: 'When it was accepted.', access: 'btree' })
  acceptedAt!: Date;

  @One(() => Employee, {
    description: 'The employee who accepted it; null when the customer or a system entered it.',
    nullable: true,
  })
  acceptedBy?: Employee | null;

  @Text({ description: 'What the reporter says, in their words.', max: 4000, access: 'slow' })
  content!: string;

  @Text({ description: 'Name of the person who reports it.', nullable: true, max: 100 })
  contactName?: string | null;

  @Text({ description: 'Telephone number under which the reporter can be reached.', nullable: true, max: 40 })
  contactPhone?: string | null;

  @Text({ description: 'Address of the reporter.', nullable: true, max: 300 })
  contactAddress?: string | null;

  @EnumOf(() => ReplyMode, { description: 'How the reporter wants to be answered.', nullable: true })
  replyMode?: ReplyMode | null;

  @Text({
    description: 'Service number that the problem is about, as the reporter named it.',
    nullable: true,
    max: 40,
    access: 'btree',
  })
  serviceNumber?: string | null;

  @Instant({ description: 'By when the reporter wants it solved.', nullable: true, access: 'slow' })
  requestedResolveAt?: Date | null;

  @Instant({
    description: 'By when it must be solved, from the deadline rules (TRB-35); null when no rule sets one.',
    nullable: true,
    access: 'btree',
  })
  dueAt?: Date | null;

  @Instant({
    description:
      'Since when it is held with its process: nobody works on it, and its deadline stands still; null while it is not (WFL-45).',
    nullable: true,
    access: 'slow',
  })
  heldAt?: Date | null;

  @Instant({ description: 'When it was solved; null again when it is reopened.', nullable: true, access: 'btree' })
  resolvedAt?: Date | null;

  @Text({ description: 'What solved it, or why it was no problem.', nullable: true, max: 2000 })
  resolution?: string | null;

  @Instant({ description: 'When it was closed or cancelled.', nullable: true, access: 'slow' })
  closedAt?: Date | null;

  @One(() => ProblemTicket, {
    description: 'The ticket that this one repeats (TRB-07).',
    nullable: true,
    inverse: 'duplicates',
    inverseDescription: 'Tickets that repeat this one.',
  })
  duplicateOf?: ProblemTicket | null;

  @Int({ description: 'How often the customer has repeated it (TRB-07).' })
  repeatCount!: number;

  @One(() => ProblemTicket, {
    description: 'The mass fault that this ticket is part of (TRB-39).',
    nullable: true,
    inverse: 'children',
    inverseDescription: 'Tickets that are part of this mass fault.',
  })
  parent?: ProblemTicket | null;

  @One(() => InternalOrganization, {
    description: 'The department that handles it now.',
    nullable: true,
    inverse: 'assignedTickets',
    inverseDescription: 'Tickets that the department handles.',
  })
  assignedOrganization?: InternalOrganization | null;

  @One(() => Employee, {
    description: 'The employee who handles it now.',
    nullable: true,
    inverse: 'assignedTickets',
    inverseDescription: 'Tickets that the employee handles.',
  })
  assignedEmployee?: Employee | null;

  @One(() => ProcessInstance, {
    description:
      'The process by which the ticket is handled; its tasks stand in the work lists and end with what is done to the ticket. Null when no template is published that applies, and for callers who may not see it (WFL-34, WFL-40).',
    nullable: true,
    hideable: true,
    inverse: 'problemTickets',
    inverseDescription: 'The ticket that is handled by the process.',
  })
  processInstance?: ProcessInstance | null;

  @Int({ description: 'How often it was raised to a higher level; 0 at first (TRB-26, TRB-42).', access: 'slow' })
  escalationLevel!: number;

  @EnumOf(() => Satisfaction, { description: "The customer's last opinion of the handling (TRB-14).", nullable: true })
  satisfaction?: Satisfaction | null;

  @Text({ description: "The customer's last feedback, in their words (TRB-14).", nullable: true, max: 2000 })
  feedback?: string | null;

  @Int({ description: 'Return visits since it was last solved at which the customer was not satisfied (TRB-15).' })
  unsatisfiedVisits!: number;

  @Int({
    description: 'Highest alarm raised about its deadline: 0 none, 1 near, 2 overdue (TRB-25, TRB-41).',
    access: 'slow',
  })
  alarmLevel!: number;

  @Computed(
    'boolean',
    (ticket) =>
      `(${ticket}."due_at" is not null and coalesce(${ticket}."resolved_at", ${ticket}."closed_at", ${ticket}."held_at", now()) > ${ticket}."due_at")`,
    {
      description:
        'Whether it was solved after its deadline, or is not solved although the deadline has passed (TRB-25, TRB-41).',
    },
  )
  overdue!: boolean;
}
