import { DayInput, IdInput, IdListInput, Input, IntInput, TextInput } from '../../kernel/model/index.js';
import { Offering, Product } from '../catalogue/index.js';
import { Customer } from '../customer/index.js';
import { ProductDesign } from '../product-design/index.js';
import { Region } from '../region/index.js';

@Input('For which products and which time sales are tracked (PRD-99).')
export class ProductPerformanceInput {
  @DayInput({ description: 'First day, in UTC.' })
  fromDay!: string;

  @DayInput({ description: 'Last day, in UTC, not before the first; at most 3,660 days.' })
  toDay!: string;

  @TextInput({ description: 'Currency of revenue and cost, ISO 4217.', max: 3 })
  currency!: string;

  @IdListInput(() => Product, { description: 'Products; all with instances when absent.', optional: true, max: 100 })
  productIds?: string[] | null;

  @IdInput(() => Region, {
    description: 'Region, with all below it; all that the caller sees when absent.',
    optional: true,
  })
  regionId?: string | null;
}

@Input('Which design is compared with what came of it (PRD-104).')
export class BenefitReviewInput {
  @IdInput(() => ProductDesign, { description: 'The design, launched with a product.' })
  designId!: string;

  @TextInput({ description: 'Currency, ISO 4217; forecasts in another one are left out.', max: 3 })
  currency!: string;
}

@Input('Which pairs of offerings are looked for (PRD-107).')
export class OfferingCorrelationInput {
  @IntInput({ description: 'Customers who have both, at least.', min: 1, max: 1_000_000 })
  minCustomers!: number;

  @IdInput(() => Offering, { description: 'Only pairs that begin with this one; all when absent.', optional: true })
  offeringId?: string | null;

  @IntInput({ description: 'Pairs at most; 20 when absent.', optional: true, min: 1, max: 200 })
  most?: number | null;
}

@Input('Which offerings are analysed by their prices (PRD-107).')
export class PriceElasticityInput {
  @IdListInput(() => Offering, { description: 'The offerings.', max: 50 })
  offeringIds!: string[];

  @TextInput({ description: 'Currency of the prices, ISO 4217.', max: 3 })
  currency!: string;
}

@Input('Whose products and prices are analysed (PRD-106).')
export class CustomerProductMixInput {
  @IdInput(() => Customer, { description: 'The customer.' })
  customerId!: string;

  @TextInput({ description: 'Currency of the prices, ISO 4217.', max: 3 })
  currency!: string;
}
