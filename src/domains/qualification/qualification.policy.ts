import { allow, definePolicy, everyRow } from '../../kernel/access/index.js';
import { SalesRuleKind } from './sales-rule-kind.js';
import { SalesRule } from './sales-rule.js';

// Whom the operator wants as a customer is its own business; others learn whether they may buy, and a text that says why not.
definePolicy(SalesRuleKind, { STAFF: everyRow });
definePolicy(SalesRule, { STAFF: everyRow });

allow({
  salesRuleKindSave: ['STAFF'],
  offeringSalesRulesSave: ['STAFF'],
  lifecycleControlKindSave: ['STAFF'],
  offeringCommitmentSave: ['STAFF'],
  offeringServicesSave: ['STAFF'],
  offeringRelationSave: ['STAFF'],
});
