import { faults, openPriceDesk, type PriceDesk } from '../../testing/price-desk.js';

let desk: PriceDesk;
let phone: string;
const kinds = new Map<string, string>();
beforeAll(async () => {
  desk = await openPriceDesk();
  phone = await desk.offeringId('OF_PHONE');
  const { data } = await desk.graph.query('{ salesRuleKinds(first: 100) { nodes { id code } } }');
  for (const { id, code } of data.salesRuleKinds.nodes) kinds.set(code, id);
});
afterAll(() => desk.graph.close());

const save = (rules: object[]) => desk.run('offeringSalesRulesSave', 'offering { code }', { offeringId: phone, rules });
const of = (kind: string, ...values: string[]) => ({ kindId: kinds.get(kind)!, values });
const sql = (text: string) => desk.graph.database.pool.query(text);

test("PRD-43 PRD-44 values that nobody could ever meet are refused with their place, for kinds of one's own too", async () => {
  await save([of('SALES_CHANNEL', 'WEB_HALL')]);
  const { salesRuleKind } = await desk.run('salesRuleKindSave', 'salesRuleKind { id }', {
    ...{ code: 'PIECES', name: 'Pieces', stage: 'HOLDINGS', message: 'It needs {values}.' },
    condition: 'customer.held >= number(values[1])',
  });
  kinds.set('PIECES', salesRuleKind.id);
  const refused = async (kind: string, ...values: string[]) => faults(await save([of(kind, ...values)]));
  for (const kind of ['TENURE_MONTHS', 'MONTHLY_SPENDING', 'CUSTOMER_TYPE', 'SERVICE_LEVEL', 'PIECES'])
    expect([kind, await refused(kind, 'NOPE')]).toEqual([kind, ['BAD_VALUE input.rules.0.values.0']]);
  for (const kind of ['SEGMENT', 'HOLDS_OFFERING', 'HOLDS_PRODUCT'])
    expect([kind, await refused(kind, 'NOPE')]).toEqual([kind, ['NOT_FOUND input.rules.0.values.0']]);
  expect(await refused('AGE', '18', 'old')).toEqual(['BAD_VALUE input.rules.0.values.1']);
  expect(await refused('HOLDS_OFFERING', 'OF_PHONE', 'NOPE')).toEqual(['NOT_FOUND input.rules.0.values.1']);
  expect(await desk.count('sales_rule')).toBe(1);
  for (const [kind, ...values] of [
    ['TENURE_MONTHS', '12'],
    ['MONTHLY_SPENDING', '99.5', '200'],
    ['SERVICE_LEVEL', 'DIAMOND', 'JADE'],
    ['HOLDS_PRODUCT', 'PHONE'],
    ['PIECES', '2'],
  ] as const)
    expect([kind, await refused(kind, ...values)]).toEqual([kind, []]);
  // What its rules say already stays, though nothing of the code is there any more.
  await sql(
    `update sales_rule set kind_id = (select id from sales_rule_kind where code = 'HOLDS_PRODUCT'), values = '{GONE}'`,
  );
  expect(await refused('HOLDS_PRODUCT', 'GONE')).toEqual([]);
});
