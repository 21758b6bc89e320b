import type { Class } from '../model/registry.js';
import { IdempotentRequest } from './idempotent-request.js';

/** Tables of idempotency. */
export const idempotencyEntities: readonly Class[] = [IdempotentRequest];

export * from './expire.js';
export * from './idempotent-call.js';
export * from './stored-value.js';
