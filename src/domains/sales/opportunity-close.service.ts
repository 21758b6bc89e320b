import { LockMode } from '@mikro-orm/postgresql';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { defineJob, type Schedule } from '../../kernel/jobs/job.js';
import { expectVersion } from '../../kernel/record/index.js';
import { Contract, ContractStatus, followSigning } from '../agreement/index.js';
import { Order } from '../ordering/index.js';
import { noteNeed } from '../product-design/index.js';
import { eachAlone } from './each-alone.js';
import { openOpportunity } from './opportunity-content.js';
import { OPEN_OPPORTUNITY, OpportunityLostReason } from './opportunity.enums.js';
import type { OpportunityContractLinkInput, OpportunityStepInput } from './opportunity.inputs.js';
import { OpportunityAction, opportunityLifecycle } from './opportunity.lifecycle.js';
import { Opportunity } from './opportunity.js';
import { tellChange } from './opportunity.service.js';

const LAPSE = 'opportunity.lapse';
const PER_RUN = 500;

/** Takes a step with an opportunity (SAL-03). */
export function stepOpportunity(context: CallContext, input: OpportunityStepInput): Promise<Opportunity> {
  return context.database.write(context, async (tx) => {
    const opportunity = await tx.get(Opportunity, input.opportunityId, ['input', 'opportunityId']);
    expectVersion(opportunity, input.expectedVersion, ['input', 'expectedVersion']);
    const { action, note = null, lostReason } = input;
    const loses = action === OpportunityAction.LOSE;
    if (lostReason && !loses) refuse('CONTRADICTORY', `${action} names no reason.`, ['input', 'lostReason']);
    if (loses && !lostReason) refuse('REQUIRED', 'Why is it lost?', ['input', 'lostReason']);
    if (lostReason === OpportunityLostReason.OTHER && !note) refuse('REQUIRED', 'Why is it lost?', ['input', 'note']);
    for (const field of ['contractId', 'orderId'] as const)
      if (input[field] && action !== OpportunityAction.WIN)
        refuse('CONTRADICTORY', `${action} names none.`, ['input', field]);
    if (loses) await lose(tx, opportunity, lostReason!, note);
    else if (action === OpportunityAction.WIN) await winBy(tx, opportunity, input);
    else {
      await opportunityLifecycle.move(tx, opportunity, action, { reason: note });
      opportunity.version++;
    }
    return opportunity;
  });
}

async function winBy(tx: Transaction, opportunity: Opportunity, input: OpportunityStepInput): Promise<void> {
  if (!OPEN_OPPORTUNITY.includes(opportunity.status))
    await opportunityLifecycle.admit(tx, opportunity, OpportunityAction.WIN);
  const { contractId, orderId, note = null } = input;
  const contract = contractId ? await tx.get(Contract, contractId, ['input', 'contractId']) : null;
  const order = orderId ? await tx.get(Order, orderId, ['input', 'orderId']) : null;
  for (const [field, found] of Object.entries({ contractId: contract, orderId: order }))
    if (found && found.customer.id !== opportunity.customer.id)
      refuse('NOT_OF_CUSTOMER', 'It is of another customer.', ['input', field]);
  if (contract) opportunity.contract = contract;
  if (order) opportunity.order = order;
  await win(tx, opportunity, note);
}

/** Wins an open opportunity by the contract or the order that it names. */
export async function win(tx: Transaction, opportunity: Opportunity, note: string | null): Promise<void> {
  const contract = opportunity.contract ? await tx.em.findOneOrFail(Contract, opportunity.contract.id) : null;
  const order = opportunity.order ? await tx.em.findOneOrFail(Order, opportunity.order.id) : null;
  const data = {
    ...(contract?.status === ContractStatus.SIGNED ? { contractNo: contract.contractNo } : {}),
    ...(order ? { orderNo: order.orderNo } : {}),
  };
  await opportunityLifecycle.move(tx, opportunity, OpportunityAction.WIN, { reason: note, data });
  close(tx, opportunity, note);
}

async function lose(
  tx: Transaction,
  opportunity: Opportunity,
  lostReason: OpportunityLostReason,
  note: string | null,
): Promise<void> {
  await opportunityLifecycle.move(tx, opportunity, OpportunityAction.LOSE, { reason: note, data: { lostReason } });
  opportunity.lostReason = lostReason;
  close(tx, opportunity, note);
  if (lostReason !== OpportunityLostReason.NO_SUITABLE_PRODUCT) return;
  const { need, name, opportunityNo, region } = opportunity;
  await noteNeed(tx, { need: (need ?? note ?? name).slice(0, 2000), source: opportunityNo, region }, [
    'input',
    'lostReason',
  ]);
}

function close(tx: Transaction, opportunity: Opportunity, note: string | null): void {
  Object.assign(opportunity, { closedAt: tx.at, closeNote: note, version: opportunity.version + 1 });
}

/** Says which contract is about an opportunity (SAL-27); one that is signed wins it. */
export function linkContract(context: CallContext, input: OpportunityContractLinkInput): Promise<Opportunity> {
  return context.database.write(context, async (tx) => {
    const path = ['input', 'contractId'];
    // Whoever signs holds the contract before its opportunities.
    const contract = await tx.get(Contract, input.contractId, path);
    const opportunity = await openOpportunity(tx, input.opportunityId, ['input', 'opportunityId']);
    if (contract.customer.id !== opportunity.customer.id)
      refuse('NOT_OF_CUSTOMER', 'The contract is with another customer.', path);
    if (contract.status === ContractStatus.INVALID)
      refuse('CONTRADICTORY', 'The contract does not hold.', path, { state: contract.status });
    aboutContract(tx, opportunity, contract);
    if (contract.status === ContractStatus.SIGNED) await win(tx, opportunity, null);
    return opportunity;
  });
}

/** Keeps that a contract is about an opportunity. */
export function aboutContract(tx: Transaction, opportunity: Opportunity, contract: Contract): void {
  const old = opportunity.contract ? tx.idOf(opportunity.contract) : null;
  opportunity.contract = contract;
  tellChange(tx, opportunity, [{ field: 'contract', old, new: tx.idOf(contract) }]);
}

// A signature wins what the contract is about, in its own transaction (SAL-31).
followSigning(async (tx, contract) => {
  const lock = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true, orderBy: { id: 'asc' } } as const;
  const open = { contract: contract.id, status: { $in: [...OPEN_OPPORTUNITY] } };
  await tx.em.flush();
  for (const opportunity of await tx.em.find(Opportunity, open, lock)) await win(tx, opportunity, null);
});

const DUE = `select "id" from "opportunity" where "status" = any($1) and "valid_until" <= $2 order by "valid_until" limit $3`;

/** Loses opportunities that were not concluded in time; run again it finds none of them (SAL-29). */
export const lapseOpportunities = defineJob(LAPSE, async (_payload, context, { signal }) => {
  const { database } = context;
  const { rows } = await database.pool.query<{ id: string }>(DUE, [[...OPEN_OPPORTUNITY], database.clock(), PER_RUN]);
  await eachAlone(rows, signal, ({ id }) =>
    database.write(context, async (tx) => {
      const opportunity = await tx.find(Opportunity, id);
      if (!opportunity || !OPEN_OPPORTUNITY.includes(opportunity.status) || opportunity.validUntil > tx.at) return;
      await lose(tx, opportunity, OpportunityLostReason.VALIDITY_PASSED, null);
    }),
  );
});

export const lapseSchedule: Schedule = {
  name: LAPSE,
  cron: '23 * * * *',
  job: LAPSE,
  description: 'Loses opportunities that were not concluded before they ended.',
};
