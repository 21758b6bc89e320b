import { Decimal } from 'decimal.js';
import { LockMode } from '@mikro-orm/postgresql';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import { type Class, decodeId, Money, type Node, nounOf } from '../../kernel/model/index.js';
import { formatNumber, takeNumber } from '../../kernel/numbering/index.js';
import { applyChanges } from '../../kernel/record/index.js';
import { BusinessLine, requireCurrency } from '../catalogue/index.js';
import { Customer } from '../customer/index.js';
import { ArrearsRecord } from './arrears-record.js';
import { ChurnRecord } from './churn-record.js';
import { ConsumptionRecord } from './consumption-record.js';
import { RecoveryState } from './record-enums.js';
import type {
  ArrearsDunInput,
  ArrearsRecordSaveInput,
  ChurnRecordSaveInput,
  ConsumptionRecordSaveInput,
  CustomerRecordDeleteInput,
} from './record.inputs.js';

/** What the records of a customer have in common. */
type CustomerRecord = Node & { recordNo: string; customer: Customer; recordedBy: string; deletedAt?: Date | null };

/** Writes a record, or changes the one with the same number: what is not given is empty then. */
async function save<T extends CustomerRecord>(
  tx: Transaction,
  noun: Class<T>,
  prefix: string,
  { recordNo, customerId }: { recordNo?: string | null; customerId: string },
  values: (known: T | null) => { [K in keyof T]?: T[K] | undefined },
): Promise<T> {
  const customer = await tx.get(Customer, customerId, ['input', 'customerId'], { lock: false });
  const known = recordNo ? await knownRecord(tx, noun, recordNo, customer) : null;
  const changed = values(known);
  const record =
    known ??
    tx.add(
      Object.assign(new (noun as unknown as new () => T)(), {
        ...{ customer, deletedAt: null },
        recordNo: recordNo ?? formatNumber(prefix, await takeNumber(tx, `record.${prefix}`)),
      }),
    );
  const changes = applyChanges<CustomerRecord>(record, { ...changed, recordedBy: tx.caller.subject });
  tell(tx, record, customer, 'customer-record.saved', changes);
  return record;
}

async function knownRecord<T extends CustomerRecord>(
  tx: Transaction,
  noun: Class<T>,
  recordNo: string,
  customer: Customer,
): Promise<T | null> {
  const path = ['input', 'recordNo'];
  const known = (await tx.em.findOne(
    noun as never,
    { recordNo } as never,
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } as never,
  )) as T | null;
  // Also for one whose customer the caller may not see.
  if (known && known.customer.id !== customer.id)
    refuse('CONTRADICTION', 'The number belongs to a record of another customer.', path);
  if (known) requireThere(known, path);
  return known;
}

function requireThere(record: CustomerRecord, path: InputPath): void {
  if (record.deletedAt) refuse('DELETED', 'The record was deleted.', path);
}

function tell(
  tx: Transaction,
  record: CustomerRecord,
  customer: Customer,
  type: 'customer-record.saved' | 'customer-record.deleted',
  changes: { field: string; old: unknown; new: unknown }[],
  reason: string | null = null,
): void {
  // Not told to the customer: these are notes of the operator.
  const figuresOf = record instanceof ChurnRecord ? null : customer.id;
  const data = { recordNo: record.recordNo, customerId: tx.idOf(customer), changes };
  tx.record({ kind: 'RECORD_CHANGE', type, subject: record, regionId: customer.region.id, figuresOf, reason, data });
}

function moneyOf({ amount, currency }: { amount: string; currency: string }, field: string): Money {
  requireCurrency(currency, ['input', field, 'currency']);
  return Money.of(amount, currency);
}

const lineOf = (tx: Transaction, id: string | null | undefined): Promise<BusinessLine> | null =>
  id ? tx.get(BusinessLine, id, ['input', 'businessLineId'], { lock: false }) : null;

