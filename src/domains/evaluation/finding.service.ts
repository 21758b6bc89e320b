import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { type Class, decodeId, Money, nounOf } from '../../kernel/model/index.js';
import { formatNumber, takeNumber } from '../../kernel/numbering/index.js';
import { BusinessLine } from '../catalogue/index.js';
import {
  changeCustomer,
  Customer,
  type CustomerChangeInput,
  CustomerLifecycleState,
  CustomerType,
} from '../customer/index.js';
import { customerCurrency } from '../inventory/index.js';
import { AbnormalCustomer } from './abnormal-customer.js';
import type { AbnormalKind } from './finding-enums.js';
import { AbnormalStatus, FoundBy, PotentialBigStatus } from './finding-enums.js';
import type {
  AbnormalCustomerAddInput,
  FindingEndInput,
  FindingNoteInput,
  FindingTrackInput,
  PotentialBigCustomerAddInput,
  PotentialBigCustomerConvertInput,
} from './finding.inputs.js';
import { abnormalLifecycle, potentialLifecycle } from './finding.lifecycle.js';
import { PotentialBigCustomer } from './potential-big-customer.js';
import { TrackingNote } from './tracking-note.js';

/** How a customer was found. */
interface Found {
  foundBy: FoundBy;
  evidence: string;
  businessLine?: BusinessLine | null;
  findingNo?: string | null | undefined;
  /** Who was cleared after this is left. */
  quietSince?: Date;
}

const nothing = { trackedFrom: null, trackedUntil: null, verdict: null, endedAt: null };

/** Takes a locked customer down as abnormal; null when it is known already, or was cleared a short while ago. */
export async function findAbnormal(
  tx: Transaction,
  customer: Customer,
  kind: AbnormalKind,
  { foundBy, evidence, businessLine = null, quietSince, findingNo }: Found,
): Promise<AbnormalCustomer | null> {
  const known = await tx.em.find(AbnormalCustomer, { customer: customer.id, kind });
  const kept = ({ status, endedAt }: AbnormalCustomer) =>
    status !== AbnormalStatus.CLEARED || Boolean(quietSince && endedAt && endedAt > quietSince);
  if (known.some(kept)) return null;
  const inUse = customer.lifecycle === CustomerLifecycleState.IN_NETWORK;
  const values = { ...nothing, customer, kind, businessLine, inUse, foundBy, evidence, foundAt: tx.at };
  const number = findingNo ?? formatNumber('AB', await takeNumber(tx, 'abnormal-customer'));
  const found = tx.add(Object.assign(new AbnormalCustomer(), values, { findingNo: number }));
  abnormalLifecycle.begin(tx, found, { reason: evidence });
  return found;
}

/** Takes a locked customer down as one who may become a big one; null when it is one, or known already. */
export async function findPotential(
  tx: Transaction,
  customer: Customer,
  { foundBy, evidence, businessLine = null, quietSince, findingNo }: Found,
): Promise<PotentialBigCustomer | null> {
  if (customer.customerType === CustomerType.BIG) return null;
  const known = await tx.em.find(PotentialBigCustomer, { customer: customer.id });
  const ended: readonly string[] = [PotentialBigStatus.CLEARED, PotentialBigStatus.CONVERTED];
  const kept = ({ status, endedAt }: PotentialBigCustomer) =>
    !ended.includes(status) || Boolean(quietSince && endedAt && endedAt > quietSince);
  if (known.some(kept)) return null;
  const values = { ...nothing, customer, businessLine, foundBy, evidence, foundAt: tx.at };
  const number = findingNo ?? formatNumber('PB', await takeNumber(tx, 'potential-big-customer'));
  const found = tx.add(Object.assign(new PotentialBigCustomer(), values, { findingNo: number }));
  potentialLifecycle.begin(tx, found, { reason: evidence });
  return found;
}

