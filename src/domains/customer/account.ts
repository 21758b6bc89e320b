import {
  Bool,
  Characteristics,
  EnumOf,
  Instant,
  Int,
  Money,
  Node,
  Noun,
  One,
  Text,
  TextList,
  UniqueTogether,
  Value,
} from '../../kernel/model/index.js';
import { Region } from '../region/index.js';
import { AccountStatus, BillDelivery, BillFormat, BillingCycle, PaymentMode } from './account-enums.js';
import { Customer } from './customer.js';

@UniqueTogether(['owner'], 'is_default')
@Noun({
  tag: 'ac',
  description:
    'Collects the charges that a customer must pay (MOD-28, TMF666 BillingAccount); not a way of paying, which is PaymentAccount.',
})
export class Account extends Node {
  @Text({ description: 'Number given at creation, unique (CUS-35).', max: 40, access: 'unique' })
  accountNo!: string;

  @Text({ description: 'Name of the account; the name of the owner when opened (CUS-36).', access: 'search' })
  name!: string;

  @One(() => Customer, {
    description: 'The one customer that owns it (CUS-34).',
    inverse: 'accounts',
    inverseDescription: 'Accounts that collect the charges of the customer.',
  })
  owner!: Customer;

  @One(() => Region, {
    description: 'Region that keeps the account; that of the owner when opened.',
    inverse: 'accounts',
    inverseDescription: 'Accounts kept by exactly this region.',
  })
  region!: Region;

  @EnumOf(() => AccountStatus, { description: 'State (CUS-44).' })
  status!: AccountStatus;

  @Bool({
    description: 'Whether charges go here unless told otherwise; at most one per customer (CUS-38).',
    access: 'slow',
  })
  isDefault!: boolean;

  @EnumOf(() => BillingCycle, { description: 'How often it is billed (CUS-39).' })
  billingCycle!: BillingCycle;

  @Int({ description: 'Day of the month on which the cycle starts, 1 to 28.', access: 'slow' })
  billingDay!: number;

  @Text({ description: 'Currency of its charges, ISO 4217.', max: 3, access: 'slow' })
  currency!: string;

  @EnumOf(() => PaymentMode, { description: 'How it is usually paid (CUS-42).' })
  paymentMode!: PaymentMode;

  @EnumOf(() => BillFormat, { description: 'Content of the bill (CUS-40).' })
  billFormat!: BillFormat;

  @TextList({
    description: 'What the bill tells besides its charges, values of `BillPart` (CUS-40).',
  })
  billParts: string[] = [];

  @EnumOf(() => BillDelivery, { description: 'How the bill reaches the customer (CUS-41).' })
  billDelivery!: BillDelivery;

  @Text({
    description: 'Postal address, e-mail address or telephone number that bills go to, as the delivery asks.',
    nullable: true,
    max: 300,
  })
  billAddress?: string | null;

  @Text({ description: 'Postcode, for delivery by post.', nullable: true, max: 12 })
  billPostcode?: string | null;

  @Text({ description: 'Whom to contact about bills.', nullable: true })
  contactName?: string | null;

  @Text({ description: 'Telephone number for questions about bills.', nullable: true, max: 30 })
  contactPhone?: string | null;

  @Instant({ description: 'When it was opened.', access: 'slow' })
  openedAt!: Date;

  @Instant({ description: 'When it became INVALID; otherwise null.', nullable: true, access: 'slow' })
  closedAt?: Date | null;

  @Int({
    description:
      'Grows by one with every change of the record; send it as `expectedVersion` to change only what you have seen.',
  })
  version!: number;

  @Int({
    description:
      'Place among the accounts of its first owner, in the order in which they were opened, from 1 (CUS-75).',
    nullable: true,
    access: 'slow',
  })
  sequenceNo?: number | null;

  @Text({
    description: 'Identifier of the bank behind the payment account that is tried first (CUS-75).',
    nullable: true,
    max: 40,
    access: 'btree',
  })
  bankCode?: string | null;

  @Value(() => Money, { description: 'Most that may be owed; null without a limit (CUS-75).', nullable: true })
  creditLimit?: Money | null;

  @Text({
    description: 'Credit standing of the account, such as `A`; null when not rated (CUS-75).',
    nullable: true,
    max: 20,
    access: 'slow',
    grouped: true,
  })
  credit?: string | null;

  @Value(() => Money, {
    description:
      'What is in the account, negative when money is owed, as billing last told; null when it never did (CUS-75), and for staff, of a customer with a service password for queries, until it was shown (CUS-03).',
    nullable: true,
  })
  balance?: Money | null;

  @Instant({ description: 'When the balance was so.', nullable: true, access: 'slow' })
  balanceAt?: Date | null;

  @Characteristics({ description: 'Further attributes by name.' })
  characteristics: Record<string, unknown> = {};
}
