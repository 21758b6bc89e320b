import { text, whole } from '../../kernel/events/event-type.js';
import { defineLifecycle } from '../../kernel/lifecycle/lifecycle.js';
import { type TargetList, TargetListStatus as S } from './target-list.js';

type Action = 'complete' | 'publish' | 'discard';

const staff = ['STAFF'] as const;

/** States and steps of a target list; it needs its campaign at hand. */
export const targetListLifecycle = defineLifecycle<TargetList, S, Action>({
  name: 'targetList',
  data: {
    listNo: text('Its number.'),
    targets: whole('Customers to be contacted.'),
    controls: whole('Customers of the control group.'),
    excluded: whole('Customers who were left out.'),
    duplicates: whole('How often a customer was chosen again.'),
  },
  states: Object.values(S),
  initial: S.BUILDING,
  final: [S.PUBLISHED, S.DISCARDED],
  read: (list) => list.status,
  write: (list, status) => {
    list.status = status;
  },
  scope: ({ campaign }) => ({ regionId: campaign.region.id }),
  transitions: [
    { action: 'complete', from: [S.BUILDING], to: S.READY, who: staff },
    { action: 'publish', from: [S.READY], to: S.PUBLISHED, who: staff, guard: 'hasTargets' },
    { action: 'discard', from: [S.BUILDING, S.READY], to: S.DISCARDED, who: staff },
  ],
  guards: { hasTargets: ({ targets }) => (targets > 0 ? undefined : 'The list has nobody to contact.') },
});
