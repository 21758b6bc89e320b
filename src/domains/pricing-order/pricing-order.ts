import { Index } from '@mikro-orm/decorators/legacy';
import { codesIn } from './codes-in.js';
import {
  Bool,
  describeEnum,
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
import { Offering, TariffPlan } from '../catalogue/index.js';

export enum PricingOrderStatus {
  CREATED = 'CREATED',
  DISPATCHED = 'DISPATCHED',
  PRICED = 'PRICED',
  REFUSED = 'REFUSED',
  WITHDRAWN = 'WITHDRAWN',
}

describeEnum(PricingOrderStatus, 'PricingOrderStatus', 'State of a pricing order.', {
  CREATED: 'Written; billing has not taken it yet.',
  DISPATCHED: 'Billing has it.',
  PRICED: 'Billing has configured the charges (PRD-52).',
  REFUSED: 'Billing will not; `replyReason` says why.',
  WITHDRAWN: 'Taken back before billing replied.',
});

const indexOfCodes = (list: 'charges' | 'discounts'): string =>
  `create index "pricing_order_${list}_codes" on "pricing_order" using gin (${codesIn(`"${list}"`)})`;

@UniqueTogether(['offering', 'cause'], 'cause is not null')
// By which a change finds the offerings of which billing was told of it.
@Index({ name: 'pricing_order_charges_codes', expression: () => indexOfCodes('charges') })
@Index({ name: 'pricing_order_discounts_codes', expression: () => indexOfCodes('discounts') })
@Noun({
  tag: 'qo',
  description:
    'A collaboration order to billing: to configure the charges of an offering (PRD-51, PRD-91, TMF701 ProcessFlow).',
})
export class PricingOrder extends Node {
  @Text({ description: 'Number, by which the reply is matched.', max: 30, access: 'unique' })
  orderNo!: string;

  @One(() => Offering, {
    description: 'Offering that is priced.',
    inverse: 'pricingOrders',
    inverseDescription: 'Orders to billing to configure its charges (PRD-51).',
  })
  offering!: Offering;

  @One(() => TariffPlan, {
    description:
      'The plan that one customer alone has; null when the charges are asked for by which all customers buy the offering (PRD-118).',
    nullable: true,
  })
  tariffPlan?: TariffPlan | null;

  @EnumOf(() => PricingOrderStatus, { description: 'State; changes only through its life cycle.', access: 'btree' })
  status!: PricingOrderStatus;

  @TextList({ description: 'Classes of charges that are asked for; see `ChargeType`.' })
  chargeTypes!: string[];

  @JsonValue({
    description:
      'Charges as they stood when it was written, of the plans and, without a `plan`, the standard ones of a `product`: `code`, `name`, `type`, `equivalent`, `value`, `currency`, `unit`, `period`, `formula`, `condition`, `service`, `feeItem`, `priority`, prices by quantity as `tiers`, `attributeValues`, `months`, `monthDays`, `weekDays`, `afterMonths`, `forMonths`, `validFrom` and `validTo`; `version` of the rule or plan, and as `appliesToExisting` whether that version is charged for what was sold before it too (PRD-72, PRD-91). Older orders say less.',
  })
  charges!: unknown;

  @JsonValue({
    description:
      'The plans in which the charges stand, as they were: `code`, `name`, `type`, `status`, `currency`, `condition`, `validFrom`, `validTo`; as `ties` how the offering is sold with them, as `parts` the codes of their rules and nested plans. Null for older orders (PRD-86, PRD-91).',
    nullable: true,
  })
  plans?: unknown;

  @JsonValue({
    description:
      'What is taken off those charges on lines of the offering, as it was: the fields of `Discount` by their names, `validFrom`, `validTo` and `relations` to other discounts. Null for older orders (PRD-75, PRD-91).',
    nullable: true,
  })
  discounts?: unknown;

  @Bool({
    description:
      'Whether it asks for prices of an offering that has been sent to billing before: the reply changes what billing charges, and not the state of the offering (PRD-91).',
    access: 'slow',
  })
  repricing: boolean = false;

  @Text({
    description:
      'The change of a tariff, of the plans of the offering or of a discount on it that made it, each once: what has changed, its key and its version or moment, and the key of the plan where one customer alone has it; null when somebody asked.',
    nullable: true,
    max: 120,
  })
  cause?: string | null = null;

  @Text({ description: 'Who asked: the subject of the caller.', max: 100, access: 'btree' })
  requestedBy!: string;

  @Text({ description: 'What billing should know besides.', nullable: true, max: 1000 })
  remark?: string | null;

  @Instant({ description: 'When the reply is expected.', access: 'btree' })
  dueAt!: Date;

  @Bool({ description: 'Whether the reply did not come in time; stays true when it comes later.', access: 'slow' })
  overdue: boolean = false;

  @Int({ description: 'How often it was handed over.' })
  attempt: number = 0;

  @Text({ description: "Billing's reference; null before it took the order.", nullable: true, max: 100 })
  externalRef?: string | null;

  @Instant({ description: 'When billing took it.', nullable: true, access: 'slow' })
  dispatchedAt?: Date | null;

  @Instant({ description: 'When billing replied; null before.', nullable: true, access: 'slow' })
  repliedAt?: Date | null;

  @Text({ description: 'Why billing refused, or why it was withdrawn; null otherwise.', nullable: true, max: 500 })
  replyReason?: string | null;
}
