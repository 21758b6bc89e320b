import {
  describeEnum,
  EnumOf,
  Node,
  Noun,
  One,
  Text,
  TimePeriod,
  UniqueTogether,
  Value,
} from '../../kernel/model/index.js';
import { Product } from './product.js';

export enum ProductRelationKind {
  ATTACH = 'ATTACH',
  EXCLUDE = 'EXCLUDE',
  DEPEND = 'DEPEND',
  COMPETE = 'COMPETE',
  UPGRADE = 'UPGRADE',
  REPLACE = 'REPLACE',
}

describeEnum(
  ProductRelationKind,
  'ProductRelationKind',
  'How two products of the operator relate (PRD-16 to PRD-20).',
  {
    ATTACH: 'The main product `from` may carry the attached product `to`.',
    EXCLUDE: 'The holder of one cannot order the other; works both ways.',
    DEPEND: '`from` can be ordered only with `to`.',
    COMPETE: 'The two serve the same need.',
    UPGRADE: '`to` is the better version of `from`.',
    REPLACE: '`to` takes the place of `from`.',
  },
);

/** How an item comes with what it is attached to. */
export enum Selection {
  OPTIONAL = 'OPTIONAL',
  DEFAULT = 'DEFAULT',
  REQUIRED = 'REQUIRED',
}

describeEnum(Selection, 'Selection', 'How an item comes with what it belongs to (PRD-17, PRD-88).', {
  OPTIONAL: 'Chosen by the customer.',
  DEFAULT: 'Preselected; the customer may remove it.',
  REQUIRED: 'Always there.',
});

@UniqueTogether(['from', 'to', 'kind'])
@Noun({ tag: 'pq', root: false, description: 'A relation between two products of the operator (PRD-16 to PRD-20).' })
export class ProductRelation extends Node {
  @One(() => Product, {
    description: 'Product that the relation starts from.',
    inverse: 'relations',
    inverseDescription: 'Relations that start from this product.',
  })
  from!: Product;

  @One(() => Product, {
    description: 'Product that the relation points to; null for callers who may not see it yet.',
    hideable: true,
    inverse: 'relationsTo',
    inverseDescription: 'Relations that point to this product.',
  })
  to!: Product;

  @EnumOf(() => ProductRelationKind, { description: 'Meaning of the relation.' })
  kind!: ProductRelationKind;

  @EnumOf(() => Selection, { description: 'For ATTACH: how the attached product comes (PRD-17).', nullable: true })
  selection?: Selection | null;

  @Value(() => TimePeriod, { description: 'When the relation holds.' })
  validity!: TimePeriod;

  @Text({ description: 'What is noted about it, such as why the two go together.', nullable: true, max: 500 })
  note?: string | null = null;
}
