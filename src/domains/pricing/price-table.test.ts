import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { exportToFile } from '../../cli/export-command.js';
import { importFile } from '../../cli/import-command.js';
import { TableFormat } from '../../kernel/tables/index.js';
import { answerPricing } from '../../testing/billing.js';
import { createTestFolder } from '../../testing/folder.js';
import { openPriceDesk, type PriceDesk } from '../../testing/price-desk.js';
import { approve } from '../../testing/second-person.js';

/** The system whose prices are written out, and one that knows none of them. */
let here: PriceDesk;
let there: PriceDesk;
let folder: string;
beforeAll(async () => {
  here = await openPriceDesk();
  there = await openPriceDesk();
  folder = await createTestFolder();
});
afterAll(async () => {
  await here.graph.close();
  await there.graph.close();
});

const OFFERING = 'OF_MOVED';
const since = '2020-01-01T00:00:00Z';

/** Writes prices of every form, and an offering that is sold by them. */
async function priceMuch(): Promise<void> {
  const rules: object[] = [
    {
      ...{ code: 'MV_INSTALL', name: 'Installation', value: '150', service: 'INSTALL', feeItem: 'INSTALLATION' },
      tiers: [
        { basis: 'ORDER', threshold: 10, value: '100' },
        { basis: 'ORDER', threshold: 20, value: '50.5' },
        { basis: 'CUSTOMER', threshold: 100, value: '0' },
      ],
    },
    { code: 'MV_FAR', name: 'Far', value: '7.25', condition: 'line.quantity > 3 and order.prepaid = 0' },
    { code: 'MV_FORMULA', name: 'By pieces', formula: 'if line.quantity > 5 then 3 else 1.5' },
    {
      ...{ code: 'MV_FIBRE', name: 'Fibre', value: '30', feeItem: 'CABLE' },
      attributeValues: [{ name: 'medium', value: ['FIBRE', 'GLASS'] }],
    },
    { code: 'MV_OVER', name: 'Over', value: '999', validTo: '2021-01-01T00:00:00Z' },
    {
      ...{ code: 'MV_RENT', name: 'Rent', type: 'PERIODIC', period: 'MONTH', value: '20', forMonths: 12 },
      ...{
        months: ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'],
        weekDays: ['1', '2', '3', '4', '5', '6', '7'],
      },
    },
    { code: 'MV_LATER', name: 'Later', type: 'PERIODIC', period: 'MONTH', value: '5', afterMonths: 12 },
    { code: 'MV_USE', name: 'Minutes', type: 'USAGE', value: '0.1', unit: 'min' },
    { code: 'MV_POINTS', name: 'Points', value: '300', equivalent: 'POINTS', currency: null },
  ];
  const ids = new Map<string, string>();
  for (const rule of rules) ids.set((rule as { code: string }).code, await here.rule({ validFrom: since, ...rule }));
  const plan = async (code: string, members: object[], more: object = {}) => {
    const input = {
      code,
      name: code,
      type: 'ONE_TIME',
      amount: '1',
      currency: 'CNY',
      validFrom: since,
      members,
      ...more,
    };
    const made = await here.run('tariffPlanCreate', 'tariffPlan { id }', input);
    expect(made.userErrors).toEqual([]);
    return made.tariffPlan.id as string;
  };
  const of = (code: string, priority: number) => ({ tariffRuleId: ids.get(code), priority });
  const base = await plan('MV_BASE', [of('MV_RENT', 3), of('MV_LATER', 4)]);
  const whole = await plan('MV_A_WHOLE', [
    { nestedPlanId: base, priority: 9 },
    ...['MV_INSTALL', 'MV_FAR', 'MV_FORMULA', 'MV_FIBRE', 'MV_OVER', 'MV_USE', 'MV_POINTS'].map((code, at) =>
      of(code, 7 - at),
    ),
  ]);
  const lucky = await plan('MV_LUCKY', [of('MV_INSTALL', 1)], {
    ...{
      type: 'PERIODIC',
      period: 'MONTH',
      amount: '88.80',
      condition: 'ends with(line.number, "88")',
      basis: 'No. 8',
    },
  });
  await activate(here, [base, whole, lucky]);
  await sell(here, await offer(here, [whole, lucky]));
}

async function activate(desk: PriceDesk, planIds: readonly string[]): Promise<void> {
  for (const tariffPlanId of planIds)
    for (const action of ['APPROVE', 'ACTIVATE'])
      expect((await desk.run('tariffPlanStatusChange', '', { tariffPlanId, action }, 'admin')).userErrors).toEqual([]);
}

async function offer(desk: PriceDesk, [main, special]: readonly string[]): Promise<string> {
  const { data } = await desk.graph.query(
    `{ product(code: "MOBILE") { id } catalogue(code: "SALES") { headings(first: 1) { nodes { id } } } }`,
  );
  const made = await desk.run('offeringCreate', 'offering { id }', {
    ...{
      code: OFFERING,
      name: 'Moved',
      level: 'HEADQUARTERS',
      components: [{ productId: data.product.id, maxQuantity: 100 }],
    },
    tariffs: [{ tariffPlanId: main, isDefault: true }, { tariffPlanId: special }],
    placements: [{ catalogueNodeId: data.catalogue.headings.nodes[0].id }],
  });
  expect(made.userErrors).toEqual([]);
  return made.offering.id as string;
}

