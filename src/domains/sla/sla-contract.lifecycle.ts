import { defineLifecycle } from '../../kernel/lifecycle/lifecycle.js';
import { type SlaContract, SlaContractStatus as S } from './sla-contract.js';

/** States and steps of an SLA contract; every state but TERMINATED is monitored. */
export const slaContractLifecycle = defineLifecycle<SlaContract, S, 'expire' | 'renew' | 'terminate'>({
  name: 'slaContract',
  states: Object.values(S),
  initial: S.ACTIVE,
  final: [S.TERMINATED],
  read: (contract) => contract.status,
  write: (contract, status) => {
    contract.status = status;
  },
  scope: (contract) => ({ customerId: contract.customer.id, regionId: contract.region.id }),
  transitions: [
    { action: 'expire', from: [S.ACTIVE, S.RENEWED], to: S.EXPIRING, who: [] },
    { action: 'renew', from: [S.ACTIVE, S.EXPIRING], to: S.RENEWED, who: ['STAFF'] },
    { action: 'terminate', from: [S.ACTIVE, S.EXPIRING, S.RENEWED], to: S.TERMINATED, who: ['STAFF'] },
  ],
});
