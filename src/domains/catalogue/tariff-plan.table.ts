import { definePermission } from '../../kernel/access/index.js';
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
import { Region } from '../region/index.js';
import { TariffPlan } from './tariff-plan.js';
import { TariffRule } from './tariff-rule.js';

/** Permission to export products, offerings and prices. */
export const CATALOGUE_EXPORT = 'catalogue.export';

// Of an area of its own, so that those who may change records do not get it along.
definePermission({
  name: CATALOGUE_EXPORT,
  area: 'exchange',
  description: 'To export products, offerings and prices as tables in files.',
});

/** A part of a plan with its priority: the code of a rule, or behind `>` that of another plan, such as `RENT@1` or `>TP_BASE@2`. */
const PART = /^(?<nested>>)?\s*(?<code>.+?)\s*(?:@\s*(?<priority>\d{1,5}))?$/;

const codeOf = (record: unknown): string => String((record as GraphRecord | null)?.['code'] ?? '');

function partText({ rule, nestedPlan, priority }: GraphRecord): string {
  return `${rule ? codeOf(rule) : `>${codeOf(nestedPlan)}`}@${String(priority)}`;
}

const membersOf = (row: RowReader) =>
  row.parts('members').map((part) => {
    const { nested, code = '', priority } = PART.exec(part)?.groups ?? {};
    return {
      ...(nested
        ? { nestedPlanId: row.referring('members', code, TariffPlan) }
        : { tariffRuleId: row.referring('members', code, TariffRule) }),
      ...(priority ? { priority: row.piece('members', Number(priority)) } : {}),
    };
  });

/** Prices: tariff plans with their main price, their condition and what they are made of (PRD-78, PRD-79, PRD-81, PRD-83). */
defineTable({
  name: 'prices',
  noun: TariffPlan,
  list: 'tariffPlans',
  mutation: 'tariffPlanCreate',
  exportPermission: CATALOGUE_EXPORT,
  keyColumn: 'code',
  // A plan may be made of others, above or below it.
  selfReferring: true,
  columns: [
    {
      name: 'code',
      description:
        'Code of the tariff plan; a row whose code exists is left alone, unless the import is told to change or refuse those.',
      needed: true,
    },
    { name: 'name', description: 'Name in the language of the operator.', needed: true },
    { name: 'type', description: 'Class of the main price: ONE_TIME, PERIODIC or USAGE.', needed: true },
    { name: 'amount', description: 'Main price, such as 29.90.', needed: true, at: 'price.amount' },
    { name: 'currency', description: 'Currency of the price, ISO 4217.', needed: true, at: 'price.currency' },
    { name: 'period', description: 'DAY, MONTH, QUARTER or YEAR; needed for PERIODIC prices.' },
    { name: 'validFrom', description: 'First moment in which it may be chosen; now when blank.', at: 'validity.from' },
    { name: 'validTo', description: 'First moment in which it may not be chosen any more.', at: 'validity.to' },
    { name: 'basis', description: 'What it is based on, such as an approval document.' },
    { name: 'condition', description: 'Condition in FEEL under which it is chosen before the default.' },
    {
      name: 'members',
      description:
        'Codes of the rules that it is made of, see the table `price-rules`, and behind `>` of other plans, with semicolons between; `@` and the priority behind them, such as `RENT@1; >TP_BASE@2`.',
      select: 'members(first: 200) { nodes { priority rule { code } nestedPlan { code } } }',
      value: ({ members }) =>
        (members as { nodes: GraphRecord[] }).nodes
          .toSorted((one, other) => Number(one['priority']) - Number(other['priority']))
          .map(partText),
    },
    { name: 'level', description: 'Level that maintains it; that of who imports it when blank.' },
    {
      name: 'owner',
      description: 'Code of the province or local network that maintains it; blank for the headquarters.',
      at: 'owner.code',
    },
    {
      name: 'status',
      description: 'State of the plan; what is imported waits for approval.',
      exportOnly: true,
      becomes: 'DRAFT',
    },
  ],
  input: planInput,
  update: planUpdate(),
});

function planInput(row: RowReader): Record<string, unknown> {
  return {
    code: row.text('code'),
    name: row.text('name'),
    type: row.text('type'),
    amount: row.text('amount'),
    currency: row.text('currency'),
    period: row.text('period'),
    validFrom: row.moment('validFrom'),
    validTo: row.moment('validTo'),
    basis: row.text('basis'),
    condition: row.text('condition'),
    ...(row.has('members') ? { members: membersOf(row) } : {}),
    level: row.text('level'),
    ownerId: row.reference('owner', Region),
  };
}

/** What a row may change: a plan of another main price is another plan. */
function planUpdate() {
  return updateByCode(TariffPlan, {
    mutations: { tariffPlanChange: 'held', tariffPlanCompose: 'held' },
    fixed: ['type', 'amount', 'currency', 'period', 'level', 'owner'],
    forms: {
      ...{ amount: numberForm, validFrom: momentForm, validTo: momentForm },
      members: partsForm((part) => {
        const { nested, code, priority } = PART.exec(part)?.groups ?? {};
        return code ? `${nested ?? ''}${code}${priority ? `@${Number(priority)}` : ''}` : part;
      }),
    },
    steps: (change) => {
      const tariffPlanId = change.record.id;
      const values = changedInput(change, planInput, ['name', 'validFrom', 'validTo', 'basis', 'condition']);
      const parts = changedInput(change, planInput, ['members']);
      const said = (input: object) => Object.keys(input).length > 0;
      return [
        ...(said(values)
          ? [{ mutation: 'tariffPlanChange', input: { tariffPlanId, ...values, reason: 'import' } }]
          : []),
        ...(said(parts)
          ? [{ mutation: 'tariffPlanCompose', input: { tariffPlanId, ...parts, reason: 'import' } }]
          : []),
      ];
    },
  });
}
