import {
  changedInput,
  defineTable,
  type GraphRecord,
  momentForm,
  numberForm,
  partsForm,
  type RowReader,
  updateByCode,
} from '../../kernel/tables/index.js';
import { CATALOGUE_EXPORT, Offering } from '../catalogue/index.js';
import { Discount } from './discount.js';

const TEXTS = [
  ...['code', 'name', 'kind', 'scope', 'chargeType', 'feeItem', 'value', 'formula', 'currency', 'gift', 'service'],
  ...['condition', 'basis', 'threshold', 'ladder'],
];

/** Discounts with the offerings that they apply to (PRD-68, PRD-75). */
defineTable({
  name: 'discounts',
  noun: Discount,
  mutation: 'discountSave',
  exportPermission: CATALOGUE_EXPORT,
  keyColumn: 'code',
  columns: [
    {
      name: 'code',
      description:
        'Code of the discount; a row whose code exists is left alone, unless the import is told to change or refuse those.',
      needed: true,
    },
    { name: 'name', description: 'Name, such as an entry on the bill.', needed: true },
    { name: 'kind', description: 'What it does: a kind of `DiscountKind`.', needed: true },
    { name: 'scope', description: 'OFFERING or CART.', needed: true },
    { name: 'chargeType', description: 'Class of charges that it lowers: ONE_TIME, PERIODIC or USAGE.' },
    { name: 'feeItem', description: 'Code of the fee that it lowers; any when blank.' },
    { name: 'value', description: 'Its value; exactly one of this, `formula` and, for gifts, `gift`.' },
    { name: 'formula', description: 'Formula in FEEL that gives the value.' },
    { name: 'currency', description: 'Currency, ISO 4217; for amounts only.' },
    { name: 'gift', description: 'What is given, for gifts.' },
    { name: 'service', description: 'Customer service for which it holds; any when blank.' },
    { name: 'condition', description: 'Condition in FEEL under which it holds.' },
    { name: 'basis', description: 'What must reach the threshold.' },
    { name: 'threshold', description: 'How much of that is needed.' },
    { name: 'ladder', description: 'Name of the ladder of which it is a step.' },
    { name: 'combinable', description: 'Whether it may come with others: true or false.' },
    { name: 'priority', description: 'Those with smaller numbers come first.' },
    { name: 'validFrom', description: 'First moment in which it holds; now when blank.', at: 'validity.from' },
    { name: 'validTo', description: 'First moment in which it holds no more.', at: 'validity.to' },
    {
      name: 'offerings',
      description:
        'Codes of the offerings that it applies to, with semicolons between; blank for the whole cart. MORE_THAN_200 for too many to be told, which is refused when it is read anew.',
      select: 'offerings(first: 200) { pageInfo { hasNextPage } nodes { offering { code } } }',
      value: ({ offerings }) => {
        const { pageInfo, nodes } = offerings as { pageInfo: { hasNextPage: boolean }; nodes: GraphRecord[] };
        // A part of them would be read as if it were all.
        if (pageInfo.hasNextPage) return 'MORE_THAN_200';
        return nodes.flatMap(({ offering }) => (offering as GraphRecord | null)?.['code'] ?? []);
      },
    },
    {
      name: 'status',
      description: 'State of the discount; what is imported waits for approval.',
      exportOnly: true,
      becomes: 'DRAFT',
    },
  ],
  input: discountInput,
  update: updateByCode(Discount, {
    mutations: { discountSave: 'held' },
    fixed: [],
    forms: {
      ...{ value: numberForm, threshold: numberForm, priority: numberForm },
      ...{ validFrom: momentForm, validTo: momentForm, offerings: partsForm() },
      combinable: (text) => text.toLowerCase(),
    },
    steps: (change) => {
      const { record, changed } = change;
      // A discount has a fixed value or a formula: who names the one leaves the other.
      const left = changed.has('formula') ? { value: null } : changed.has('value') ? { formula: null } : {};
      const columns = [...TEXTS, 'combinable', 'priority', 'validFrom', 'validTo', 'offerings'];
      const values = changedInput(change, discountInput, columns);
      return [{ mutation: 'discountSave', input: { discountId: record.id, ...left, ...values } }];
    },
  }),
});

function discountInput(row: RowReader): Record<string, unknown> {
  return {
    ...Object.fromEntries(TEXTS.map((column) => [column, row.text(column)])),
    combinable: row.flag('combinable'),
    priority: row.whole('priority'),
    validFrom: row.moment('validFrom'),
    validTo: row.moment('validTo'),
    offeringIds: row.has('offerings')
      ? row.parts('offerings').map((code) => row.referring('offerings', code, Offering))
      : undefined,
  };
}
