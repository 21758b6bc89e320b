import type { Domain } from '../../kernel/domain.js';
import './customer-search.js';
import { CustomerWordsDue } from './customer-words-due.js';
import { CustomerWords } from './customer-words.js';
import { HanReading } from './han-reading.js';

export const customerSearch: Domain = {
  name: 'customer-search',
  entities: [CustomerWords, CustomerWordsDue, HanReading],
};
