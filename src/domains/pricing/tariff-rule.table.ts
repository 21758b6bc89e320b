import {
  changedInput,
  defineTable,
  type GraphRecord,
  jsonForm,
  momentForm,
  numberForm,
  partsForm,
  type RowReader,
  updateByCode,
} from '../../kernel/tables/index.js';
import { CATALOGUE_EXPORT, Product, TariffRule } from '../catalogue/index.js';
import { Region } from '../region/index.js';

/** A price by quantity, such as `ORDER 10=100`: what is counted, from how many on, and the value per piece. */
const TIER = /^(?<basis>[A-Z_]+)\s+(?<threshold>\d{1,7})\s*=\s*(?<value>\S+)$/;

const tierText = ({ basis, threshold, value }: GraphRecord): string =>
  `${String(basis)} ${String(threshold)}=${String(value)}`;

const tiersOf = (row: RowReader) =>
  row.parts('tiers').flatMap((part) => {
    const { basis, threshold, value } = TIER.exec(part)?.groups ?? {};
    if (!basis) return row.fault('tiers', `"${part}" is no price by quantity, such as ORDER 10=99.50.`) ?? [];
    return [
      {
        basis: row.piece('tiers', basis),
        threshold: row.piece('tiers', Number(threshold)),
        value: row.piece('tiers', value),
      },
    ];
  });

const attributesText = ({ attributeValues }: GraphRecord): string | null => {
  const values = attributeValues as { name: string; value: unknown }[];
  return values.length > 0 ? JSON.stringify(Object.fromEntries(values.map(({ name, value }) => [name, value]))) : null;
};

function attributesOf(row: RowReader) {
  const cell = row.json('attributeValues');
  if (!cell) return undefined;
  if (typeof cell.value !== 'object' || cell.value === null || Array.isArray(cell.value))
    return row.fault('attributeValues', 'An object in JSON is expected, values by names of attributes.');
  return Object.entries(cell.value).map(([name, value]) => ({
    name: row.piece('attributeValues', name),
    value: row.piece('attributeValues', value),
  }));
}

/** Tariff rules with their prices by quantity, of which plans are made, see the table `prices` (PRD-61 to PRD-67, PRD-71, PRD-74, PRD-76). */
defineTable({
  name: 'price-rules',
  noun: TariffRule,
  list: 'tariffRules',
  mutation: 'tariffRuleSave',
  exportPermission: CATALOGUE_EXPORT,
  keyColumn: 'code',
  columns: [
    {
      name: 'code',
      description:
        'Code of the rule; a row whose code exists is left alone, unless the import is told to change or refuse those.',
      needed: true,
    },
    { name: 'name', description: 'Name, such as an entry on the bill.', needed: true },
    { name: 'type', description: 'Class of charge: ONE_TIME, PERIODIC or USAGE.', needed: true },
    { name: 'equivalent', description: 'What it is counted in: MONEY, POINTS or TRAFFIC; MONEY when blank.' },
    { name: 'value', description: 'Fixed value per piece or unit; exactly one of this and `formula`.' },
    { name: 'formula', description: 'Formula in FEEL that gives the value.' },
    { name: 'currency', description: 'Currency, ISO 4217; for MONEY only.' },
    { name: 'unit', description: 'Unit that is charged for; needed for USAGE and TRAFFIC.' },
    { name: 'period', description: 'DAY, MONTH, QUARTER or YEAR; for PERIODIC only.' },
    { name: 'service', description: 'Customer service that a ONE_TIME fee is due for; any when blank.' },
    { name: 'feeItem', description: 'Code of the fee that it prices.' },
    {
      name: 'product',
      description:
        'Code of the product whose standard price it is; of one that is sold, when somebody else has approved that.',
      at: 'product.code',
    },
    {
      name: 'attributeValues',
      description: 'Attribute values that a line must carry: JSON, by code of the attribute.',
      select: 'attributeValues { name value }',
      value: attributesText,
    },
    { name: 'condition', description: 'Condition in FEEL under which it holds.' },
    { name: 'months', description: 'Months of the year, 1 to 12, with semicolons between; all when blank.' },
    { name: 'monthDays', description: 'Days of the month, 1 to 31; all when blank.' },
    { name: 'weekDays', description: 'Days of the week, 1 (Monday) to 7; all when blank.' },
    { name: 'afterMonths', description: 'Months after the service opens from which it is charged.' },
    { name: 'forMonths', description: 'For how many months it is charged.' },
    { name: 'validFrom', description: 'First moment in which it holds; now when blank.', at: 'validity.from' },
    { name: 'validTo', description: 'First moment in which it holds no more.', at: 'validity.to' },
    {
      name: 'tiers',
      description:
        'Prices by quantity, such as `ORDER 10=100; CUSTOMER 100=0`: what is counted (ORDER, CUSTOMER or GROUP), from how many on, and the value per piece.',
      select: 'tiers(first: 50) { nodes { basis threshold value } }',
      value: ({ tiers }) =>
        (tiers as { nodes: GraphRecord[] }).nodes
          .toSorted((one, other) => Number(one['threshold']) - Number(other['threshold']))
          .map(tierText),
    },
    { name: 'level', description: 'Level that maintains it; that of who imports it when blank.' },
    {
      name: 'owner',
      description: 'Code of the province or local network that maintains it; blank for the headquarters.',
      at: 'owner.code',
    },
  ],
  input: ruleInput,
  update: ruleUpdate(),
});

