import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, Refusal, refuse } from '../../kernel/errors/index.js';
import { type Contract, draftContract } from '../agreement/index.js';
import { CustomerServiceType, EquivalentKind } from '../catalogue/index.js';
import {
  type Order,
  type OrderItemInput,
  type OrderPrices,
  type OrderSubmitInput,
  type SoldCharge,
  judgeItems,
  NOT_JUDGED,
  placeOrder,
} from '../ordering/index.js';
import { keptValues } from '../pricing/index.js';
import { aboutContract, win } from './opportunity-close.service.js';
import { OPEN_OPPORTUNITY } from './opportunity.enums.js';
import { Opportunity } from './opportunity.js';
import { peek } from './peek.js';
import { ProposalCharge } from './proposal-charge.js';
import { ProposalItem } from './proposal-item.js';
import { itemsOf } from './proposal-pricing.js';
import type { ProposalConcludeInput, ProposalItemInput } from './proposal.inputs.js';
import { Proposal, ProposalStatus } from './proposal.js';
import { PROPOSAL_PATH } from './proposal.service.js';

/** Makes a contract, an order or both of an accepted proposal, all or nothing (R71, R87). An order costs what was accepted, and wins the opportunity at once; a contract when it is signed. */
export async function concludeProposal(context: CallContext, input: ProposalConcludeInput): Promise<Proposal> {
  if (!input.contract && !input.order) refuse('REQUIRED', 'A contract, an order, or both?', ['input', 'order']);
  const wanted = await peek(context, async (tx) => orderOf(tx, await accepted(tx, input), input));
  const sale = wanted ? await judgeItems(context, wanted) : NOT_JUDGED;
  return context.database.write(context, async (tx) => {
    const proposal = await accepted(tx, input);
    const opportunity = (await tx.find(Opportunity, proposal.opportunity.id)) ?? null;
    const open = opportunity && OPEN_OPPORTUNITY.includes(opportunity.status) ? opportunity : null;
    let contract: Contract | null = null;
    let order: Order | null = null;
    if (input.contract) {
      const { kind, name, termMonths = null, autoExtend = null } = input.contract;
      const asked = {
        customerId: tx.idOf(proposal.customer),
        name: name ?? proposal.name,
        kind,
        termMonths,
        autoExtend,
      };
      contract = await under(['input', 'contract'], () => draftContract(tx, asked));
      proposal.contract = contract;
      if (open) aboutContract(tx, open, contract);
    }
    if (wanted) {
      const agreed = await pricesOf(tx, proposal);
      order = await under(['input', 'order'], () =>
        placeOrder(tx, wanted, sale, { agreed, agreedAt: proposal.pricedAt }),
      );
      proposal.order = order;
      if (open) {
        open.order = order;
        await win(tx, open, null);
      }
    }
    proposal.version++;
    const data = {
      proposalNo: proposal.proposalNo,
      ...(contract ? { contractNo: contract.contractNo } : {}),
      ...(order ? { orderNo: order.orderNo } : {}),
    };
    const scope = { customerId: proposal.customer.id, regionId: proposal.region.id };
    tx.record({ kind: 'BUSINESS_FACT', type: 'proposal.concluded', subject: proposal, ...scope, data });
    return proposal;
  });
}

async function accepted(tx: Transaction, { proposalId, contract, order }: ProposalConcludeInput): Promise<Proposal> {
  const proposal = await tx.get(Proposal, proposalId, PROPOSAL_PATH);
  if (proposal.status !== ProposalStatus.ACCEPTED)
    refuse('INVALID_STATE', 'The customer has not accepted it.', PROPOSAL_PATH, { state: proposal.status });
  if (contract && proposal.contract) refuse('DUPLICATE', 'A contract inherits from it already.', ['input', 'contract']);
  if (order && proposal.order) refuse('DUPLICATE', 'An order was made of it already.', ['input', 'order']);
  return proposal;
}

async function orderOf(
  tx: Transaction,
  proposal: Proposal,
  { order }: ProposalConcludeInput,
): Promise<OrderSubmitInput | null> {
  if (!order) return null;
  const items = (await itemsOf(tx, proposal)).map(lineOf);
  const { accountId = null, expectedAt = null } = order;
  return { customerId: tx.idOf(proposal.customer), accountId, expectedAt, items } as OrderSubmitInput;
}

function lineOf(item: ProposalItemInput): OrderItemInput {
  const { offeringId, quantity, tariffPlanId, productInstanceId, installAddress } = item;
  const characteristics = item.characteristics?.length ? item.characteristics : null;
  const components = item.components?.length ? item.components : null;
  const action = item.service ?? CustomerServiceType.INSTALL;
  const common = { action, characteristics, installAddress: installAddress ?? null };
  return action === CustomerServiceType.INSTALL
    ? { ...common, offeringId, components, quantity: quantity ?? 1, tariffPlanId: tariffPlanId ?? null }
    : { ...common, productInstanceId: productInstanceId ?? null };
}

/** What the customer has accepted: the order costs that, whatever tariffs say by now. */
async function pricesOf(tx: Transaction, { id, oneTime, recurring, currency }: Proposal): Promise<OrderPrices> {
  const items = await tx.em.find(ProposalItem, { proposal: id }, { orderBy: { itemNo: 'asc' } });
  const charges = await tx.em.find(ProposalCharge, { proposal: id }, { orderBy: { position: 'asc' } });
  const of = (item: ProposalItem | null) =>
    charges.filter((charge) => (charge.item ?? null) === item).map((charge) => asSold(charge, currency));
  const lines = items.map((item) => ({
    ...{ oneTime: item.oneTime ?? null, recurring: item.recurring ?? null },
    charges: of(item),
  }));
  return { lines, oneTime, recurring, discounts: of(null) };
}

const asSold = (charge: ProposalCharge, currency: string): SoldCharge => ({
  ...keptValues(charge),
  currency: charge.equivalent === EquivalentKind.MONEY ? currency : null,
});

/** Runs what takes an input of its own: what it refuses is said of the part of ours from which it was made. */
async function under<T>(path: InputPath, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal(
      error.userErrors.map((each) => ({ ...each, path: [...path.map(String), ...each.path.slice(1)] })),
    );
  }
}
