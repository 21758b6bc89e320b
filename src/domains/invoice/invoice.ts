import {
  Computed,
  describeEnum,
  EnumOf,
  Instant,
  Int,
  Money,
  Node,
  Noun,
  One,
  Text,
  UniqueTogether,
  Value,
} from '../../kernel/model/index.js';
import { Customer } from '../customer/index.js';
import { StockHolder } from '../resource/index.js';
import { InvoiceRange } from './invoice-range.js';
import { InvoiceSeries } from './invoice-series.js';

export enum InvoiceStatus {
  USED = 'USED',
  WRITTEN_OFF = 'WRITTEN_OFF',
  VOID = 'VOID',
  LOST = 'LOST',
}

describeEnum(InvoiceStatus, 'InvoiceStatus', 'State of a voucher number; one without a row is unused.', {
  USED: 'Printed and handed out.',
  WRITTEN_OFF: 'Used, and checked when it was handed in (RES-27).',
  VOID: 'Void, and never used again (RES-28, RES-46).',
  LOST: 'Lost, and never used again (RES-28).',
});

export enum InvoiceKind {
  ORIGINAL = 'ORIGINAL',
  SUPPLEMENTARY = 'SUPPLEMENTARY',
  REFUND = 'REFUND',
}

describeEnum(InvoiceKind, 'InvoiceKind', 'What a voucher documents (RES-46).', {
  ORIGINAL: 'Charges.',
  SUPPLEMENTARY: 'Charges that were missing on another voucher.',
  REFUND: 'Money that is given back from another voucher.',
});

@UniqueTogether(['series', 'number'])
@Noun({ tag: 'ic', description: 'A voucher whose number was used, voided or lost (MOD-46, RES-24 to RES-29, RES-44).' })
export class Invoice extends Node {
  @One(() => InvoiceSeries, {
    description: 'Series of the number.',
    inverse: 'invoices',
    inverseDescription: 'Vouchers of the series whose number was used.',
  })
  series!: InvoiceSeries;

  @Int({ description: 'Number in the series.', access: 'btree' })
  number!: number;

  @Text({ description: 'Code of the series and number, as printed.', max: 40, access: 'unique' })
  invoiceNo!: string;

  @One(() => InvoiceRange, {
    description: 'Range that it comes from; null for callers who may not see it.',
    hideable: true,
    inverse: 'invoices',
    inverseDescription: 'Vouchers of the range that were used, voided or lost.',
  })
  range!: InvoiceRange;

  @One(() => StockHolder, {
    description: 'Clerk, outlet or consignment point that used it; null for callers who may not see it.',
    hideable: true,
    inverse: 'invoices',
    inverseDescription: 'Vouchers that the holder used, voided or lost (RES-29).',
  })
  holder!: StockHolder;

  @EnumOf(() => InvoiceStatus, { description: 'State; changes only through its life cycle.', access: 'btree' })
  status!: InvoiceStatus;

  @EnumOf(() => InvoiceKind, { description: 'What it documents.', access: 'btree' })
  kind!: InvoiceKind;

  @One(() => Invoice, {
    description: 'Of a SUPPLEMENTARY or REFUND: the voucher that it belongs to; null otherwise.',
    nullable: true,
    inverse: 'followUps',
    inverseDescription: 'What was charged or given back afterwards (RES-46).',
  })
  original?: Invoice | null;

  @One(() => Customer, {
    description: 'Customer who got it; null when none is known, and for callers who may not see that customer.',
    nullable: true,
    hideable: true,
    inverse: 'invoices',
    inverseDescription: 'Vouchers that the customer got.',
  })
  customer?: Customer | null;

  @Text({
    description: 'Name to which it is made out; null when it was never printed.',
    nullable: true,
    access: 'search',
  })
  payer?: string | null;

  @Value(() => Money, {
    description:
      'Sum of its lines, negative for a REFUND; null when it was never printed, and for staff, of a customer with a service password for queries, until it was shown (CUS-03).',
    nullable: true,
  })
  total?: Money | null;

  @Int({ description: 'How often it was printed.', access: 'slow' })
  printCount!: number;

  @Computed('boolean', (row) => `(${row}."print_count" > 1)`, {
    description: 'Whether the paper bears the mark of a reprint (RES-46).',
  })
  reprint!: boolean;

  @Text({ description: 'Who printed it, or reported its loss.', max: 100, access: 'slow' })
  issuedBy!: string;

  @Instant({ description: 'When.', access: 'btree' })
  issuedAt!: Date;

  @Text({ description: 'Why it is void or lost; null otherwise.', nullable: true, max: 500 })
  endReason?: string | null;
}
