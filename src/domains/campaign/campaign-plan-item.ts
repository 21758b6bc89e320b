import {
  DecimalNumber,
  describeEnum,
  EnumOf,
  Int,
  Money,
  Node,
  Noun,
  One,
  Text,
  UniqueTogether,
  Value,
} from '../../kernel/model/index.js';
import { Offering, TariffPlan } from '../catalogue/index.js';
import { Discount, DiscountKind } from '../pricing/index.js';
import { Campaign } from './campaign.js';

export enum CampaignPlanKind {
  NEW_PRODUCT = 'NEW_PRODUCT',
  BUNDLE = 'BUNDLE',
  PRICE = 'PRICE',
  DISCOUNT = 'DISCOUNT',
}

describeEnum(CampaignPlanKind, 'CampaignPlanKind', 'What a row of a product plan asks for (OPS-51, CMP-09).', {
  NEW_PRODUCT: 'An offering that does not exist yet.',
  BUNDLE: 'An offering that bundles at least two products.',
  PRICE: 'A price of an offering.',
  DISCOUNT: 'A discount on an offering.',
});

@UniqueTogether(['campaign', 'seq'])
@Noun({
  tag: 'mp',
  root: false,
  description:
    'A row of the product plan of a campaign: the new product, bundle, price or discount that it needs, and by what it was configured (OPS-51, CMP-09, TMF671 PromotionPattern).',
})
export class CampaignPlanItem extends Node {
  @One(() => Campaign, {
    description: 'The campaign.',
    inverse: 'planItems',
    inverseDescription: 'Its product plan (OPS-51).',
  })
  campaign!: Campaign;

  @Int({ description: 'Place in the plan, from 1.', access: 'slow' })
  seq!: number;

  @EnumOf(() => CampaignPlanKind, { description: 'What it asks for.' })
  kind!: CampaignPlanKind;

  @Text({ description: 'Short name.' })
  name!: string;

  @Text({ description: 'What is wanted, such as features or what is bundled.', nullable: true, max: 4000 })
  requirement?: string | null;

  @One(() => Offering, {
    description: 'The offering; null while a new one or a bundle is not configured.',
    nullable: true,
    hideable: true,
    inverse: 'campaignPlanItems',
    inverseDescription: 'Rows of product plans of campaigns about the offering (OPS-51).',
  })
  offering?: Offering | null;

  @Value(() => Money, { description: 'The price, for PRICE; null otherwise.', nullable: true })
  price?: Money | null;

  @EnumOf(() => DiscountKind, { description: 'How the discount counts, for DISCOUNT; null otherwise.', nullable: true })
  discountKind?: DiscountKind | null;

  @DecimalNumber({ description: 'How much, as the value of a discount of that kind; null otherwise.', nullable: true })
  discountValue?: string | null;

  @Text({ description: 'Currency of an AMOUNT or TOTAL, ISO 4217; null otherwise.', nullable: true, max: 3 })
  discountCurrency?: string | null;

  @One(() => TariffPlan, {
    description: 'Tariff plan that has the price; null before it was confirmed (OPS-51).',
    nullable: true,
    hideable: true,
    access: 'none',
  })
  tariffPlan?: TariffPlan | null;

  @One(() => Discount, {
    description: 'Discount that was configured; null before it was confirmed (OPS-51).',
    nullable: true,
    hideable: true,
    access: 'none',
  })
  discount?: Discount | null;
}
