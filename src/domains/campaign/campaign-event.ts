import { Index } from '@mikro-orm/decorators/legacy';
import { Bool, EnumOf, Instant, Node, Noun, One, Text } from '../../kernel/model/index.js';
import { Offering } from '../catalogue/index.js';
import { Customer } from '../customer/index.js';
import { CampaignChannel, CampaignOutcome, TargetGroup } from './campaign-enums.js';
import { CampaignParticipation } from './campaign-participation.js';
import { Campaign } from './campaign.js';
import { Wave } from './wave.js';

@Index({ name: 'campaign_event_contacts', properties: ['customer', 'occurredAt'], where: `"outcome" = 'CONTACTED'` })
@Noun({
  tag: 'mv',
  description:
    'A contact, an answer or a purchase in a campaign (营销活动事件), never changed (CMP-62, CMP-63). For staff.',
})
export class CampaignEvent extends Node {
  @Text({
    description: 'Unique number, such as `CE-00000012`, by which opportunities and orders name it.',
    max: 40,
    access: 'unique',
  })
  eventNo!: string;

  @One(() => CampaignParticipation, {
    description: 'Whose part in which campaign.',
    inverse: 'events',
    inverseDescription: 'Each contact and answer (CMP-62, CMP-63); empty for customers.',
  })
  participation!: CampaignParticipation;

  @One(() => Campaign, {
    description: 'The campaign; null for callers who may not see it.',
    hideable: true,
    inverse: 'events',
    inverseDescription: 'Contacts, answers and purchases; aggregates of those with `first` count customers.',
  })
  campaign!: Campaign;

  @One(() => Customer, { description: 'The customer.', access: 'none' })
  customer!: Customer;

  @One(() => Wave, {
    description: 'Wave in which it happened; null outside of waves.',
    nullable: true,
    hideable: true,
    inverse: 'events',
    inverseDescription: 'What happened in the wave.',
  })
  wave?: Wave | null;

  @EnumOf(() => CampaignOutcome, { description: 'What happened.' })
  outcome!: CampaignOutcome;

  @Bool({ description: 'Whether it is the first of its outcome for this customer and campaign.', access: 'slow' })
  first!: boolean;

  @EnumOf(() => TargetGroup, {
    description: 'Group of the customer in the lists of the campaign; null for one in none.',
    nullable: true,
  })
  group?: TargetGroup | null;

  @EnumOf(() => CampaignChannel, { description: 'Channel.' })
  channel!: CampaignChannel;

  @Instant({ description: 'When.', access: 'btree' })
  occurredAt!: Date;

  @Text({ description: 'What was said; null for nothing.', nullable: true, max: 2000 })
  content?: string | null;

  @One(() => Offering, {
    description: 'Offering that the customer is interested in, or bought; null when none was named.',
    nullable: true,
    hideable: true,
    inverse: 'campaignEvents',
    inverseDescription: 'Answers to campaigns about the offering (CMP-72).',
  })
  offering?: Offering | null;

  @Text({ description: 'Who wrote it down.', max: 100, access: 'slow' })
  recordedBy!: string;

  @Text({
    description:
      'For whom it was written down, such as a representative on the telephone; null for nobody else (CMP-67).',
    nullable: true,
    max: 100,
  })
  onBehalfOf?: string | null;
}
