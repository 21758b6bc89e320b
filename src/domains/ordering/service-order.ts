import {
  Bool,
  Characteristics,
  EnumOf,
  Instant,
  Int,
  Node,
  Noun,
  One,
  Text,
  TextList,
} from '../../kernel/model/index.js';
import { CustomerServiceType, Product } from '../catalogue/index.js';
import { ProductInstance } from '../inventory/index.js';
import { Order } from './order.js';
import { OrderItem } from './order-item.js';
import { ExceptionCause } from './order.enums.js';
import { ServiceOrderStatus } from './service-order-status.js';

@Noun({
  tag: 'so',
  description:
    'Work for provisioning on one product instance, split from an order (MOD-65, ORD-80, TMF641 ServiceOrder).',
})
export class ServiceOrder extends Node {
  @Text({ description: 'Unique number: that of the order with a running number behind it.', max: 40, access: 'unique' })
  serviceOrderNo!: string;

  @One(() => Order, {
    description: 'The order it was split from (ORD-84).',
    inverse: 'serviceOrders',
    inverseDescription: 'Service orders split from this order (ORD-84).',
  })
  order!: Order;

  @One(() => OrderItem, {
    description: 'The item it fulfils.',
    inverse: 'serviceOrders',
    inverseDescription: 'Service orders that fulfil this item.',
  })
  orderItem!: OrderItem;

  @One(() => Product, { description: 'Product of the instance that is worked on.' })
  product!: Product;

  @One(() => ProductInstance, {
    description: 'Instance that is worked on; null when it has since gone to a customer whom the caller may not see.',
    hideable: true,
    inverse: 'serviceOrders',
    inverseDescription: 'Service orders on this instance.',
  })
  productInstance!: ProductInstance;

  @EnumOf(() => CustomerServiceType, {
    description: 'What provisioning shall do; that of the line, but CHANGE for what an upgrade keeps.',
  })
  action!: CustomerServiceType;

  @EnumOf(() => ServiceOrderStatus, { description: 'State.', access: 'btree' })
  status!: ServiceOrderStatus;

  @Int({ description: 'How far provisioning says it is, in percent, 0 to 100; never falls.', access: 'slow' })
  progress!: number;

  @Int({ description: 'How often it was sent: 0 before the first time.' })
  attempt!: number;

  @Text({
    description: 'Reference of the system that provisions, of the latest attempt.',
    nullable: true,
    max: 100,
    access: 'btree',
  })
  externalRef?: string | null;

  @TextList({
    description: 'References of earlier attempts; reports that carry one come too late and are not applied.',
  })
  formerRefs!: string[];

  @Text({ description: 'The same for all service orders that provisioning fetches together (ORD-81).', max: 40 })
  associationKey!: string;

  @Int({ description: 'Number of service orders with the same association key (ORD-82).' })
  associatedTotal!: number;

  @Bool({ description: 'Whether it may be opened without the others of its association.' })
  canOpenAlone!: boolean;

  @Text({
    description:
      'Number under which the instance is reached once it is done, in place of the one that it has; null where that stays (RES-31).',
    nullable: true,
    max: 60,
  })
  number?: string | null = null;

  @Characteristics({ description: 'Characteristics that provisioning shall set on the instance.' })
  characteristics!: Record<string, unknown>;

  @EnumOf(() => ExceptionCause, { description: 'Why it was returned; kept until it is sent again.', nullable: true })
  returnCause?: ExceptionCause | null;

  @Text({ description: 'Explanation that came with the return.', nullable: true, max: 500 })
  returnReason?: string | null;

  @Instant({
    description: 'When it shall be installed after having been postponed (ORD-66).',
    nullable: true,
    access: 'btree',
  })
  plannedInstallAt?: Date | null;

  @Instant({ description: 'When provisioning took it, at the latest attempt.', nullable: true, access: 'btree' })
  dispatchedAt?: Date | null;

  @Instant({
    description:
      'When provisioning was done with it; of those that complete together it completes with the last (ORD-85, WFL-68).',
    nullable: true,
    access: 'slow',
  })
  doneAt?: Date | null;

  @Instant({
    description:
      'Since when provisioning holds it at the wish of a supervisor; null when it does not, and for callers who are no staff (WFL-73).',
    nullable: true,
    access: 'slow',
  })
  heldAt?: Date | null;

  @Int({
    description: 'How many interventions provisioning has not settled; null for callers who are no staff (WFL-73).',
    nullable: true,
    access: 'slow',
  })
  openInterventions: number | null = 0;

  @Instant({ description: 'When it was completed.', nullable: true, access: 'btree' })
  completedAt?: Date | null;

  /** Forgets the attempt that is over: reports about it come too late from now on. */
  startAnew(): void {
    if (this.externalRef) this.formerRefs = [...this.formerRefs, this.externalRef];
    this.externalRef = null;
    this.progress = 0;
    this.doneAt = null;
    this.heldAt = null;
    this.plannedInstallAt = null;
  }
}
