import { text } from '../../kernel/events/event-type.js';
import { defineLifecycle } from '../../kernel/lifecycle/lifecycle.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { describeEnum } from '../../kernel/model/index.js';
import { type CatalogueChange, CatalogueChangeStatus as S } from './catalogue-change.js';
import { secondPersonObjection } from './maintenance.js';

/** What may be decided about a proposed change. */
export enum CatalogueChangeAction {
  APPROVE = 'APPROVE',
  REJECT = 'REJECT',
  WITHDRAW = 'WITHDRAW',
}

describeEnum(CatalogueChangeAction, 'CatalogueChangeAction', 'A decision about a proposed change (PRD-98).', {
  APPROVE:
    'It comes into force as a new version; by someone other than who proposed it, with the permission `catalogue.approve`.',
  REJECT: 'It is refused, with a reason; with the permission `catalogue.approve`.',
  WITHDRAW: 'Whoever proposed it takes it back.',
});

const managers = ['STAFF'] as const;

/** States and steps of a proposed change (PRD-98). */
export const catalogueChangeLifecycle = defineLifecycle<CatalogueChange, S, CatalogueChangeAction>({
  name: 'catalogueChange',
  data: { approvalNo: text('Number of the approval that decided.') },
  states: Object.values(S),
  initial: S.PROPOSED,
  final: [S.APPROVED, S.REJECTED, S.WITHDRAWN],
  read: (change) => change.status,
  write: (change, status) => {
    change.status = status;
  },
  scope: () => ({}),
  transitions: [
    { action: CatalogueChangeAction.APPROVE, from: [S.PROPOSED], to: S.APPROVED, who: managers, guard: 'secondPerson' },
    { action: CatalogueChangeAction.REJECT, from: [S.PROPOSED], to: S.REJECTED, who: managers },
    { action: CatalogueChangeAction.WITHDRAW, from: [S.PROPOSED], to: S.WITHDRAWN, who: managers, guard: 'proposer' },
  ],
  guards: {
    secondPerson: (change, tx) => secondPersonObjection({ configuredBy: change.proposedBy }, tx),
    proposer: (change: CatalogueChange, tx: Transaction) =>
      change.proposedBy === tx.caller.subject ? undefined : 'Only who proposed it takes it back.',
  },
});