function ruleInput(row: RowReader): Record<string, unknown> {
  return {
    ...Object.fromEntries(
      [
        'code',
        'name',
        'type',
        'equivalent',
        'value',
        'formula',
        'currency',
        'unit',
        'period',
        'service',
        'feeItem',
      ].map((column) => [column, row.text(column)]),
    ),
    productId: row.reference('product', Product),
    attributeValues: attributesOf(row),
    condition: row.text('condition'),
    months: row.texts('months'),
    monthDays: row.texts('monthDays'),
    weekDays: row.texts('weekDays'),
    afterMonths: row.whole('afterMonths'),
    forMonths: row.whole('forMonths'),
    validFrom: row.moment('validFrom'),
    validTo: row.moment('validTo'),
    ...(row.has('tiers') ? { tiers: tiersOf(row) } : {}),
    // The level of a standard price is that of its product.
    ...(row.has('product') ? {} : { level: row.text('level'), ownerId: row.reference('owner', Region) }),
  };
}

/** What a row may change; the product of a standard price and who maintains the rule stay. */
function ruleUpdate() {
  const fixed = ['product', 'level', 'owner'];
  const changeable = [
    ...['name', 'type', 'equivalent', 'value', 'formula', 'currency', 'unit', 'period', 'service', 'feeItem'],
    ...[
      'attributeValues',
      'condition',
      'months',
      'monthDays',
      'weekDays',
      'afterMonths',
      'forMonths',
      'validFrom',
      'validTo',
      'tiers',
    ],
  ];
  const tier = (part: string, zone: string) => {
    const { basis, threshold = '', value = '' } = TIER.exec(part)?.groups ?? {};
    return basis ? tierText({ basis, threshold: numberForm(threshold, zone), value: numberForm(value, zone) }) : part;
  };
  return updateByCode(TariffRule, {
    mutations: { tariffRuleSave: 'held' },
    fixed,
    forms: {
      ...{ value: numberForm, afterMonths: numberForm, forMonths: numberForm },
      ...{ validFrom: momentForm, validTo: momentForm, attributeValues: jsonForm, tiers: partsForm(tier) },
      ...{ months: partsForm(), monthDays: partsForm(), weekDays: partsForm() },
    },
    steps: (change) => {
      const { record, changed } = change;
      // A rule has a fixed value or a formula: who names the one leaves the other.
      const left = changed.has('formula') ? { value: null } : changed.has('value') ? { formula: null } : {};
      const input = {
        tariffRuleId: record.id,
        ...left,
        ...changedInput(change, ruleInput, changeable),
        reason: 'import',
      };
      return [{ mutation: 'tariffRuleSave', input }];
    },
  });
}
