import { describeEnum, EnumOf, Int, Node, Noun, One, Text, UniqueTogether } from '../../kernel/model/index.js';
import { Product } from './product.js';

export enum RequirementKind {
  RESOURCE = 'RESOURCE',
  SERVICE = 'SERVICE',
}

describeEnum(RequirementKind, 'RequirementKind', 'What the fulfilment of a product takes (WFL-73).', {
  RESOURCE: 'A resource of the network, such as a port or a circuit (TMF634 ResourceSpecification).',
  SERVICE: 'A service that the network side brings about, such as a VPN (TMF633 ServiceSpecification).',
});

@UniqueTogether(['product', 'kind', 'code'])
@Noun({
  tag: 'pb',
  root: false,
  description: 'A resource or service that one instance of a product takes for its fulfilment (WFL-73).',
})
export class ProductRequirement extends Node {
  @One(() => Product, {
    description: 'The product.',
    inverse: 'requirements',
    inverseDescription: 'Resources and services that the fulfilment of one instance takes (WFL-73).',
  })
  product!: Product;

  @EnumOf(() => RequirementKind, { description: 'A resource or a service.' })
  kind!: RequirementKind;

  @Text({ description: 'Code with the system that provides it, such as `PORT_GE`.', max: 60 })
  code!: string;

  @Text({ description: 'Name for people.', max: 200 })
  name!: string;

  @Int({ description: 'How many one instance takes, at least 1.' })
  quantity!: number;
}
