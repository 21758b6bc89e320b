import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openPriceDesk, type PriceDesk } from '../../testing/price-desk.js';
import { monthlyCharges } from './monthly-charge.js';

let desk: PriceDesk;
let phone: string;
beforeAll(async () => {
  desk = await openPriceDesk();
  phone = await desk.offeringId('OF_PHONE');
});
afterAll(() => desk.graph.close());

const sql = (text: string, values: unknown[] = []) => desk.graph.database.pool.query(text, values);
/** What a customer is said to cost each month, read by a fee that is that much. */
const monthly = async (customerId: string) => {
  const { lines } = await desk.ask('cartPrice', 'CartPriceInput', 'lines { charges { code amount } }', {
    customerId,
    lines: [{ offeringId: phone, tariffPlanId: await asking }],
  });
  return lines[0].charges[0].amount as string;
};
let asked: Promise<string> | undefined;
const asking = {
  then: (...done: Parameters<Promise<string>['then']>) =>
    (asked ??= desk.plan('MC_ASK', 'OF_PHONE', [
      { code: 'MC_ASKED', formula: 'if customer.monthlyCharge = null then -1 else customer.monthlyCharge' },
    ])).then(...done),
};
/** A customer with one of an offering, a telephone, under a plan, since so many months. */
async function holder(name: string, plan: string, months = 0, offering = 'OF_PHONE'): Promise<string> {
  const customerId = await desk.customer(name);
  await desk.give(customerId, offering, 1);
  await sql(
    `update offering_instance set tariff_plan_id = (select id from tariff_plan where code = $2), validity_from = now() - make_interval(months => $3), priced_at = now()
      where customer_id = (select id from customer where name = $1)`,
    [name, plan, months],
  );
  return customerId;
}
const rent = (code: string, value: string, more: object = {}) => ({
  ...{ code, value, type: 'PERIODIC', period: 'MONTH' },
  ...more,
});

test('PRD-78 CUS-89 rent that is a rule of the plan is a monthly charge, whatever the period', async () => {
  await desk.plan('MC_RENT', 'OF_PHONE', [
    { code: 'MC_HANDLING', value: '5' },
    rent('MC_LINE', '15'),
    rent('MC_YEARLY', '24', { period: 'YEAR' }),
    rent('MC_BY_FORMULA', '0', { value: null, formula: '1000' }),
    rent('MC_POINTS', '500', { equivalent: 'POINTS', currency: null }),
    rent('MC_DOLLARS', '700', { currency: 'USD' }),
  ]);
  expect(await monthly(await holder('Rent by Rule', 'MC_RENT'))).toBe('17');
  await desk.plan('MC_QUARTER', 'OF_PHONE', [rent('MC_EXTRA', '1')], {
    ...{ type: 'PERIODIC', period: 'QUARTER', amount: '90' },
  });
  expect(await monthly(await holder('Rent by Quarter', 'MC_QUARTER'))).toBe('31');
});

test('PRD-66 PRD-81 rents of nested plans count, and none before it begins or after it ends', async () => {
  const inner = await desk.plan(
    'MC_INNER',
    'OF_PHONE',
    [rent('MC_NESTED', '4'), rent('MC_LATER', '8', { afterMonths: 3 })],
    {
      ...{ type: 'PERIODIC', period: 'MONTH', amount: '2' },
    },
  );
  const outer = await desk.plan('MC_OUTER', 'OF_PHONE', [rent('MC_FIRST', '16', { forMonths: 3 })]);
  const members = [
    { tariffRuleId: (await desk.graph.query('{ tariffRule(code: "MC_FIRST") { id } }')).data.tariffRule.id },
    { nestedPlanId: inner },
  ];
  await desk.settled('tariffPlanCompose', outer, { tariffPlanId: outer, members });
  expect(await monthly(await holder('Fresh Renter', 'MC_OUTER'))).toBe('22');
  expect(await monthly(await holder('Old Renter', 'MC_OUTER', 4))).toBe('14');
});

test('PRD-74 of the rents of one fee that counts which fits most attributes of what is held', async () => {
  await desk.plan('MC_SPEED', 'OF_PHONE', [
    rent('MC_ANY', '10', { feeItem: 'MC_LINE_RENT' }),
    rent('MC_FAST', '30', {
      feeItem: 'MC_LINE_RENT',
      attributeValues: [{ name: 'medium', value: ['FIBRE', 'GLASS'] }],
    }),
  ]);
  const customerId = await holder('Fast Renter', 'MC_SPEED');
  expect(await monthly(customerId)).toBe('10');
  await sql(
    `insert into product_instance (id, created_at, updated_at, instance_no, product_id, offering_instance_id, customer_id, region_id, status, characteristics)
      select gen_random_uuid(), now(), now(), 'MC-1', p.id, i.id, i.customer_id, i.region_id, 'ACTIVE', '{"medium": "GLASS"}'
      from offering_instance i join customer c on c.id = i.customer_id, product p where c.name = 'Fast Renter' and p.code = 'PHONE'`,
  );
  expect(await monthly(customerId)).toBe('30');
});

