import { allow, definePolicy, policyVia, via } from '../../kernel/access/index.js';
import { NumberSyncDifference } from './number-sync-difference.js';
import { NumberSync } from './number-sync.js';

definePolicy(NumberSync, { STAFF: via('holder') });
policyVia(NumberSyncDifference, 'sync');

allow({ numberSyncStart: ['STAFF'] });
