import type { Transaction } from '../../kernel/database/transaction.js';
import { oneOf, text } from '../../kernel/events/event-type.js';
import { defineLifecycle } from '../../kernel/lifecycle/lifecycle.js';
import { describeEnum } from '../../kernel/model/index.js';
import { Contract, ContractStatus } from '../agreement/index.js';
import { Order, OrderStatus } from '../ordering/index.js';
import { OPEN_OPPORTUNITY, OpportunityLostReason, OpportunityStatus as S } from './opportunity.enums.js';
import type { Opportunity } from './opportunity.js';

/** Steps of an opportunity that sellers take. */
export enum OpportunityAction {
  KNOW_NEED = 'KNOW_NEED',
  NEGOTIATE = 'NEGOTIATE',
  RECONSIDER = 'RECONSIDER',
  WIN = 'WIN',
  LOSE = 'LOSE',
}

describeEnum(OpportunityAction, 'OpportunityAction', 'A step of an opportunity (SAL-03).', {
  KNOW_NEED: 'NEW becomes NEED_KNOWN; the need must be written down (SAL-24).',
  NEGOTIATE: 'NEED_KNOWN becomes NEGOTIATION.',
  RECONSIDER: 'NEGOTIATION becomes NEED_KNOWN once more.',
  WIN: 'Any open state becomes WON; a contract about it is signed, or an order came of it (SAL-28).',
  LOSE: 'Any open state becomes LOST, for a reason (SAL-29).',
});

const sellers = ['STAFF'] as const;

/** States and steps of an opportunity (SAL-03, SAL-28). */
export const opportunityLifecycle = defineLifecycle<Opportunity, S, OpportunityAction | 'SUPERSEDE'>({
  name: 'opportunity',
  data: {
    lostReason: oneOf(OpportunityLostReason, 'Why it was lost.'),
    contractNo: text('Number of the contract that was signed for it.'),
    orderNo: text('Number of the order that came of it.'),
  },
  states: Object.values(S),
  initial: S.NEW,
  final: [S.WON, S.LOST, S.SUPERSEDED],
  read: (opportunity) => opportunity.status,
  write: (opportunity, status) => void (opportunity.status = status),
  // What sellers think of a customer does not stand in its own history.
  scope: ({ region }) => ({ regionId: region.id }),
  transitions: [
    { action: OpportunityAction.KNOW_NEED, from: [S.NEW], to: S.NEED_KNOWN, who: sellers, guard: 'needWritten' },
    { action: OpportunityAction.NEGOTIATE, from: [S.NEED_KNOWN], to: S.NEGOTIATION, who: sellers },
    { action: OpportunityAction.RECONSIDER, from: [S.NEGOTIATION], to: S.NEED_KNOWN, who: sellers },
    { action: OpportunityAction.WIN, from: OPEN_OPPORTUNITY, to: S.WON, who: sellers, guard: 'concluded' },
    { action: OpportunityAction.LOSE, from: OPEN_OPPORTUNITY, to: S.LOST, who: sellers },
    { action: 'SUPERSEDE', from: OPEN_OPPORTUNITY, to: S.SUPERSEDED, who: sellers },
  ],
  guards: {
    needWritten: ({ need }) => (need ? undefined : 'Nobody has written down what the customer needs.'),
    concluded,
  },
});

/** Without a contract that binds or an order nothing was won (SAL-28). */
async function concluded({ contract, order }: Opportunity, tx: Transaction): Promise<string | undefined> {
  const signed = contract && (await tx.em.findOneOrFail(Contract, contract.id)).status === ContractStatus.SIGNED;
  if (signed) return undefined;
  const ordered = order && (await tx.em.findOneOrFail(Order, order.id)).status !== OrderStatus.CANCELLED;
  return ordered ? undefined : 'No contract about it is signed, and no order came of it.';
}
