import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { inRows, refuse, type InputPath, type RowRejection } from '../../kernel/errors/index.js';
import { applyChanges, type FieldChange } from '../../kernel/record/index.js';
import { InternalOrganization, OrganizationRegion, OwnerLevel, PartyStatus } from '../party/index.js';
import type { Region } from '../region/index.js';
import { Employee, EmployeeStatus } from './employee.js';
import { lockTree, managedUnit, openUnit, refuseOwn, refuseStandard, regionsInScope } from './unit-checks.js';
import type {
  InternalOrganizationChangeInput,
  OrganizationCloseInput,
  OrganizationCreateInput,
  OrganizationMoveInput,
  OrganizationRowInput,
} from './unit.inputs.js';

const CODE = /^[A-Z0-9]+(-[A-Z0-9]+)*$/;
const MAX_PATH = 400;

/** Creates a unit below another one. */
export async function createUnit(
  tx: Transaction,
  input: OrganizationCreateInput,
  at: InputPath,
): Promise<InternalOrganization> {
  await lockTree(tx);
  if (!CODE.test(input.code)) refuse('INVALID_CODE', 'Capital letters, digits and "-" are expected.', [...at, 'code']);
  const parent = await openUnit(tx, input.parentId, [...at, 'parentId']);
  const [region] = input.regionId
    ? await regionsInScope(tx, [input.regionId], [...at, 'regionId'])
    : [parent.region ?? null];
  const served = input.serviceRegionIds
    ? await regionsInScope(tx, input.serviceRegionIds, [...at, 'serviceRegionIds'])
    : region
      ? [region]
      : [];
  return addUnit(
    tx,
    { code: input.code, name: input.name.trim(), type: input.type, parent, region: region ?? null, served },
    at,
  );
}

/** Adds a unit whose place was checked. */
export async function addUnit(
  tx: Transaction,
  unit: Pick<InternalOrganization, 'code' | 'name' | 'type'> & {
    parent: InternalOrganization;
    region: Region | null;
    served: readonly Region[];
  },
  at: InputPath,
): Promise<InternalOrganization> {
  const { code, name, type, parent, region, served } = unit;
  if ((await tx.em.count(InternalOrganization, { code })) > 0)
    refuse('DUPLICATE', 'Another unit has this code.', [...at, 'code']);
  const path = pathBelow(parent, code, at);
  // The headquarters' own children are the provinces' companies; what is below belongs to their level at least.
  const ownerLevel =
    parent.ownerLevel === OwnerLevel.HEADQUARTERS && region?.kind === 'PROVINCE'
      ? OwnerLevel.PROVINCE
      : parent.ownerLevel;
  const made = tx.add(
    Object.assign(new InternalOrganization(), {
      code,
      name,
      type,
      parent,
      path,
      region,
      ownerLevel,
      status: PartyStatus.ACTIVE,
    }),
  );
  for (const each of served) tx.add(Object.assign(new OrganizationRegion(), { organization: made, region: each }));
  tx.record({
    kind: 'BUSINESS_FACT',
    type: 'organization.created',
    subject: made,
    regionId: region?.id ?? null,
    data: { code, name, type, parent: parent.code },
  });
  return made;
}

function pathBelow(parent: InternalOrganization, code: string, at: InputPath): string {
  const path = `${parent.path}${code}/`;
  if (path.length > MAX_PATH) refuse('TOO_DEEP', 'The organisation tree would become too deep.', at);
  return path;
}

/** Changes a unit and the regions that it serves. */
export async function changeUnit(
  tx: Transaction,
  input: InternalOrganizationChangeInput,
  at: InputPath,
): Promise<InternalOrganization> {
  const unit = await openUnit(tx, input.organizationId, [...at, 'organizationId']);
  await refuseStandard(tx, unit, [...at, 'organizationId']);
  const [region] = input.regionId ? await regionsInScope(tx, [input.regionId], [...at, 'regionId']) : [undefined];
  const changes = applyChanges(unit, { name: input.name?.trim() ?? undefined, type: input.type ?? undefined, region });
  if (input.serviceRegionIds)
    changes.push(
      ...(await serve(tx, unit, await regionsInScope(tx, input.serviceRegionIds, [...at, 'serviceRegionIds']))),
    );
  recordChanges(tx, unit, changes);
  return unit;
}

