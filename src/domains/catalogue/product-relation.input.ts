import { EnumInput, IdInput, Input, InstantInput } from '../../kernel/model/index.js';
import { ProductRelationKind, Selection } from './product-relation.js';
import { Product } from './product.js';

@Input('A relation between two products (PRD-16 to PRD-20).')
export class ProductRelationAddInput {
  @IdInput(() => Product, { description: 'Product that the relation starts from; for ATTACH a MAIN one.' })
  fromId!: string;

  @IdInput(() => Product, { description: 'Product that it points to; for ATTACH an ATTACHED one.' })
  toId!: string;

  @EnumInput(() => ProductRelationKind, {
    description: 'Meaning. EXCLUDE and DEPEND hold between products of the same layer; DEPEND must not form a circle.',
  })
  kind!: ProductRelationKind;

  @EnumInput(() => Selection, {
    description: 'For ATTACH: how the attached product comes; OPTIONAL when absent.',
    optional: true,
  })
  selection?: Selection | null;

  @InstantInput({ description: 'First moment in which it holds; now when absent.', optional: true })
  validFrom?: string | null;

  @InstantInput({ description: 'First moment in which it does not hold any more; open when absent.', optional: true })
  validTo?: string | null;
}
