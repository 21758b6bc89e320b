import {
  BoolInput,
  DecimalInput,
  EnumInput,
  IdInput,
  Input,
  InstantInput,
  IntInput,
  TextInput,
  TextListInput,
} from '../../kernel/model/index.js';
import {
  BreachAction,
  CustomerServiceType,
  LifecycleControl,
  LifecycleControlKind,
  MaintenanceLevel,
  Offering,
  Product,
  TariffPlan,
} from '../catalogue/index.js';
import { OfferingInstance, ProductInstance } from '../inventory/index.js';
import { Region } from '../region/index.js';

@Input('A kind of life-cycle control to be written or changed (PRD-38).')
export class LifecycleControlKindSaveInput {
  @IdInput(() => LifecycleControlKind, {
    description: 'The kind to be changed; left out for a new one.',
    optional: true,
  })
  lifecycleControlKindId?: string | null;

  @IntInput({
    description: 'Version that you have seen; refused with VERSION_CONFLICT when it is another one now.',
    optional: true,
    min: 1,
  })
  expectedVersion?: number | null;

  @TextInput({ description: 'Code unique among kinds; needed for a new one, never changed.', optional: true, max: 60 })
  code?: string | null;

  @TextInput({ description: 'Name; needed for a new one.', optional: true })
  name?: string | null;

  @TextInput({
    description: 'Condition in FEEL over `held`, `moment` and `values`; needed for a new one.',
    optional: true,
    max: 2000,
  })
  fulfilled?: string | null;

  @BoolInput({ description: 'Whether bundles may use it from now on; true when left out.', optional: true })
  active?: boolean | null;

  @EnumInput(() => MaintenanceLevel, {
    description:
      'Level that will own a new one, whose managers, and no others, change it; that of the caller when left out. CONTRADICTORY for one that is there.',
    optional: true,
  })
  level?: MaintenanceLevel | null;

  @IdInput(() => Region, {
    description: "Province or local network that will own a new one; the caller's only one of the level when left out.",
    optional: true,
  })
  ownerId?: string | null;
}

@Input('How long a product bundled in an offering must be kept, and what follows a breach (PRD-38 to PRD-40).')
export class OfferingCommitmentSaveInput {
  @IdInput(() => Offering, { description: 'The offering.' })
  offeringId!: string;

  @IdInput(() => Product, { description: 'A product that it bundles.' })
  productId!: string;

  @EnumInput(() => LifecycleControl, { description: 'The control; NONE takes it away with all that belongs to it.' })
  control!: LifecycleControl;

  @InstantInput({ description: 'End of the commitment; for ABSOLUTE_TIME only.', optional: true })
  keepUntil?: string | null;

  @IntInput({ description: 'Months of use; for RELATIVE_TIME only.', optional: true, min: 1, max: 600 })
  keepMonths?: number | null;

  @DecimalInput({
    description: 'Amount in the currency of the tariff plan; for SPEND_AMOUNT only.',
    optional: true,
    min: '0.01',
    max: '1000000000',
  })
  keepUntilSpent?: string | null;

  @IdInput(() => LifecycleControlKind, { description: 'An active kind; for OTHER only.', optional: true })
  controlKindId?: string | null;

  @TextListInput({ description: 'Values for the kind; for OTHER only.', optional: true, max: 50 })
  controlValues?: string[] | null;

  @TextListInput({
    description:
      'Customer services that breach it, of `CustomerServiceType` but INSTALL; `REMOVE` alone when left out.',
    optional: true,
    max: 7,
    maxText: 20,
  })
  guardedServices?: string[] | null;

  @EnumInput(() => BreachAction, { description: 'What follows a breach; needed but for NONE.', optional: true })
  breachAction?: BreachAction | null;

  @TextInput({
    description:
      'Penalty as a number in FEEL over `held`, `moment`, `monthsShort` and `amountShort`, such as `500` or `100 * monthsShort`; for PENALTY only, and needed there with OTHER.',
    optional: true,
    max: 2000,
  })
  penaltyFormula?: string | null;

  @IdInput(() => TariffPlan, {
    description: 'Plan that holds after a breach, one that the offering is sold with; for REPLACE_PLAN only.',
    optional: true,
  })
  replacementPlanId?: string | null;

  @TextInput({ description: 'Shown at order entry when the control is touched (PRD-40).', optional: true, max: 1000 })
  breachPrompt?: string | null;

  @TextInput({ description: 'Why, for the history.', optional: true, max: 500 })
  reason?: string | null;
}

@Input(
  'The only customer services permitted on what is sold through an offering from now on; they replace all former ones (PRD-41).',
)
export class OfferingServicesSaveInput {
  @IdInput(() => Offering, { description: 'The offering.' })
  offeringId!: string;

  @TextListInput({
    description: 'Services, of `CustomerServiceType`, that its products have; none permits all of them.',
    max: 8,
    maxText: 20,
  })
  services!: string[];

  @TextInput({ description: 'Why; kept with the version.', optional: true, max: 500 })
  reason?: string | null;
}

@Input('What a customer service would breach: on one product instance, or on all of an offering instance (PRD-112).')
export class CommitmentCheckInput {
  @IdInput(() => ProductInstance, {
    description: 'The product instance; or else the offering instance.',
    optional: true,
  })
  productInstanceId?: string | null;

  @IdInput(() => OfferingInstance, {
    description: 'The offering instance; or else the product instance.',
    optional: true,
  })
  offeringInstanceId?: string | null;

  @EnumInput(() => CustomerServiceType, { description: 'The service; not INSTALL.' })
  service!: CustomerServiceType;

  @InstantInput({ description: 'Moment of the service; now when left out.', optional: true })
  at?: string | null;
}
