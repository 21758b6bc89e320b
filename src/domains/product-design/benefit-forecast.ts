import { Check } from '@mikro-orm/decorators/legacy';
import { Computed, Int, Money, Node, Noun, One, Text, UniqueTogether, Value } from '../../kernel/model/index.js';
import { ProductDesign } from './product-design.js';

@UniqueTogether(['design', 'month'])
@Noun({
  tag: 'ed',
  root: false,
  description: 'What a product is expected to bring in one month after its launch (PRD-103).',
})
@Check({ expression: '"revenue_currency" = "cost_currency"', name: 'benefit_forecast_one_currency' })
export class BenefitForecast extends Node {
  @One(() => ProductDesign, {
    description: 'Design that the forecast is for.',
    inverse: 'forecasts',
    inverseDescription: 'What the product is expected to bring, month by month (PRD-103).',
  })
  design!: ProductDesign;

  @Int({ description: 'Month after the launch, from 1.', access: 'btree' })
  month!: number;

  @Int({ description: 'Customers at the end of the month.' })
  customers!: number;

  @Value(() => Money, { description: 'Revenue of the month.' })
  revenue!: Money;

  @Value(() => Money, { description: 'Cost of the month, in the currency of the revenue.' })
  cost!: Money;

  @Computed(
    'decimal',
    (row) =>
      `(select sum(f."revenue_amount" - f."cost_amount") from "benefit_forecast" f where f."design_id" = ${row}."design_id" and f."month" <= ${row}."month")`,
    {
      description:
        'Revenue less cost from the launch to the end of the month; the first one that is not negative pays the product back.',
    },
  )
  cumulated!: string;

  @Text({ description: 'Who forecast it.', max: 100, access: 'slow' })
  forecastBy!: string;
}
