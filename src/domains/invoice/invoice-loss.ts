import { describeEnum, EnumOf, Instant, Int, Node, Noun, One, Text } from '../../kernel/model/index.js';
import { InvoiceRange } from './invoice-range.js';

export enum InvoiceLossKind {
  LOST = 'LOST',
  VOID = 'VOID',
}

describeEnum(InvoiceLossKind, 'InvoiceLossKind', 'What happened to voucher numbers.', {
  LOST: 'They were lost.',
  VOID: 'They were spoiled.',
});

export enum InvoiceLossStatus {
  REPORTED = 'REPORTED',
  CONFIRMED = 'CONFIRMED',
  REJECTED = 'REJECTED',
}

describeEnum(InvoiceLossStatus, 'InvoiceLossStatus', 'State of a report about lost or spoiled vouchers.', {
  REPORTED: 'Reported; somebody else decides.',
  CONFIRMED: 'Confirmed: the numbers can never be used any more.',
  REJECTED: 'Not accepted, or taken back; the numbers stay as they were.',
});

@Noun({ tag: 'ix', description: 'A report that voucher numbers were lost or spoiled (RES-28).' })
export class InvoiceLoss extends Node {
  @One(() => InvoiceRange, {
    description: 'Range in which the numbers lie.',
    inverse: 'losses',
    inverseDescription: 'Reports about lost or spoiled numbers of the range.',
  })
  range!: InvoiceRange;

  @Int({ description: 'First number.', access: 'slow' })
  firstNo!: number;

  @Int({ description: 'Last number.', access: 'slow' })
  lastNo!: number;

  @EnumOf(() => InvoiceLossKind, { description: 'What happened.', access: 'btree' })
  kind!: InvoiceLossKind;

  @Text({ description: 'How it came about.', max: 500 })
  reason!: string;

  @EnumOf(() => InvoiceLossStatus, { description: 'State; changes only through its life cycle.', access: 'btree' })
  status!: InvoiceLossStatus;

  @Text({ description: 'Who reported it.', max: 100, access: 'slow' })
  reportedBy!: string;

  @Text({ description: 'Who decided; null before.', nullable: true, max: 100 })
  decidedBy?: string | null;

  @Instant({ description: 'When it was decided; null before.', nullable: true, access: 'slow' })
  decidedAt?: Date | null;
}
