import { definePolicy, inAuditedRegion } from '../access/policy.js';
import { AuditEntry } from './audit-entry.js';

// Administrators see the whole log; staff with the permission see that of their regions.
definePolicy(AuditEntry, { STAFF: inAuditedRegion('regionId') });