async function sell(desk: PriceDesk, offeringId: string): Promise<void> {
  await approve(desk.graph, offeringId);
  await answerPricing(desk.graph, offeringId);
  expect((await desk.run('offeringPublish', '', { offeringId })).userErrors).toEqual([]);
}

const carts: object[] = [
  { quantity: 1 },
  { quantity: 4 },
  { quantity: 10, attributes: [{ name: 'medium', value: 'GLASS' }] },
  { quantity: 20, attributes: [{ name: 'medium', value: 'COPPER' }] },
  { quantity: 120 },
  { quantity: 2, number: '13800000088' },
];

/** What carts cost, with every charge, as a person sees it. */
async function priced(desk: PriceDesk) {
  const offeringId = await desk.offeringId(OFFERING);
  const fields = `currency oneTime { amount } recurring { amount } points lines { objections { code } tariffPlans { code }
    charges { code name type feeItem unit period quantity unitPrice amount formula afterMonths forMonths tier { basis threshold } rule { code } } }`;
  const answers = [];
  for (const line of carts)
    answers.push(await desk.ask('cartPrice', 'CartPriceInput', fields, { lines: [{ offeringId, ...line }] }, 'admin'));
  return answers;
}

const written = (desk: PriceDesk) =>
  Promise.all(['tariff_rule', 'tariff_plan', 'tariff_plan_member', 'history_entry'].map(desk.count));
const load = async (source: string, file: string, more: object = {}) => {
  const { loaded, present, rejected, rejectsFile } = await importFile(there.graph.database, { source, file, ...more });
  return { loaded, present, rejected, rejects: rejectsFile ? await readFile(rejectsFile, 'utf8') : '' };
};
const fileOf = (table: string) => join(folder, `${table}.csv`);

test('PRD-71 PRD-76 PRD-78 PRD-79 PRD-81 prices that are written out and read by another system price the same carts: rules with tiers, formulas, periods and priorities', async () => {
  await priceMuch();
  const start = { code: { startsWith: 'MV_' } };
  for (const [table, filter] of [
    ['price-rules', start],
    ['prices', start],
    ['offerings', { code: { eq: OFFERING } }],
  ] as const)
    await exportToFile(here.graph.database, { table, file: fileOf(table), format: TableFormat.CSV, filter });
  // Nothing is there yet: plans name rules that are missing, each with its line and column.
  const early = await load('prices', fileOf('prices'), { rejects: join(folder, 'early.csv') });
  expect(early).toMatchObject({ loaded: 0, rejected: 3 });
  expect(early.rejects).toContain('members');
  // A rehearsal says what would be, and writes nothing.
  const before = await written(there);
  expect(await load('price-rules', fileOf('price-rules'), { dryRun: true })).toMatchObject({ loaded: 9, rejected: 0 });
  expect(await written(there)).toEqual(before);
  expect(await load('price-rules', fileOf('price-rules'))).toEqual({ loaded: 9, present: 0, rejected: 0, rejects: '' });
  // That they are sold there already is told, not read.
  for (const [table, loaded, state] of [
    ['prices', 3, 'DRAFT'],
    ['offerings', 1, 'PENDING_APPROVAL'],
  ] as const) {
    const { rejects, ...counts } = await load(table, fileOf(table));
    expect(counts).toEqual({ loaded, present: 0, rejected: 0 });
    expect(rejects.trim().split('\n').slice(1)).toEqual([
      expect.stringMatching(new RegExp(`^2,loaded,status,[A-Z_]+,.*what is new is ${state}`)),
    ]);
  }
  // Given again, what is there is left alone.
  for (const [table, count] of [
    ['price-rules', 9],
    ['prices', 3],
    ['offerings', 1],
  ] as const)
    expect(await load(table, fileOf(table))).toEqual({ loaded: 0, present: count, rejected: 0, rejects: '' });
  // What is imported is approved there as what is written there.
  const { data } = await there.graph.query(
    '{ tariffPlans(first: 9, filter: { code: { startsWith: "MV_" } }) { nodes { id status } } }',
  );
  expect(data.tariffPlans.nodes.map(({ status }: { status: string }) => status)).toEqual(['DRAFT', 'DRAFT', 'DRAFT']);
  await activate(
    there,
    data.tariffPlans.nodes.map(({ id }: { id: string }) => id),
  );
  await sell(there, await there.offeringId(OFFERING));
  const prices = await priced(there);
  expect(prices).toEqual(await priced(here));
  // They do cost something, and not all the same.
  expect(new Set(prices.map((each) => JSON.stringify(each))).size).toBe(carts.length);
  expect(prices.at(-1).lines[0].tariffPlans).toEqual([{ code: 'MV_LUCKY' }]);
  // Written out from there it is the same file.
  for (const table of ['price-rules', 'prices'] as const) {
    const file = join(folder, `again-${table}.csv`);
    await exportToFile(there.graph.database, { table, file, format: TableFormat.CSV, filter: start });
    const text = async (name: string) => (await readFile(name, 'utf8')).replaceAll(/,(DRAFT|ACTIVE)(?=\r?\n)/g, '');
    expect(await text(file)).toBe(await text(fileOf(table)));
  }
});