async function manual(
  tx: Transaction,
  noun: Class<Finding>,
  input: PotentialBigCustomerAddInput,
): Promise<[Customer, Found]> {
  const { findingNo } = input;
  if (findingNo && (await tx.em.count(noun as never, { findingNo } as never)) > 0)
    refuse('DUPLICATE', 'This number is taken.', ['input', 'findingNo']);
  const customer = await tx.get(Customer, input.customerId, ['input', 'customerId']);
  const businessLine = input.businessLineId
    ? await tx.get(BusinessLine, input.businessLineId, ['input', 'businessLineId'], { lock: false })
    : null;
  return [customer, { foundBy: FoundBy.MANUAL, evidence: input.reason, businessLine, findingNo: input.findingNo }];
}

/** Takes a customer down as abnormal by hand (CUS-66). */
export function addAbnormal(context: CallContext, input: AbnormalCustomerAddInput): Promise<AbnormalCustomer> {
  return context.database.write(context, async (tx) => {
    const [customer, how] = await manual(tx, AbnormalCustomer, input);
    const found = await findAbnormal(tx, customer, input.kind, how);
    return found ?? refuse('DUPLICATE', 'The customer is known as that already.', ['input', 'customerId']);
  });
}

/** Takes a customer down by hand as one who may become a big one (CUS-76). */
export function addPotential(context: CallContext, input: PotentialBigCustomerAddInput): Promise<PotentialBigCustomer> {
  return context.database.write(context, async (tx) => {
    const [customer, how] = await manual(tx, PotentialBigCustomer, input);
    if (customer.customerType === CustomerType.BIG)
      refuse('INVALID_STATE', 'The customer is a big one already.', ['input', 'customerId']);
    const found = await findPotential(tx, customer, how);
    return found ?? refuse('DUPLICATE', 'The customer is known as that already.', ['input', 'customerId']);
  });
}

type Finding = AbnormalCustomer | PotentialBigCustomer;
const FINDINGS: readonly Class<Finding>[] = [AbnormalCustomer, PotentialBigCustomer];

async function finding(tx: Transaction, id: string): Promise<Finding> {
  const path = ['input', 'findingId'];
  const noun = FINDINGS.find((kind) => nounOf(kind).tag === decodeId(id)?.tag);
  if (!noun) return refuse('NOT_FOUND', 'There is no such customer with this id.', path);
  const found = await tx.get(noun, id, path);
  await tx.em.populate(found as AbnormalCustomer, ['customer']);
  return found;
}

/** Begins to follow what a customer consumes (CUS-66, CUS-76). */
export function trackFinding(context: CallContext, input: FindingTrackInput): Promise<Finding> {
  return context.database.write(context, async (tx) => {
    const until = new Date(input.until);
    if (until <= tx.at) refuse('IN_PAST', 'The moment lies in the past.', ['input', 'until']);
    const found = await finding(tx, input.findingId);
    if (found instanceof AbnormalCustomer) await abnormalLifecycle.move(tx, found, 'track');
    else await potentialLifecycle.move(tx, found, 'track');
    Object.assign(found, { trackedFrom: tx.at, trackedUntil: until });
    return found;
  });
}

const SPENT = `select "k"."currency", coalesce((select sum("r"."amount_amount") from "consumption_record" "r" where "r"."customer_id" = "c"."id"
  and "r"."deleted_at" is null and "r"."occurred_at" >= ? and "r"."amount_currency" = "k"."currency"), 0)::text "amount"
  from "customer" "c" cross join lateral (select ${customerCurrency('"c"."id"')} "currency") "k" where "c"."id" = ?`;

