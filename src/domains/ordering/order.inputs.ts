import {
  BoolInput,
  EnumInput,
  IdInput,
  Input,
  InstantInput,
  IntInput,
  ListInput,
  TextInput,
} from '../../kernel/model/index.js';
import { CustomerServiceType, Offering, OfferingSla, Product, TariffPlan } from '../catalogue/index.js';
import { Account, Customer } from '../customer/index.js';
import { OfferingInstance, ProductInstance } from '../inventory/index.js';
import { Employee } from '../organisation/index.js';
import { NamedValueInput, PrepaymentInput } from '../pricing/index.js';
import { Order } from './order.js';
import { OrderItem } from './order-item.js';
import { ReviewResult, ShortageChoice } from './order.enums.js';

@Input('A value for a characteristic of the product, by name.')
export class OrderCharacteristicInput extends NamedValueInput {}

@Input('How many pieces of a product of the bundle are wanted.')
export class OrderComponentInput {
  @IdInput(() => Product, { description: 'A product that the offering bundles.' })
  productId!: string;

  @IntInput({
    description: 'Pieces for each one of the offering, within the limits of the bundle; 0 leaves it out.',
    min: 0,
    max: 1000,
  })
  quantity!: number;
}

@Input('Who or what stands in for a line; exactly one field, as the offering asks (PRD-42, ORD-30).')
export class OrderGuarantorInput {
  @IdInput(() => ProductInstance, {
    description: 'For a guarantee of kind INSTANCE: an ACTIVE instance that the caller may see, of any customer.',
    optional: true,
  })
  productInstanceId?: string | null;

  @IdInput(() => Employee, { description: 'For a guarantee of kind EMPLOYEE: an ACTIVE employee.', optional: true })
  employeeId?: string | null;

  @TextInput({
    description:
      'For a guarantee of kind DOCUMENT: number of the paper that was handed over, such as a letter of a bank.',
    optional: true,
    max: 100,
  })
  documentNo?: string | null;
}

@Input('A line of an order: what to do with which offering, offering instance or product instance.')
export class OrderItemInput {
  @EnumInput(() => CustomerServiceType, { description: 'What to do (ORD-14).' })
  action!: CustomerServiceType;

  @IdInput(() => Offering, { description: 'For INSTALL: what to buy. Left out otherwise.', optional: true })
  offeringId?: string | null;

  @IdInput(() => OfferingInstance, {
    description: 'Act on all product instances of this one; not for INSTALL.',
    optional: true,
  })
  offeringInstanceId?: string | null;

  @IdInput(() => ProductInstance, {
    description: 'Act on this instance alone; not for INSTALL, and not with `offeringInstanceId`.',
    optional: true,
  })
  productInstanceId?: string | null;

  @IntInput({
    description: 'For INSTALL: how many of the offering; 1 when left out. A batch of lines is one item (ORD-05).',
    min: 1,
    max: 500,
    optional: true,
  })
  quantity?: number | null;

  @ListInput(() => OrderComponentInput, {
    description: 'For INSTALL: pieces of bundled products that differ from what the offering proposes.',
    max: 100,
    optional: true,
  })
  components?: OrderComponentInput[] | null;

  @IdInput(() => TariffPlan, {
    description: 'For INSTALL: a plan that the offering is sold with; its default when left out.',
    optional: true,
  })
  tariffPlanId?: string | null;

  @IdInput(() => OfferingSla, {
    description:
      'For INSTALL: a service level of the offering (UNKNOWN_SLA); the preselected one when left out (PRD-58, PRD-60).',
    optional: true,
  })
  offeringSlaId?: string | null;

  @TextInput({
    description:
      'For INSTALL, CHANGE and SWAP: number that was chosen, such as a telephone number, by which tariffs may price the line (PRD-83). One that another customer has, keeps or has ordered is refused with OUT_OF_STOCK, one that something else is reached under than the line acts on or replaces with NUMBER_IN_USE, and one in stock with LEVEL_TOO_GOOD or NUMBER_PURPOSE as when it is given out by hand. A number in stock is reserved for the line until the order is completed, when the instance gets it and gives up the one that it had, or cancelled or sent back, when it is free again (RES-31, RES-38, RES-41, RES-42). Only for one piece.',
    max: 60,
    optional: true,
  })
  number?: string | null;

  @IdInput(() => OfferingInstance, {
    description:
      'For INSTALL of an upgrade: what of the customer it takes the place of when the order is completed (NOT_UPGRADED when no relation of the offerings or plans says so). What it has of the same products stays as it is, number and address included (CONTRADICTORY with another `installAddress`), and only the rest is taken away. Needed only where the customer has several such (AMBIGUOUS); IN_FLIGHT_CONFLICT while another order upgrades it (PRD-54, PRD-84).',
    optional: true,
  })
  replacesId?: string | null;

  @ListInput(() => OrderCharacteristicInput, {
    description:
      'Values of characteristics, for INSTALL, CHANGE, SWAP and MOVE; CHANGE and SWAP need some, or a number.',
    max: 100,
    optional: true,
  })
  characteristics?: OrderCharacteristicInput[] | null;

  @ListInput(() => OrderGuarantorInput, {
    description:
      'For INSTALL: who or what stands in, at least as many as the offering asks for; refused with GUARANTEE_MISSING otherwise. A deposit is computed and not named here (PRD-42).',
    max: 10,
    optional: true,
  })
  guarantors?: OrderGuarantorInput[] | null;

  @TextInput({ description: 'Where to install, for INSTALL and MOVE.', max: 400, optional: true })
  installAddress?: string | null;

