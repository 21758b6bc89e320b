import './credit.events.js';
import './credit.policy.js';
import './credit.table.js';
import type { Domain } from '../../kernel/domain.js';
import { customerCreations } from '../customer/index.js';
import { collectCredit, creditDue, creditSchedule } from './collect-credit.js';
import { CreditGrade } from './credit-grade.js';
import { CreditHistory } from './credit-history.js';
import { CreditProfile } from './credit-profile.js';
import { CreditRun, CreditRunFailure } from './credit-run.js';
import { ensureCreditStandards, giveInitialCredit } from './credit-standards.service.js';
import { CreditResolver } from './credit.resolver.js';
import { InitialCreditRule } from './initial-credit-rule.js';
import { regrade } from './regrade.job.js';

export * from './credit-enums.js';
export * from './credit-grade.js';
export * from './credit-profile.js';
export { creditDue } from './collect-credit.js';
export * from './credit-source.port.js';

customerCreations.add(giveInitialCredit);

/** How good customers are to the operator: their credit, and who said so. */
export const evaluation: Domain = {
  name: 'evaluation',
  entities: [CreditGrade, CreditProfile, CreditHistory, CreditRun, CreditRunFailure, InitialCreditRule],
  resolvers: [CreditResolver],
  jobs: [collectCredit, creditDue, regrade],
  schedules: [creditSchedule],
  baseline: ensureCreditStandards,
};
