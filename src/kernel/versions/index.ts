import type { Class } from '../model/registry.js';
import { RowVersion } from './row-version.js';
import { VersionedTable } from './versioned-table.js';

/** Tables of the versions of rows. */
export const versionEntities: readonly Class[] = [RowVersion, VersionedTable];

export * from './keep-versions.js';
export * from './version-upkeep.js';
