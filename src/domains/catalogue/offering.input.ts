import {
  BoolInput,
  EnumInput,
  IdInput,
  Input,
  InstantInput,
  IntInput,
  JsonInput,
  ListInput,
  TextInput,
  TextListInput,
} from '../../kernel/model/index.js';
import { Region } from '../region/index.js';
import { CatalogueNode } from './catalogue-node.js';
import { MaintenanceLevel } from './maintenance-level.js';
import { OfferingAction } from './offering.lifecycle.js';
import { GuaranteeAskedInput } from './guarantee-asked.input.js';
import { GuaranteeKind } from './guarantee-kind.js';
import { Offering } from './offering.js';
import { ProductLine } from './product-line.js';
import { ProductPackage } from './product-package.js';
import { Product } from './product.js';
import { TariffPlan } from './tariff-plan.js';

@Input('An attribute value that an offering fixes (PRD-37).')
export class FixedValueInput {
  @TextInput({ description: 'Code of an attribute of the product.', max: 60 })
  name!: string;

  @JsonInput({ description: 'The value; it must fit the attribute.' })
  value!: unknown;
}

@Input('A product bundled in an offering (PRD-33).')
export class OfferingComponentInput {
  @IdInput(() => Product, { description: 'The product; each stands in an offering once.' })
  productId!: string;

  @IntInput({ description: 'Smallest number of pieces; 1 when absent.', optional: true, min: 0, max: 10_000 })
  minQuantity?: number | null;

  @IntInput({
    description: 'Largest number of pieces, not below the smallest; 1 when absent.',
    optional: true,
    min: 1,
    max: 10_000,
  })
  maxQuantity?: number | null;

  @IntInput({
    description: 'Pieces that order entry proposes, between the two; the smallest when absent.',
    optional: true,
    min: 0,
    max: 10_000,
  })
  defaultQuantity?: number | null;

  @BoolInput({
    description: 'Whether the customer must take it; true when absent and `minQuantity` is not 0.',
    optional: true,
  })
  required?: boolean | null;

  @ListInput(() => FixedValueInput, {
    description: 'Attribute values that the offering fixes.',
    optional: true,
    max: 100,
  })
  fixedValues?: FixedValueInput[] | null;
}

@Input('A tariff plan that an offering may be sold with (PRD-87, PRD-88).')
export class OfferingTariffInput {
  @IdInput(() => TariffPlan, { description: 'The plan; each stands at an offering once.' })
  tariffPlanId!: string;

  @BoolInput({
    description: 'Whether it is preselected; at most one plan per currency. False when absent.',
    optional: true,
  })
  isDefault?: boolean | null;

  @BoolInput({ description: 'Whether every instance must have it; false when absent.', optional: true })
  required?: boolean | null;
}

@Input('A heading of a catalogue under which an offering shall stand (PRD-94).')
export class CataloguePlacementInput {
  @IdInput(() => CatalogueNode, { description: 'The heading, of a catalogue of offerings.' })
  catalogueNodeId!: string;
}

@Input('A new offering with its products, tariff plans and places in catalogues (PRD-30, PRD-33, PRD-86, PRD-94).')
export class OfferingCreateInput extends GuaranteeAskedInput {
  @TextInput({ description: 'Code unique among offerings.', max: 60 })
  code!: string;

  @TextInput({ description: 'Name on the market.' })
  name!: string;

  @TextInput({ description: 'Sales terms.', optional: true, max: 4000 })
  salesTerms?: string | null;

  @TextInput({ description: 'What the customer gets and owes.', optional: true, max: 4000 })
  serviceContent?: string | null;

  @EnumInput(() => MaintenanceLevel, {
    description: "Level that maintains it, the caller's own; never changed later (PRD-45).",
  })
  level!: MaintenanceLevel;

  @IdInput(() => Region, {
    description: "Province or local network that owns it; the caller's own when absent, none for HEADQUARTERS.",
    optional: true,
  })
  ownerId?: string | null;

  @IdInput(() => ProductLine, {
    description: 'Line that it belongs to; absent for bundles over several lines.',
    optional: true,
  })
  productLineId?: string | null;

  @InstantInput({ description: 'First moment of sale; now when absent.', optional: true })
  validFrom?: string | null;

  @InstantInput({ description: 'First moment after the sale; open when absent. After `validFrom`.', optional: true })
  validTo?: string | null;

  @TextListInput({
    description: 'Means of payment that are accepted, such as `CASH`; all when absent or empty.',
    optional: true,
    max: 20,
    maxText: 40,
  })
  paymentMethods?: string[] | null;

  @EnumInput(() => GuaranteeKind, {
    description:
      'Guarantee that the customer must give, of a kind that is named like this; NONE when absent and no kind is named (PRD-42). NOT_FOUND when there is none of this name.',
    optional: true,
  })
  guarantee?: GuaranteeKind | null;

  @ListInput(() => OfferingComponentInput, {
    description: 'The products, besides those of the package; at least one of both is needed.',
    optional: true,
    max: 50,
  })
  components?: OfferingComponentInput[] | null;

  @IdInput(() => ProductPackage, {
    description: 'Package whose products it gets as they stand there (PRD-34).',
    optional: true,
  })
  packageId?: string | null;

  @ListInput(() => OfferingTariffInput, {
    description: 'The tariff plans; an offering always has a price (MOD-26).',
    min: 1,
    max: 50,
  })
  tariffs!: OfferingTariffInput[];

  @ListInput(() => CataloguePlacementInput, {
    description: 'Where it stands in catalogues; needed before it is published.',
    optional: true,
    max: 20,
  })
  placements?: CataloguePlacementInput[] | null;
}

@Input('A step of an offering from one state to another (PRD-32).')
export class OfferingStatusChangeInput {
  @IdInput(() => Offering, { description: 'The offering.' })
  offeringId!: string;

  @EnumInput(() => OfferingAction, { description: 'The step.' })
  action!: OfferingAction;

  @TextInput({ description: 'Why; needed for RETURN, REFUSE_PRICE and WITHDRAW_PRICING.', optional: true, max: 500 })
  reason?: string | null;
}

@Input('An offering to be published.')
export class OfferingPublishInput {
  @IdInput(() => Offering, { description: 'The offering; it must be BILLING_PRICED.' })
  offeringId!: string;
}
