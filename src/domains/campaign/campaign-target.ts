import { Check } from '@mikro-orm/decorators/legacy';
import { describeEnum, EnumOf, Node, Noun, One, UniqueTogether } from '../../kernel/model/index.js';
import { Offering } from '../catalogue/index.js';
import { CustomerSegment } from '../customer/index.js';
import { CampaignChannel } from './campaign-enums.js';
import { Campaign } from './campaign.js';

export enum CampaignTargetKind {
  OFFERING = 'OFFERING',
  SEGMENT = 'SEGMENT',
  CHANNEL = 'CHANNEL',
}

describeEnum(CampaignTargetKind, 'CampaignTargetKind', 'What a campaign aims at or goes by (MOD-50).', {
  OFFERING: 'An offering that it promotes.',
  SEGMENT: 'A segment of customers that it is for.',
  CHANNEL: 'A channel that it uses.',
});

const EXACTLY_ITS_OWN = [
  `("kind" = 'OFFERING') = ("offering_id" is not null)`,
  `("kind" = 'SEGMENT') = ("segment_id" is not null)`,
  `("kind" = 'CHANNEL') = ("channel" is not null)`,
].join(' and ');

@UniqueTogether(['campaign', 'offering'], `kind = 'OFFERING'`)
@UniqueTogether(['campaign', 'segment'], `kind = 'SEGMENT'`)
@UniqueTogether(['campaign', 'channel'], `kind = 'CHANNEL'`)
@Noun({
  tag: 'mt',
  root: false,
  description:
    'An offering or a segment that a campaign aims at, or a channel that it uses (MOD-50); regions stand in `regions`.',
})
@Check({ expression: EXACTLY_ITS_OWN, name: 'campaign_target_of_its_kind' })
export class CampaignTarget extends Node {
  @One(() => Campaign, {
    description: 'The campaign.',
    inverse: 'targets',
    inverseDescription: 'Offerings and segments that it aims at, and channels that it uses (MOD-50).',
  })
  campaign!: Campaign;

  @EnumOf(() => CampaignTargetKind, { description: 'Which of the three it is.' })
  kind!: CampaignTargetKind;

  @One(() => Offering, {
    description: 'The offering, for OFFERING.',
    nullable: true,
    hideable: true,
    inverse: 'campaignTargets',
    inverseDescription: 'Campaigns that promote the offering.',
  })
  offering?: Offering | null;

  @One(() => CustomerSegment, {
    description: 'The segment, for SEGMENT.',
    nullable: true,
    inverse: 'campaignTargets',
    inverseDescription: 'Campaigns that are for the segment.',
  })
  segment?: CustomerSegment | null;

  @EnumOf(() => CampaignChannel, { description: 'The channel, for CHANNEL.', nullable: true })
  channel?: CampaignChannel | null;
}
