import { allow, definePolicy, everyRow, extendPolicy, via, whoSees } from '../../kernel/access/index.js';
import { Document } from '../document/index.js';
import { KnowledgeAttachment, KnowledgeItem } from './knowledge-item.js';

// Templates of processes are known to all staff and to nobody else; so is what goes along with them.
definePolicy(KnowledgeItem, { STAFF: everyRow });
definePolicy(KnowledgeAttachment, { STAFF: via('item') });
extendPolicy(Document, { STAFF: whoSees(KnowledgeAttachment, 'document') });

allow({ knowledgeProcessFile: ['STAFF'] });