test('PRD-71 PRD-81 rows that cannot be read, or contradict, are rejected with their line, column and reason; the others are loaded', async () => {
  const rules = [
    'code,name,type,value,formula,currency,tiers,attributeValues,condition,months',
    'BAD_TIER,Bad,ONE_TIME,1,,CNY,ORDER ten=1,,,',
    'BAD_BASIS,Bad,ONE_TIME,1,,CNY,SHOP 10=1,,,',
    'BAD_DOUBLE,Bad,ONE_TIME,1,,CNY,ORDER 10=1; ORDER 10=2,,,',
    'BAD_JSON,Bad,ONE_TIME,1,,CNY,,[1],,',
    'BAD_FEEL,Bad,ONE_TIME,,1 +,CNY,,,,',
    'BAD_BOTH,Bad,ONE_TIME,1,2,CNY,,,,',
    'BAD_MONTH,Bad,ONE_TIME,1,,CNY,,,,13',
    'GOOD_RULE,Good,ONE_TIME,1,,CNY,ORDER 2=0.5,,,1; 2',
  ];
  const rejected = async (source: string, lines: string[], name: string) => {
    const file = join(folder, `${name}.csv`);
    await writeFile(file, `${lines.join('\n')}\n`);
    const { loaded, rejects } = await load(source, file);
    const found = rejects
      .split('\n')
      .slice(1)
      .filter((line) => line !== '')
      .map((line) => line.split(','));
    return { loaded, rejects: found.map(([line, , column]) => `${line} ${column}`).sort() };
  };
  expect(await rejected('price-rules', rules, 'bad-rules')).toEqual({
    loaded: 1,
    rejects: ['2 tiers', '3 tiers', '4 tiers', '5 attributeValues', '6 formula', '7 value', '8 months'],
  });
  const plans = [
    'code,name,type,amount,currency,members,condition',
    'BAD_PART,Bad,ONE_TIME,1,CNY,NO_SUCH_RULE@1,',
    'BAD_COND,Bad,ONE_TIME,1,CNY,,line.weight > 1',
    'BAD_ONE,Bad,ONE_TIME,1,CNY,>BAD_TWO,',
    'BAD_TWO,Bad,ONE_TIME,1,CNY,>BAD_ONE,',
    'BAD_COIN,Bad,ONE_TIME,1.005,CNY,,',
    'GOOD_UPPER,Good,ONE_TIME,1,CNY,>GOOD_LOWER@2; GOOD_RULE@1,',
    'GOOD_LOWER,Good,ONE_TIME,1,CNY,,line.quantity > 1',
  ];
  const answer = await rejected('prices', plans, 'bad-plans');
  expect(answer.loaded).toBe(2);
  expect(answer.rejects).toEqual(['2 members', '3 condition', '4 members', '5 members', '6 amount']);
  const { data } = await there.graph.query(
    `{ tariffPlan(code: "GOOD_UPPER") { members(first: 9) { nodes { priority rule { code } nestedPlan { code condition } } } } }`,
  );
  expect(data.tariffPlan.members.nodes).toEqual(
    expect.arrayContaining([
      { priority: 2, rule: null, nestedPlan: { code: 'GOOD_LOWER', condition: 'line.quantity > 1' } },
      { priority: 1, rule: { code: 'GOOD_RULE' }, nestedPlan: null },
    ]),
  );
});

test('PRD-78 PRD-81 a new plan comes with its parts at once, or not at all', async () => {
  const before = await written(here);
  const create = (more: object) =>
    here.run('tariffPlanCreate', 'tariffPlan { status members(first: 9) { nodes { priority rule { code } } } }', {
      ...{ code: 'P_PARTS', name: 'Parts', type: 'ONE_TIME', amount: '0', currency: 'CNY', ...more },
    });
  const { data } = await here.graph.query('{ tariffRule(code: "MV_FAR") { id } }');
  const part = { tariffRuleId: data.tariffRule.id };
  const faults = async (more: object) =>
    (await create(more)).userErrors.map(
      ({ code, path }: { code: string; path: string[] }) => `${code} ${path.join('.')}`,
    );
  expect(await faults({ members: [part, part] })).toEqual(['DUPLICATE input.members.1.tariffRuleId']);
  expect(await faults({ members: [{}] })).toEqual(['CONTRADICTORY input.members.0.tariffRuleId']);
  expect(await faults({ condition: 'line.weight > 1', members: [part] })).toEqual([
    'RULE_UNKNOWN_NAME input.condition',
  ]);
  expect(await written(here)).toEqual(before);
  expect(await create({ members: [{ ...part, priority: 4 }] })).toMatchObject({
    ...{ userErrors: [], tariffPlan: { status: 'DRAFT' } },
    ...{ tariffPlan: { members: { nodes: [{ priority: 4, rule: { code: 'MV_FAR' } }] } } },
  });
});
