import { allow, definePolicy, everyRow } from '../../kernel/access/index.js';
import { DocumentAllowance } from './document-allowance.js';
import { DocumentClient } from './document-client.js';
import { DocumentUsage } from './document-usage.js';
import { TrustedDocument } from './trusted-document.js';

// Partners and customers run documents and need not know of them.
definePolicy(DocumentClient, { STAFF: everyRow });
definePolicy(TrustedDocument, { STAFF: everyRow });
definePolicy(DocumentAllowance, { STAFF: everyRow });
definePolicy(DocumentUsage, { STAFF: everyRow });

allow({ documentsRegister: [], documentRetire: [], documentClientSave: [] });
