import { refuseMisuse } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import { formatNumber, takeNumber } from '../../kernel/numbering/index.js';
import { applyChanges, expectVersion, type FieldChange } from '../../kernel/record/index.js';
import { Customer, CustomerLifecycleState } from '../customer/index.js';
import { activeEmployee, callerEmployee } from '../organisation/index.js';
import { salesTeam } from './hand-over.service.js';
import {
  blankFacts,
  type CheckedLine,
  checkFacts,
  checkLines,
  openOpportunity,
  setInstances,
  setLines,
  weigh,
} from './opportunity-content.js';
import { OpportunityLine } from './opportunity-line.js';
import { relate } from './opportunity-relate.js';
import { sourceOf } from './opportunity-source.js';
import { OPEN_OPPORTUNITY, OpportunityRelationKind } from './opportunity.enums.js';
import type { OpportunityChangeInput, OpportunityCreateInput } from './opportunity.inputs.js';
import { opportunityLifecycle } from './opportunity.lifecycle.js';
import { Opportunity } from './opportunity.js';

/** Most characters of a need. */
const NEED_LENGTH = 4000;

/** What was written, and open opportunities that look like it (SAL-01). */
export interface OpportunityWritten {
  opportunity: Opportunity;
  similar: Opportunity[];
}

/** Refuses a customer with whom nothing can be concluded any more. */
export function refuseLeft({ lifecycle }: Customer, path: InputPath): void {
  if (lifecycle === CustomerLifecycleState.LEFT || lifecycle === CustomerLifecycleState.MERGED)
    refuse('CUSTOMER_LEFT', 'The customer has left.', path, { state: lifecycle });
}

/** What all new opportunities have in common. */
export async function beginOpportunity(
  tx: Transaction,
  values: Partial<Opportunity> & Pick<Opportunity, 'customer' | 'name' | 'intention' | 'source'>,
  reason: string | null = null,
): Promise<Opportunity> {
  const opportunity = Object.assign(new Opportunity(), blankFacts(tx.at), {
    opportunityNo: formatNumber('OP', await takeNumber(tx, 'opportunity')),
    ...{
      region: values.customer.region,
      campaignEvent: null,
      contactEvent: null,
      cancelledOrder: null,
      seller: null,
      team: null,
    },
    ...{ lostReason: null, closeNote: null, closedAt: null, contract: null, order: null },
    ...{ recordedBy: tx.caller.subject, ...values },
  });
  weigh(opportunity);
  opportunityLifecycle.begin(tx, tx.add(opportunity), { reason });
  return opportunity;
}

/** Writes a new opportunity (SAL-02). */
export function createOpportunity(context: CallContext, input: OpportunityCreateInput): Promise<OpportunityWritten> {
  return context.database.write(context, async (tx) => {
    const customer = await tx.get(Customer, input.customerId, ['input', 'customerId'], { lock: false });
    refuseLeft(customer, ['input', 'customerId']);
    const amount = input.expectedAmount?.amount ?? null;
    refuseMisuse(tx.caller, { regionId: customer.region.id, amount }, ['input', 'customerId']);
    const facts = await checkFacts(tx, customer, input);
    const lines = await checkLines(tx, input.lines, facts.expectedAmount?.currency ?? null, ['input', 'lines']);
    const { name, intention } = input;
    const origin = await sourceOf(tx, customer, input);
    const seller = input.sellerId
      ? await activeEmployee(tx, input.sellerId, ['input', 'sellerId'])
      : await callerEmployee(tx);
    // What the contact says is the need until somebody words it better (SAL-05).
    facts.need ??= origin.contactEvent?.content.slice(0, NEED_LENGTH);
    const team = input.teamId ? await salesTeam(tx, input.teamId, ['input', 'teamId']) : null;
    const similar = await similarTo(tx, customer, lines);
    const opportunity = await beginOpportunity(tx, { ...facts, ...origin, customer, name, intention, seller, team });
    await setLines(tx, opportunity, lines);
    await setInstances(tx, opportunity, input.productInstanceIds ?? [], ['input', 'productInstanceIds']);
    if (origin.cancelledOrder) {
      const wonBy = await tx.em.find(Opportunity, { order: origin.cancelledOrder.id });
      if (wonBy.length > 0) relate(tx, OpportunityRelationKind.REGENERATED_FROM, wonBy, [opportunity], null);
    }
    return { opportunity, similar };
  });
}

