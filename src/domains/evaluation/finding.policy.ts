import { allow, anyOf, definePolicy, everyRow, through, via } from '../../kernel/access/index.js';
import { askedFor } from '../customer/index.js';
import { AbnormalCustomer } from './abnormal-customer.js';
import { DiscountDecision } from './discount-decision.js';
import { EvaluationCriterion } from './evaluation-criterion.js';
import { PotentialBigCustomer } from './potential-big-customer.js';
import { TrackingNote } from './tracking-note.js';
import { CustomerValue } from './value-class.js';

for (const noun of [AbnormalCustomer, PotentialBigCustomer]) definePolicy(noun, { STAFF: via('customer') });
// These say what the customer has spent.
const figures = askedFor('customer', via('customer'));
for (const noun of [CustomerValue, DiscountDecision]) definePolicy(noun, { STAFF: figures });
definePolicy(TrackingNote, { STAFF: anyOf(through('abnormal', figures), through('potential', figures)) });
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
