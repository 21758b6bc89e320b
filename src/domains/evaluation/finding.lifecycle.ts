import { defineLifecycle } from '../../kernel/lifecycle/lifecycle.js';
import type { AbnormalCustomer } from './abnormal-customer.js';
import { AbnormalStatus as A, PotentialBigStatus as P } from './finding-enums.js';
import type { PotentialBigCustomer } from './potential-big-customer.js';

const who = ['STAFF', 'SYSTEM'] as const;

/** States and steps of an abnormal customer (CUS-66). */
export const abnormalLifecycle = defineLifecycle<AbnormalCustomer, A, 'track' | 'confirm' | 'clear'>({
  name: 'abnormalCustomer',
  states: Object.values(A),
  initial: A.DETECTED,
  final: [A.CLEARED],
  read: (found) => found.status,
  write: (found, status) => {
    found.status = status;
  },
  scope: ({ customer }) => ({ regionId: customer.region.id }),
  transitions: [
    { action: 'track', from: [A.DETECTED], to: A.TRACKING, who },
    { action: 'confirm', from: [A.DETECTED, A.TRACKING], to: A.CONFIRMED, who },
    { action: 'clear', from: [A.DETECTED, A.TRACKING, A.CONFIRMED], to: A.CLEARED, who },
  ],
});

/** States and steps of a customer who may become a big one (CUS-76). */
export const potentialLifecycle = defineLifecycle<PotentialBigCustomer, P, 'track' | 'convert' | 'clear'>({
  name: 'potentialBigCustomer',
  states: Object.values(P),
  initial: P.DETECTED,
  final: [P.CONVERTED, P.CLEARED],
  read: (found) => found.status,
  write: (found, status) => {
    found.status = status;
  },
  scope: ({ customer }) => ({ regionId: customer.region.id }),
  transitions: [
    { action: 'track', from: [P.DETECTED], to: P.TRACKING, who },
    { action: 'convert', from: [P.DETECTED, P.TRACKING], to: P.CONVERTED, who },
    { action: 'clear', from: [P.DETECTED, P.TRACKING], to: P.CLEARED, who },
  ],
});
