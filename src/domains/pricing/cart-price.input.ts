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
import { CustomerServiceType, Offering, OfferingSla, Product, TariffPlan } from '../catalogue/index.js';
import { Customer } from '../customer/index.js';
import { Region } from '../region/index.js';
import { NamedValueInput } from './named-value.input.js';
import { PrepaymentInput } from './prepayment.input.js';

@Input('A value that a line gives to an attribute of a product, by name.')
export class CartAttributeInput extends NamedValueInput {}

@Input('How many pieces of a product of the bundle a line of a cart has.')
export class CartComponentInput {
  @IdInput(() => Product, { description: 'A product that the offering bundles; NOT_IN_OFFERING otherwise.' })
  productId!: string;

  @IntInput({
    description:
      'Pieces for each one of the offering, within the limits of the bundle (QUANTITY_OUT_OF_BOUNDS); 0 leaves it out.',
    min: 0,
    max: 1000,
  })
  quantity!: number;
}

@Input('A line of a cart.')
export class CartLineInput {
  @IdInput(() => Offering, { description: 'The offering.' })
  offeringId!: string;

  @IntInput({ description: 'Pieces; 1 when left out.', optional: true, min: 1, max: 10_000 })
  quantity?: number | null;

  @ListInput(() => CartComponentInput, {
    description:
      'Pieces of bundled products that differ from what the offering proposes: standard prices of products, and their tiers, go by them (PRD-33, PRD-62, PRD-76).',
    optional: true,
    max: 100,
  })
  components?: CartComponentInput[] | null;

  @EnumInput(() => CustomerServiceType, {
    description:
      'What is done with it; INSTALL when left out. Others cost one-time fees only: what runs goes on at its price.',
    optional: true,
  })
  service?: CustomerServiceType | null;

  @IdInput(() => TariffPlan, {
    description:
      'A plan that the offering is sold with; when left out the one whose condition holds, else the default.',
    optional: true,
  })
  tariffPlanId?: string | null;

  @IdInput(() => OfferingSla, {
    description: 'A service level of the offering; when left out the preselected one (PRD-58, PRD-60).',
    optional: true,
  })
  offeringSlaId?: string | null;

  @ListInput(() => CartAttributeInput, { description: 'Values of attributes.', optional: true, max: 100 })
  attributes?: CartAttributeInput[] | null;

  @TextInput({ description: 'Number that was chosen, such as a telephone number.', optional: true, max: 60 })
  number?: string | null;

  @DecimalInput({
    description:
      'Discount on the one-time charges in per cent, given by the seller within the range of the own position (PRD-69).',
    optional: true,
    min: '0',
    max: '100',
  })
  discountPercent?: string | null;

  @ObjectInput(() => MoneyInput, {
    description: 'One-time price that was shown before, to learn whether it has changed (PRD-115).',
    optional: true,
  })
  shownOneTime?: MoneyInput | null;

  @ObjectInput(() => MoneyInput, {
    description: 'Price of a period that was shown before, to learn whether it has changed (PRD-115).',
    optional: true,
  })
  shownRecurring?: MoneyInput | null;
}

@Input('What shall be bought, by whom, where and how it is paid (PRD-114).')
export class CartPriceInput extends PrepaymentInput {
  @IdInput(() => Customer, {
    description: 'Who buys; for a customer at self-service themselves. Left out: somebody of whom nothing is known.',
    optional: true,
  })
  customerId?: string | null;

  @IdInput(() => Region, {
    description: 'Where it is sold; where the customer is served when left out.',
    optional: true,
  })
  regionId?: string | null;

  @TextInput({
    description:
      'Code of the channel through which it is sold: a sales channel, such as `WEB_HALL`, or an active partner; NOT_FOUND otherwise (PRD-48).',
    optional: true,
    max: 60,
  })
  channel?: string | null;

  @TextInput({
    description: 'Currency, ISO 4217; that of the default account of the customer when left out, else `CNY`.',
    optional: true,
    max: 3,
  })
  currency?: string | null;

  @InstantInput({
    description: 'Moment whose tariffs hold: of acceptance or of payment (ORD-107); now when left out.',
    optional: true,
  })
  at?: string | null;

  @TextInput({ description: 'Means of payment, such as `CASH`.', optional: true, max: 40 })
  paymentMethod?: string | null;

  @ListInput(() => CartLineInput, { description: 'The lines.', min: 1, max: 100 })
  lines!: CartLineInput[];
}
