import { Index, Property } from '@mikro-orm/decorators/legacy';
import {
  EnumOf,
  Instant,
  Int,
  JsonValue,
  Node,
  Noun,
  One,
  Text,
  TextList,
  UniqueTogether,
} from '../../kernel/model/index.js';
import { Customer } from '../customer/index.js';
import { CustomerSyncLoad } from './customer-sync-load.js';
import { CustomerSyncTarget } from './customer-sync-target.js';
import { SyncStatus } from './sync-enums.js';

/** How many deliveries to one system may be on their way at the same time; those of a customer share a lane. */
export const LANES = 4;

@UniqueTogether(['target', 'customer', 'sequence'])
@Index({
  name: 'customer_sync_delivery_due',
  properties: ['target', 'lane', 'nextAttemptAt'],
  where: `"status" = 'PENDING'`,
})
@Index({
  name: 'customer_sync_delivery_waiting',
  properties: ['target', 'customer', 'sequence'],
  where: `"status" = 'PENDING'`,
})
@Index({ name: 'customer_sync_delivery_load_waiting', properties: ['load'], where: `"status" = 'PENDING'` })
@Noun({
  tag: 'zk',
  plural: 'customerSyncDeliveries',
  description:
    'That the data of a customer, after one or several changes, are delivered to a system outside; for staff. Those of a customer go out in the order of their sequence (CUS-58).',
})
export class CustomerSyncDelivery extends Node {
  @One(() => CustomerSyncTarget, {
    description: 'The system.',
    inverse: 'deliveries',
    inverseDescription: 'Deliveries to it.',
  })
  target!: CustomerSyncTarget;

  @One(() => Customer, {
    description: 'The customer.',
    inverse: 'syncDeliveries',
    inverseDescription:
      'Deliveries of the data of the customer to systems outside (CUS-58); empty for customers and partners.',
  })
  customer!: Customer;

  @One(() => CustomerSyncLoad, {
    description: 'The full load that it belongs to; null when only changes, or a request by hand, are its cause.',
    nullable: true,
    inverse: 'deliveries',
    inverseDescription: 'Its deliveries, one of each customer.',
  })
  load!: CustomerSyncLoad | null;

  @Int({
    description: 'Place among the deliveries of the customer to the system, from 1; later data have a higher one.',
    access: 'slow',
  })
  sequence!: number;

  @Text({
    description:
      'Key by which the system knows a repeated delivery: system, code of the customer and sequence. It never changes.',
    max: 120,
    access: 'unique',
  })
  deliveryKey!: string;

  @TextList({
    description:
      'Types of the events that it is about, such as `customer.changed`; empty when it was asked for by hand or belongs to a full load only.',
  })
  eventTypes!: string[];

  @EnumOf(() => SyncStatus, { description: 'State.', access: 'btree' })
  status!: SyncStatus;

  @Int({ description: 'Attempts made so far.', access: 'slow' })
  attemptCount!: number;

  @Int({ description: 'Attempts after which it is given up.' })
  attemptLimit!: number;

  @Instant({
    description: 'Earliest moment of the next attempt; null when there is none.',
    nullable: true,
    access: 'slow',
  })
  nextAttemptAt!: Date | null;

  @Instant({ description: 'When it was taken, or given up; null before.', nullable: true, access: 'btree' })
  endedAt!: Date | null;

  @Text({ description: 'Reference that the system gave it; null before it was taken.', nullable: true, max: 200 })
  externalRef!: string | null;

  @Text({ description: 'What went wrong at the last attempt; null when nothing did.', nullable: true, max: 500 })
  lastError!: string | null;

  @JsonValue({
    description:
      'What is sent, the same at each attempt; null before the first, and some time after it was taken. Needs the permission `customer.sync.content`.',
    nullable: true,
  })
  content!: Record<string, unknown> | null;

  @Property({ type: 'smallint', hidden: true })
  lane!: number;
}

/** The lane in which all deliveries of a customer go out, one after another. */
export const laneOf = (customerId: string): number => parseInt(customerId.slice(-4), 16) % LANES;
