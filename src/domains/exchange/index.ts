import type { Domain } from '../../kernel/domain.js';

export { existingRowsImporter, ON_EXISTING, type OnExisting } from './existing-rows.js';
export * from './export-rows.js';
export * from './graph-operations.port.js';
export * from './table-importer.js';

/** Records come in and go out as tables in files. */
export const exchange: Domain = { name: 'exchange', entities: [] };
