import {
  EnumInput,
  IdInput,
  Input,
  InstantInput,
  MoneyInput,
  ObjectInput,
  TextInput,
  TextListInput,
} from '../../kernel/model/index.js';
import { ExternalOrganization } from '../party/index.js';
import { Region } from '../region/index.js';
import { Competitor } from './competitor.js';
import { CompetitorPricePeriod, CompetitorProduct } from './competitor-product.js';
import { ProductLine } from './product-line.js';
import { Product } from './product.js';

@Input('A competitor, new or changed (MOD-15).')
export class CompetitorSaveInput {
  @IdInput(() => Competitor, { description: 'The competitor to change; a new one when absent.', optional: true })
  competitorId?: string | null;

  @TextInput({ description: 'Code unique among competitors, never changed later.', max: 40 })
  code!: string;

  @TextInput({ description: 'Name.' })
  name!: string;

  @IdInput(() => Region, { description: 'Region in which it competes; everywhere when absent.', optional: true })
  regionId?: string | null;

  @IdInput(() => ExternalOrganization, {
    description: 'The organisation that it is, where the operator deals with it (CUS-70).',
    optional: true,
  })
  organizationId?: string | null;

  @TextInput({ description: 'What is known about it.', optional: true, max: 4000 })
  description?: string | null;
}

@Input('A product of a competitor, new or changed (PRD-102).')
export class CompetitorProductSaveInput {
  @IdInput(() => CompetitorProduct, { description: 'The product to change; a new one when absent.', optional: true })
  competitorProductId?: string | null;

  @IdInput(() => Competitor, { description: 'Who sells it; never another one later.' })
  competitorId!: string;

  @TextInput({ description: 'Code unique among the products of the competitor.', max: 60 })
  code!: string;

  @TextInput({ description: 'Name on the market.' })
  name!: string;

  @IdInput(() => ProductLine, { description: 'Own product line that it competes with.', optional: true })
  productLineId?: string | null;

  @TextListInput({ description: 'What it offers, one feature each.', optional: true, max: 50, maxText: 500 })
  features?: string[] | null;

  @ObjectInput(() => MoneyInput, { description: 'Its price, not negative.', optional: true })
  price?: MoneyInput | null;

  @EnumInput(() => CompetitorPricePeriod, {
    description: 'What the price is paid for; needed with a price, refused without.',
    optional: true,
  })
  pricePeriod?: CompetitorPricePeriod | null;

  @InstantInput({ description: 'Since when it is on the market; now when absent.', optional: true })
  validFrom?: string | null;

  @InstantInput({ description: 'When it left the market; open when absent.', optional: true })
  validTo?: string | null;
}

@Input('A comparison of an own product with one of a competitor; it takes the place of the one there was (PRD-21).')
export class ProductComparisonSaveInput {
  @IdInput(() => Product, { description: 'The own product.' })
  productId!: string;

  @IdInput(() => CompetitorProduct, { description: 'The product of the competitor.' })
  competitorProductId!: string;

  @TextListInput({ description: 'Segments or groups of customers for which both compete.', optional: true, max: 50 })
  overlappingSegments?: string[] | null;

  @TextInput({ description: 'How the prices compare.', max: 2000 })
  priceComparison!: string;

  @TextInput({ description: 'How the features compare.', max: 2000 })
  featureComparison!: string;

  @TextInput({ description: 'What the operator will likely do when the competitor acts.', optional: true, max: 2000 })
  reaction?: string | null;
}
