export * from './finding.js';
export * from './header.js';
export * from './import.error.js';
export * from './import-file.js';
export * from './import-run.js';
export * from './importer.js';
export * from './rejects-file.js';
export * from './row-keys.js';