  @BoolInput({
    description:
      'Not for INSTALL: the customer agrees to pay the penalty, or to go on with another plan, when the line breaches how long something must be kept; see `commitmentCheck` (PRD-39). False when left out.',
    optional: true,
  })
  acceptBreach?: boolean | null;

  @BoolInput({
    description:
      'For INSTALL: the customer agrees to wait for what is out of stock; otherwise such a line is refused with RESOURCE_SHORT (RES-53). False when left out.',
    optional: true,
  })
  acceptShortage?: boolean | null;

  @IdInput(() => Customer, {
    description:
      'For TRANSFER: the customer who takes it over, visible to the caller. Refused with NO_ACCOUNT_IN_USE while that customer has no account in use (CUS-44).',
    optional: true,
  })
  newOwnerId?: string | null;

  @TextInput({
    description: 'Why the customer wants it, such as the reason for a removal (ORD-22).',
    max: 500,
    optional: true,
  })
  reason?: string | null;
}

@Input('An order with its lines.')
export class OrderSubmitInput extends PrepaymentInput {
  @IdInput(() => Customer, { description: 'Who orders (ORD-01).' })
  customerId!: string;

  @IdInput(() => Account, {
    description:
      'Account of the customer that new instances are charged to. When left out, the default account, or while that is not in use the oldest that is. Refused with NO_ACCOUNT_IN_USE when something is installed and there is none: a customer who was cancelled is restored first (CUS-38, CUS-44).',
    optional: true,
  })
  accountId?: string | null;

  @TextInput({
    description:
      'Key of your choice, unique per customer. Submitting again with the same key and content answers the order that exists; with other content it is refused with KEY_REUSED.',
    max: 100,
    optional: true,
  })
  externalKey?: string | null;

  @IntInput({
    description: 'Grade from 1 (first) to 5 (last); from the service level of the customer when left out (ORD-29).',
    min: 1,
    max: 5,
    optional: true,
  })
  priority?: number | null;

  @TextInput({
    description:
      'Code of the channel through which it is sold: a sales channel, such as `WEB_HALL`, or an active partner; NOT_FOUND otherwise. Offerings that are sold only through some refuse all others (PRD-48).',
    max: 60,
    optional: true,
  })
  channel?: string | null;

  @EnumInput(() => ShortageChoice, {
    description: 'What to do when provisioning lacks a resource; when left out a clerk sees to it (ORD-31, WFL-67).',
    optional: true,
  })
  onShortage?: ShortageChoice | null;

  @BoolInput({
    description:
      'Whether all service orders of the order complete together, as for a batch that is opened at once: they go to provisioning together, and none completes before provisioning is done with all. False when left out: each completes alone (ORD-85, WFL-68).',
    optional: true,
  })
  completeTogether?: boolean | null;

  @InstantInput({ description: 'When the service shall be open (ORD-27); not in the past.', optional: true })
  expectedAt?: string | null;

  @ListInput(() => OrderItemInput, { description: 'The lines, in the order wanted.', min: 1, max: 100 })
  items!: OrderItemInput[];
}

@Input('The decision of a reviewer.')
export class OrderReviewInput {
  @IdInput(() => Order, { description: 'The order, in state PENDING_REVIEW.' })
  orderId!: string;

  @EnumInput(() => ReviewResult, { description: 'The decision.' })
  result!: ReviewResult;

  @TextInput({ description: 'What is wrong; needed to return the order (ORD-79).', max: 500, optional: true })
  reason?: string | null;
}

@Input('A wish to cancel an order.')
export class OrderCancelInput {
  @IdInput(() => Order, { description: 'The order, not yet completed.' })
  orderId!: string;

  @TextInput({ description: 'Why (ORD-59).', max: 500 })
  reason!: string;
}

@Input('A wish to postpone an order.')
export class OrderDeferInput {
  @IdInput(() => Order, { description: 'The order, with no service order at provisioning.' })
  orderId!: string;

  @InstantInput({ description: 'When it shall be installed; in the future (ORD-66).' })
  plannedInstallAt!: string;

  @TextInput({ description: 'Why.', max: 500 })
  reason!: string;
}

@Input('A wish to take a postponed order up again.')
export class OrderReopenInput {
  @IdInput(() => Order, { description: 'The order, in state DEFERRED.' })
  orderId!: string;
}

@Input('New values for characteristics of a line of an order that was returned.')
export class OrderItemCorrectionInput {
  @IdInput(() => OrderItem, { description: 'A line of the order.' })
  orderItemId!: string;

  @ListInput(() => OrderCharacteristicInput, {
    description: 'Values that replace those of the line; a null value takes one away.',
    min: 1,
    max: 100,
  })
  characteristics!: OrderCharacteristicInput[];
}

@Input('A returned order to be sent again, with or without corrections.')
export class OrderResendInput {
  @IdInput(() => Order, { description: 'The order, in state EXCEPTION.' })
  orderId!: string;

  @ListInput(() => OrderItemCorrectionInput, { description: 'What has been corrected.', max: 100, optional: true })
  corrections?: OrderItemCorrectionInput[] | null;

  @TextInput({ description: 'What was done about the return (ORD-58).', max: 500 })
  reason!: string;
}

@Input('The consent of a customer to wait for a resource that the operator lacks.')
export class OrderWaitInput {
  @IdInput(() => Order, { description: 'The order, in state EXCEPTION for the cause RESOURCE.' })
  orderId!: string;

  @TextInput({ description: 'What is lacking, and for how long as far as is known.', max: 500 })
  reason!: string;
}

@Input('The notice that the resource is there for which an order waits.')
export class OrderInstallNowInput {
  @IdInput(() => Order, { description: 'The order, in state WAITING_INSTALL.' })
  orderId!: string;

  @TextInput({ description: 'What is known about it.', max: 500, optional: true })
  reason?: string | null;
}
