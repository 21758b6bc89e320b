import { Bool, Characteristics, EnumOf, Int, Money, Node, Noun, One, Text, Value } from '../../kernel/model/index.js';
import { CustomerServiceType, Offering, OfferingSla, OfferingVersion, TariffPlan } from '../catalogue/index.js';
import { Customer } from '../customer/index.js';
import { OfferingInstance, ProductInstance } from '../inventory/index.js';
import { Reservation } from '../resource/index.js';
import { Order } from './order.js';

@Noun({
  tag: 'od',
  root: false,
  description:
    'One line of an order: an action on an offering or on what the customer has (R82, R83, TMF622 ProductOrderItem).',
})
export class OrderItem extends Node {
  @One(() => Order, {
    description: 'The order it belongs to.',
    inverse: 'items',
    inverseDescription: 'Lines of this order.',
  })
  order!: Order;

  @Int({ description: 'Number within the order, from 1.', access: 'slow' })
  itemNo!: number;

  @EnumOf(() => CustomerServiceType, { description: 'What is asked (ORD-14).' })
  action!: CustomerServiceType;

  @One(() => Offering, {
    description: 'The offering: of INSTALL the one bought, otherwise the one that the instance came with, when it did.',
    nullable: true,
    inverse: 'orderItems',
    inverseDescription: 'Order lines about this offering.',
  })
  offering?: Offering | null;

  @One(() => OfferingVersion, {
    description:
      'Version of the offering that the line was sold on, and stays on whatever changes later (PRD-53); null for callers who may not see versions.',
    nullable: true,
    hideable: true,
  })
  offeringVersion?: OfferingVersion | null;

  @One(() => OfferingInstance, {
    description: 'The offering instance acted on; of INSTALL null.',
    nullable: true,
    inverse: 'orderItems',
    inverseDescription: 'Order lines about this offering instance.',
  })
  offeringInstance?: OfferingInstance | null;

  @One(() => ProductInstance, {
    description: 'The product instance acted on, when the line is about a single one.',
    nullable: true,
    inverse: 'orderItems',
    inverseDescription: 'Order lines about this instance alone.',
  })
  productInstance?: ProductInstance | null;

  @Int({ description: 'How many of the offering; 1 for actions on what exists.' })
  quantity!: number;

  @One(() => TariffPlan, { description: 'Plan that priced it.', nullable: true })
  tariffPlan?: TariffPlan | null;

  @One(() => OfferingSla, {
    description: 'Service level that it was sold with, chosen or preselected; null without one (PRD-58, PRD-60).',
    nullable: true,
  })
  offeringSla?: OfferingSla | null = null;

  @Text({
    description: 'Number that was chosen and priced, such as a telephone number; null for none (PRD-83).',
    nullable: true,
    max: 60,
    access: 'btree',
  })
  number?: string | null = null;

  @One(() => Reservation, {
    description:
      'What keeps the number in stock for the line: ACTIVE while the order is under way, CONSUMED once the instance has the number, RELEASED when the order is cancelled or sent back. Null for a number that is not in stock or that the line keeps, and for callers who may not see reservations (RES-31, RES-42).',
    nullable: true,
    hideable: true,
    inverse: 'orderItems',
    inverseDescription: 'Order lines that the number is, or was, kept for (RES-42).',
  })
  numberReservation?: Reservation | null = null;

  @One(() => OfferingInstance, {
    description:
      'What it is an upgrade of: it is REPLACED when the order is completed. What it has of the same products goes on under the upgrade, with its number (MOD-76); the rest is taken away. Null for none (PRD-54, PRD-84).',
    nullable: true,
    inverse: 'upgrades',
    inverseDescription: 'Order lines that take its place, of orders under way or done (PRD-84).',
  })
  replaces?: OfferingInstance | null = null;

  @Value(() => Money, {
    description:
      'One-time price for the whole quantity, by the tariff or as agreed in a proposal (ORD-105); null when the action is not priced.',
    nullable: true,
  })
  oneTimePrice?: Money | null;

  @Value(() => Money, {
    description: 'Price of the first period for the whole quantity; null when the action is not priced.',
    nullable: true,
  })
  recurringPrice?: Money | null;

  @Value(() => Money, {
    description: 'Penalty for what is not kept long enough, part of the one-time price; null without one (PRD-39).',
    nullable: true,
  })
  penalty?: Money | null = null;

  @One(() => TariffPlan, {
    description: 'Plan that holds after a breach, from the completion of the line on; null otherwise (PRD-39).',
    nullable: true,
    hideable: true,
  })
  replacementPlan?: TariffPlan | null = null;

  @Bool({
    description:
      'Whether something of it was out of stock when it was ordered, and the customer agreed to wait (RES-53).',
    access: 'slow',
  })
  waitsForStock: boolean = false;

  @Characteristics({ description: 'Characteristics asked for, by name; they go to the instances.' })
  characteristics!: Record<string, unknown>;

  @One(() => Customer, {
    description: 'For TRANSFER: who takes it over; null when the caller may not see that customer.',
    nullable: true,
  })
  newOwner?: Customer | null;

  @Text({ description: 'Where to install, for INSTALL and MOVE.', nullable: true, max: 400 })
  installAddress?: string | null;

  @Text({
    description: 'Why the customer wants it, such as the reason for a removal (ORD-22).',
    nullable: true,
    max: 500,
  })
  reason?: string | null;
}
