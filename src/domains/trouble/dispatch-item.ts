import { describeEnum, EnumOf, Instant, Node, Noun, One, Text } from '../../kernel/model/index.js';
import { InternalOrganization } from '../party/index.js';
import { ProblemTicket } from './problem-ticket.js';

export enum DispatchRole {
  MAIN = 'MAIN',
  CC = 'CC',
}

describeEnum(DispatchRole, 'DispatchRole', 'Part of a receiver in a dispatch (TRB-18).', {
  MAIN: 'Handles the ticket; its receipt ends the dispatch.',
  CC: 'Co-operates and gets a copy; its receipt is optional.',
});

export enum DispatchStatus {
  SENT = 'SENT',
  RETURNED = 'RETURNED',
  WITHDRAWN = 'WITHDRAWN',
}

describeEnum(DispatchStatus, 'DispatchStatus', 'State of one dispatch.', {
  SENT: 'The receiver has it.',
  RETURNED: 'The receiver sent its receipt.',
  WITHDRAWN: 'It was taken back, such as when the ticket was dispatched again or cancelled.',
});

@Noun({
  tag: 'ti',
  root: false,
  description:
    'A ticket sent to one department or to the network side, with its receipt; kept for good (TRB-16, TRB-18, TRB-37).',
})
export class DispatchItem extends Node {
  @One(() => ProblemTicket, {
    description: 'The ticket.',
    inverse: 'dispatches',
    inverseDescription: 'To whom the ticket was sent, and their receipts.',
  })
  ticket!: ProblemTicket;

  @EnumOf(() => DispatchRole, { description: 'Main receiver or copy.' })
  role!: DispatchRole;

  @One(() => InternalOrganization, {
    description: 'The receiving department; null for the network side as a whole.',
    nullable: true,
    inverse: 'receivedDispatches',
    inverseDescription: 'Tickets sent to the department.',
  })
  organization?: InternalOrganization | null;

  @EnumOf(() => DispatchStatus, { description: 'State of the dispatch.' })
  status!: DispatchStatus;

  @Text({ description: 'What the receiver is asked to do.', nullable: true, max: 1000 })
  instruction?: string | null;

  @Instant({ description: 'When it was sent.', access: 'slow' })
  sentAt!: Date;

  @Instant({ description: 'By when the receipt is due.', nullable: true, access: 'slow' })
  dueAt?: Date | null;

  @Instant({ description: 'When the receipt came; null before.', nullable: true, access: 'slow' })
  returnedAt?: Date | null;

  @Text({ description: 'The receipt: what was found, done or planned (TRB-21, TRB-43).', nullable: true, max: 2000 })
  receipt?: string | null;
}
