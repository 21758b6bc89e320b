import {
  Bool,
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
import { Account, Customer } from '../customer/index.js';
import { Region } from '../region/index.js';
import { ProcessInstance } from '../workflow/index.js';
import { ExceptionCause, OrderKind, OrderSource, OrderStatus, ShortageChoice } from './order.enums.js';

@UniqueTogether(['customer', 'externalKey'])
@Noun({
  tag: 'or',
  table: 'customer_order',
  description:
    'What a customer wants bought or changed, from capture to completion (MOD-64, ORD-50, TMF622 ProductOrder).',
})
export class Order extends Node {
  @Text({ description: 'Unique number, given by the system (ORD-50).', max: 30, access: 'unique' })
  orderNo!: string;

  @Text({
    description: 'Uniform number for filing the paper of orders of any kind (ORD-52).',
    max: 30,
    access: 'unique',
  })
  archiveNo!: string;

  @EnumOf(() => OrderKind, { description: 'How it relates to what is already there (ORD-15).' })
  kind!: OrderKind;

  @EnumOf(() => OrderSource, { description: 'Where it came from (ORD-23, ORD-151).' })
  source!: OrderSource;

  @EnumOf(() => OrderStatus, { description: 'State.', access: 'btree' })
  status!: OrderStatus;

  @EnumOf(() => ExceptionCause, {
    description: 'Why it was last returned; null when it never was or has been sent again.',
    nullable: true,
  })
  exceptionCause?: ExceptionCause | null;

  @Int({ description: 'Grade from 1 (first) to 5 (last); drives the sequence of work (ORD-29).', access: 'slow' })
  priority!: number;

  @One(() => Customer, {
    description: 'Who ordered.',
    inverse: 'orders',
    inverseDescription: 'Orders of this customer.',
  })
  customer!: Customer;

  @Text({ description: 'Name of the customer when the order was entered (ORD-01).', access: 'search' })
  customerName!: string;

  @One(() => Account, {
    description: 'Account that new instances are charged to.',
    nullable: true,
    inverse: 'orders',
    inverseDescription: 'Orders whose instances are charged to this account.',
  })
  account?: Account | null;

  @One(() => Region, {
    description: 'Region that handles it: that of the customer.',
    inverse: 'orders',
    inverseDescription: 'Orders handled by this region.',
  })
  region!: Region;

  @Text({
    description:
      'Key that the client gave when it submitted; unique per customer, so that submitting again answers the same order.',
    nullable: true,
    max: 100,
  })
  externalKey?: string | null;

  @Text({
    description:
      'Digest of the submitted content, to tell a repeated submission from another order under the same key.',
    nullable: true,
    max: 64,
  })
  contentDigest?: string | null;

  @Text({
    description: 'Who entered it: the subject of the caller, such as a staff number.',
    max: 100,
    access: 'btree',
  })
  enteredBy!: string;

  @Instant({ description: 'When it was entered.', access: 'btree' })
  enteredAt!: Date;

  @Instant({
    description:
      'Moment whose tariffs it is priced by, and what it opens is charged by: when it was entered, or when the proposal was priced that it was made of. What changes later is none of its business, unless it applies to what was sold before (ORD-107, PRD-72). Null of an order that is older than the keeping of versions of tariffs.',
    nullable: true,
    access: 'slow',
  })
  pricedAt?: Date | null;

  @Instant({ description: 'When the customer wants the service open (ORD-27).', nullable: true, access: 'btree' })
  expectedAt?: Date | null;

  @Instant({ description: 'When everything ordered was done.', nullable: true, access: 'btree' })
  completedAt?: Date | null;

  @Text({ description: 'Why it was cancelled (ORD-59).', nullable: true, max: 500 })
  cancelReason?: string | null;

  @One(() => ProcessInstance, {
    description:
      'The process that carries it out: where it stands and who has what to do. Null until something happens to an order that is older than its process, and for callers who may not see it (WFL-67).',
    nullable: true,
    hideable: true,
    inverse: 'orders',
    inverseDescription: 'The order that the process carries out; empty for other processes (WFL-67).',
  })
  processInstance?: ProcessInstance | null;

  @EnumOf(() => ShortageChoice, {
    description:
      'What the customer wants done when provisioning lacks a resource; null when it was not said: a clerk sees to it (ORD-31, WFL-67).',
    nullable: true,
  })
  onShortage?: ShortageChoice | null;

  @Bool({
    description:
      'True when its service orders complete together: none before provisioning is done with all of them (ORD-85, WFL-68).',
  })
  completesTogether: boolean = false;

  @Bool({
    description:
      'True for an order of a group customer, which is one of the types BIG and COMMERCIAL: its fulfilment is supervised (WFL-73).',
    access: 'btree',
  })
  supervised: boolean = false;

  @Value(() => Money, {
    description: 'Paid in advance, as it was priced with; null for nothing (PRD-68).',
    nullable: true,
  })
  prepaid?: Money | null = null;

  @Int({
    description: 'Months paid in advance, as it was priced with; null for none (PRD-68).',
    nullable: true,
    access: 'slow',
  })
  prepaidMonths?: number | null = null;

  @Value(() => Money, {
    description:
      'Sum of the one-time prices of the items, or less as agreed for all together in a proposal; null when nothing is priced (ORD-105).',
    nullable: true,
  })
  oneTimeTotal?: Money | null;

  @Value(() => Money, {
    description:
      'Sum of the prices of the first period, or less as agreed for all together in a proposal; null when nothing is priced.',
    nullable: true,
  })
  recurringTotal?: Money | null;
}
