export * from './coded-error.js';
export * from './near-names.js';
export * from './payload.js';
export * from './refusal.js';
export * from './rows.js';
export * from './user-error.js';