async function serve(tx: Transaction, unit: InternalOrganization, regions: readonly Region[]): Promise<FieldChange[]> {
  const links = await tx.em.find(OrganizationRegion, { organization: unit }, { populate: ['region'] as never });
  const before = links.map(({ region }) => region.code).sort();
  const next = regions.map(({ code }) => code).sort();
  if (before.join() === next.join()) return [];
  for (const link of links) if (!next.includes(link.region.code)) tx.em.remove(link);
  for (const region of regions)
    if (!before.includes(region.code)) tx.add(Object.assign(new OrganizationRegion(), { organization: unit, region }));
  return [{ field: 'serviceRegions', old: before, new: next }];
}

/** Moves a unit with everything below it: the places of all of them are written anew. */
export async function moveUnit(
  tx: Transaction,
  input: OrganizationMoveInput,
  at: InputPath,
): Promise<InternalOrganization> {
  await lockTree(tx);
  const unit = await openUnit(tx, input.organizationId, [...at, 'organizationId']);
  refuseOwn(tx, unit, [...at, 'organizationId']);
  await refuseStandard(tx, unit, [...at, 'organizationId']);
  const parent = await openUnit(tx, input.parentId, [...at, 'parentId']);
  if (!unit.parent) refuse('ROOT', 'The root of the organisation stays where it is.', [...at, 'organizationId']);
  if (parent.path.startsWith(unit.path)) refuse('CIRCLE', 'A unit cannot belong to one below it.', [...at, 'parentId']);
  const changes = applyChanges(unit, { parent });
  if (changes.length === 0) return unit;
  const [before, next] = [unit.path, pathBelow(parent, unit.code, at)];
  const longest = await tx.em.execute<{ length: number }[]>(
    `select max(length("path")) "length" from "party" where starts_with("path", ?)`,
    [before],
  );
  if (longest[0]!.length - before.length + next.length > MAX_PATH)
    refuse('TOO_DEEP', 'The organisation tree would become too deep.', [...at, 'parentId']);
  await tx.em.flush();
  await tx.em.execute(
    `update "party" set "path" = ? || substr("path", length(?) + 1), "updated_at" = ? where "kind" = 'INTERNAL_ORGANIZATION' and starts_with("path", ?)`,
    [next, before, tx.at.toISOString(), before],
  );
  await tx.em.refresh(unit);
  recordChanges(tx, unit, [...changes, { field: 'path', old: before, new: next }]);
  return unit;
}

/** Closes a unit: it is marked, not removed. */
export async function closeUnit(
  tx: Transaction,
  input: OrganizationCloseInput,
  at: InputPath,
): Promise<InternalOrganization> {
  await lockTree(tx);
  const path = [...at, 'organizationId'];
  const unit = await managedUnit(tx, input.organizationId, path);
  refuseOwn(tx, unit, path);
  await refuseStandard(tx, unit, path);
  if (unit.status === PartyStatus.INACTIVE) return unit;
  const below = await tx.em.count(InternalOrganization, { parent: unit, status: PartyStatus.ACTIVE });
  const staff = await tx.em.count(Employee, { organization: unit, status: EmployeeStatus.ACTIVE });
  if (below + staff > 0) refuse('IN_USE', 'Open units or valid staff belong to it.', path, { units: below, staff });
  unit.status = PartyStatus.INACTIVE;
  const subject = { subject: unit, regionId: unit.region?.id ?? null, reason: input.reason };
  tx.record({
    kind: 'STATE_CHANGE',
    type: 'organization.status.changed',
    from: PartyStatus.ACTIVE,
    to: PartyStatus.INACTIVE,
    action: 'close',
    ...subject,
  });
  return unit;
}

function recordChanges(tx: Transaction, unit: InternalOrganization, changes: FieldChange[]): void {
  if (changes.length === 0) return;
  tx.record({
    kind: 'RECORD_CHANGE',
    type: 'organization.changed',
    subject: unit,
    regionId: unit.region?.id ?? null,
    data: { changes },
  });
}

/** Carries out many operations, each by itself. */
export async function applyUnits(
  context: CallContext,
  rows: readonly OrganizationRowInput[],
): Promise<{ results: InternalOrganization[]; rejections: RowRejection[] }> {
  return inRows(rows, (row, index) =>
    context.database.write(context, async (tx) => {
      const at = (step: string) => ['input', 'rows', index, step];
      const steps = Object.entries(row).filter(([, value]) => value !== null && value !== undefined);
      if (steps.length !== 1)
        refuse('REQUIRED', 'Exactly one operation is expected in a row.', ['input', 'rows', index]);
      if (row.create) return createUnit(tx, row.create, at('create'));
      if (row.change) return changeUnit(tx, row.change, at('change'));
      if (row.move) return moveUnit(tx, row.move, at('move'));
      return closeUnit(tx, row.close!, at('close'));
    }),
  );
}
