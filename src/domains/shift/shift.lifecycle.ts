import { defineLifecycle } from '../../kernel/lifecycle/lifecycle.js';
import { type ShiftPlan, ShiftStatus as S } from './shift-plan.js';

/** Steps of a shift. */
export type ShiftAction = 'takeOver' | 'handOver' | 'cancel';

const staff = ['STAFF'] as const;

/** States and steps of a shift (OPS-26, OPS-28). */
export const shiftLifecycle = defineLifecycle<ShiftPlan, S, ShiftAction>({
  name: 'shift',
  subject: 'ShiftPlan',
  states: Object.values(S),
  initial: S.PLANNED,
  final: [S.HANDED_OVER, S.CANCELLED],
  read: (shift) => shift.status,
  write: (shift, status) => {
    shift.status = status;
  },
  scope: () => ({}),
  transitions: [
    { action: 'takeOver', from: [S.PLANNED], to: S.ON_DUTY, who: staff },
    { action: 'handOver', from: [S.ON_DUTY], to: S.HANDED_OVER, who: staff },
    { action: 'cancel', from: [S.PLANNED], to: S.CANCELLED, who: staff },
  ],
});