test('PRD-74 numbers that are written otherwise are the same, and texts are not', async () => {
  await sql(
    `insert into product_attribute (id, created_at, updated_at, product_id, code, name, data_type, mandatory, allowed_values, per_end, position)
      select gen_random_uuid(), now(), now(), p.id, a.code, a.code, a.type, false, '{}', false, 90 from product p,
      (values ('mcSpeed', 'INTEGER'), ('mcReach', 'DECIMAL'), ('mcZone', 'TEXT')) a (code, type) where p.code = 'PHONE'`,
  );
  const rents = { mcSpeed: 10, mcReach: '1.5', mcZone: '10' };
  for (const [name, value] of Object.entries(rents)) {
    const plan = `MC_N_${name}`;
    const attributeValues = [{ name, value }];
    await desk.plan(plan, 'OF_PHONE', [
      rent(`${plan}_ANY`, '1', { feeItem: 'MC_N_RENT' }),
      rent(`${plan}_FITS`, '7', { feeItem: 'MC_N_RENT', attributeValues }),
    ]);
  }
  const carrying = async (name: string, value: unknown) => {
    const holderName = `${name} ${JSON.stringify(value)}`;
    const customerId = await holder(holderName, `MC_N_${name}`);
    await sql(
      `insert into product_instance (id, created_at, updated_at, instance_no, product_id, offering_instance_id, customer_id, region_id, status, characteristics)
        select gen_random_uuid(), now(), now(), $1, p.id, i.id, i.customer_id, i.region_id, 'ACTIVE', $2
        from offering_instance i join customer c on c.id = i.customer_id, product p where c.name = $3 and p.code = 'PHONE'`,
      [`MC-${holderName}`, JSON.stringify({ [name]: value }), holderName],
    );
    return monthly(customerId);
  };
  const fits = '7';
  for (const value of [10, '10', '010', '10.0']) expect(await carrying('mcSpeed', value)).toBe(fits);
  for (const value of [1.5, '01.50']) expect(await carrying('mcReach', value)).toBe(fits);
  expect(await carrying('mcZone', '10')).toBe(fits);
  for (const [name, value] of [
    ['mcSpeed', '11'],
    ['mcSpeed', 'ten'],
    ['mcReach', '1.51'],
    ['mcZone', '010'],
  ] as const)
    expect(await carrying(name, value)).toBe('1');
});

test('PRD-72 CUS-89 what customers have costs each month what it did when it was sold, unless a change applies to it too', async () => {
  await desk.plan('MC_KEPT', 'OF_PHONE', [rent('MC_KEPT_RENT', '10')]);
  const early = await holder('Early Renter', 'MC_KEPT');
  const tariffRuleId = (await desk.graph.query('{ tariffRule(code: "MC_KEPT_RENT") { id } }')).data.tariffRule.id;
  const change = (input: object) => desk.settled('tariffRuleSave', tariffRuleId, { tariffRuleId, ...input });
  await change({ value: '30' });
  const late = await holder('Late Renter', 'MC_KEPT');
  expect([await monthly(early), await monthly(late)]).toEqual(['10', '30']);
  const { rows } = await sql(
    `select m.amount::text from customer c, lateral (${monthlyCharges('"c"."id"')}) m where c.name in ('Early Renter', 'Late Renter') order by c.name`,
  );
  expect(rows.map(({ amount }) => amount)).toEqual(['10', '30']);
  await change({ value: '40', appliesToExisting: true });
  expect([await monthly(early), await monthly(late)]).toEqual(['40', '40']);
});

/** Gives what a customer has so many pieces of the product of a telephone. */
const pieces = (name: string, count: number) =>
  sql(
    `insert into product_instance (id, created_at, updated_at, instance_no, product_id, offering_instance_id, customer_id, region_id, status, characteristics)
      select gen_random_uuid(), now(), now(), 'MC-' || c.code || n, p.id, i.id, i.customer_id, i.region_id, 'ACTIVE', '{}'
      from offering_instance i join customer c on c.id = i.customer_id, product p, generate_series(1, $2::int) n where c.name = $1 and p.code = 'PHONE'`,
    [name, count],
  );

