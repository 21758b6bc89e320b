import { describeEnum, EnumOf, Node, Noun, One, Text, TimePeriod, Value } from '../../kernel/model/index.js';
import { Region } from '../region/index.js';

export enum DiscountPolicyStatus {
  DRAFT = 'DRAFT',
  IN_FORCE = 'IN_FORCE',
}

describeEnum(DiscountPolicyStatus, 'DiscountPolicyStatus', 'State of a policy of discounts (PRD-108).', {
  DRAFT: 'Nobody else has approved it yet; it is for nobody.',
  IN_FORCE: 'Approved: it holds in its period.',
});

@Noun({
  tag: 'dp',
  plural: 'discountPolicies',
  description:
    'A policy of discounts, as it was decided: why, when, where, how, for whom and with what effect (PRD-108).',
})
export class DiscountPolicy extends Node {
  @Text({ description: 'Code unique among policies.', max: 40, access: 'unique' })
  code!: string;

  @Text({ description: 'Name.', access: 'search' })
  name!: string;

  @EnumOf(() => DiscountPolicyStatus, { description: 'State; changes only through its life cycle.', access: 'btree' })
  status!: DiscountPolicyStatus;

  @Text({ description: 'What it is meant to reach.', max: 1000 })
  purpose!: string;

  @Value(() => TimePeriod, { description: 'When it holds.' })
  validity!: TimePeriod;

  @One(() => Region, {
    description: 'Region in which it holds, with all below it.',
    inverse: 'discountPolicies',
    inverseDescription: 'Policies of discounts for exactly this region (PRD-108).',
  })
  region!: Region;

  @Text({ description: 'How the discount is given.', max: 1000 })
  method!: string;

  @Text({ description: 'For whom it is, such as by installed lines, credit or total charges.', max: 1000 })
  target!: string;

  @Text({ description: 'What came or is to come of it; null when nothing is known.', nullable: true, max: 2000 })
  effect?: string | null;

  @Text({ description: 'Who wrote it last, and so does not approve it.', max: 100, access: 'slow' })
  configuredBy!: string;
}
