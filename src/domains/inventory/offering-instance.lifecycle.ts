import { defineLifecycle } from '../../kernel/lifecycle/lifecycle.js';
import { type OfferingInstance, OfferingInstanceStatus as S } from './offering-instance.js';

export type OfferingInstanceStep = 'break' | 'mend' | 'replace' | 'end';

const anyone = ['STAFF', 'PARTNER', 'CUSTOMER'] as const;

/** States and steps of an offering instance (MOD-77); they follow from what happens to its product instances. */
export const offeringInstanceLifecycle = defineLifecycle<OfferingInstance, S, OfferingInstanceStep>({
  name: 'offeringInstance',
  states: Object.values(S),
  initial: S.ACTIVE,
  final: [S.REPLACED, S.ENDED],
  read: (instance) => instance.status,
  write: (instance, status) => {
    instance.status = status;
  },
  scope: (instance) => ({ customerId: instance.customer.id, regionId: instance.region.id }),
  transitions: [
    { action: 'break', from: [S.ACTIVE], to: S.BROKEN, who: anyone },
    { action: 'mend', from: [S.BROKEN], to: S.ACTIVE, who: anyone },
    { action: 'replace', from: [S.ACTIVE, S.BROKEN], to: S.REPLACED, who: anyone },
    { action: 'end', from: [S.ACTIVE, S.BROKEN], to: S.ENDED, who: anyone },
  ],
});
