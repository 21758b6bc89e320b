import { EnumOf, Instant, Node, Noun, One, Text, UniqueTogether } from '../../kernel/model/index.js';
import { OpportunityRelationKind } from './opportunity.enums.js';
import { Opportunity } from './opportunity.js';

@UniqueTogether(['later', 'earlier'])
@Noun({
  tag: 'on',
  root: false,
  description: 'That an opportunity arose from another, read from both (SAL-04, R70).',
})
export class OpportunityRelation extends Node {
  @EnumOf(() => OpportunityRelationKind, { description: 'How it arose.' })
  kind!: OpportunityRelationKind;

  @One(() => Opportunity, {
    description: 'The one that arose.',
    inverse: 'earlier',
    inverseDescription: 'Opportunities from which it arose (SAL-04).',
  })
  later!: Opportunity;

  @One(() => Opportunity, {
    description: 'The one from which it arose.',
    hideable: true,
    inverse: 'later',
    inverseDescription: 'Opportunities that arose from it (SAL-04).',
  })
  earlier!: Opportunity;

  @Instant({ description: 'When.', access: 'slow' })
  relatedAt!: Date;

  @Text({ description: 'By whom.', max: 100, access: 'slow' })
  relatedBy!: string;

  @Text({
    description: 'Why, such as the reason for a value that differs; null when nobody said.',
    nullable: true,
    max: 500,
  })
  reason?: string | null;
}
