import {
  absentUnless,
  allow,
  defineFieldPolicy,
  definePermission,
  definePolicy,
  everyRow,
  policyVia,
  via,
} from '../../kernel/access/index.js';
import { CustomerFeedMapping } from './customer-feed-mapping.js';
import { CustomerFeedRow } from './customer-feed-row.js';
import { CustomerFeedRun } from './customer-feed-run.js';
import { CustomerFeedSystem } from './customer-feed-system.js';
import { CustomerSourceLink } from './customer-source-link.js';

definePolicy(CustomerFeedSystem, { STAFF: everyRow });
policyVia(CustomerFeedMapping, 'system');
definePolicy(CustomerFeedRun, { STAFF: everyRow });
definePolicy(CustomerFeedRow, { STAFF: via('run') });
definePolicy(CustomerSourceLink, { STAFF: via('customer') });

definePermission({
  name: 'customer.feed.read',
  area: 'customer-feed',
  description: 'To read what records of other systems say of customers, of all regions (CUS-79).',
});

const withPermission = absentUnless('customer.feed.read');
defineFieldPolicy(CustomerFeedRow, {
  record: withPermission,
  normalised: withPermission,
  reasons: withPermission,
});

allow({ customerFeedSystemSave: [], customerFeedStart: ['STAFF'], customerFeedRetry: ['STAFF'] });
