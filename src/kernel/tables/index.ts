export * from './csv-text.js';
export * from './open-table.js';
export * from './row-input.js';
export * from './row-reader.js';
export * from './table-definition.js';
export * from './table-record.js';
export * from './write-table.js';
