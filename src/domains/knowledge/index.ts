import type { Domain } from '../../kernel/domain.js';
import { fileAfterPublication, fileUnfiled } from './file-published.js';
import { KnowledgeAttachment, KnowledgeItem } from './knowledge-item.js';
import './knowledge.events.js';
import './knowledge.policy.js';
import { KnowledgeResolver } from './knowledge.resolver.js';

export * from './knowledge-item.js';

/** What staff know together: so far templates of processes, filed by themselves when they are published (WFL-32). */
export const knowledge: Domain = {
  name: 'knowledge',
  entities: [KnowledgeItem, KnowledgeAttachment],
  resolvers: [KnowledgeResolver],
  jobs: [fileAfterPublication],
  baseline: fileUnfiled,
};
