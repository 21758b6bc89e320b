import { Characteristics, describeEnum, EnumOf, Instant, Node, Noun, One, Text } from '../../kernel/model/index.js';
import { Product, ProductVersion } from '../catalogue/index.js';
import { Account, Customer } from '../customer/index.js';
import { Region } from '../region/index.js';
import { OfferingInstance } from './offering-instance.js';

export enum ProductInstanceStatus {
  PENDING = 'PENDING',
  ACTIVE = 'ACTIVE',
  SUSPENDED = 'SUSPENDED',
  REMOVING = 'REMOVING',
  REMOVED = 'REMOVED',
}

describeEnum(ProductInstanceStatus, 'ProductInstanceStatus', 'State of a product that a customer has.', {
  PENDING: 'Ordered, not yet in service.',
  ACTIVE: 'In service.',
  SUSPENDED: 'Stopped for a time; `suspendReason` says why.',
  REMOVING: 'Being taken away.',
  REMOVED: 'Taken away, for good.',
});

export enum SuspendReason {
  ARREARS = 'ARREARS',
  VIOLATION = 'VIOLATION',
  CUSTOMER_REQUEST = 'CUSTOMER_REQUEST',
}

describeEnum(SuspendReason, 'SuspendReason', 'Why a product instance is suspended.', {
  ARREARS: 'Unpaid charges; runs again after payment.',
  VIOLATION: 'Breach of rules; payment does not let it run again.',
  CUSTOMER_REQUEST: 'The customer asked for it.',
});

export enum InFlightChange {
  MOVING = 'MOVING',
  CHANGING = 'CHANGING',
}

describeEnum(InFlightChange, 'InFlightChange', 'A change that an order is making to an instance in service.', {
  MOVING: 'It is being moved to another address.',
  CHANGING: 'Its characteristics, number or equipment are being changed.',
});

@Noun({
  tag: 'ii',
  description:
    'A product that a customer has, such as one telephone line; keeps its identity while the product is the same (MOD-76, TMF637 Product).',
})
export class ProductInstance extends Node {
  @Text({ description: 'Number of the instance, never changed or used again.', max: 60, access: 'unique' })
  instanceNo!: string;

  @Text({
    description: 'Number under which it is reached, such as a telephone number; null without one.',
    nullable: true,
    max: 60,
    access: 'btree',
  })
  accessNumber?: string | null;

  @EnumOf(() => ProductInstanceStatus, { description: 'State; changes only through its life cycle.', access: 'btree' })
  status!: ProductInstanceStatus;

  @EnumOf(() => SuspendReason, {
    description: 'Why it is suspended, or was when its removal began; null otherwise.',
    nullable: true,
  })
  suspendReason?: SuspendReason | null;

  @EnumOf(() => InFlightChange, {
    description: 'Change that an order is making to it; null when none is.',
    nullable: true,
  })
  inFlight?: InFlightChange | null;

  @One(() => Product, {
    description: 'What it is.',
    inverse: 'instances',
    inverseDescription: 'The product as customers have it (MOD-76).',
  })
  product!: Product;

  @One(() => ProductVersion, {
    description:
      'Version of the product that was sold; its template holds for this instance whatever changes later (PRD-15). Null when sold before versions were kept, and for callers who may not see versions.',
    nullable: true,
    hideable: true,
    inverse: 'instances',
    inverseDescription: 'Product instances that customers have on this version.',
  })
  productVersion?: ProductVersion | null;

  @One(() => OfferingInstance, {
    description: 'Offering under which it was bought; null when it came without one.',
    nullable: true,
    inverse: 'productInstances',
    inverseDescription: 'Product instances that came with the offering.',
  })
  offeringInstance?: OfferingInstance | null;

  @One(() => OfferingInstance, {
    description:
      'Sale whose commitment still binds it although a transfer took it out of that offering: how long it must be kept goes with it to the new owner (PRD-38). Null before a transfer, and for callers who may not see what the former owner has.',
    nullable: true,
    hideable: true,
  })
  committedThrough?: OfferingInstance | null = null;

  @One(() => Customer, {
    description: 'Owner. Payers and users, when others, are among `parties` (MOD-09).',
    inverse: 'productInstances',
    inverseDescription: 'Product instances that the customer owns or owned.',
  })
  customer!: Customer;

  @One(() => Account, {
    description: 'Account that collects its charges where no payment rule says otherwise; null until one is chosen.',
    nullable: true,
    inverse: 'productInstances',
    inverseDescription: 'Product instances whose charges the account collects by default.',
  })
  account?: Account | null;

  @One(() => Region, {
    description: 'Region in which it is installed (MOD-75).',
    inverse: 'productInstances',
    inverseDescription: 'Product instances installed in exactly this region.',
  })
  region!: Region;

  @Text({
    description: 'Where it is installed, for a line with two ends its A end; null when it has no place.',
    nullable: true,
    max: 400,
  })
  installAddress?: string | null;

  @Text({ description: 'The other end (Z end) of a line with two ends; null otherwise.', nullable: true, max: 400 })
  farEndAddress?: string | null;

  @Characteristics({ description: 'Values of the attributes in the template of the product (MOD-76, MOD-80).' })
  characteristics: Record<string, unknown> = {};

  @Instant({ description: 'When it first came into service.', nullable: true, access: 'slow' })
  activatedAt?: Date | null;

  @Instant({ description: 'When it was taken away.', nullable: true, access: 'slow' })
  endedAt?: Date | null;
}
