import { definePolicy, inAuditedRegion, ofAuditedPartner } from '../access/policy.js';
import { AuditEntry } from './audit-entry.js';

// Administrators see the whole log; staff with the permission see that of their regions, a partner's auditors what it did itself.
definePolicy(AuditEntry, { STAFF: inAuditedRegion('regionId'), PARTNER: ofAuditedPartner('partnerId') });
