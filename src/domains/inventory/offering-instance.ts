import { describeEnum, EnumOf, Instant, Money, Node, Noun, One, TimePeriod, Value } from '../../kernel/model/index.js';
import { Offering, OfferingSla, OfferingVersion, TariffPlan } from '../catalogue/index.js';
import { Customer } from '../customer/index.js';
import { Region } from '../region/index.js';

export enum OfferingInstanceStatus {
  ACTIVE = 'ACTIVE',
  BROKEN = 'BROKEN',
  REPLACED = 'REPLACED',
  ENDED = 'ENDED',
}

describeEnum(OfferingInstanceStatus, 'OfferingInstanceStatus', 'State of an offering that a customer has (MOD-77).', {
  ACTIVE: 'Held as it was sold.',
  BROKEN: 'Still held, but a constraint of the bundle has been violated.',
  REPLACED: 'Another offering took its place.',
  ENDED: 'No longer held.',
});

@Noun({
  tag: 'ni',
  description:
    'An offering that a customer has: groups its product instances and holds the subscribed plan (MOD-77, TMF637 Product).',
})
export class OfferingInstance extends Node {
  @One(() => Customer, {
    description: 'Customer who bought it.',
    inverse: 'offeringInstances',
    inverseDescription: 'Offerings that the customer has or had (MOD-77).',
  })
  customer!: Customer;

  @One(() => Offering, {
    description: 'What was bought.',
    inverse: 'instances',
    inverseDescription: 'The offering as customers have it.',
  })
  offering!: Offering;

  @One(() => OfferingVersion, {
    description:
      'Version of the offering that was sold; its bundle holds for this customer whatever changes later (PRD-53). Null when sold before versions were kept, and for callers who may not see versions.',
    nullable: true,
    hideable: true,
    inverse: 'instances',
    inverseDescription: 'Offerings that customers have on this version.',
  })
  offeringVersion?: OfferingVersion | null;

  @EnumOf(() => OfferingInstanceStatus, { description: 'State; changes only through its life cycle.', access: 'btree' })
  status!: OfferingInstanceStatus;

  @Value(() => TimePeriod, { description: 'From the sale to the end.' })
  validity!: TimePeriod;

  @Instant({
    description:
      'Moment whose tariffs it is charged by: when it was ordered, or was moved to another main plan since. Later versions of plans and rules count only where they apply to what was sold before (PRD-53, PRD-72); see `offeringInstanceCharges`. Null: the beginning of `validity`.',
    nullable: true,
    access: 'slow',
  })
  pricedAt?: Date | null = null;

  @One(() => TariffPlan, {
    description: 'Main tariff plan subscribed to; null when it is not priced on its own.',
    nullable: true,
    inverse: 'offeringInstances',
    inverseDescription: 'Offerings held with this plan as the main one.',
  })
  tariffPlan?: TariffPlan | null;

  @One(() => OfferingSla, {
    description:
      'Service level that it was sold with (PRD-58); null when it was sold without one, or before levels were kept.',
    nullable: true,
    inverse: 'instances',
    inverseDescription: 'Offerings that customers have with this service level.',
  })
  offeringSla?: OfferingSla | null = null;

  @Value(() => Money, {
    description:
      'Price agreed with this customer instead of the price of the main tariff plan, for the same period; null when the plan holds.',
    nullable: true,
  })
  agreedPrice?: Money | null;

  @One(() => Region, {
    description: 'Region that the sale belongs to.',
    inverse: 'offeringInstances',
    inverseDescription: 'Offerings sold in exactly this region.',
  })
  region!: Region;
}
