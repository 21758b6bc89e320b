import {
  Bool,
  describeEnum,
  EnumOf,
  Int,
  Money,
  Node,
  Noun,
  One,
  Text,
  UniqueTogether,
  Value,
} from '../../kernel/model/index.js';
import { OrderItem } from '../ordering/index.js';
import { Invoice } from './invoice.js';

export enum InvoicedCharge {
  ONE_TIME = 'ONE_TIME',
  RECURRING = 'RECURRING',
  OTHER = 'OTHER',
}

describeEnum(InvoicedCharge, 'InvoicedCharge', 'Which charge a line is about.', {
  ONE_TIME: 'The one-time price of an order line.',
  RECURRING: 'The price of the first period of an order line.',
  OTHER: 'Anything else, with a description of its own.',
});

@UniqueTogether(['orderItem', 'charge'], `"live" and "order_item_id" is not null`)
@Noun({
  tag: 'il',
  root: false,
  description: 'A charge on a voucher; a charge of an order stands on one valid voucher only (RES-47).',
})
export class InvoiceLine extends Node {
  @One(() => Invoice, {
    description: 'The voucher.',
    inverse: 'lines',
    inverseDescription: 'What it is made out for.',
  })
  invoice!: Invoice;

  @Int({ description: 'Position on the voucher, from 1.', access: 'slow' })
  position!: number;

  @One(() => OrderItem, {
    description: 'Order line whose charge it is; null for OTHER, and for callers who may not see it.',
    nullable: true,
    hideable: true,
    inverse: 'invoiceLines',
    inverseDescription: 'Where its charges were invoiced (RES-47).',
  })
  orderItem?: OrderItem | null;

  @EnumOf(() => InvoicedCharge, { description: 'Which charge.', access: 'btree' })
  charge!: InvoicedCharge;

  @Text({ description: 'What it is for, as printed.' })
  description!: string;

  @Value(() => Money, { description: 'Amount, negative on a REFUND.' })
  amount!: Money;

  @Bool({
    description:
      'Whether the voucher is valid; false when it was voided or lost, so that the charge may be invoiced again.',
    access: 'slow',
  })
  live: boolean = true;
}
