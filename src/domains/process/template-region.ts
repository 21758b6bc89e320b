import { mayManageCommon } from '../../kernel/access/index.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import type { InputPath } from '../../kernel/errors/index.js';
import { ownRegion } from '../organisation/index.js';
import { refuseForeignRegion, Region } from '../region/index.js';
import { ProcessTemplate } from './process-template.js';

const REGION: InputPath = ['input', 'regionId'];

/** The region that a caller names for a template; refuses with OUT_OF_SCOPE who may not act there. @param id null for the whole operator */
export async function namedRegion(tx: Transaction, id: string | null): Promise<Region | null> {
  const region = id === null ? null : await tx.get(Region, id, REGION, { lock: false });
  refuseForeignRegion(tx.caller, region, REGION);
  return region;
}

/** The region of a new template: the one that is named, else that of the unit of staff who do not act for the whole operator. */
export async function regionOfNew(tx: Transaction, id: string | null | undefined): Promise<Region | null> {
  if (id !== undefined) return namedRegion(tx, id);
  if (mayManageCommon(tx.caller)) return null;
  const region = await ownRegion(tx);
  refuseForeignRegion(tx.caller, region, REGION);
  return region;
}

/** Refuses with OUT_OF_SCOPE staff who may not act where a template holds. */
export async function refuseForeignTemplate(
  tx: Transaction,
  { id }: Pick<ProcessTemplate, 'id'>,
  path: InputPath,
): Promise<void> {
  if (tx.caller.kind !== 'STAFF') return;
  const { region } = await tx.em.findOneOrFail(ProcessTemplate, { id }, { populate: ['region'] });
  refuseForeignRegion(tx.caller, region ?? null, path);
}
