import { Decimal } from 'decimal.js';
import { refuseMisuse } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import { formatNumber, takeNumber } from '../../kernel/numbering/index.js';
import { askApproval } from '../../kernel/process/index.js';
import { applyChanges, expectVersion } from '../../kernel/record/index.js';
import type { Money } from '../../kernel/model/index.js';
import { Customer } from '../customer/index.js';
import { callerEmployee } from '../organisation/index.js';
import { openOpportunity } from './opportunity-content.js';
import { peek } from './peek.js';
import { proposalApproval } from './proposal-approval.js';
import {
  checkItems,
  inItems,
  inProposal,
  itemsOf,
  priceItems,
  type PricedItems,
  setItems,
} from './proposal-pricing.js';
import type {
  ProposalChangeInput,
  ProposalCreateInput,
  ProposalReviseInput,
  ProposalSubmitInput,
} from './proposal.inputs.js';
import { proposalLifecycle } from './proposal.lifecycle.js';
import { Proposal, ProposalStatus } from './proposal.js';

export const PROPOSAL_PATH = ['input', 'proposalId'];
const ITEMS = ['input', 'items'];

/** Writes a proposal for an opportunity, priced (SAL-63, SAL-64). */
export async function createProposal(context: CallContext, input: ProposalCreateInput): Promise<Proposal> {
  const path = ['input', 'opportunityId'];
  const customerId = await peek(context, async (tx) => {
    const opportunity = await openOpportunity(tx, input.opportunityId, path);
    const customer = await tx.em.findOneOrFail(Customer, opportunity.customer.id);
    await checkItems(tx, customer, input.items, ITEMS);
    return tx.idOf(customer);
  });
  const priced = await priceItems(context, { customerId, currency: input.currency ?? null }, input.items, inItems);
  return context.database.write(context, async (tx) => {
    const opportunity = await openOpportunity(tx, input.opportunityId, path);
    await tx.em.populate(opportunity, ['customer', 'seller']);
    const { name, solution = null, terms = null } = input;
    const { customer, region } = opportunity;
    refuseMisuse(tx.caller, { regionId: region.id, amount: sumOf(priced) }, ITEMS);
    const proposal = await beginProposal(
      tx,
      {
        ...{ name, solution, terms, opportunity, customer, region },
        ...validityOf(tx, input.validFrom ? new Date(input.validFrom) : tx.at, new Date(input.validTo)),
        seller: opportunity.seller ?? (await callerEmployee(tx)),
        ...{ revision: 1, previous: null },
      },
      priced,
    );
    return proposal;
  });
}

async function beginProposal(tx: Transaction, values: Partial<Proposal>, priced: PricedItems): Promise<Proposal> {
  const { currency, oneTime, recurring, deposit, at: pricedAt } = priced.price;
  const proposal = Object.assign(new Proposal(), {
    proposalNo: formatNumber('PP', await takeNumber(tx, 'proposal')),
    ...{ currency, oneTime, recurring, deposit, pricedAt, recipient: null, document: null, sentAt: null, sentBy: null },
    ...{ answer: null, answeredAt: null, contract: null, order: null, ...values },
  });
  proposalLifecycle.begin(tx, tx.add(proposal));
  await setItems(tx, proposal, priced);
  return proposal;
}

const sumOf = ({ price: { oneTime, recurring } }: PricedItems): string =>
  new Decimal(oneTime.amount).plus(recurring.amount).toFixed();

function validityOf(tx: Transaction, validFrom: Date, validTo: Date) {
  if (validTo <= validFrom) refuse('TOO_EARLY', 'It cannot end before it begins.', ['input', 'validTo']);
  if (validTo <= tx.at) refuse('IN_THE_PAST', 'This moment is over.', ['input', 'validTo']);
  return { validFrom, validTo };
}

/** A proposal that may be changed, locked. */
async function draft(tx: Transaction, id: string, path: InputPath = PROPOSAL_PATH): Promise<Proposal> {
  const proposal = await tx.get(Proposal, id, path);
  if (proposal.status !== ProposalStatus.DRAFT)
    refuse('READ_ONLY', 'Only a draft is changed; write a later version.', path, { state: proposal.status });
  return proposal;
}

