import { allow, anyOf, definePolicy, everyRow, via } from '../../kernel/access/index.js';
import { CustomerMerge } from './customer-merge.js';
import { DuplicateCandidate } from './duplicate-candidate.js';
import { DuplicateRule } from './duplicate-rule.js';
import { MergedValue } from './merged-value.js';

definePolicy(DuplicateRule, { STAFF: everyRow });
definePolicy(DuplicateCandidate, { STAFF: anyOf(via('first'), via('second')) });
definePolicy(CustomerMerge, { STAFF: via('survivor') });
definePolicy(MergedValue, { STAFF: via('merge') });

allow({
  duplicateRuleSave: [],
  customerDuplicatesFind: ['STAFF'],
  duplicateCandidateDismiss: ['STAFF'],
  customerMergeRequest: ['STAFF'],
  customerMergeDecide: ['STAFF'],
  customerMergeUndo: ['STAFF'],
});
