import { type Caller, mayManageCommon } from '../../kernel/access/index.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import type { Region } from './region.js';

/**
 * Refuses staff with OUT_OF_SCOPE who may not act for a region and all inside it.
 * @param region null for what holds everywhere, for which only those act who may change what is common to the whole operator
 */
export function refuseForeignRegion(caller: Caller, region: Pick<Region, 'id' | 'code'> | null, path: InputPath): void {
  if (caller.kind !== 'STAFF') return;
  if (region && !caller.regionIds.includes(region.id))
    refuse('OUT_OF_SCOPE', 'You may not act for this region.', path, { region: region.code });
  if (!region && !mayManageCommon(caller))
    refuse('OUT_OF_SCOPE', 'It holds everywhere: only the headquarters may do this.', path);
}
