import {
  DecimalInput,
  EnumInput,
  IdInput,
  Input,
  InstantInput,
  IntInput,
  ListInput,
  MoneyInput,
  ObjectInput,
  TextInput,
} from '../../kernel/model/index.js';
import { Offering, TariffPlan } from '../catalogue/index.js';
import { InternalOrganization } from '../party/index.js';
import { Discount, DiscountKind } from '../pricing/index.js';
import { CampaignPlanKind } from './campaign-plan-item.js';
import { Campaign } from './campaign.js';
import { CampaignVersionRead } from './version-read.inputs.js';

@Input('A row of the product plan of a campaign (OPS-51).')
export class CampaignPlanItemInput {
  @EnumInput(() => CampaignPlanKind, { description: 'What is asked for.' })
  kind!: CampaignPlanKind;

  @TextInput({ description: 'Short name.' })
  name!: string;

  @TextInput({ description: 'What is wanted; REQUIRED for NEW_PRODUCT and BUNDLE.', optional: true, max: 4000 })
  requirement?: string | null;

  @IdInput(() => Offering, {
    description:
      'The offering; REQUIRED for PRICE and DISCOUNT unless a row above makes it, named later when it is configured; CONTRADICTORY for NEW_PRODUCT.',
    optional: true,
  })
  offeringId?: string | null;

  @ObjectInput(() => MoneyInput, {
    description: 'The price, not negative; REQUIRED for PRICE, CONTRADICTORY otherwise.',
    optional: true,
  })
  price?: MoneyInput | null;

  @EnumInput(() => DiscountKind, {
    description: 'How the discount counts; REQUIRED for DISCOUNT, CONTRADICTORY otherwise.',
    optional: true,
  })
  discountKind?: DiscountKind | null;

  @DecimalInput({
    description:
      'How much, as for a discount of that kind; REQUIRED unless the kind is WAIVE or GIFT, CONTRADICTORY then.',
    optional: true,
    min: '0',
    max: '1000000000000',
  })
  discountValue?: string | null;

  @TextInput({ description: 'Currency of AMOUNT and TOTAL, which alone have one.', optional: true, max: 3 })
  discountCurrency?: string | null;
}

@Input('The product plan of a campaign; it takes the place of the one there was (OPS-51).')
export class CampaignPlanSetInput extends CampaignVersionRead {
  @IdInput(() => Campaign, { description: 'The campaign; INVALID_STATE unless it is INITIAL.' })
  campaignId!: string;

  @ListInput(() => CampaignPlanItemInput, { description: 'The rows, in order; none when nothing is new.', max: 100 })
  items!: CampaignPlanItemInput[];
}

@Input('A unit that is asked about a product plan (OPS-51).')
export class CampaignAskedUnitInput {
  @IdInput(() => InternalOrganization, { description: 'The unit, such as that of IT support; each once.' })
  organizationId!: string;

  @TextInput({ description: 'What it shall look at besides.', optional: true, max: 1000 })
  part?: string | null;
}

@Input('Whom a collaboration order about a campaign asks, who asks, and by when.')
class UnitsAsked {
  @ListInput(() => CampaignAskedUnitInput, { description: 'Whom to ask.', min: 1, max: 20 })
  units!: CampaignAskedUnitInput[];

  @IdInput(() => InternalOrganization, {
    description: "Unit that asks; the caller's own when absent. OUT_OF_SCOPE for a unit that is not theirs.",
    optional: true,
  })
  requesterId?: string | null;

  @InstantInput({
    description: 'By when the answer is wanted; IN_THE_PAST. Without a limit when absent.',
    optional: true,
  })
  dueAt?: string | null;
}

@Input(
  'Asks the IT unit whether it can support the product plan of a campaign, by a collaboration order (OPS-51, CMP-30).',
)
export class CampaignSupportRequestInput extends UnitsAsked {
  @IdInput(() => Campaign, {
    description: 'The campaign; INVALID_STATE without a plan, or unless it is INITIAL.',
  })
  campaignId!: string;
}

@Input('Has the offerings of an approved campaign configured, by a collaboration order (OPS-51, CMP-46).')
export class CampaignConfigurationRequestInput extends UnitsAsked {
  @IdInput(() => Campaign, {
    description: 'The campaign; INVALID_STATE without a plan, or unless it is APPROVED.',
  })
  campaignId!: string;
}

@Input('By what a row of a product plan was configured (OPS-51).')
export class CampaignPlanItemConfiguredInput {
  @IntInput({ description: 'Place of the row in the plan; NOT_FOUND for none.', min: 1, max: 100 })
  seq!: number;

  @IdInput(() => Offering, {
    description: 'The offering, for a row that has none yet; CONTRADICTORY for another than the plan names.',
    optional: true,
  })
  offeringId?: string | null;

  @IdInput(() => TariffPlan, { description: 'Tariff plan that has the price; for PRICE.', optional: true })
  tariffPlanId?: string | null;

  @IdInput(() => Discount, { description: 'Discount that was configured; for DISCOUNT.', optional: true })
  discountId?: string | null;
}

@Input('Confirms that the offerings of a campaign are configured (OPS-51, CMP-46).')
export class CampaignConfigurationConfirmInput {
  @IdInput(() => Campaign, { description: 'The campaign; INVALID_STATE unless it is approved.' })
  campaignId!: string;

  @ListInput(() => CampaignPlanItemConfiguredInput, {
    description:
      'Every row of the plan (REQUIRED). NOT_CONFIGURED for a row whose offering is not published or priced as planned, in words.',
    min: 1,
    max: 100,
  })
  items!: CampaignPlanItemConfiguredInput[];
}
