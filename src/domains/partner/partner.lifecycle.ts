import { text, whole } from '../../kernel/events/event-type.js';
import { defineLifecycle } from '../../kernel/lifecycle/lifecycle.js';
import { type Partner, PartnerStatus as S } from './partner.js';

/** States and steps of a partner. */
export const partnerLifecycle = defineLifecycle<Partner, S, 'activate' | 'suspend' | 'resume' | 'exit'>({
  name: 'partner',
  data: {
    customers: whole('How many customers were given into other hands at an exit.').nullish(),
    approvalNo: text('Number of the approval by which the relation began.').nullish(),
  },
  states: Object.values(S),
  initial: S.PROSPECT,
  final: [],
  read: (partner) => partner.status,
  write: (partner, status) => {
    partner.status = status;
  },
  scope: (partner) => ({ regionId: partner.region.id }),
  transitions: [
    { action: 'activate', from: [S.PROSPECT], to: S.ACTIVE, who: ['STAFF'] },
    { action: 'suspend', from: [S.ACTIVE], to: S.SUSPENDED, who: ['STAFF'] },
    { action: 'resume', from: [S.SUSPENDED], to: S.ACTIVE, who: ['STAFF'] },
    { action: 'exit', from: [S.ACTIVE, S.SUSPENDED], to: S.PROSPECT, who: ['STAFF'] },
  ],
});
