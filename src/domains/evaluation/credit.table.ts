import { defineTable } from '../../kernel/tables/index.js';
import { CreditProfile } from './credit-profile.js';
import { customerByCode } from '../customer/index.js';
import { customerColumns, EVALUATION_EXPORT } from './evaluation.table.js';

/** Credit as a table: an import rates customers, each rating once, an export is what a list is printed from (CRD-09, CRD-31). */
defineTable({
  name: 'credit',
  noun: CreditProfile,
  list: 'creditProfiles',
  mutation: 'creditRate',
  exportPermission: EVALUATION_EXPORT,
  keyColumn: 'ratingNo',
  known: 'select "rating_no" as "key" from "credit_history" where "rating_no" = any($1)',
  columns: [
    { name: 'ratingNo', description: 'Number of the rating; a row whose number exists is left alone.', needed: true },
    ...customerColumns,
    { name: 'score', description: 'Score, 0 to 100.', needed: true },
    { name: 'source', description: 'Who said so; BILLING when blank.' },
    { name: 'evaluatedAt', description: 'When it was rated so; now when blank.' },
    { name: 'grade', description: 'Code of the grade.', exportOnly: true, at: 'grade.code' },
    { name: 'colour', description: 'RED, GREY or BLACK.', exportOnly: true },
    { name: 'creditLimit', description: 'Most that may be owed.', exportOnly: true, at: 'creditLimit.amount' },
    { name: 'currency', description: 'Currency of the limit.', exportOnly: true, at: 'creditLimit.currency' },
    { name: 'frozenUntil', description: 'Until when it stays as set by hand.', exportOnly: true },
  ],
  input: (row) => ({
    ratingNo: row.text('ratingNo'),
    customerId: row.reference('customer', customerByCode),
    score: row.text('score'),
    source: row.text('source'),
    evaluatedAt: row.moment('evaluatedAt'),
  }),
});
