import { moment, text } from '../../kernel/events/event-type.js';
import { defineLifecycle } from '../../kernel/lifecycle/lifecycle.js';
import { type Contract, ContractStatus as S } from './contract.js';

/** States and steps of a contract; SIGNED is read-only. */
export const contractLifecycle = defineLifecycle<Contract, S, 'sign' | 'invalidate'>({
  name: 'contract',
  data: {
    signedAt: moment('When it was signed.'),
    customerSignatory: text('Who signed for the customer.'),
    operatorSignatory: text('Who signed for the operator.'),
  },
  states: Object.values(S),
  initial: S.NEW,
  final: [S.INVALID],
  read: (contract) => contract.status,
  write: (contract, status) => {
    contract.status = status;
  },
  scope: (contract) => ({ customerId: contract.customer.id, regionId: contract.region.id }),
  transitions: [
    { action: 'sign', from: [S.NEW], to: S.SIGNED, who: ['STAFF'] },
    { action: 'invalidate', from: [S.NEW, S.SIGNED], to: S.INVALID, who: ['STAFF'] },
  ],
});
