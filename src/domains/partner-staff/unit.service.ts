import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { expectVersion } from '../../kernel/record/index.js';
import { type Partner, partnerOf } from '../partner/index.js';
import { managedPath, managedUnitOf, refuseAbove } from './managed.js';
import { PartnerOperator, PartnerOperatorStatus } from './partner-operator.js';
import { PartnerUnit, PartnerUnitStatus } from './partner-unit.js';
import type { PartnerUnitCloseInput, PartnerUnitSaveInput } from './unit.inputs.js';

const PARTNER = ['input', 'partnerId'];
const UNIT = ['input', 'unitId'];
const PARENT = ['input', 'parentId'];
const CODE = /^[A-Za-z0-9]+([-_][A-Za-z0-9]+)*$/;
/** As long as the column of paths. */
const MAX_PATH = 1000;

/** Adds a unit to the tree of a partner, or changes or moves one with all below it (SYS-57). */
export function saveUnit(context: CallContext, input: PartnerUnitSaveInput): Promise<PartnerUnit> {
  return context.database.write(context, async (tx) => {
    const partner = await partnerOf(tx, input.partnerId, PARTNER);
    const known = input.unitId ? await ownUnit(tx, partner, input.unitId) : null;
    if (known) expectVersion(known, input.expectedVersion, ['input', 'expectedVersion']);
    if (!CODE.test(input.code))
      refuse('INVALID_CODE', 'Letters and digits, and "-" or "_" between them, are expected.', ['input', 'code']);
    const same = await tx.em.findOne(PartnerUnit, { partner, code: input.code });
    if (same && same !== known) refuse('DUPLICATE', 'The partner has a unit with this code.', ['input', 'code']);
    const parent = await parentOf(tx, partner, known, input.parentId);
    const path = `${parent?.path ?? '/'}${input.code}/`;
    const unit =
      known ?? tx.add(Object.assign(new PartnerUnit(), { partner, status: PartnerUnitStatus.ACTIVE, version: 0 }));
    const before = { code: known?.code ?? null, name: known?.name ?? null, path: known?.path ?? null };
    const after = { code: input.code, name: input.name.trim(), path };
    if (known) await moveBelow(tx, known, path);
    if (path.length > MAX_PATH) refuse('TOO_DEEP', 'The tree is too deep.', PARENT);
    Object.assign(unit, after, { parent });
    if (known) unit.version++;
    const changes = (['code', 'name', 'path'] as const)
      .filter((field) => before[field] !== after[field])
      .map((field) => ({ field, old: before[field], new: after[field] }));
    const data = { partner: partner.code, code: unit.code, changes };
    tx.record({ kind: 'RECORD_CHANGE', type: 'partner-unit.saved', subject: unit, regionId: partner.region.id, data });
    return unit;
  });
}

/** A unit that the caller may change: not the one in which they work, which is looked after from above. */
async function ownUnit(tx: Transaction, partner: Partner, id: string): Promise<PartnerUnit> {
  const unit = await managedUnitOf(tx, partner, id, UNIT);
  if (unit.path === managedPath(tx)) refuse('OUT_OF_SCOPE', 'Your own unit is looked after from above.', UNIT);
  await tx.em.populate(unit, ['parent'] as never);
  return unit;
}

async function parentOf(
  tx: Transaction,
  partner: Partner,
  known: PartnerUnit | null,
  id: string | null | undefined,
): Promise<PartnerUnit | null> {
  if (known && id === undefined) return known.parent ?? null;
  const parent = id ? await managedUnitOf(tx, partner, id, PARENT) : null;
  refuseAbove(tx, parent, PARENT);
  if (known && parent?.path.startsWith(known.path)) refuse('CIRCLE', 'It lies below the unit itself.', PARENT);
  return parent;
}

/** Gives the units below a unit their new places. */
async function moveBelow(tx: Transaction, unit: PartnerUnit, path: string): Promise<void> {
  if (unit.path === path) return;
  await tx.em.flush();
  const below = await tx.em.find(PartnerUnit, {
    partner: unit.partner,
    path: { $like: `${unit.path.replaceAll('_', '\\_')}_%` },
  });
  for (const one of below) {
    one.path = `${path}${one.path.slice(unit.path.length)}`;
    if (one.path.length > MAX_PATH) refuse('TOO_DEEP', 'The tree would be too deep.', PARENT);
    one.version++;
  }
}

/** Gives up a unit in which nobody works and below which nothing is in use (SYS-57). */
export function closeUnit(context: CallContext, input: PartnerUnitCloseInput): Promise<PartnerUnit> {
  return context.database.write(context, async (tx) => {
    const partner = await partnerOf(tx, input.partnerId, PARTNER);
    const unit = await ownUnit(tx, partner, input.unitId);
    const operators = await tx.em.count(PartnerOperator, { unit, status: PartnerOperatorStatus.ACTIVE });
    const units = await tx.em.count(PartnerUnit, { parent: unit, status: PartnerUnitStatus.ACTIVE });
    if (operators + units > 0)
      refuse('IN_USE', 'Operators work in it, or units lie below it.', UNIT, { operators, units });
    unit.status = PartnerUnitStatus.CLOSED;
    unit.version++;
    tx.record({
      kind: 'BUSINESS_FACT',
      type: 'partner-unit.closed',
      subject: unit,
      regionId: partner.region.id,
      reason: input.reason,
      data: { partner: partner.code, code: unit.code },
    });
    return unit;
  });
}
