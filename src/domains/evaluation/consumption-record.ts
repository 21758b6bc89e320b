import { DecimalNumber, EnumOf, Instant, Money, Node, Noun, One, Text, Value } from '../../kernel/model/index.js';
import { BusinessLine } from '../catalogue/index.js';
import { Customer, PaymentMode } from '../customer/index.js';

@Noun({
  tag: 'vi',
  description: 'What a customer has consumed, how, and how it was paid, for analysis; for staff only (CUS-63).',
})
export class ConsumptionRecord extends Node {
  @Text({ description: 'Number, unique: as given with it, or issued.', max: 60, access: 'unique' })
  recordNo!: string;

  @One(() => Customer, {
    description: 'The customer.',
    inverse: 'consumptionRecords',
    inverseDescription:
      'What the customer has consumed (CUS-63); empty for customers and partners, and of one with a service password for queries for staff without `customer.query.unverified` until they send the proof of it in `customer-verification`; `withheldParts` tells (CUS-03).',
  })
  customer!: Customer;

  @One(() => BusinessLine, { description: 'Business that it belongs to.' })
  businessLine!: BusinessLine;

  @Text({ description: 'What was consumed, such as calls or a service.' })
  content!: string;

  @Text({
    description: 'Direction of calls, such as `LOCAL` or `INTERNATIONAL`; null for what has none.',
    nullable: true,
    max: 60,
    access: 'slow',
    grouped: true,
  })
  direction?: string | null;

  @Instant({ description: 'When it was consumed.', access: 'btree' })
  occurredAt!: Date;

  @DecimalNumber({ description: 'How much of it, in `unit`; null when not counted.', nullable: true })
  quantity?: string | null;

  @Text({ description: 'Unit of the quantity, such as `minute`.', nullable: true, max: 40 })
  unit?: string | null;

  @Value(() => Money, { description: 'What the customer paid or is to pay for it.' })
  amount!: Money;

  @Value(() => Money, { description: 'What it cost the operator; null when not known.', nullable: true })
  cost?: Money | null;

  @EnumOf(() => PaymentMode, { description: 'How it is paid; null when not known.', nullable: true })
  paymentMode?: PaymentMode | null;

  @Text({ description: 'Who wrote it last.', max: 100, access: 'slow' })
  recordedBy!: string;

  @Instant({ description: 'When it was deleted; null while it counts.', nullable: true, access: 'slow' })
  deletedAt?: Date | null;
}
