import type { Domain } from '../../kernel/domain.js';
import './document.events.js';
import './document.policy.js';
import { DocumentResolver } from './document.resolver.js';
import { Document } from './document.js';
import { documentDownload } from './download-document.js';

export * from './document.js';
export { type NewDocument, storeDocument } from './document.service.js';

/** Electronic files of the whole product, kept in the database; other domains attach them to what is theirs. */
export const document: Domain = {
  name: 'document',
  entities: [Document],
  resolvers: [DocumentResolver],
  downloads: [documentDownload],
};
