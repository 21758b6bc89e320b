import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { TimePeriod } from '../../kernel/model/index.js';
import { expectVersion } from '../../kernel/record/index.js';
import { type Partner, partnerOf } from '../partner/index.js';
import { managedOperator, managedUnitOf, refuseAbove, refuseSelf } from './managed.js';
import { OperatorGrant } from './operator-grant.js';
import { operatorEndings } from './operator-endings.js';
import type { PartnerOperatorEndInput, PartnerOperatorSaveInput } from './operator.inputs.js';
import { PartnerOperator, PartnerOperatorStatus } from './partner-operator.js';
import type { PartnerUnit } from './partner-unit.js';

const PARTNER = ['input', 'partnerId'];
const OPERATOR = ['input', 'operatorId'];
const NUMBER = ['input', 'operatorNo'];

/** Records an operator of a partner, or changes one (SYS-57). */
export function saveOperator(context: CallContext, input: PartnerOperatorSaveInput): Promise<PartnerOperator> {
  return context.database.write(context, async (tx) => {
    const partner = await partnerOf(tx, input.partnerId, PARTNER);
    const until = input.until ? new Date(input.until) : null;
    if (until && until <= tx.at) refuse('IN_THE_PAST', 'This moment is over.', ['input', 'until']);
    const known = input.operatorId ? await changeable(tx, partner, input.operatorId) : null;
    if (known) expectVersion(known, input.expectedVersion, ['input', 'expectedVersion']);
    if (known && input.operatorNo && input.operatorNo !== known.operatorNo)
      refuse('CONTRADICTION', 'A number never changes.', NUMBER);
    const unit = await unitOf(tx, partner, known, input.unitId);
    const operator = known ?? (await newOperator(tx, partner, input.operatorNo));
    const before = known ? told(known) : null;
    operator.name = input.name.trim();
    operator.phone = input.phone === undefined ? (operator.phone ?? null) : input.phone;
    operator.unit = unit;
    if (!known) operator.validity = TimePeriod.since(tx.at, until);
    else if (input.until !== undefined) operator.validity = TimePeriod.since(operator.validity.from, until);
    if (known) operator.version++;
    const after = told(operator);
    const changes = (Object.keys(after) as (keyof typeof after)[])
      .filter((field) => (before?.[field] ?? null) !== after[field])
      .map((field) => ({ field, old: before?.[field] ?? null, new: after[field] }));
    const data = { partner: partner.code, operatorNo: operator.operatorNo, changes };
    const type = 'partner-operator.saved';
    tx.record({ kind: 'RECORD_CHANGE', type, subject: operator, regionId: partner.region.id, data });
    return operator;
  });
}

const told = ({ name, phone, unit, validity }: PartnerOperator) => ({
  name,
  phone: phone ?? null,
  unit: unit?.code ?? null,
  until: validity.to?.toISOString() ?? null,
});

async function changeable(tx: Transaction, partner: Partner, id: string): Promise<PartnerOperator> {
  const operator = await managedOperator(tx, partner, id, OPERATOR);
  refuseSelf(tx, operator, OPERATOR);
  return operator;
}

async function unitOf(
  tx: Transaction,
  partner: Partner,
  known: PartnerOperator | null,
  id: string | null | undefined,
): Promise<PartnerUnit | null> {
  if (known && id === undefined) return known.unit ?? null;
  const unit = id ? await managedUnitOf(tx, partner, id, ['input', 'unitId']) : null;
  refuseAbove(tx, unit, ['input', 'unitId']);
  return unit;
}

async function newOperator(tx: Transaction, partner: Partner, given?: string | null): Promise<PartnerOperator> {
  const operatorNo = given?.trim() || (await nextNumber(tx, partner));
  if (await tx.em.count(PartnerOperator, { operatorNo })) refuse('DUPLICATE', 'This number is taken.', NUMBER);
  const state = { status: PartnerOperatorStatus.ACTIVE, phone: null, version: 0 };
  return tx.add(Object.assign(new PartnerOperator(), { partner, operatorNo, ...state }));
}

/** The lock of the partner lets numbers follow one another. */
async function nextNumber(tx: Transaction, partner: Partner): Promise<string> {
  const stem = partner.code.slice(0, 50);
  for (let next = (await tx.em.count(PartnerOperator, { partner })) + 1; ; next++) {
    const number = `${stem}-${String(next).padStart(4, '0')}`;
    if (!(await tx.em.count(PartnerOperator, { operatorNo: number }))) return number;
  }
}

/** Ends the work of an operator for a partner, with all they hold and their account (SYS-57). */
export function endOperator(context: CallContext, input: PartnerOperatorEndInput): Promise<PartnerOperator> {
  return context.database.write(context, async (tx) => {
    const partner = await partnerOf(tx, input.partnerId, PARTNER);
    const operator = await changeable(tx, partner, input.operatorId);
    await leave(tx, partner, operator, input.reason);
    return operator;
  });
}

/** Ends the work of all operators of a partner that leaves. */
export async function endOperatorsOf(tx: Transaction, partner: Partner, reason: string): Promise<void> {
  const all = await tx.em.find(
    PartnerOperator,
    { partner, status: PartnerOperatorStatus.ACTIVE },
    { orderBy: { id: 'asc' } },
  );
  for (const operator of all) await leave(tx, partner, operator, reason);
}

async function leave(tx: Transaction, partner: Partner, operator: PartnerOperator, reason: string): Promise<void> {
  operator.status = PartnerOperatorStatus.LEFT;
  operator.version++;
  await tx.em.nativeDelete(OperatorGrant, { operator });
  await operatorEndings.run(tx, operator);
  tx.record({
    kind: 'BUSINESS_FACT',
    type: 'partner-operator.left',
    subject: operator,
    regionId: partner.region.id,
    reason,
    data: { partner: partner.code, operatorNo: operator.operatorNo },
  });
}
