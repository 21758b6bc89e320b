import { mayManageCommon } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { inRows, refuse, type RowRejection } from '../../kernel/errors/index.js';
import { applyChanges } from '../../kernel/record/index.js';
import { InternalOrganization } from '../party/index.js';
import { StandardUnit } from './standard-unit.js';
import { StandardUnitUse } from './standard-unit-use.js';
import type { StandardAcknowledgeInput, StandardPublishInput, StandardUnitSaveInput } from './standard.inputs.js';
import { lockTree, managedUnit, openUnit } from './unit-checks.js';
import { addUnit } from './unit.service.js';

/** Creates or changes a unit of a standard structure; what was published changes only when it is published again. */
export async function saveStandardUnit(context: CallContext, input: StandardUnitSaveInput): Promise<StandardUnit> {
  return context.database.write(context, async (tx) => {
    requireCommon(tx);
    if (!/^[A-Z0-9]+(-[A-Z0-9]+)*$/.test(input.code))
      refuse('INVALID_CODE', 'Capital letters, digits and "-" are expected.', ['input', 'code']);
    const { standard, code, type } = input;
    const name = input.name.trim();
    const known = await tx.em.findOne(StandardUnit, { standard, code });
    if (known) {
      const changes = applyChanges(known, { name, type });
      if (changes.length) {
        known.version++;
        tx.record({
          kind: 'RECORD_CHANGE',
          type: 'standard.changed',
          subject: known,
          data: { changes, version: known.version },
        });
      }
      return known;
    }
    const parent = input.parentId ? await tx.get(StandardUnit, input.parentId, ['input', 'parentId']) : null;
    if (parent && parent.standard !== standard)
      refuse('CONTRADICTION', 'The unit above belongs to another structure.', ['input', 'parentId']);
    const unit = tx.add(Object.assign(new StandardUnit(), { standard, code, name, type, parent, version: 1 }));
    tx.record({ kind: 'BUSINESS_FACT', type: 'standard.created', subject: unit, data: { standard, code, name } });
    return unit;
  });
}

/** Makes the units of a structure below each organisation, and brings those that are there to its present state. */
export async function publishStandard(
  context: CallContext,
  input: StandardPublishInput,
): Promise<{ results: InternalOrganization[]; rejections: RowRejection[] }> {
  const { results, rejections } = await inRows(input.organizationIds, (id, index) =>
    context.database.write(context, async (tx) => {
      requireCommon(tx);
      await lockTree(tx);
      const target = await openUnit(tx, id, ['input', 'organizationIds', index]);
      const units = parentsFirst(await tx.em.find(StandardUnit, { standard: input.standard }));
      if (units.length === 0) refuse('NOT_FOUND', 'There is no such structure.', ['input', 'standard']);
      return publishTo(tx, target, units, index);
    }),
  );
  return { results: results.flat(), rejections };
}

async function publishTo(
  tx: Transaction,
  target: InternalOrganization,
  units: readonly StandardUnit[],
  index: number,
): Promise<InternalOrganization[]> {
  const made = new Map<string, InternalOrganization>();
  for (const standardUnit of units) {
    const code = `${target.code}-${standardUnit.code}`;
    const parent = standardUnit.parent ? made.get(standardUnit.parent.id)! : target;
    const { name, type, version } = standardUnit;
    const known = await tx.em.findOne(InternalOrganization, { code });
    const use = known ? await tx.em.findOne(StandardUnitUse, { unit: known }) : null;
    if (known && use?.standardUnit.id !== standardUnit.id)
      refuse('DUPLICATE', `The unit ${code} was not made from this standard.`, ['input', 'organizationIds', index], {
        code,
      });
    const region = target.region ?? null;
    const unit =
      known ??
      (await addUnit(tx, { code, name, type, parent, region, served: region ? [region] : [] }, [
        'input',
        'organizationIds',
        index,
      ]));
    made.set(standardUnit.id, unit);
    if (!use) {
      tx.add(
        Object.assign(new StandardUnitUse(), {
          unit,
          standardUnit,
          version,
          acknowledgedAt: null,
          acknowledgedBy: null,
        }),
      );
    } else if (use.version !== version) {
      Object.assign(use, { version, acknowledgedAt: null, acknowledgedBy: null });
      const changes = applyChanges(unit, { name, type });
      tx.record({
        kind: 'RECORD_CHANGE',
        type: 'organization.changed',
        subject: unit,
        regionId: region?.id ?? null,
        data: { changes, standard: standardUnit.standard, version },
      });
    }
  }
  return [...made.values()];
}

function parentsFirst(units: readonly StandardUnit[]): StandardUnit[] {
  const placed: StandardUnit[] = [];
  for (let waiting = [...units]; waiting.length > 0;) {
    const next = waiting.filter(({ parent }) => !parent || placed.some(({ id }) => id === parent.id));
    placed.push(...next);
    waiting = waiting.filter((unit) => !next.includes(unit));
  }
  return placed;
}

/** Notes that those below know the version that was published to their units. */
export async function acknowledgeStandard(
  context: CallContext,
  input: StandardAcknowledgeInput,
): Promise<{ results: InternalOrganization[]; rejections: RowRejection[] }> {
  return inRows(input.organizationIds, (id, index) =>
    context.database.write(context, async (tx) => {
      const path = ['input', 'organizationIds', index];
      const unit = await managedUnit(tx, id, path);
      const use = await tx.em.findOne(StandardUnitUse, { unit });
      if (!use) return refuse('NOT_STANDARD', 'The unit follows no standard.', path);
      use.acknowledgedAt ??= tx.at;
      use.acknowledgedBy ??= tx.caller.subject;
      tx.record({
        kind: 'BUSINESS_FACT',
        type: 'standard.acknowledged',
        subject: unit,
        regionId: unit.region?.id ?? null,
        data: { version: use.version },
      });
      return unit;
    }),
  );
}

function requireCommon(tx: Transaction): void {
  if (!mayManageCommon(tx.caller))
    refuse('OUT_OF_SCOPE', 'Standards are defined and published by the headquarters.', ['input']);
}
