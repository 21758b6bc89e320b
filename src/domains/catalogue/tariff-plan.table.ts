import { definePermission } from '../../kernel/access/index.js';
import { defineTable } from '../../kernel/tables/index.js';
import { TariffPlan } from './tariff-plan.js';

/** Permission to export products, offerings and prices. */
export const CATALOGUE_EXPORT = 'catalogue.export';

// Of an area of its own, so that those who may change records do not get it along.
definePermission({
  name: CATALOGUE_EXPORT,
  area: 'exchange',
  description: 'To export products, offerings and prices as tables in files.',
});

/** Prices: tariff plans with their main price (PRD-78). */
defineTable({
  name: 'prices',
  noun: TariffPlan,
  list: 'tariffPlans',
  mutation: 'tariffPlanCreate',
  exportPermission: CATALOGUE_EXPORT,
  keyColumn: 'code',
  columns: [
    { name: 'code', description: 'Code of the tariff plan; a row whose code exists is left alone.', needed: true },
    { name: 'name', description: 'Name in the language of the operator.', needed: true },
    { name: 'type', description: 'Class of the main price: ONE_TIME, PERIODIC or USAGE.', needed: true },
    { name: 'amount', description: 'Main price, such as 29.90.', needed: true, at: 'price.amount' },
    { name: 'currency', description: 'Currency of the price, ISO 4217.', needed: true, at: 'price.currency' },
    { name: 'period', description: 'DAY, MONTH, QUARTER or YEAR; needed for PERIODIC prices.' },
    { name: 'validFrom', description: 'First moment in which it may be chosen; now when blank.', at: 'validity.from' },
    { name: 'validTo', description: 'First moment in which it may not be chosen any more.', at: 'validity.to' },
    { name: 'basis', description: 'What it is based on, such as an approval document.' },
    { name: 'status', description: 'State of the plan.', exportOnly: true },
  ],
  input: (row) => ({
    code: row.text('code'),
    name: row.text('name'),
    type: row.text('type'),
    amount: row.text('amount'),
    currency: row.text('currency'),
    period: row.text('period'),
    validFrom: row.moment('validFrom'),
    validTo: row.moment('validTo'),
    basis: row.text('basis'),
  }),
});
