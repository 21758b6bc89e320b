import { defineTable } from '../../kernel/tables/index.js';
import { CATALOGUE_EXPORT } from '../catalogue/index.js';
import { Region } from '../region/index.js';
import { DiscountPolicy } from './discount-policy.js';

/** Policies of discounts, to be imported, and exported for print (PRD-108). */
defineTable({
  name: 'discount-policies',
  noun: DiscountPolicy,
  list: 'discountPolicies',
  mutation: 'discountPolicySave',
  exportPermission: CATALOGUE_EXPORT,
  keyColumn: 'code',
  columns: [
    { name: 'code', description: 'Code of the policy; a row whose code exists is left alone.', needed: true },
    { name: 'name', description: 'Name.', needed: true },
    { name: 'purpose', description: 'What it is meant to reach.', needed: true },
    { name: 'region', description: 'Code of the region in which it holds.', needed: true, at: 'region.code' },
    { name: 'validFrom', description: 'First moment in which it holds; now when blank.', at: 'validity.from' },
    { name: 'validTo', description: 'First moment after it; open when blank.', at: 'validity.to' },
    { name: 'method', description: 'How the discount is given.', needed: true },
    { name: 'target', description: 'For whom it is.', needed: true },
    { name: 'effect', description: 'What came or is to come of it.' },
    { name: 'status', description: 'State of the policy; what is imported waits for approval.', exportOnly: true },
  ],
  input: (row) => ({
    code: row.text('code'),
    name: row.text('name'),
    purpose: row.text('purpose'),
    regionId: row.reference('region', Region),
    validFrom: row.moment('validFrom'),
    validTo: row.moment('validTo'),
    method: row.text('method'),
    target: row.text('target'),
    effect: row.text('effect'),
  }),
});
