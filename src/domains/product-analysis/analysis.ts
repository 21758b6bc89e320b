import { Field, Int, ObjectType } from 'type-graphql';
import { Decimal, Money } from '../../kernel/model/index.js';
import { Offering, Product, ProductLine } from '../catalogue/index.js';

@ObjectType({ description: 'How a product did in a period, within the regions that the caller sees (PRD-99).' })
export class ProductPerformance {
  @Field(() => Product, { description: 'The product.' })
  product!: Product;

  @Field(() => Int, { description: 'Instances that were opened in the period.' })
  sold!: number;

  @Field(() => Int, { description: 'Instances that ended in the period.' })
  ended!: number;

  @Field(() => Int, { description: 'Instances that were open before the first day.' })
  opening!: number;

  @Field(() => Int, { description: 'Instances that were open after the last day.' })
  closing!: number;

  @Field(() => Decimal, {
    nullable: true,
    description:
      'Part of the instances open before the first day, 0 to 1, that ended in the period; null when there were none.',
  })
  churn!: string | null;

  @Field(() => Money, {
    description:
      'Monthly prices of the offerings in the currency, by day (12/365 of a month), shared equally by the products of an offering.',
  })
  revenue!: Money;

  @Field(() => Money, {
    description: 'Costs of the product that were recorded in the period in the currency (PRD-06).',
  })
  cost!: Money;

  @Field(() => Money, { description: 'Revenue less cost.' })
  margin!: Money;
}

@ObjectType({ description: 'Forecast and fact of one month after the launch of a product (PRD-104).' })
export class BenefitReview {
  @Field(() => Int, { description: 'Month after the launch, from 1; only months that are over.' })
  month!: number;

  @Field(() => Int, { nullable: true, description: 'Customers that were forecast; null when the month was not.' })
  forecastCustomers!: number | null;

  @Field(() => Int, { description: 'Customers who had the product at the end of the month.' })
  customers!: number;

  @Field(() => Money, { nullable: true, description: 'Revenue that was forecast; null when the month was not.' })
  forecastRevenue!: Money | null;

  @Field(() => Money, { description: 'Revenue, as in `ProductPerformance.revenue`.' })
  revenue!: Money;

  @Field(() => Money, { nullable: true, description: 'Cost that was forecast; null when the month was not.' })
  forecastCost!: Money | null;

  @Field(() => Money, { description: 'Costs that were recorded in the month.' })
  cost!: Money;
}

@ObjectType({
  description: 'Two offerings that customers have together, as a proposal to sell one with the other (PRD-107).',
})
export class OfferingCorrelation {
  @Field(() => Offering, { description: 'What customers have.' })
  from!: Offering;

  @Field(() => Offering, { description: 'What they have besides.' })
  to!: Offering;

  @Field(() => Int, { description: 'Customers who have both.' })
  customers!: number;

  @Field(() => Decimal, { description: 'Part of those with `from`, 0 to 1, who have `to`.' })
  confidence!: string;

  @Field(() => Decimal, {
    description: 'How many times more often they have `to` than all customers do; above 1 the offerings go together.',
  })
  lift!: string;

  @Field(() => Boolean, { description: 'Whether the pair is a CROSS_SELL already (PRD-55).' })
  related!: boolean;
}

@ObjectType({ description: 'How the sales of an offering answered to its price (PRD-107).' })
export class PriceElasticity {
  @Field(() => Offering, { description: 'The offering.' })
  offering!: Offering;

  @Field(() => Int, { description: 'Different monthly prices at which it was sold.' })
  prices!: number;

  @Field(() => Int, { description: 'Sales that were counted.' })
  sales!: number;

  @Field(() => Decimal, {
    nullable: true,
    description:
      'By how many per cent sales a month change when the price rises by one, from all prices (least squares of logarithms); null with fewer than two prices.',
  })
  elasticity!: string | null;
}

@ObjectType({ description: 'What a customer has of a product line, and how its prices compare (PRD-106).' })
export class CustomerProductMix {
  @Field(() => ProductLine, { nullable: true, description: 'The line; null for bundles over several.' })
  productLine!: ProductLine | null;

  @Field(() => Int, { description: 'Offerings that the customer has.' })
  offerings!: number;

  @Field(() => Money, { description: 'Sum of the monthly prices that the customer pays, in the currency.' })
  monthly!: Money;

  @Field(() => Decimal, {
    nullable: true,
    description:
      'What the customer pays compared with the mean of what all whom the caller sees pay for the same offerings; 1 is the mean, null without prices.',
  })
  priceLevel!: string | null;
}
