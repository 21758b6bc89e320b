import { defineTable } from '../../kernel/tables/index.js';
import { CustomerRating } from './customer-rating.js';
import { customerByCode } from '../customer/index.js';
import { customerColumns, EVALUATION_EXPORT } from './evaluation.table.js';

/** Satisfaction and loyalty as a table, to be imported, and exported for print (MOD-90). */
defineTable({
  name: 'customer-ratings',
  noun: CustomerRating,
  list: 'customerRatings',
  mutation: 'customerRatingRecord',
  exportPermission: EVALUATION_EXPORT,
  keyColumn: 'ratingNo',
  known: 'select "rating_no" as "key" from "customer_rating" where "rating_no" = any($1)',
  columns: [
    { name: 'ratingNo', description: 'Number; a row whose number exists is left alone.', needed: true },
    ...customerColumns,
    { name: 'kind', description: 'SATISFACTION or LOYALTY.', needed: true },
    { name: 'score', description: 'Score, 0 to 100.', needed: true },
    { name: 'source', description: 'Who said so; SURVEY when blank.' },
    { name: 'ratedAt', description: 'From when it holds; now when blank.', at: 'validity.from' },
    { name: 'validTo', description: 'Until when it held.', exportOnly: true, at: 'validity.to' },
    { name: 'level', description: 'Level of the score.', exportOnly: true },
    { name: 'reason', description: 'Remark.' },
  ],
  input: (row) => ({
    ratingNo: row.text('ratingNo'),
    customerId: row.reference('customer', customerByCode),
    kind: row.text('kind'),
    score: row.text('score'),
    source: row.text('source'),
    ratedAt: row.moment('ratedAt'),
    reason: row.text('reason'),
  }),
});
