import { allow, policyPublic } from '../../kernel/access/index.js';
import { AuditCategory, auditAs } from '../../kernel/audit/index.js';
import { Region } from './region.js';

policyPublic(Region);

allow({ regionSave: ['STAFF'], regionBatch: ['STAFF'] });

auditAs(AuditCategory.BASIC_DATA, 'regionSave', 'regionBatch');
