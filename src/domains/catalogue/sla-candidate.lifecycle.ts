import { text } from '../../kernel/events/event-type.js';
import { defineLifecycle } from '../../kernel/lifecycle/lifecycle.js';
import { describeEnum } from '../../kernel/model/index.js';
import { type SlaCandidate, SlaCandidateStatus as S } from './sla-candidate.js';

/** What may be decided about a proposed indicator. */
export enum SlaCandidateAction {
  ACCEPT = 'ACCEPT',
  REJECT = 'REJECT',
}

describeEnum(
  SlaCandidateAction,
  'SlaCandidateAction',
  'A decision about an indicator proposed as a standard one (PRD-119).',
  {
    ACCEPT: 'It becomes a standard indicator.',
    REJECT: 'It does not, with a reason.',
  },
);

/** States and steps of a proposed indicator (PRD-119). */
export const slaCandidateLifecycle = defineLifecycle<SlaCandidate, S, SlaCandidateAction | 'WITHDRAW'>({
  name: 'slaCandidate',
  data: { approvalNo: text('Number of the approval that decided.') },
  states: Object.values(S),
  initial: S.PROPOSED,
  final: [S.ACCEPTED, S.REJECTED],
  read: (candidate) => candidate.status,
  write: (candidate, status) => {
    candidate.status = status;
  },
  scope: () => ({}),
  transitions: [
    { action: SlaCandidateAction.ACCEPT, from: [S.PROPOSED], to: S.ACCEPTED, who: ['STAFF'] },
    { action: SlaCandidateAction.REJECT, from: [S.PROPOSED], to: S.REJECTED, who: ['STAFF'] },
    { action: 'WITHDRAW', from: [S.PROPOSED], to: S.REJECTED, who: ['STAFF'] },
  ],
});
