import { text } from '../../kernel/events/event-type.js';
import { defineLifecycle } from '../../kernel/lifecycle/lifecycle.js';
import { describeEnum } from '../../kernel/model/index.js';
import { type Campaign, CampaignStatus as S } from './campaign.js';
import { objectionToEnd, objectionToStart, objectionToSubmission } from './readiness.js';

/** Steps that staff take with a campaign. */
export enum CampaignAction {
  START = 'START',
  PAUSE = 'PAUSE',
  RESUME = 'RESUME',
  END = 'END',
  ABORT = 'ABORT',
  CANCEL = 'CANCEL',
  REVISE = 'REVISE',
}

describeEnum(CampaignAction, 'CampaignAction', 'A step with a campaign (CMP-95).', {
  START: 'APPROVED becomes RUNNING, when its offerings are configured and it has customers to turn to (OPS-51).',
  PAUSE: 'RUNNING becomes PAUSED, with a reason; nobody is contacted.',
  RESUME: 'PAUSED becomes RUNNING.',
  END: 'RUNNING or PAUSED becomes ENDED, when its waves are over or its time is.',
  ABORT: 'RUNNING or PAUSED becomes ABORTED, with a reason.',
  CANCEL: 'Given up before it ran, with a reason.',
  REVISE: 'APPROVED becomes INITIAL, to be changed and approved again.',
});

type Step = CampaignAction | 'submit' | 'approve' | 'reject' | 'withdraw';

const staff = ['STAFF'] as const;
const A = CampaignAction;

/** States and steps of a campaign. */
export const campaignLifecycle = defineLifecycle<Campaign, S, Step>({
  name: 'campaign',
  data: { campaignNo: text('Its number.'), approvalNo: text('Number of the approval.') },
  states: Object.values(S),
  initial: S.INITIAL,
  final: [S.ENDED, S.ABORTED, S.CANCELLED],
  read: (campaign) => campaign.status,
  write: (campaign, status) => {
    campaign.status = status;
  },
  scope: ({ region }) => ({ regionId: region.id }),
  transitions: [
    { action: 'submit', from: [S.INITIAL], to: S.PENDING_APPROVAL, who: staff, guard: 'submittable' },
    { action: 'approve', from: [S.PENDING_APPROVAL], to: S.APPROVED, who: staff },
    { action: 'reject', from: [S.PENDING_APPROVAL], to: S.INITIAL, who: staff },
    { action: 'withdraw', from: [S.PENDING_APPROVAL], to: S.INITIAL, who: staff },
    { action: A.REVISE, from: [S.APPROVED], to: S.INITIAL, who: staff },
    { action: A.START, from: [S.APPROVED], to: S.RUNNING, who: staff, guard: 'startable' },
    { action: A.PAUSE, from: [S.RUNNING], to: S.PAUSED, who: staff },
    { action: A.RESUME, from: [S.PAUSED], to: S.RUNNING, who: staff },
    { action: A.END, from: [S.RUNNING, S.PAUSED], to: S.ENDED, who: staff, guard: 'endable' },
    { action: A.ABORT, from: [S.RUNNING, S.PAUSED], to: S.ABORTED, who: staff },
    { action: A.CANCEL, from: [S.INITIAL, S.APPROVED], to: S.CANCELLED, who: staff },
  ],
  guards: { submittable: objectionToSubmission, startable: objectionToStart, endable: objectionToEnd },
});
