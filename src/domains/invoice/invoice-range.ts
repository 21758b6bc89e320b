import { Check } from '@mikro-orm/decorators/legacy';
import { Computed, describeEnum, EnumOf, Instant, Int, Node, Noun, One, Text } from '../../kernel/model/index.js';
import { StockHolder } from '../resource/index.js';
import { InvoiceSeries } from './invoice-series.js';

export enum InvoiceRangeStatus {
  ISSUED = 'ISSUED',
  RECALLED = 'RECALLED',
}

describeEnum(InvoiceRangeStatus, 'InvoiceRangeStatus', 'State of a range of voucher numbers.', {
  ISSUED: 'The holder has it and prints from it (RES-24).',
  RECALLED: 'It was taken back, unused (RES-25); its numbers may be issued again.',
});

/** Vouchers of the range that were used, voided or lost. */
const USED = (row: string) =>
  `(select count(*)::int from "invoice" "i" where "i"."series_id" = ${row}."series_id" and "i"."number" between ${row}."first_no" and ${row}."last_no")`;

@Noun({
  tag: 'ig',
  description:
    'Consecutive numbers of a series that a clerk, an outlet or a consignment point has or gave back; those that are ISSUED never overlap (RES-24, RES-25).',
})
@Check({ expression: '"first_no" <= "last_no" and "first_no" > 0', name: 'invoice_range_in_order' })
export class InvoiceRange extends Node {
  @One(() => InvoiceSeries, {
    description: 'The series.',
    inverse: 'ranges',
    inverseDescription: 'Numbers that were issued or recalled.',
  })
  series!: InvoiceSeries;

  @One(() => StockHolder, {
    description: 'Clerk, outlet or consignment point that has it, or gave it back.',
    inverse: 'invoiceRanges',
    inverseDescription: 'Voucher numbers that the holder has or gave back (RES-26).',
  })
  holder!: StockHolder;

  @Int({ description: 'First number.', access: 'btree' })
  firstNo!: number;

  @Int({ description: 'Last number.', access: 'slow' })
  lastNo!: number;

  @Int({ description: 'Number from which printing looks for the next unused one.' })
  nextNo!: number;

  @EnumOf(() => InvoiceRangeStatus, { description: 'State.', access: 'btree' })
  status!: InvoiceRangeStatus;

  @Text({ description: 'Who issued it.', max: 100, access: 'slow' })
  issuedBy!: string;

  @Instant({ description: 'When it was issued.', access: 'btree' })
  issuedAt!: Date;

  @Text({ description: 'Who took it back; null while it is issued.', nullable: true, max: 100 })
  recalledBy?: string | null;

  @Instant({ description: 'When it was taken back; null while it is issued.', nullable: true, access: 'slow' })
  recalledAt?: Date | null;

  @Text({ description: 'Why it was taken back; null while it is issued.', nullable: true, max: 500 })
  recallReason?: string | null;

  @Computed('int', USED, { description: 'Numbers of the range that were used, voided or lost (RES-29).' })
  usedCount!: number;

  @Computed('int', (row) => `(${row}."last_no" - ${row}."first_no" + 1 - ${USED(row)})`, {
    description: 'Numbers of the range that are still unused (RES-26).',
  })
  unusedCount!: number;
}
