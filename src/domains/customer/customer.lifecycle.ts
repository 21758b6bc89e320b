import { flag } from '../../kernel/events/event-type.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { defineLifecycle } from '../../kernel/lifecycle/lifecycle.js';
import { CustomerLifecycleState, InNetworkPhase } from './customer-enums.js';
import type { Customer } from './customer.js';
import { customerLeaveObjections } from './objections.js';

const { POTENTIAL, IN_NETWORK, LEFT, MERGED } = CustomerLifecycleState;

function enterState(customer: Customer, state: CustomerLifecycleState): void {
  const now = new Date();
  customer.lifecycle = state;
  customer.inNetworkPhase = state === IN_NETWORK ? InNetworkPhase.UPGRADE : null;
  customer.leftAt = state === LEFT ? now : null;
  if (state === IN_NETWORK) customer.joinedAt ??= now;
  customer.version = (customer.version ?? 0) + 1;
}

/** POTENTIAL → IN_NETWORK → LEFT → IN_NETWORK; orders and instances drive it, staff may override (CUS-17), cancel and restore (CUS-83, CUS-84), merge doubles and split them again (CUS-80). */
export const customerLifecycle = defineLifecycle<
  Customer,
  CustomerLifecycleState,
  'enter' | 'leave' | 'winBack' | 'cancel' | 'reconsider' | 'merge' | 'splitPotential' | 'splitInNetwork' | 'splitLeft'
>({
  name: 'customer',
  data: {
    manual: flag('Whether it was done by hand instead of by a rule.'),
  },
  states: [POTENTIAL, IN_NETWORK, LEFT, MERGED],
  initial: POTENTIAL,
  final: [],
  read: (customer) => customer.lifecycle,
  write: enterState,
  scope: (customer) => ({ customerId: customer.id, regionId: customer.region.id }),
  transitions: [
    { action: 'enter', from: [POTENTIAL], to: IN_NETWORK, who: ['STAFF'] },
    { action: 'leave', from: [IN_NETWORK], to: LEFT, who: ['STAFF'], guard: 'nothingInUse' },
    { action: 'winBack', from: [LEFT], to: IN_NETWORK, who: ['STAFF'] },
    { action: 'cancel', from: [POTENTIAL, IN_NETWORK], to: LEFT, who: ['STAFF'], guard: 'nothingInUse' },
    { action: 'reconsider', from: [IN_NETWORK, LEFT], to: POTENTIAL, who: ['STAFF'] },
    { action: 'merge', from: [POTENTIAL, IN_NETWORK, LEFT], to: MERGED, who: ['STAFF'] },
    { action: 'splitPotential', from: [MERGED], to: POTENTIAL, who: ['STAFF'] },
    { action: 'splitInNetwork', from: [MERGED], to: IN_NETWORK, who: ['STAFF'] },
    { action: 'splitLeft', from: [MERGED], to: LEFT, who: ['STAFF'] },
  ],
  guards: { nothingInUse: (customer, tx) => customerLeaveObjections.against(customer, tx) },
});

/**
 * Brings a customer into the network when a first or a win-back order is completed; does nothing for one who is there.
 * The customer must be locked, as `tx.get` and `tx.find` do.
 */
export async function enterNetwork(tx: Transaction, customer: Customer, reason: string): Promise<void> {
  if (customer.lifecycle === IN_NETWORK) return;
  await customerLifecycle.move(tx, customer, customer.lifecycle === LEFT ? 'winBack' : 'enter', { reason });
}

/** Lets a customer leave when the last product instance has ended; does nothing for one who is not in the network. */
export async function leaveNetwork(tx: Transaction, customer: Customer, reason: string): Promise<void> {
  if (customer.lifecycle !== IN_NETWORK) return;
  await customerLifecycle.move(tx, customer, 'leave', { reason });
}
