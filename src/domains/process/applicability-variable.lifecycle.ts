import { text } from '../../kernel/events/event-type.js';
import { defineLifecycle } from '../../kernel/lifecycle/lifecycle.js';
import { type ApplicabilityVariable, ApplicabilityVariableStatus as S } from './applicability-variable.js';

/** States of a variable of conditions: what somebody else has approved may be named, until it is taken out of use (WFL-06). */
export const applicabilityVariableLifecycle = defineLifecycle<ApplicabilityVariable, S, 'approve' | 'retire'>({
  name: 'applicability-variable',
  subject: 'ApplicabilityVariable',
  data: { approvalNo: text('Number of the approval that decided.') },
  states: Object.values(S),
  initial: S.DRAFT,
  final: [S.INVALID],
  read: ({ status }) => status,
  write: (variable, status) => void (variable.status = status),
  scope: () => ({}),
  transitions: [
    { action: 'approve', from: [S.DRAFT], to: S.PUBLISHED, who: ['STAFF'] },
    { action: 'retire', from: [S.DRAFT, S.PUBLISHED], to: S.INVALID, who: ['STAFF'] },
  ],
});
