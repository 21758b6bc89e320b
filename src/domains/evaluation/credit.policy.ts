import { allow, definePolicy, everyRow, via } from '../../kernel/access/index.js';
import { CreditGrade } from './credit-grade.js';
import { CreditHistory } from './credit-history.js';
import { CreditProfile } from './credit-profile.js';
import { CreditRun, CreditRunFailure } from './credit-run.js';
import { InitialCreditRule } from './initial-credit-rule.js';

// How the operator judges its customers is not for them, nor for partners, to see.
definePolicy(CreditProfile, { STAFF: via('customer') });
definePolicy(CreditHistory, { STAFF: via('customer') });
definePolicy(CreditRunFailure, { STAFF: via('customer') });
definePolicy(CreditRun, { STAFF: everyRow });
definePolicy(CreditGrade, { STAFF: everyRow });
definePolicy(InitialCreditRule, { STAFF: everyRow });

allow({
  creditAdjust: ['STAFF'],
  creditRate: ['STAFF'],
  creditCollect: ['STAFF'],
  creditGradeSave: [],
  initialCreditRuleSave: [],
});
