import { refuseMisuse } from '../../kernel/access/index.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import type { RegionKind } from '../region/index.js';
import { Region } from '../region/index.js';
import { MaintenanceLevel } from './maintenance-level.js';

/** What a level of the operator maintains: products and offerings. */
export interface Maintained {
  level: MaintenanceLevel;
  /** Province or local network that maintains it; null for the headquarters. */
  owner?: Region | null;
  /** Line by which the caller's grant may be limited. */
  productLine?: { id: string } | null;
}

const levelOf: Partial<Record<RegionKind, MaintenanceLevel>> = {
  COUNTRY: MaintenanceLevel.HEADQUARTERS,
  PROVINCE: MaintenanceLevel.PROVINCE,
  LOCAL_NETWORK: MaintenanceLevel.LOCAL_NETWORK,
};

/** For what the caller may maintain: the outermost regions they work for decide; undefined means everything. */
async function maintainable(tx: Transaction): Promise<Maintained[] | undefined> {
  const { kind, regionIds } = tx.caller;
  if (kind === 'SYSTEM') return undefined;
  if (kind === 'ADMIN') return [{ level: MaintenanceLevel.HEADQUARTERS, owner: null }];
  const outermost = await tx.em.find(Region, {
    id: [...regionIds],
    $or: [{ parent: null }, { parent: { $nin: [...regionIds] } }],
  });
  return outermost.flatMap((region) => {
    const level = levelOf[region.kind];
    if (!level) return [];
    return [{ level, owner: level === MaintenanceLevel.HEADQUARTERS ? null : region }];
  });
}

/**
 * Refuses with NOT_MAINTAINER whoever does not work at exactly the level that maintains the thing, in the province or local network that
 * owns it; a higher level is refused too (PRD-09, PRD-46). Product lines outside the caller's grant are refused as everywhere. Imports and
 * jobs of the system are not asked.
 */
export async function requireMaintainer(tx: Transaction, item: Maintained, path: InputPath): Promise<void> {
  refuseMisuse(tx.caller, { productLineId: item.productLine?.id ?? null }, path);
  await requireLevel(tx, item, path);
}

/** Like {@link requireMaintainer}, for what is of no product line. The refusal says who owns the thing. */
export async function requireLevel(
  tx: Transaction,
  item: Pick<Maintained, 'level' | 'owner'>,
  path: InputPath,
): Promise<void> {
  const own = await maintainable(tx);
  const owner = item.owner?.id ?? null;
  if (!own || own.some((mine) => mine.level === item.level && (mine.owner?.id ?? null) === owner)) return;
  const region = owner ? await tx.em.findOne(Region, { id: owner }) : null;
  refuse('NOT_MAINTAINER', 'Only managers of the level that owns it maintain it.', path, {
    ...{ level: item.level, owner: region?.code ?? null, ownerName: region?.name ?? null },
  });
}

/**
 * Level and region that will own a price that is written now: those named, else the only ones of the caller. Refuses with CONTRADICTORY,
 * REQUIRED, NOT_FOUND or NOT_MAINTAINER.
 */
export async function ownershipFor(
  tx: Transaction,
  { level, ownerId }: { level?: MaintenanceLevel | null; ownerId?: string | null },
  path: InputPath,
): Promise<{ level: MaintenanceLevel; owner: Region | null }> {
  if (level) return { level, owner: await ownerFor(tx, { level, ...(ownerId ? { ownerId } : {}) }, path) };
  if (ownerId) return refuse('REQUIRED', 'An owner is named with its level.', [...path, 'level']);
  const own = (await maintainable(tx)) ?? [{ level: MaintenanceLevel.HEADQUARTERS, owner: null }];
  const [mine, ...others] = own;
  if (!mine) return refuse('NOT_MAINTAINER', 'You work for no level that maintains prices.', path);
  if (others.length > 0)
    return refuse('REQUIRED', 'You work for several regions: name level and owner.', [...path, 'level']);
  return { level: mine.level, owner: mine.owner ?? null };
}

/**
 * The province or local network that will own a new thing of a level (PRD-08, PRD-45): the one named, else the caller's only one. Null at the
 * headquarters. Refuses with CONTRADICTORY, REQUIRED, NOT_FOUND or NOT_MAINTAINER.
 */
export async function ownerFor(
  tx: Transaction,
  input: { level: MaintenanceLevel; ownerId?: string | null },
  path: InputPath,
): Promise<Region | null> {
  const at = [...path, 'ownerId'];
  const { level, ownerId } = input;
  const owner = ownerId ? await tx.get(Region, ownerId, at, { lock: false }) : await onlyOwn(tx, level, at);
  if (owner && levelOf[owner.kind] !== level)
    refuse('CONTRADICTORY', `A region of kind ${owner.kind} owns nothing of the level ${level}.`, at);
  const item = { level, owner: level === MaintenanceLevel.HEADQUARTERS ? null : owner };
  await requireLevel(tx, item, [...path, 'level']);
  return item.owner;
}

async function onlyOwn(tx: Transaction, level: MaintenanceLevel, at: InputPath): Promise<Region | null> {
  if (level === MaintenanceLevel.HEADQUARTERS) return null;
  const own = ((await maintainable(tx)) ?? []).filter((mine) => mine.level === level);
  if (own.length === 0)
    return refuse('NOT_MAINTAINER', 'Only managers of the level maintain it.', [...at.slice(0, -1), 'level'], {
      level,
    });
  return own.length === 1
    ? own[0]!.owner!
    : refuse('REQUIRED', 'You work for several regions: name the one that owns it.', at);
}

/** The province or local network that will own a copy of a thing of a level: the caller's only one; null at the headquarters. */
export async function ownerOfCopy(tx: Transaction, level: MaintenanceLevel, path: InputPath): Promise<Region | null> {
  const own = await maintainable(tx);
  if (!own && level === MaintenanceLevel.HEADQUARTERS) return null;
  const [mine, ...others] = (own ?? []).filter((candidate) => candidate.level === level);
  if (!mine) return refuse('NOT_MAINTAINER', 'Only managers of the level of the original copy it.', path, { level });
  if (others.length > 0)
    refuse('CONTRADICTORY', 'You work for several regions of this level; nothing says which one owns the copy.', path);
  return mine.owner ?? null;
}

/** Whether something may be sold in a region: everywhere from the headquarters, else inside the region that owns it (PRD-10). */
export function soldIn(item: Maintained, region: Pick<Region, 'path'>): boolean {
  return !item.owner || region.path.startsWith(item.owner.path);
}

/** Why a person may not approve what they configured, for a person; undefined when someone else configured it. */
export function secondPersonObjection(item: { configuredBy?: string | null }, tx: Transaction): string | undefined {
  const same = tx.caller.kind !== 'SYSTEM' && item.configuredBy === tx.caller.subject;
  return same ? 'Who configured it cannot approve it; someone else must.' : undefined;
}
