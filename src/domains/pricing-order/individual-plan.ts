import {
  Bool,
  describeEnum,
  EnumOf,
  Instant,
  Node,
  Noun,
  One,
  Text,
  UniqueTogether,
} from '../../kernel/model/index.js';
import { Contract } from '../agreement/index.js';
import { Offering, TariffPlan } from '../catalogue/index.js';
import { Customer } from '../customer/index.js';
import { PricingOrder } from './pricing-order.js';

export enum IndividualPlanStatus {
  REQUESTED = 'REQUESTED',
  IN_FORCE = 'IN_FORCE',
  REFUSED = 'REFUSED',
  ENDED = 'ENDED',
}

describeEnum(IndividualPlanStatus, 'IndividualPlanStatus', 'State of an individual price plan (PRD-118).', {
  REQUESTED: 'Billing has been asked to configure it.',
  IN_FORCE: 'Billing has configured it: the customer may buy under it while the contract binds.',
  REFUSED: 'Billing will not, or the order was taken back; `endReason` says why.',
  ENDED: 'Not sold any more; what the customer has keeps it.',
});

@UniqueTogether(['tariffPlan'], `status in ('REQUESTED', 'IN_FORCE')`)
@UniqueTogether(['pricingOrder'])
@Noun({
  tag: 'yv',
  description:
    'A tariff plan that a contract gives one customer alone, on an offering that all may buy or on one made for the customer (PRD-118, SAL-85). Only that customer sees the plan, and buys under it.',
})
export class IndividualPlan extends Node {
  @One(() => Customer, {
    description: 'Who alone may buy under it.',
    inverse: 'individualPlans',
    inverseDescription: 'Price plans that were contracted for the customer alone (PRD-118).',
  })
  customer!: Customer;

  @One(() => Contract, {
    description: 'Contract that gives it; it is sold only while that binds.',
    inverse: 'individualPlans',
    inverseDescription: 'Price plans that it gives its customer alone (PRD-118).',
  })
  contract!: Contract;

  @One(() => Offering, { description: 'What is bought under it.', hideable: true })
  offering!: Offering;

  @One(() => TariffPlan, { description: 'The plan.', hideable: true })
  tariffPlan!: TariffPlan;

  @Bool({ description: 'Whether the offering was made for the customer alone as well.' })
  ownOffering!: boolean;

  @EnumOf(() => IndividualPlanStatus, { description: 'State; changes only through its life cycle.', access: 'btree' })
  status!: IndividualPlanStatus;

  @One(() => PricingOrder, {
    description: 'Order to billing to configure it; null for callers who may not see such orders.',
    hideable: true,
    inverse: 'individualPlans',
    inverseDescription: 'The individual price plan that it asks for: at most one (PRD-118).',
  })
  pricingOrder!: PricingOrder;

  @Instant({ description: 'When billing had configured it; null before.', nullable: true, access: 'slow' })
  inForceSince?: Date | null;

  @Instant({ description: 'When it was refused or ended; null before.', nullable: true, access: 'slow' })
  endedAt?: Date | null;

  @Text({ description: 'Why it was refused or ended; null before.', nullable: true, max: 500 })
  endReason?: string | null;
}
