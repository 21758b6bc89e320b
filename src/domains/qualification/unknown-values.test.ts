import { faults, openPriceDesk, type PriceDesk } from '../../testing/price-desk.js';

let desk: PriceDesk;
let phone: string;
let buyer: string;
const kinds = new Map<string, string>();
beforeAll(async () => {
  desk = await openPriceDesk();
  phone = await desk.offeringId('OF_PHONE');
  buyer = await desk.customer('Unknown Buyer');
  const { data } = await desk.graph.query('{ salesRuleKinds(first: 100) { nodes { id code } } }');
  for (const { id, code } of data.salesRuleKinds.nodes) kinds.set(code, id);
});
afterAll(() => desk.graph.close());

const of = (kind: string, ...values: string[]) => ({ kindId: kinds.get(kind)!, values });
const sql = (text: string) => desk.graph.database.pool.query(text);
const known = (column: string, value: string) =>
  sql(`update party set ${column} = '${value}' where name = 'Unknown Buyer'`);

/** Whether the buyer may have the offering by one rule, and why not; and whether a page of what may be bought has it. */
async function judged(rule: object) {
  const saved = await desk.run('offeringSalesRulesSave', 'offering { code }', { offeringId: phone, rules: [rule] });
  expect(faults(saved)).toEqual([]);
  const ask = (more: object) =>
    desk.ask(
      'offeringQualification',
      'OfferingQualificationInput',
      'items { qualified offering { code } objections { code details } }',
      { customerId: buyer, ...more },
    );
  const [item] = (await ask({ offeringIds: [phone] })).items;
  const { items } = await ask({ first: 100, qualifiedOnly: true });
  const listed = items.some(({ offering }: { offering: { code: string } }) => offering.code === 'OF_PHONE');
  expect(listed).toBe(item.qualified);
  return item.qualified ? 'qualified' : item.objections[0].details.parts;
}
const not = (rule: object) => ({ ...rule, negate: true });

describe('PRD-43 PRD-44 PRD-110 rules about what nobody knows of a customer hold neither way, and say so', () => {
  it.each([
    ['GENDER', 'gender', 'FEMALE', ['MALE']],
    ['OCCUPATION', 'occupation', 'BAKER', ['SMITH', 'MILLER']],
  ])('%s', async (kind, column, other, values) => {
    const rule = of(kind, ...values);
    const name = `customer.${column}`;
    expect(await judged(rule)).toMatchObject([{ values: { [name]: null }, unknown: [name] }]);
    expect(await judged(not(rule))).toMatchObject([
      { text: `not(list contains(values, ${name}))`, values: { [name]: null }, unknown: [name] },
    ]);
    expect(await judged(not({ all: [rule] }))).toMatchObject([{ unknown: [name] }]);
    expect(await judged({ any: [not(rule), { condition: 'customer.known' }] })).toBe('qualified');
    expect(await judged({ condition: `${name} != "${values[0]}"` })).toMatchObject([{ unknown: [name] }]);
    expect(await judged({ condition: `${name} = null or ${name} != "${values[0]}"` })).toBe('qualified');
    await known(column, other);
    expect(await judged(not(rule))).toBe('qualified');
    expect(await judged({ condition: `${name} != "${values[0]}"` })).toBe('qualified');
    const refused = await judged(rule);
    expect(refused).toMatchObject([{ values: { [name]: other } }]);
    expect(refused[0]).not.toHaveProperty('unknown');
    await known(column, values[0]!);
    expect(await judged(not(rule))).toMatchObject([{ values: { [name]: values[0] } }]);
    expect(await judged(rule)).toBe('qualified');
  });

  it('an attribute of the extended ones', async () => {
    await sql(`insert into customer_template_field (id, created_at, updated_at, template_id, code, name, data_type, mandatory, allowed_values, position, since_version, active)
      select gen_random_uuid(), now(), now(), id, 'hobby', 'Hobby', 'TEXT', false, '{}', 90, 1, true from customer_template where customer_type = 'PUBLIC'`);
    const rule = of('CUSTOMER_ATTRIBUTE', 'hobby', 'chess');
    const characteristics = (value: string) =>
      sql(`update customer set characteristics = '${value}' where name = 'Unknown Buyer'`);
    await characteristics('{}');
    expect(await judged(not(rule))).not.toBe('qualified');
    expect(await judged({ condition: 'get value(customer.characteristics, "hobby") != "chess"' })).not.toBe(
      'qualified',
    );
    await characteristics('{"hobby": "go"}');
    expect(await judged(not(rule))).toBe('qualified');
    await characteristics('{"hobby": "chess"}');
    expect([await judged(not(rule)), await judged(rule)]).toEqual([expect.any(Array), 'qualified']);
  });
});
