import { mayManageCommon } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { inRows, refuse, type InputPath, type RowRejection } from '../../kernel/errors/index.js';
import { TimePeriod } from '../../kernel/model/index.js';
import { applyChanges } from '../../kernel/record/index.js';
import type { RegionSaveInput } from './region.inputs.js';
import { Region } from './region.js';

const MAX_PATH = 400;

/** Creates, changes, moves or closes regions, each by itself. */
export async function saveRegions(
  context: CallContext,
  rows: readonly RegionSaveInput[],
): Promise<{ results: Region[]; rejections: RowRejection[] }> {
  return inRows(rows, (row, index) =>
    context.database.write(context, (tx) => saveRegion(tx, row, ['input', 'rows', index])),
  );
}

/** Creates or changes a region. The tree belongs to the whole operator, so only the headquarters change it. */
export async function saveRegion(tx: Transaction, input: RegionSaveInput, at: InputPath): Promise<Region> {
  if (!mayManageCommon(tx.caller)) refuse('OUT_OF_SCOPE', 'The tree of regions is changed by the headquarters.', at);
  await tx.em.execute(`select pg_advisory_xact_lock(hashtext('region.tree'))`);
  if (!input.regionId) return createRegion(tx, input, at);
  const region = await tx.get(Region, input.regionId, [...at, 'regionId']);
  const changes = applyChanges(region, { name: input.name?.trim() ?? undefined, kind: input.kind ?? undefined });
  if (input.parentId) {
    const parent = await tx.get(Region, input.parentId, [...at, 'parentId']);
    const before = region.path;
    changes.push(...applyChanges(region, { parent }));
    if (region.path !== `${parent.path}${region.code}/`) await movePaths(tx, region, parent, at);
    if (region.path !== before) changes.push({ field: 'path', old: before, new: region.path });
  }
  if (changes.length)
    tx.record({
      kind: 'RECORD_CHANGE',
      type: 'region.changed',
      subject: region,
      regionId: region.id,
      data: { changes },
    });
  if (input.closeReason) await closeRegion(tx, region, input.closeReason, at);
  return region;
}

async function createRegion(
  tx: Transaction,
  { code, name, kind, parentId }: RegionSaveInput,
  at: InputPath,
): Promise<Region> {
  if (!code || !/^[A-Z0-9]+(-[A-Z0-9]+)*$/.test(code))
    return refuse('INVALID_CODE', 'Digits, capital letters and "-" are expected.', [...at, 'code']);
  if (!name) return refuse('REQUIRED', 'A new region needs a name.', [...at, 'name']);
  if (!kind) return refuse('REQUIRED', 'A new region needs a level.', [...at, 'kind']);
  if (!parentId) return refuse('REQUIRED', 'A new region lies in another one.', [...at, 'parentId']);
  const parent = await tx.get(Region, parentId, [...at, 'parentId']);
  if ((await tx.em.count(Region, { code })) > 0) refuse('DUPLICATE', 'Another region has this code.', [...at, 'code']);
  const path = `${parent.path}${code}/`;
  if (path.length > MAX_PATH) refuse('TOO_DEEP', 'The tree of regions would become too deep.', at);
  const region = tx.add(Object.assign(new Region(), { code, name: name.trim(), kind, parent, path, validity: null }));
  tx.record({
    kind: 'BUSINESS_FACT',
    type: 'region.created',
    subject: region,
    regionId: region.id,
    data: { code, name, kind, parent: parent.code },
  });
  return region;
}

async function movePaths(tx: Transaction, region: Region, parent: Region, at: InputPath): Promise<void> {
  if (parent.path.startsWith(region.path))
    refuse('CIRCLE', 'A region cannot lie in one inside it.', [...at, 'parentId']);
  const [before, next] = [region.path, `${parent.path}${region.code}/`];
  const longest = await tx.em.execute<{ length: number }[]>(
    `select max(length("path")) "length" from "region" where starts_with("path", ?)`,
    [before],
  );
  if (longest[0]!.length - before.length + next.length > MAX_PATH)
    refuse('TOO_DEEP', 'The tree of regions would become too deep.', [...at, 'parentId']);
  await tx.em.flush();
  await tx.em.execute(
    `update "region" set "path" = ? || substr("path", length(?) + 1), "updated_at" = ? where starts_with("path", ?)`,
    [next, before, tx.at.toISOString(), before],
  );
  await tx.em.refresh(region);
}

async function closeRegion(tx: Transaction, region: Region, reason: string, at: InputPath): Promise<void> {
  const open = await tx.em.count(Region, {
    parent: region,
    $or: [{ validity: { to: null } }, { validity: { to: { $gt: tx.at } } }],
  });
  if (open > 0) refuse('IN_USE', 'Open regions lie inside it.', [...at, 'regionId'], { regions: open });
  region.validity = TimePeriod.since(region.validity?.from ?? region.createdAt, tx.at);
  tx.record({
    kind: 'STATE_CHANGE',
    type: 'region.status.changed',
    subject: region,
    regionId: region.id,
    from: 'OPEN',
    to: 'CLOSED',
    action: 'close',
    reason,
  });
}