/** Open opportunities of the customer about one of the offerings: perhaps the same one (SAL-01). */
async function similarTo(tx: Transaction, customer: Customer, lines: readonly CheckedLine[]): Promise<Opportunity[]> {
  const found = await tx.em.find(
    OpportunityLine,
    {
      offering: { $in: lines.map(({ offering }) => offering.id) },
      opportunity: { customer: customer.id, status: { $in: [...OPEN_OPPORTUNITY] } },
    },
    { populate: ['opportunity'], orderBy: { id: 'asc' } },
  );
  return [...new Set(found.map(({ opportunity }) => opportunity))];
}

/** Changes an open opportunity; what was before stands in its history (SAL-25). */
export function changeOpportunity(context: CallContext, input: OpportunityChangeInput): Promise<Opportunity> {
  return context.database.write(context, async (tx) => {
    const opportunity = await openOpportunity(tx, input.opportunityId, ['input', 'opportunityId']);
    expectVersion(opportunity, input.expectedVersion, ['input', 'expectedVersion']);
    const customer = await tx.em.findOneOrFail(Customer, opportunity.customer.id);
    const facts = await checkFacts(tx, customer, input);
    if (facts.expectedAmount)
      refuseMisuse(tx.caller, { amount: facts.expectedAmount.amount }, ['input', 'expectedAmount']);
    const { name, intention } = input;
    const changes = applyChanges<Opportunity>(opportunity, {
      ...facts,
      ...(name ? { name } : {}),
      ...(intention ? { intention } : {}),
    });
    changes.push(...(await changeLines(tx, opportunity, input)));
    if (input.productInstanceIds) {
      await setInstances(tx, opportunity, input.productInstanceIds, ['input', 'productInstanceIds']);
      changes.push({ field: 'productInstances', old: null, new: input.productInstanceIds });
    }
    weigh(opportunity);
    if (changes.length > 0) tellChange(tx, opportunity, changes);
    return opportunity;
  });
}

async function changeLines(
  tx: Transaction,
  opportunity: Opportunity,
  { lines }: OpportunityChangeInput,
): Promise<FieldChange[]> {
  const before = await linesOf(tx, opportunity);
  const currency = opportunity.expectedAmount?.currency ?? null;
  if (!lines) {
    const other = before.find(
      ({ estimatedAmount }) => estimatedAmount && currency && estimatedAmount.currency !== currency,
    );
    if (other)
      refuse('CONTRADICTORY', 'The amounts of its lines are in another currency.', [
        'input',
        'expectedAmount',
        'currency',
      ]);
    return [];
  }
  const after = await checkLines(tx, lines, currency, ['input', 'lines']);
  await setLines(tx, opportunity, after);
  const named = (list: readonly CheckedLine[]) => list.map(({ offering, quantity }) => `${offering.code}*${quantity}`);
  return [{ field: 'lines', old: named(before), new: named(after) }];
}

/** The offerings that an opportunity is about. */
export async function linesOf(tx: Transaction, opportunity: Pick<Opportunity, 'id'>): Promise<CheckedLine[]> {
  const rows = await tx.em.find(
    OpportunityLine,
    { opportunity: opportunity.id },
    { populate: ['offering'], orderBy: { id: 'asc' } },
  );
  return rows.map(({ offering, quantity, estimatedAmount = null }) => ({ offering, quantity, estimatedAmount }));
}

/** Records changes, and that there were some. */
export function tellChange(tx: Transaction, opportunity: Opportunity, changes: FieldChange[]): void {
  opportunity.version++;
  const data = { opportunityNo: opportunity.opportunityNo, changes };
  tx.record({
    kind: 'RECORD_CHANGE',
    type: 'opportunity.changed',
    subject: opportunity,
    regionId: opportunity.region.id,
    data,
  });
}
