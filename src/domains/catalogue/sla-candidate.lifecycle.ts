import type { Transaction } from '../../kernel/database/transaction.js';
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

type Objection = (candidate: SlaCandidate, tx: Transaction) => Promise<string | undefined>;
const objections: Objection[] = [];

/** Lets another domain say why a proposed indicator may not become a standard one, such as what departments think of it (OPS-53). */
export function objectToIndicator(objection: Objection): void {
  objections.push(objection);
}

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
    { action: SlaCandidateAction.ACCEPT, from: [S.PROPOSED], to: S.ACCEPTED, who: ['STAFF'], guard: 'unopposed' },
    { action: SlaCandidateAction.REJECT, from: [S.PROPOSED], to: S.REJECTED, who: ['STAFF'] },
    { action: 'WITHDRAW', from: [S.PROPOSED], to: S.REJECTED, who: ['STAFF'] },
  ],
  guards: {
    unopposed: async (candidate, tx) => {
      for (const objection of objections) {
        const reason = await objection(candidate, tx);
        if (reason !== undefined) return reason;
      }
      return undefined;
    },
  },
});