/** Writes down what was seen or done while a customer is followed, with what was spent since (CUS-66, CUS-76). */
export function noteFinding(context: CallContext, input: FindingNoteInput): Promise<TrackingNote> {
  return context.database.write(context, async (tx) => {
    const found = await finding(tx, input.findingId);
    if (!found.trackedFrom || found.status !== 'TRACKING')
      refuse('INVALID_STATE', 'The customer is not followed.', ['input', 'findingId'], { state: found.status });
    const [spent] = await tx.em.execute<{ amount: string; currency: string }[]>(SPENT, [
      found.trackedFrom,
      found.customer.id,
    ]);
    const abnormal = found instanceof AbnormalCustomer ? found : null;
    const potential = found instanceof PotentialBigCustomer ? found : null;
    const spend = Money.of(spent!.amount, spent!.currency);
    const values = { abnormal, potential, note: input.note, spend, at: tx.at, notedBy: tx.caller.subject };
    const note = tx.add(Object.assign(new TrackingNote(), values));
    tx.record({
      kind: 'BUSINESS_FACT',
      type: 'customer-finding.noted',
      subject: found,
      regionId: found.customer.region.id,
      figuresOf: found.customer.id,
      data: { customerId: tx.idOf(found.customer), note: input.note, spend: spent!.amount, currency: spent!.currency },
    });
    return note;
  });
}

/** Says that a customer is abnormal indeed (CUS-66). */
export function confirmAbnormal(context: CallContext, input: FindingEndInput): Promise<Finding> {
  return context.database.write(context, async (tx) => {
    const found = await finding(tx, input.findingId);
    if (!(found instanceof AbnormalCustomer))
      return refuse('NOT_FOUND', 'There is no AbnormalCustomer with this id.', ['input', 'findingId']);
    await abnormalLifecycle.move(tx, found, 'confirm', { reason: input.reason });
    return Object.assign(found, { verdict: input.reason, endedAt: tx.at, trackedUntil: null });
  });
}

/** Says that a customer is normal, or none who becomes a big one; also takes one off the list by hand (CUS-66, CUS-76). */
export function clearFinding(context: CallContext, input: FindingEndInput): Promise<Finding> {
  return context.database.write(context, async (tx) => {
    const found = await finding(tx, input.findingId);
    if (found instanceof AbnormalCustomer) await abnormalLifecycle.move(tx, found, 'clear', { reason: input.reason });
    else await potentialLifecycle.move(tx, found, 'clear', { reason: input.reason });
    return Object.assign(found, { verdict: input.reason, endedAt: tx.at, trackedUntil: null });
  });
}

/**
 * Makes a big customer of one, by the service that changes customers: what needs approval there is held, and the customer stays
 * followed until it is asked for again after that. May be repeated (CUS-76).
 */
export async function convertPotential(
  context: CallContext,
  input: PotentialBigCustomerConvertInput,
): Promise<{ potential: PotentialBigCustomer; held: boolean }> {
  const { database } = context;
  const path = ['input', 'findingId'];
  const open: readonly string[] = [PotentialBigStatus.DETECTED, PotentialBigStatus.TRACKING];
  const seen = await database.write(context, async (tx) => {
    const potential = await tx.get(PotentialBigCustomer, input.findingId, path, { lock: false });
    if (!open.includes(potential.status))
      refuse('INVALID_STATE', 'It has ended already.', path, { state: potential.status });
    const customer = await tx.em.findOneOrFail(Customer, { id: potential.customer.id });
    return { potential, customerId: tx.idOf(customer), big: customer.customerType === CustomerType.BIG };
  });
  if (!seen.big) {
    const { reason, subType = null } = input;
    const change: CustomerChangeInput = {
      customerId: seen.customerId,
      customerType: CustomerType.BIG,
      subType,
      reason,
    };
    const { held } = await changeCustomer(context, change);
    if (held) return { potential: seen.potential, held: true };
  }
  const potential = await database.write(context, async (tx) => {
    const found = await tx.get(PotentialBigCustomer, input.findingId, path);
    await tx.em.populate(found, ['customer']);
    await potentialLifecycle.move(tx, found, 'convert', { reason: input.reason });
    return Object.assign(found, { verdict: input.reason, endedAt: tx.at, trackedUntil: null });
  });
  return { potential, held: false };
}
