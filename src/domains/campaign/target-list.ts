import { describeEnum, EnumOf, Instant, Int, Node, Noun, One, Text, TextList } from '../../kernel/model/index.js';
import { Campaign } from './campaign.js';

export enum TargetListOrigin {
  RULE = 'RULE',
  SEGMENTS = 'SEGMENTS',
  HAND = 'HAND',
}

describeEnum(TargetListOrigin, 'TargetListOrigin', 'How the customers of a target list are chosen (CMP-41, CMP-42).', {
  RULE: 'By a condition on customers.',
  SEGMENTS: 'From segments of customers.',
  HAND: 'One by one.',
});

export enum TargetListStatus {
  BUILDING = 'BUILDING',
  READY = 'READY',
  PUBLISHED = 'PUBLISHED',
  DISCARDED = 'DISCARDED',
}

describeEnum(TargetListStatus, 'TargetListStatus', 'State of a target list.', {
  BUILDING: 'Customers are being looked for.',
  READY: 'Complete; customers may still be added and removed.',
  PUBLISHED: 'Frozen; its customers may be contacted.',
  DISCARDED: 'Given up before it was published; it has no customers.',
});

@Noun({
  tag: 'ml',
  description:
    'Customers whom a campaign turns to (目标客户列表), as they were chosen at one moment; frozen when it is published (CMP-42). For staff.',
})
export class TargetList extends Node {
  @Text({ description: 'Number for people, such as `TL-00000012`.', max: 40, access: 'unique' })
  listNo!: string;

  @One(() => Campaign, {
    description: 'The campaign.',
    inverse: 'targetLists',
    inverseDescription: 'Its target lists (CMP-42).',
  })
  campaign!: Campaign;

  @Text({ description: 'Name.' })
  name!: string;

  @EnumOf(() => TargetListOrigin, { description: 'How its customers were chosen.' })
  origin!: TargetListOrigin;

  @Text({
    description: 'Condition over `customer` and what evaluation knows of them, in FEEL, for RULE; null otherwise.',
    nullable: true,
    max: 4000,
  })
  condition?: string | null;

  @TextList({ description: 'Codes of the segments, for SEGMENTS; else empty.' })
  segmentCodes!: string[];

  @Int({
    description:
      'Per cent of the customers who are kept as control group, 0 to 50; by chance, and the same customers each time (CMP-33).',
  })
  controlPercent!: number;

  @EnumOf(() => TargetListStatus, { description: 'State; changes only by its life cycle.', access: 'btree' })
  status!: TargetListStatus;

  @Int({ description: 'Customers to be contacted, as counted last.', access: 'slow' })
  targets: number = 0;

  @Int({ description: 'Customers of the control group, as counted last.', access: 'slow' })
  controls: number = 0;

  @Int({ description: 'Customers who were chosen and left out, as counted last; `members` says why.', access: 'slow' })
  excluded: number = 0;

  @Int({ description: 'How often a customer was chosen who was in the list already.', access: 'slow' })
  duplicates: number = 0;

  @Instant({
    description: 'When its customers were chosen; null while they are looked for.',
    nullable: true,
    access: 'slow',
  })
  builtAt?: Date | null;

  @Instant({ description: 'When it was published; null before.', nullable: true, access: 'slow' })
  publishedAt?: Date | null;
}
