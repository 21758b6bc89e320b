import { Node, Noun, One, TimePeriod, Value, UniqueTogether } from '../../kernel/model/index.js';
import { TariffPlan } from '../catalogue/index.js';
import { OfferingInstance } from './offering-instance.js';

@UniqueTogether(['offeringInstance', 'tariffPlan'])
@Noun({
  tag: 'ns',
  root: false,
  description: 'A tariff plan that an offering instance has besides its main plan, such as an allowance (MOD-77).',
})
export class SubscribedTariff extends Node {
  @One(() => OfferingInstance, {
    description: 'Offering instance that has the plan.',
    inverse: 'additionalTariffs',
    inverseDescription: 'Tariff plans besides the main one.',
  })
  offeringInstance!: OfferingInstance;

  @One(() => TariffPlan, {
    description: 'The plan.',
    inverse: 'subscriptions',
    inverseDescription: 'Offering instances that have the plan besides their main one.',
  })
  tariffPlan!: TariffPlan;

  @Value(() => TimePeriod, { description: 'When the plan holds for the instance.' })
  validity!: TimePeriod;
}
