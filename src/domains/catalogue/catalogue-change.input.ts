import {
  EnumInput,
  IdInput,
  Input,
  InstantInput,
  ListInput,
  TextInput,
  TextListInput,
} from '../../kernel/model/index.js';
import { CatalogueChangeAction } from './catalogue-change.lifecycle.js';
import { CatalogueChange } from './catalogue-change.js';
import { GuaranteeAskedInput } from './guarantee-asked.input.js';
import { GuaranteeKind } from './guarantee-kind.js';
import { OfferingComponentInput } from './offering.input.js';
import { Offering } from './offering.js';
import { ProductLine } from './product-line.js';
import { ProductAttributeInput, ProductServiceInput } from './product.input.js';
import { Product } from './product.js';

@Input('A change of a product (PRD-12, PRD-15, PRD-98); a field that is absent stays as it is.')
export class ProductChangeInput {
  @IdInput(() => Product, { description: 'The product.' })
  productId!: string;

  @TextInput({ description: 'Why; kept with the version.', max: 500 })
  reason!: string;

  @TextInput({ description: 'New name.', optional: true })
  name?: string | null;

  @TextInput({ description: 'New description; null empties it.', optional: true, max: 2000 })
  description?: string | null;

  @InstantInput({ description: 'New end of the sale, after its beginning; null opens it.', optional: true })
  validTo?: string | null;

  @ListInput(() => ProductAttributeInput, {
    description: 'The whole template, in the order of the form; what is not named leaves it.',
    optional: true,
    max: 100,
  })
  attributes?: ProductAttributeInput[] | null;

  @ListInput(() => ProductServiceInput, {
    description: 'All services that may be ordered on it; what is not named cannot be ordered any more.',
    optional: true,
    min: 1,
    max: 20,
  })
  services?: ProductServiceInput[] | null;
}

@Input('A change of an offering (PRD-53, PRD-98); a field that is absent stays as it is.')
export class OfferingChangeInput extends GuaranteeAskedInput {
  @IdInput(() => Offering, { description: 'The offering.' })
  offeringId!: string;

  @TextInput({ description: 'Why; kept with the version.', max: 500 })
  reason!: string;

  @TextInput({ description: 'New name on the market.', optional: true })
  name?: string | null;

  @TextInput({ description: 'New sales terms; null empties them.', optional: true, max: 4000 })
  salesTerms?: string | null;

  @TextInput({
    description: 'New text of what the customer gets and owes; null empties it.',
    optional: true,
    max: 4000,
  })
  serviceContent?: string | null;

  @InstantInput({ description: 'New end of the sale, after its beginning; null opens it.', optional: true })
  validTo?: string | null;

  @TextListInput({
    description: 'Means of payment that are accepted; empty for all.',
    optional: true,
    max: 20,
    maxText: 40,
  })
  paymentMethods?: string[] | null;

  @IdInput(() => ProductLine, {
    description:
      'New line that it belongs to; null for bundles over several lines. OUT_OF_SCOPE outside the lines of the caller.',
    optional: true,
  })
  productLineId?: string | null;

  @EnumInput(() => GuaranteeKind, {
    description:
      'Guarantee that customers must give from now on, of a kind that is named like this; NONE for none (PRD-42). Named, it takes the place of all that was asked for, with its number or amount; else the present kind stays.',
    optional: true,
  })
  guarantee?: GuaranteeKind | null;

  @ListInput(() => OfferingComponentInput, {
    description: 'The whole bundle; what is not named leaves it. What customers have is not touched.',
    optional: true,
    min: 1,
    max: 50,
  })
  components?: OfferingComponentInput[] | null;
}

@Input('A decision about a proposed change (PRD-98).')
export class CatalogueChangeDecideInput {
  @IdInput(() => CatalogueChange, { description: 'The change.' })
  changeId!: string;

  @EnumInput(() => CatalogueChangeAction, { description: 'The decision.' })
  action!: CatalogueChangeAction;

  @TextInput({ description: 'Why; needed for REJECT.', optional: true, max: 500 })
  reason?: string | null;
}

@Input('A copy of a product to be made (PRD-11).')
export class ProductCloneInput {
  @IdInput(() => Product, { description: 'The product to copy; it is not changed.' })
  productId!: string;

  @TextInput({ description: 'Code of the copy, unique among products.', max: 40 })
  code!: string;

  @TextInput({ description: 'Name of the copy; that of the original when absent.', optional: true })
  name?: string | null;
}

@Input('A copy of an offering to be made (PRD-50).')
export class OfferingCloneInput {
  @IdInput(() => Offering, { description: 'The offering to copy; it is not changed.' })
  offeringId!: string;

  @TextInput({ description: 'Code of the copy, unique among offerings.', max: 60 })
  code!: string;

  @TextInput({ description: 'Name of the copy; that of the original when absent.', optional: true })
  name?: string | null;
}