/** Changes a draft, and prices it anew. */
export async function changeProposal(context: CallContext, input: ProposalChangeInput): Promise<Proposal> {
  const { items, customerId, currency, version } = await peek(context, async (tx) => {
    const proposal = await draft(tx, input.proposalId);
    const customer = await tx.em.findOneOrFail(Customer, proposal.customer.id);
    if (input.items) await checkItems(tx, customer, input.items, ITEMS);
    const own = input.items ?? (await itemsOf(tx, proposal));
    return { items: own, customerId: tx.idOf(customer), currency: proposal.currency, version: proposal.version };
  });
  const priced = await priceItems(context, { customerId, currency }, items, input.items ? inItems : inProposal);
  return context.database.write(context, async (tx) => {
    const proposal = await draft(tx, input.proposalId);
    expectVersion(proposal, input.expectedVersion, ['input', 'expectedVersion']);
    // Lines that were read before the prices must still be those of the proposal.
    expectVersion(proposal, version, PROPOSAL_PATH);
    refuseMisuse(tx.caller, { regionId: proposal.region.id, amount: sumOf(priced) }, ITEMS);
    const { name, solution, terms, validFrom, validTo } = input;
    const from = validFrom ? new Date(validFrom) : proposal.validFrom;
    const to = validTo ? new Date(validTo) : proposal.validTo;
    const before = { oneTime: proposal.oneTime.amount, recurring: proposal.recurring.amount };
    const changes = applyChanges<Proposal>(proposal, {
      ...(name ? { name } : {}),
      ...{ solution, terms },
      ...validityOf(tx, from, to),
    });
    await setItems(tx, proposal, priced);
    for (const field of ['oneTime', 'recurring'] as const)
      if (!new Decimal(before[field]).eq(proposal[field].amount))
        changes.push({ field, old: before[field], new: proposal[field].amount });
    proposal.version++;
    const data = { proposalNo: proposal.proposalNo, changes };
    tx.record({
      kind: 'RECORD_CHANGE',
      type: 'proposal.changed',
      subject: proposal,
      regionId: proposal.region.id,
      data,
    });
    return proposal;
  });
}

/** Has a draft approved by somebody else, at prices that still hold (SAL-68). */
export async function submitProposal(context: CallContext, input: ProposalSubmitInput): Promise<Proposal> {
  const { items, customerId, currency, version } = await peek(context, async (tx) => {
    const proposal = await tx.get(Proposal, input.proposalId, PROPOSAL_PATH);
    await proposalLifecycle.admit(tx, proposal, 'submit');
    const customer = tx.idOf(proposal.customer);
    return {
      items: await itemsOf(tx, proposal),
      customerId: customer,
      currency: proposal.currency,
      version: proposal.version,
    };
  });
  const { price } = await priceItems(context, { customerId, currency }, items, inProposal);
  return context.database.write(context, async (tx) => {
    const proposal = await tx.get(Proposal, input.proposalId, PROPOSAL_PATH);
    expectVersion(proposal, version, PROPOSAL_PATH);
    const same = (before: Money, now: Money) => new Decimal(before.amount).eq(now.amount);
    if (!same(proposal.oneTime, price.oneTime) || !same(proposal.recurring, price.recurring))
      refuse('PRICE_CHANGED', 'Tariffs have changed; save the draft once more.', PROPOSAL_PATH, {
        oneTime: price.oneTime.amount,
        recurring: price.recurring.amount,
      });
    await proposalLifecycle.move(tx, proposal, 'submit', { reason: input.reason ?? null });
    proposal.version++;
    await tx.em.flush();
    await askApproval(tx, { ...(await proposalApproval(tx, proposal, input.reason ?? null)), path: PROPOSAL_PATH });
    return proposal;
  });
}

const REVISED: readonly ProposalStatus[] = [
  ProposalStatus.APPROVED,
  ProposalStatus.SENT,
  ProposalStatus.REJECTED,
  ProposalStatus.EXPIRED,
];

/** Writes a later version, a draft with the same lines at the prices of now (SAL-71). */
export async function reviseProposal(context: CallContext, input: ProposalReviseInput): Promise<Proposal> {
  const { items, customerId, currency } = await peek(context, async (tx) => {
    const proposal = await latest(tx, input.proposalId);
    return { items: await itemsOf(tx, proposal), customerId: tx.idOf(proposal.customer), currency: proposal.currency };
  });
  const priced = await priceItems(context, { customerId, currency }, items, inProposal);
  return context.database.write(context, async (tx) => {
    const previous = await latest(tx, input.proposalId);
    await openOpportunity(tx, tx.idOf(previous.opportunity), PROPOSAL_PATH);
    await tx.em.populate(previous, ['customer', 'opportunity', 'seller']);
    const { name, solution, terms, opportunity, customer, region, seller, revision } = previous;
    const validity = validityOf(tx, tx.at, new Date(input.validTo));
    const values = { name, solution, terms, opportunity, customer, region, seller, ...validity };
    const later = await beginProposal(tx, { ...values, revision: revision + 1, previous }, priced);
    if (proposalLifecycle.actionsFrom(previous.status).includes('replace')) {
      await proposalLifecycle.move(tx, previous, 'replace', { data: { later: later.proposalNo } });
      previous.version++;
    }
    return later;
  });
}

/** A proposal without a later version, of a state in which it can get one. */
async function latest(tx: Transaction, id: string): Promise<Proposal> {
  const proposal = await tx.get(Proposal, id, PROPOSAL_PATH);
  if (await tx.em.findOne(Proposal, { previous: proposal.id }))
    refuse('REPLACED', 'There is a later version.', PROPOSAL_PATH);
  if (!REVISED.includes(proposal.status))
    refuse('INVALID_STATE', 'In this state it gets no later version.', PROPOSAL_PATH, { state: proposal.status });
  return proposal;
}
