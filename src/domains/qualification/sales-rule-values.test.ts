import type { As } from '../../testing/graph.js';
import { faults, openPriceDesk, type PriceDesk } from '../../testing/price-desk.js';
import { hire } from '../../testing/staff.js';

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
  await hire(desk.graph, 'S_100', 'H4401', ['HALL_CLERK']);
  await sql(`insert into customer_group (id, created_at, updated_at, code, name, region_id)
    select gen_random_uuid(), now(), now(), 'G_SALE', 'Group', id from region where code = '4401'`);
  await sql(`insert into customer_template_field (id, created_at, updated_at, template_id, code, name, data_type, mandatory, allowed_values, position, since_version, active)
    select gen_random_uuid(), now(), now(), id, 'colour', 'Colour', 'CHOICE', false, '{red,blue}', 90, 1, true from customer_template where customer_type = 'PUBLIC'`);
  const refused = async (kind: string, ...values: string[]) => faults(await save([of(kind, ...values)]));
  for (const kind of ['TENURE_MONTHS', 'MONTHLY_SPENDING', 'CUSTOMER_TYPE', 'SERVICE_LEVEL', 'PIECES'])
    expect([kind, await refused(kind, 'NOPE')]).toEqual([kind, ['BAD_VALUE input.rules.0.values.0']]);
  for (const kind of ['SEGMENT', 'HOLDS_OFFERING', 'HOLDS_PRODUCT'])
    expect([kind, await refused(kind, 'NOPE')]).toEqual([kind, ['NOT_FOUND input.rules.0.values.0']]);
  for (const kind of ['SELLER', 'SELLER_POSITION', 'SELLER_UNIT', 'CUSTOMER', 'CUSTOMER_GROUP', 'CAMPAIGN_LIST'])
    expect([kind, await refused(kind, 'NOPE')]).toEqual([kind, ['NOT_FOUND input.rules.0.values.0']]);
  expect(await refused('CUSTOMER_SUB_TYPE', '3A', 'NOPE')).toEqual(['NOT_FOUND input.rules.0.values.1']);
  expect(await refused('CUSTOMER_ATTRIBUTE', 'NOPE', 'x')).toEqual(['NOT_FOUND input.rules.0.values.0']);
  expect(await refused('CUSTOMER_ATTRIBUTE', 'colour', 'red', 'green')).toEqual(['BAD_VALUE input.rules.0.values.2']);
  expect(await refused('GENDER', 'FEMALE', 'WOMAN')).toEqual(['BAD_VALUE input.rules.0.values.1']);
  expect(await refused('AGE', '18', 'old')).toEqual(['BAD_VALUE input.rules.0.values.1']);
  expect(await refused('HOLDS_OFFERING', 'OF_PHONE', 'NOPE')).toEqual(['NOT_FOUND input.rules.0.values.1']);
  expect(await desk.count('sales_rule')).toBe(1);
  for (const [kind, ...values] of [
    ['TENURE_MONTHS', '12'],
    ['MONTHLY_SPENDING', '99.5', '200'],
    ['SERVICE_LEVEL', 'DIAMOND', 'JADE'],
    ['HOLDS_PRODUCT', 'PHONE'],
    ['PIECES', '2'],
    ['SELLER', 'S_100'],
    ['SELLER_POSITION', 'HALL_CLERK'],
    ['SELLER_UNIT', 'H4401'],
    ['CUSTOMER_SUB_TYPE', '3A'],
    ['CUSTOMER_GROUP', 'G_SALE'],
    ['GENDER', 'FEMALE', 'OTHER'],
    ['OCCUPATION', 'BAKER'],
    ['CUSTOMER_ATTRIBUTE', 'colour', 'red'],
  ] as const)
    expect([kind, await refused(kind, ...values)]).toEqual([kind, []]);
  // What its rules say already stays, though nothing of the code is there any more.
  await sql(
    `update sales_rule set kind_id = (select id from sales_rule_kind where code = 'HOLDS_PRODUCT'), values = '{GONE}'`,
  );
  expect(await refused('HOLDS_PRODUCT', 'GONE', 'PHONE')).toEqual([]);
});

test('PRD-44 customers whom a maintainer may not see are like those that there are not', async () => {
  const seen = await desk.customer('Seen Buyer', '4401');
  const other = await desk.customer('Other Buyer', '5101');
  const codeOf = async (id: string) =>
    (await desk.graph.query('query ($id: ID!) { customer(id: $id) { code } }', { id }, { as: 'admin' })).data.customer
      .code as string;
  const local: As = { sub: 'pm44', role: 'staff', region: '44' };
  await sql(
    `update offering set level = 'PROVINCE', owner_id = (select id from region where code = '44') where code = 'OF_PHONE'`,
  );
  const kept = (code: string) =>
    desk.run('offeringSalesRulesSave', '', { offeringId: phone, rules: [of('CUSTOMER', code)] }, local);
  expect(faults(await kept(await codeOf(other)))).toEqual(['NOT_FOUND input.rules.0.values.0']);
  expect(faults(await kept(await codeOf(seen)))).toEqual([]);
});
