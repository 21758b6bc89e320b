import type { Transaction } from '../../kernel/database/transaction.js';
import { Region } from './region.js';

/** SQL of the key of the region around all others, in which lies what belongs to the whole operator. */
export const OUTERMOST_REGION = `(select "id" from "region" where "parent_id" is null order by "path" limit 1)`;

/** The region around all others, whose staff are those of the headquarters; null while there are no regions. */
export const outermostRegion = (tx: Transaction): Promise<Region | null> =>
  tx.em.findOne(Region, { parent: null }, { orderBy: { path: 'asc' } });
