import { EnumInput, IdInput, Input, InstantInput, IntInput, TextInput } from '../../kernel/model/index.js';
import { CampaignChannel } from './campaign-enums.js';
import { Campaign } from './campaign.js';
import { TargetList } from './target-list.js';
import { Wave } from './wave.js';
import { WaveAction } from './wave.lifecycle.js';

@Input('A wave of a campaign, new or changed while it is PLANNED (CMP-19).')
export class CampaignWaveSaveInput {
  @IdInput(() => Wave, {
    description: 'The wave to change; a new one when absent. INVALID_STATE once it began.',
    optional: true,
  })
  waveId?: string | null;

  @IdInput(() => Campaign, { description: 'The campaign; INVALID_STATE when it is over.' })
  campaignId!: string;

  @IntInput({ description: 'Place among the waves; DUPLICATE for one that is taken.', min: 1, max: 1000 })
  waveNo!: number;

  @TextInput({ description: 'Name.' })
  name!: string;

  @TextInput({ description: 'Theme.', optional: true, max: 500 })
  theme?: string | null;

  @InstantInput({ description: 'When it begins; within the campaign, else CONTRADICTORY.' })
  plannedStart!: string;

  @InstantInput({ description: 'When it ends; within the campaign and after it begins, else CONTRADICTORY.' })
  plannedEnd!: string;

  @EnumInput(() => CampaignChannel, { description: 'Channel; CONTRADICTORY when it is none of the campaign.' })
  channel!: CampaignChannel;

  @IdInput(() => TargetList, {
    description: 'Customers that it turns to, a list of the campaign; all when absent.',
    optional: true,
  })
  targetListId?: string | null;
}

@Input('A step with a wave of a campaign (CMP-19).')
export class CampaignWaveMoveInput {
  @IdInput(() => Wave, { description: 'The wave; INVALID_TRANSITION, GUARD_REFUSED.' })
  waveId!: string;

  @EnumInput(() => WaveAction, { description: 'The step.' })
  action!: WaveAction;

  @TextInput({ description: 'Why.', optional: true, max: 500 })
  reason?: string | null;
}
