import { allow, anyOf, definePolicy, everyRow, via } from '../../kernel/access/index.js';
import { AbnormalCustomer } from './abnormal-customer.js';
import { DiscountDecision } from './discount-decision.js';
import { EvaluationCriterion } from './evaluation-criterion.js';
import { PotentialBigCustomer } from './potential-big-customer.js';
import { TrackingNote } from './tracking-note.js';
import { CustomerValue } from './value-class.js';

for (const noun of [AbnormalCustomer, PotentialBigCustomer, CustomerValue, DiscountDecision])
  definePolicy(noun, { STAFF: via('customer') });
definePolicy(TrackingNote, { STAFF: anyOf(via('abnormal'), via('potential')) });
definePolicy(EvaluationCriterion, { STAFF: everyRow });

allow({
  evaluationCriterionSave: [],
  customersDetect: ['STAFF'],
  abnormalCustomerAdd: ['STAFF'],
  abnormalCustomerConfirm: ['STAFF'],
  potentialBigCustomerAdd: ['STAFF'],
  potentialBigCustomerConvert: ['STAFF'],
  findingTrack: ['STAFF'],
  findingNote: ['STAFF'],
  findingClear: ['STAFF'],
  customerValueSet: ['STAFF'],
  customerValuesApply: ['STAFF'],
  customerDiscountDecide: ['STAFF'],
});
