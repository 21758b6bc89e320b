import type { Class } from '../model/registry.js';
import './audit-entry.policy.js';
import { AuditEntry } from './audit-entry.js';

/** Table of the operation log. */
export const auditEntities: readonly Class[] = [AuditEntry];

export * from './audit-entry.js';
export * from './seal.js';
export * from './verify.js';
export * from './write-audit.js';
