import { BoolInput, EnumInput, IdInput, Input, IntInput, ListInput, TextInput } from '../../kernel/model/index.js';
import { ProcessTemplate } from '../process/index.js';
import { RequirementKind } from './product-requirement.js';
import { Product } from './product.js';

@Input('A resource or service that one instance of a product takes for its fulfilment (WFL-73).')
export class ProductRequirementInput {
  @EnumInput(() => RequirementKind, { description: 'A resource or a service.' })
  kind!: RequirementKind;

  @TextInput({ description: 'Code with the system that provides it; once for each kind.', max: 60 })
  code!: string;

  @TextInput({ description: 'Name for people.', max: 200 })
  name!: string;

  @IntInput({ description: 'How many one instance takes; 1 when absent.', min: 1, max: 10_000, optional: true })
  quantity?: number | null;
}

@Input('How a product is fulfilled for group customers (WFL-73). What is absent stays as it is.')
export class ProductFulfilmentSetInput {
  @IdInput(() => Product, { description: 'The product.' })
  productId!: string;

  @BoolInput({
    description:
      'Whether it is a product for group customers: it is put in use, and offerings with it published, only when it is ready.',
    optional: true,
  })
  supervised?: boolean | null;

  @IdInput(() => ProcessTemplate, {
    description: 'Template of the process that carries its orders out; one for orders.',
    optional: true,
  })
  processTemplateId?: string | null;

  @ListInput(() => ProductRequirementInput, {
    description: 'All resources and services that one instance takes; they replace those that there were.',
    max: 100,
    optional: true,
  })
  requirements?: ProductRequirementInput[] | null;
}
