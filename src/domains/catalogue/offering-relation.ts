import { describeEnum, EnumOf, Node, Noun, One, Text, UniqueTogether } from '../../kernel/model/index.js';
import { Offering } from './offering.js';

export enum OfferingRelationKind {
  DEPEND = 'DEPEND',
  EXCLUDE = 'EXCLUDE',
  COMPETE = 'COMPETE',
  UPGRADE = 'UPGRADE',
  CROSS_SELL = 'CROSS_SELL',
}

describeEnum(OfferingRelationKind, 'OfferingRelationKind', 'How two offerings relate (PRD-54, PRD-55).', {
  DEPEND: '`from` can be ordered only with `to`.',
  EXCLUDE: 'The holder of one cannot order the other; works both ways.',
  COMPETE: 'The two serve the same need.',
  UPGRADE: 'Whoever has `from` is offered `to` in its place; `from` ends when an order of `to` is completed.',
  CROSS_SELL: 'Whoever has `from` is offered `to` besides.',
});

@UniqueTogether(['from', 'to', 'kind'])
@Noun({ tag: 'ol', root: false, description: 'A relation between two offerings (PRD-54, PRD-55).' })
export class OfferingRelation extends Node {
  @One(() => Offering, {
    description: 'Offering that the relation starts from.',
    inverse: 'relations',
    inverseDescription: 'Relations that start from this offering.',
  })
  from!: Offering;

  @One(() => Offering, {
    description: 'Offering that the relation points to; null for callers who may not see it yet.',
    hideable: true,
    inverse: 'relationsTo',
    inverseDescription: 'Relations that point to this offering.',
  })
  to!: Offering;

  @EnumOf(() => OfferingRelationKind, { description: 'Meaning of the relation.' })
  kind!: OfferingRelationKind;

  @Text({ description: 'Shown to sales staff, such as why the other offering suits.', nullable: true, max: 500 })
  prompt?: string | null;
}
