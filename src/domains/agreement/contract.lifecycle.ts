import type { Transaction } from '../../kernel/database/transaction.js';
import { moment, text } from '../../kernel/events/event-type.js';
import { defineLifecycle } from '../../kernel/lifecycle/lifecycle.js';
import { type Contract, ContractStatus as S } from './contract.js';

type Objection = (contract: Contract, tx: Transaction) => Promise<string | undefined>;
const objections: Objection[] = [];

/** Lets another domain say why a contract may not be signed, such as what departments think of it (OPS-52). */
export function objectToSigning(objection: Objection): void {
  objections.push(objection);
}

type Follower = (tx: Transaction, contract: Contract) => Promise<void>;
const followers: Follower[] = [];

/** Lets another domain do what follows from a signature, in the same transaction; what it refuses leaves the contract unsigned. */
export function followSigning(follower: Follower): void {
  followers.push(follower);
}

/** Does what follows from a signature. */
export async function afterSigning(tx: Transaction, contract: Contract): Promise<void> {
  for (const follower of followers) await follower(tx, contract);
}

/** States and steps of a contract; SIGNED is read-only. */
export const contractLifecycle = defineLifecycle<Contract, S, 'sign' | 'invalidate'>({
  name: 'contract',
  data: {
    signedAt: moment('When it was signed.'),
    customerSignatory: text('Who signed for the customer.'),
    operatorSignatory: text('Who signed for the operator.'),
    approvalNo: text('Number of the approval; none when departments approved it.').nullish(),
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
    { action: 'sign', from: [S.NEW], to: S.SIGNED, who: ['STAFF'], guard: 'unopposed' },
    { action: 'invalidate', from: [S.NEW, S.SIGNED], to: S.INVALID, who: ['STAFF'] },
  ],
  guards: {
    unopposed: async (contract, tx) => {
      for (const objection of objections) {
        const reason = await objection(contract, tx);
        if (reason !== undefined) return reason;
      }
      return undefined;
    },
  },
});
