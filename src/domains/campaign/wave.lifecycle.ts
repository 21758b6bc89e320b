import { defineLifecycle } from '../../kernel/lifecycle/lifecycle.js';
import { describeEnum } from '../../kernel/model/index.js';
import { CampaignStatus } from './campaign.js';
import { type Wave, WaveStatus as S } from './wave.js';

/** Steps of a wave. */
export enum WaveAction {
  START = 'START',
  FINISH = 'FINISH',
  SKIP = 'SKIP',
}

describeEnum(WaveAction, 'WaveAction', 'A step with a wave of a campaign (CMP-19).', {
  START: 'PLANNED becomes RUNNING; its campaign must run.',
  FINISH: 'RUNNING becomes DONE.',
  SKIP: 'PLANNED becomes SKIPPED.',
});

const staff = ['STAFF'] as const;

/** States and steps of a wave; it needs its campaign at hand. */
export const waveLifecycle = defineLifecycle<Wave, S, WaveAction>({
  name: 'wave',
  states: Object.values(S),
  initial: S.PLANNED,
  final: [S.DONE, S.SKIPPED],
  read: (wave) => wave.status,
  write: (wave, status) => {
    wave.status = status;
  },
  scope: ({ campaign }) => ({ regionId: campaign.region.id }),
  transitions: [
    { action: WaveAction.START, from: [S.PLANNED], to: S.RUNNING, who: staff, guard: 'campaignRuns' },
    { action: WaveAction.FINISH, from: [S.RUNNING], to: S.DONE, who: staff },
    { action: WaveAction.SKIP, from: [S.PLANNED], to: S.SKIPPED, who: staff },
  ],
  guards: {
    campaignRuns: ({ campaign }) =>
      campaign.status === CampaignStatus.RUNNING ? undefined : `The campaign is ${campaign.status}.`,
  },
});
