import { EnumInput, IdInput, Input, InstantInput, TextInput } from '../../kernel/model/index.js';
import { ProductRelation, ProductRelationKind, Selection } from './product-relation.js';
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

  @InstantInput({
    description: 'First moment in which it holds; when absent now, or as soon as it is approved.',
    optional: true,
  })
  validFrom?: string | null;

  @InstantInput({ description: 'First moment in which it does not hold any more; open when absent.', optional: true })
  validTo?: string | null;

  @TextInput({ description: 'What is noted about it.', optional: true, max: 500 })
  note?: string | null;

  @TextInput({ description: 'Why; kept with the version of the product.', optional: true, max: 500 })
  reason?: string | null;
}

@Input('A change of a relation between two products (PRD-16 to PRD-20); a field that is absent stays as it is.')
export class ProductRelationChangeInput {
  @IdInput(() => ProductRelation, { description: 'The relation; INVALID_STATE for one that has ended.' })
  productRelationId!: string;

  @EnumInput(() => Selection, {
    description: 'How the attached product comes from now on, for ATTACH; CONTRADICTORY for others (PRD-17).',
    optional: true,
  })
  selection?: Selection | null;

  @InstantInput({
    description: 'New first moment in which it holds, not passed; CONTRADICTORY for a relation that holds already.',
    optional: true,
  })
  validFrom?: string | null;

  @InstantInput({
    description: 'New first moment in which it does not hold any more, not passed; null opens it.',
    optional: true,
  })
  validTo?: string | null;

  @TextInput({ description: 'New note; null empties it.', optional: true, max: 500 })
  note?: string | null;

  @TextInput({ description: 'Why; kept with the version of the product.', optional: true, max: 500 })
  reason?: string | null;
}

@Input('The end of a relation between two products (PRD-16 to PRD-20).')
export class ProductRelationEndInput {
  @IdInput(() => ProductRelation, { description: 'The relation; INVALID_STATE for one that has ended.' })
  productRelationId!: string;

  @TextInput({ description: 'Why; kept with the version of the product.', optional: true, max: 500 })
  reason?: string | null;
}
