import './documents.events.js';
import type { Domain } from '../../kernel/domain.js';
import { DocumentAllowance } from './document-allowance.js';
import { DocumentClient } from './document-client.js';
import { DocumentUsage } from './document-usage.js';
import './documents.policy.js';
import { DocumentsResolver } from './documents.resolver.js';
import { TrustedDocument } from './trusted-document.js';

export * from './document-allowance.js';
export * from './document-client.js';
export * from './document-client.service.js';
export * from './document-inspection.js';
export * from './document-registry.js';
export * from './document-usage.js';
export * from './register-documents.js';
export * from './retire-document.js';
export * from './trusted-document.js';

export const documents: Domain = {
  name: 'documents',
  entities: [DocumentClient, TrustedDocument, DocumentAllowance, DocumentUsage],
  resolvers: [DocumentsResolver],
};
