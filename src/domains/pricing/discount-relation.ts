import { describeEnum, EnumOf, Node, Noun, One, UniqueTogether } from '../../kernel/model/index.js';
import { Discount } from './discount.js';

export enum DiscountRelationKind {
  EXCLUDE = 'EXCLUDE',
  COMBINE = 'COMBINE',
  REQUIRE = 'REQUIRE',
}

describeEnum(DiscountRelationKind, 'DiscountRelationKind', 'How two discounts relate.', {
  EXCLUDE: 'Never both; the one of smaller priority is granted. Works both ways.',
  COMBINE: 'May be granted together although one of them is not combinable. Works both ways.',
  REQUIRE: '`from` is granted only together with `to`.',
});

@UniqueTogether(['from', 'to', 'kind'])
@Noun({ tag: 'dr', root: false, description: 'A relation between two discounts.' })
export class DiscountRelation extends Node {
  @One(() => Discount, {
    description: 'Discount that the relation starts from.',
    inverse: 'relations',
    inverseDescription: 'Relations that start from this discount.',
  })
  from!: Discount;

  @One(() => Discount, {
    description: 'Discount that the relation points to.',
    inverse: 'relationsTo',
    inverseDescription: 'Relations that point to this discount.',
  })
  to!: Discount;

  @EnumOf(() => DiscountRelationKind, { description: 'Meaning of the relation.' })
  kind!: DiscountRelationKind;
}
