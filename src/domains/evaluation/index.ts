import './credit.events.js';
import './credit.policy.js';
import './credit.table.js';
import './finding.events.js';
import './finding.policy.js';
import './finding.table.js';
import './rating.events.js';
import './rating.policy.js';
import './rating.table.js';
import './record.events.js';
import './record.policy.js';
import './record.table.js';
import type { Domain } from '../../kernel/domain.js';
import { datedRows } from '../../kernel/versions/index.js';
import { customerCreations } from '../customer/index.js';
import { AbnormalCustomer } from './abnormal-customer.js';
import { ArrearsRecord } from './arrears-record.js';
import { ChurnRecord } from './churn-record.js';
import { collectCredit, creditDue, creditSchedule } from './collect-credit.js';
import { ConsumptionRecord } from './consumption-record.js';
import { CreditGrade } from './credit-grade.js';
import { CreditHistory } from './credit-history.js';
import { CreditProfile } from './credit-profile.js';
import { CreditRun, CreditRunFailure } from './credit-run.js';
import { ensureCreditStandards, giveInitialCredit } from './credit-standards.service.js';
import { CreditResolver } from './credit.resolver.js';
import { ensureCriteria } from './criterion.service.js';
import { CustomerRating } from './customer-rating.js';
import { detectCustomers, detectSchedule } from './detect.job.js';
import { DiscountDecision } from './discount-decision.js';
import { EvaluationCriterion } from './evaluation-criterion.js';
import { FindingResolver } from './finding.resolver.js';
import { InitialCreditRule } from './initial-credit-rule.js';
import { PotentialBigCustomer } from './potential-big-customer.js';
import { RatingBand } from './rating-band.js';
import { RatingResolver } from './rating.resolver.js';
import { ensureRatingBands } from './rating.service.js';
import { RecordResolver } from './record.resolver.js';
import { regrade } from './regrade.job.js';
import { TrackingNote } from './tracking-note.js';
import { CustomerValue } from './value-class.js';
import { applyValues, valueSchedule } from './value.service.js';

export { ConsumptionRecord } from './consumption-record.js';
export * from './credit-enums.js';
export * from './credit-grade.js';
export * from './credit-profile.js';
export { creditDue } from './collect-credit.js';
export { detectCustomers } from './detect.job.js';
export { applyValues } from './value.service.js';
export * from './credit-source.port.js';
export * from './standing-sql.js';

customerCreations.add(giveInitialCredit);

/** How good customers are to the operator: their credit, satisfaction and loyalty, and what else is known of them. */
datedRows(CreditHistory, { from: '"at"' });
for (const noun of [CustomerRating, DiscountDecision])
  datedRows(noun, { from: '"validity_from"', to: '"validity_to"' });

export const evaluation: Domain = {
  name: 'evaluation',
  entities: [
    CreditGrade,
    CreditProfile,
    CreditHistory,
    CreditRun,
    CreditRunFailure,
    InitialCreditRule,
    CustomerRating,
    RatingBand,
    ConsumptionRecord,
    ArrearsRecord,
    ChurnRecord,
    EvaluationCriterion,
    AbnormalCustomer,
    PotentialBigCustomer,
    TrackingNote,
    CustomerValue,
    DiscountDecision,
  ],
  resolvers: [CreditResolver, RatingResolver, RecordResolver, FindingResolver],
  jobs: [collectCredit, creditDue, regrade, detectCustomers, applyValues],
  schedules: [creditSchedule, detectSchedule, valueSchedule],
  baseline: async (context) => {
    await ensureCreditStandards(context);
    await ensureRatingBands(context);
    await ensureCriteria(context);
  },
};
