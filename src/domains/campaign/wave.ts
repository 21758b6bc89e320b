import { describeEnum, EnumOf, Instant, Int, Node, Noun, One, Text, UniqueTogether } from '../../kernel/model/index.js';
import { CampaignChannel } from './campaign-enums.js';
import { Campaign } from './campaign.js';
import { TargetList } from './target-list.js';

export enum WaveStatus {
  PLANNED = 'PLANNED',
  RUNNING = 'RUNNING',
  DONE = 'DONE',
  SKIPPED = 'SKIPPED',
}

describeEnum(WaveStatus, 'WaveStatus', 'State of a wave of a campaign.', {
  PLANNED: 'It has not begun.',
  RUNNING: 'Its customers are contacted while the campaign runs.',
  DONE: 'Over.',
  SKIPPED: 'It never ran.',
});

@UniqueTogether(['campaign', 'waveNo'])
@Noun({
  tag: 'mw',
  description: 'A wave of a campaign (营销波次): a step with a time, a channel and customers of its own (CMP-19).',
})
export class Wave extends Node {
  @One(() => Campaign, {
    description: 'The campaign.',
    inverse: 'waves',
    inverseDescription: 'Its waves (CMP-19).',
  })
  campaign!: Campaign;

  @Int({ description: 'Place among the waves, from 1; none twice.', access: 'slow' })
  waveNo!: number;

  @Text({ description: 'Name.' })
  name!: string;

  @Text({ description: 'Theme; null for that of the campaign.', nullable: true, max: 500 })
  theme?: string | null;

  @EnumOf(() => WaveStatus, { description: 'State; changes only by its life cycle.', access: 'btree' })
  status!: WaveStatus;

  @Instant({ description: 'When it begins by itself, while the campaign runs.', access: 'btree' })
  plannedStart!: Date;

  @Instant({ description: 'When it ends by itself.', access: 'btree' })
  plannedEnd!: Date;

  @EnumOf(() => CampaignChannel, { description: 'Channel by which it turns to customers, one of the campaign.' })
  channel!: CampaignChannel;

  @One(() => TargetList, {
    description: 'Customers that it turns to; null for all of the campaign.',
    nullable: true,
    inverse: 'waves',
    inverseDescription: 'Waves that turn to the customers of the list.',
  })
  targetList?: TargetList | null;

  @Instant({ description: 'When it began; null before.', nullable: true, access: 'slow' })
  startedAt?: Date | null;

  @Instant({ description: 'When it ended or was skipped; null before.', nullable: true, access: 'slow' })
  endedAt?: Date | null;
}