/** Takes down what a customer has consumed, or changes it (CUS-63). */
export function saveConsumption(context: CallContext, input: ConsumptionRecordSaveInput): Promise<ConsumptionRecord> {
  return context.database.write(context, async (tx) => {
    const { content, direction = null, quantity = null, unit = null, paymentMode = null } = input;
    const given = input.occurredAt ? new Date(input.occurredAt) : null;
    if (given && given > tx.at) refuse('IN_FUTURE', 'It has not been consumed yet.', ['input', 'occurredAt']);
    const amount = moneyOf(input.amount, 'amount');
    const cost = input.cost ? moneyOf(input.cost, 'cost') : null;
    if (cost && cost.currency !== amount.currency)
      refuse('CONTRADICTION', 'Amount and cost have one currency.', ['input', 'cost', 'currency']);
    const businessLine = (await lineOf(tx, input.businessLineId))!;
    return save(tx, ConsumptionRecord, 'CS', input, (known) => ({
      ...{ businessLine, content, direction, quantity, unit, amount, cost, paymentMode },
      occurredAt: given ?? known?.occurredAt ?? tx.at,
    }));
  });
}

/** Takes down what a customer owes, or changes it (CUS-64). */
export function saveArrears(context: CallContext, input: ArrearsRecordSaveInput): Promise<ArrearsRecord> {
  return context.database.write(context, async (tx) => {
    const { arrearsDate, recoveredOn = null } = input;
    const recovery = input.recovery ?? RecoveryState.OPEN;
    const amount = moneyOf(input.amount, 'amount');
    if (new Decimal(amount.amount).lte(0)) refuse('TOO_SMALL', 'Must be more than 0.', ['input', 'amount', 'amount']);
    const over = recovery === RecoveryState.RECOVERED || recovery === RecoveryState.WRITTEN_OFF;
    const path = ['input', 'recoveredOn'];
    if (over && !recoveredOn) refuse('REQUIRED', 'When was it paid or given up?', path);
    if (!over && recoveredOn) refuse('CONTRADICTION', 'It is still owed.', path);
    if (recoveredOn && recoveredOn < arrearsDate) refuse('TOO_EARLY', 'It was not owed yet.', path);
    const businessLine = await lineOf(tx, input.businessLineId);
    return save(tx, ArrearsRecord, 'AR', input, (known) => ({
      ...{ businessLine, amount, arrearsDate, recovery, recoveredOn },
      dunningMode: input.dunningMode ?? known?.dunningMode ?? null,
      dunningCount: input.dunningCount ?? known?.dunningCount ?? 0,
    }));
  });
}

/** Notes that a customer was reminded of what they owe, and counts it (CUS-64). */
export function dunArrears(context: CallContext, input: ArrearsDunInput): Promise<ArrearsRecord> {
  return context.database.write(context, async (tx) => {
    const path = ['input', 'recordId'];
    const record = await tx.get(ArrearsRecord, input.recordId, path);
    requireThere(record, path);
    if (record.recovery === RecoveryState.RECOVERED || record.recovery === RecoveryState.WRITTEN_OFF)
      refuse('SETTLED', 'Nothing is owed any more.', path);
    const customer = await tx.em.findOneOrFail(Customer, { id: record.customer.id });
    const dunningCount = record.dunningCount + 1;
    const recordedBy = tx.caller.subject;
    const changes = applyChanges(record, { dunningMode: input.mode, dunningCount, recordedBy });
    tell(tx, record, customer, 'customer-record.saved', changes);
    return record;
  });
}

/** Takes down that and why a customer went away, or changes it (CUS-68). */
export function saveChurn(context: CallContext, input: ChurnRecordSaveInput): Promise<ChurnRecord> {
  return context.database.write(context, async (tx) => {
    const { kind, reason, competitor = null, churnedOn } = input;
    const businessLine = await lineOf(tx, input.businessLineId);
    return save(tx, ChurnRecord, 'CH', input, () => ({ businessLine, kind, reason, competitor, churnedOn }));
  });
}

const KINDS: readonly Class<CustomerRecord>[] = [ConsumptionRecord, ArrearsRecord, ChurnRecord];

/** Deletes a record: it counts no more, and its history stays (CUS-63, CUS-64, CUS-68). */
export function deleteRecord(context: CallContext, { recordId, reason }: CustomerRecordDeleteInput): Promise<string> {
  return context.database.write(context, async (tx) => {
    const path = ['input', 'recordId'];
    const noun = KINDS.find((kind) => nounOf(kind).tag === decodeId(recordId)?.tag);
    if (!noun) return refuse('NOT_FOUND', 'There is no such record with this id.', path);
    const record = await tx.get(noun, recordId, path);
    requireThere(record, path);
    record.deletedAt = tx.at;
    record.recordedBy = tx.caller.subject;
    const customer = await tx.em.findOneOrFail(Customer, { id: record.customer.id });
    tell(tx, record, customer, 'customer-record.deleted', [], reason);
    return recordId;
  });
}