describe('further plans', () => {
  let required: string;
  const periodic = (amount: string) => ({ ...{ type: 'PERIODIC', period: 'MONTH', amount } });
  beforeAll(async () => {
    await desk.plan('MC_MAIN', 'OF_MOBILE', [rent('MC_MAIN_RENT', '9')], periodic('199'));
    required = await desk.plan('MC_REQUIRED', 'OF_MOBILE', [rent('MC_REQUIRED_RENT', '3')], periodic('20'));
    await desk.plan('MC_OPTIONAL', 'OF_MOBILE', [], periodic('7'));
    await tie(true);
  });
  const tie = async (isRequired: boolean) => {
    const offeringId = await desk.offeringId('OF_MOBILE');
    await desk.settled('offeringTariffSave', offeringId, {
      ...{ offeringId, tariffPlanId: required, required: isRequired, validFrom: '2020-01-01T00:00:00Z' },
    });
  };
  const subscribe = (name: string) =>
    sql(
      `insert into subscribed_tariff (id, created_at, updated_at, offering_instance_id, tariff_plan_id, validity_from)
        select gen_random_uuid(), now(), now(), i.id, (select id from tariff_plan where code = 'MC_OPTIONAL'), now() - interval '1 day'
        from offering_instance i join customer c on c.id = i.customer_id where c.name = $1`,
      [name],
    );

  test('PRD-87 PRD-88 CUS-89 what an offering instance has besides its main plan is a monthly charge', async () => {
    const customerId = await holder('Holder of Further', 'MC_MAIN', 0, 'OF_MOBILE');
    expect(await monthly(customerId)).toBe('231');
    await subscribe('Holder of Further');
    expect(await monthly(customerId)).toBe('238');
    await sql('update subscribed_tariff set validity_to = now()');
    expect(await monthly(customerId)).toBe('231');
  });

  test('PRD-53 PRD-88 what everybody had to have stays with what was sold so, whatever is required now', async () => {
    const pinned = await holder('Pinned Holder', 'MC_MAIN', 0, 'OF_MOBILE');
    const open = await holder('Unpinned Holder', 'MC_MAIN', 0, 'OF_MOBILE');
    await sql(
      `update offering_instance i set offering_version_id = v.id from offering_version v, customer c
        where v.offering_id = i.offering_id and v.validity_to is null and c.id = i.customer_id and c.name = 'Pinned Holder'`,
    );
    await tie(false);
    expect([await monthly(pinned), await monthly(open)]).toEqual(['231', '208']);
    await tie(true);
    expect(await monthly(open)).toBe('231');
  });

  test('PRD-84 PRD-88 rules and the relations of plans see the plans that come by themselves', async () => {
    const asks = await desk.plan('MC_ASK_PLANS', 'OF_PHONE', [
      { code: 'MC_HAS', formula: 'if list contains(customer.plans, "MC_REQUIRED") then 1 else 0' },
    ]);
    const needs = await desk.plan('MC_NEEDS', 'OF_PHONE', []);
    const bars = await desk.plan('MC_BARS', 'OF_PHONE', []);
    for (const [fromId, kind] of [
      [needs, 'REQUIRE'],
      [bars, 'EXCLUDE'],
    ] as const)
      await desk.settled('tariffPlanRelate', fromId, { fromId, toId: required, kind });
    const said = async (customerId: string, tariffPlanId: string) => {
      const fields = 'lines { charges { amount } objections { code } }';
      const lines = [{ offeringId: phone, tariffPlanId }];
      const cart = await desk.ask('cartPrice', 'CartPriceInput', fields, { customerId, lines });
      const { charges, objections } = cart.lines[0];
      return [...charges, ...objections].map(({ amount, code }: Record<string, string>) => amount ?? code);
    };
    const has = await holder('Holder of Required', 'MC_MAIN', 0, 'OF_MOBILE');
    const lacks = await desk.customer('Holder of Nothing');
    expect([await said(has, asks), await said(lacks, asks)]).toEqual([['1'], ['0']]);
    expect([await said(has, needs), await said(lacks, needs)]).toEqual([[], ['PLAN_REQUIRED']]);
    expect([await said(has, bars), await said(lacks, bars)]).toEqual([['PLAN_EXCLUDED'], []]);
    const items = [{ action: 'INSTALL', offeringId: phone, installAddress: 'Road 1', tariffPlanId: bars }];
    const before = await desk.count('customer_order');
    const { userErrors } = await desk.run('orderSubmit', 'order { id }', { customerId: has, items }, 'admin');
    expect(userErrors).toMatchObject([{ code: 'PLAN_EXCLUDED' }]);
    expect(await desk.count('customer_order')).toBe(before);
  });
});

test('PRD-33 PRD-62 CUS-89 the price of a product is paid each month for each piece of it, in the plan or as its standard', async () => {
  const { data } = await desk.graph.query('{ product(code: "PHONE") { id } }');
  const productId = data.product.id;
  await desk.plan('MC_PIECES', 'OF_PHONE', [
    rent('MC_PIECE', '20', { productId, feeItem: 'MC_PIECE_RENT' }),
    rent('MC_ONCE', '1'),
  ]);
  const customerId = await holder('Holder of Three', 'MC_PIECES');
  await pieces('Holder of Three', 3);
  expect(await monthly(customerId)).toBe('61');
  await desk.rule(rent('MC_STANDARD', '2', { productId }));
  await desk.rule(rent('MC_STANDARD_PIECE', '500', { productId, feeItem: 'MC_PIECE_RENT' }));
  // The rule of the plan comes before the standard of the same fee.
  expect(await monthly(customerId)).toBe('67');
});
