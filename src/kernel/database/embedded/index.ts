export { EmbeddedPostgresError, type EmbeddedPostgresErrorCode } from './error.js';
export { startEmbeddedPostgres, type EmbeddedPostgres, type EmbeddedPostgresOptions } from './launcher.js';
export { runningEmbeddedPostgres } from './running.js';
export type { EmbeddedLog } from './log.js';
export { serverSettings, throwawaySettings, type PostgresSettings } from './settings.js';
