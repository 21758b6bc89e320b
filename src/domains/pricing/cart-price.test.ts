import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openPriceDesk, type PriceDesk } from '../../testing/price-desk.js';

let desk: PriceDesk;
let phone: string;
beforeAll(async () => {
  desk = await openPriceDesk();
  phone = await desk.offeringId('OF_PHONE');
});
afterAll(() => desk.graph.close());

const charge = 'source code feeItem type equivalent unitPrice quantity amount formula tier { basis threshold }';
const fields = `currency oneTime { amount } recurring { amount } points pointsAwarded traffic { unit amount } discounts { ${charge} }
  lines { line quantity oneTime { amount } recurring { amount } points traffic { unit amount } changed offering { code } tariffPlans { code }
    charges { ${charge} rule { code } tariffPlan { code } discount { code } } objections { code path } }`;
const price = (lines: object[], more: object = {}) =>
  desk.ask('cartPrice', 'CartPriceInput', fields, { lines, ...more });
const line = async (tariffPlanId: string, more: object = {}) =>
  (await price([{ offeringId: phone, tariffPlanId, ...more }], {})).lines[0];
const codes = (priced: { charges: { code: string; amount: string | null }[] }) =>
  priced.charges.map(({ code, amount }) => `${code} ${amount}`);
const objections = (priced: { objections: { code: string }[] }) => priced.objections.map(({ code }) => code);

const faults = (payload: { userErrors: { code: string; path: string[] }[] }) =>
  payload.userErrors.map(({ code, path }) => `${code} ${path.join('.')}`);

describe('charges', () => {
  test('PRD-61 PRD-67 PRD-78 PRD-114 a line costs what the rules of its plan say: once, for each period, by usage, in points and as an allowance', async () => {
    const plan = await desk.plan(
      'P_ALL',
      'OF_PHONE',
      [
        { code: 'ALL_HANDLING', value: '5', feeItem: 'HANDLING', service: 'INSTALL' },
        { code: 'ALL_INSTALL', value: '20.005', service: 'INSTALL' },
        { code: 'ALL_MOVE', value: '50', service: 'MOVE' },
        { code: 'ALL_LOCAL', type: 'USAGE', value: '0.1', unit: 'min' },
        { code: 'ALL_POINTS', equivalent: 'POINTS', currency: null, value: '300' },
        {
          code: 'ALL_DATA',
          type: 'PERIODIC',
          period: 'MONTH',
          equivalent: 'TRAFFIC',
          currency: null,
          unit: 'GB',
          value: '10',
        },
      ],
      { type: 'PERIODIC', period: 'MONTH', amount: '15' },
    );
    const cart = await price([{ offeringId: phone, tariffPlanId: plan, quantity: 2 }]);
    expect(cart.lines[0]).toMatchObject({
      offering: { code: 'OF_PHONE' },
      tariffPlans: [{ code: 'P_ALL' }],
      oneTime: { amount: '50.01' },
      recurring: { amount: '30' },
      points: '600',
      objections: [],
    });
    const allowance = [{ unit: 'GB', amount: '20' }];
    expect([cart.traffic, cart.lines[0].traffic]).toEqual([allowance, allowance]);
    expect(codes(cart.lines[0])).toEqual([
      'P_ALL 30',
      'ALL_HANDLING 10',
      'ALL_INSTALL 40.01',
      'ALL_LOCAL null',
      'ALL_POINTS 600',
      'ALL_DATA 20',
    ]);
    expect(cart).toMatchObject({ currency: 'CNY', oneTime: { amount: '50.01' }, recurring: { amount: '30' } });
    const moved = await line(plan, { service: 'MOVE' });
    expect(codes(moved)).toEqual(['ALL_MOVE 50', 'ALL_POINTS 300']);
    expect(moved.charges[0]).toMatchObject({
      rule: { code: 'ALL_MOVE' },
      tariffPlan: { code: 'P_ALL' },
      source: 'RULE',
    });
  });

  test('PRD-76 ten in one order cost 100 each, twenty 50, and nothing once the customer has a hundred', async () => {
    const tiers = [
      { basis: 'ORDER', threshold: 10, value: '100' },
      { basis: 'ORDER', threshold: 20, value: '50' },
      { basis: 'CUSTOMER', threshold: 100, value: '0' },
    ];
    const plan = await desk.plan('P_TIERS', 'OF_PHONE', [{ code: 'LABOUR', value: '150', tiers }]);
    const fee = async (quantity: number, customerId?: string) =>
      (await price([{ offeringId: phone, tariffPlanId: plan, quantity }], { customerId })).oneTime.amount;
    expect(await Promise.all([9, 10, 19, 20].map((quantity) => fee(quantity)))).toEqual([
      '1350',
      '1000',
      '1900',
      '1000',
    ]);
    const split = await price([6, 4].map((quantity) => ({ offeringId: phone, tariffPlanId: plan, quantity })));
    expect(split.lines.map((each: { oneTime: object }) => each.oneTime)).toEqual([
      { amount: '600' },
      { amount: '400' },
    ]);
    const customerId = await desk.customer('Big Buyer');
    await desk.give(customerId, 'OF_PHONE', 95);
    expect(await Promise.all([4, 5].map((quantity) => fee(quantity, customerId)))).toEqual(['600', '0']);
    const reached = await price([{ offeringId: phone, tariffPlanId: plan, quantity: 5 }], { customerId });
    expect(reached.lines[0].charges[0].tier).toEqual({ basis: 'CUSTOMER', threshold: 100 });
  });

  test('PRD-76 PRD-81 tiers of a rule that lies in nested plans count all lines that pay it, and pay it once', async () => {
    const tiers = [
      { basis: 'ORDER', threshold: 10, value: '100' },
      { basis: 'ORDER', threshold: 20, value: '50' },
      { basis: 'CUSTOMER', threshold: 100, value: '0' },
    ];
    const deep = await desk.plan('P_DEEP_FEE', 'OF_PHONE', [{ code: 'DEEP_LABOUR', value: '150', tiers }]);
    const nest = async (code: string, plans: string[]) => {
      const plan = await desk.plan(code, 'OF_PHONE', []);
      const members = plans.map((nestedPlanId) => ({ nestedPlanId }));
      await desk.settled('tariffPlanCompose', plan, { tariffPlanId: plan, members });
      return plan;
    };
    const [one, other] = [await nest('P_NEST_1', [deep]), await nest('P_NEST_2', [deep])];
    // The same rule by two ways.
    const both = await nest('P_NEST_3', [one, other]);
    const cost = async (lines: [string, number][], customerId?: string) =>
      (
        await price(
          lines.map(([tariffPlanId, quantity]) => ({ offeringId: phone, tariffPlanId, quantity })),
          { customerId },
        )
      ).lines.map((each: { oneTime: { amount: string } }) => each.oneTime.amount);
    expect(
      await cost([
        [one, 6],
        [other, 3],
      ]),
    ).toEqual(['900', '450']);
    expect(
      await cost([
        [one, 6],
        [other, 4],
      ]),
    ).toEqual(['600', '400']);
    expect(
      await cost([
        [one, 12],
        [both, 8],
      ]),
    ).toEqual(['600', '400']);
    expect(await cost([[both, 1]])).toEqual(['150']);
    const customerId = await desk.customer('Nested Buyer');
    await desk.give(customerId, 'OF_PHONE', 89);
    expect(
      await cost(
        [
          [one, 6],
          [other, 4],
        ],
        customerId,
      ),
    ).toEqual(['600', '400']);
    expect(
      await cost(
        [
          [one, 6],
          [both, 5],
        ],
        customerId,
      ),
    ).toEqual(['0', '0']);
    await desk.graph.database.pool.query(
      `update offering_instance set status = 'ENDED' where id in (select i.id from offering_instance i join customer c on c.id = i.customer_id where c.name = 'Nested Buyer' limit 2)`,
    );
    expect(
      await cost(
        [
          [one, 6],
          [both, 5],
        ],
        customerId,
      ),
    ).toEqual(['600', '500']);
  });

  test('PRD-66 months, days and hours begin where the operator is', async () => {
    const plan = await desk.plan('P_ZONE', 'OF_PHONE', [
      { code: 'ZONE_MARCH', value: '1', months: ['3'] },
      { code: 'ZONE_FIRST', value: '2', monthDays: ['1'] },
      { code: 'ZONE_SUNDAY', value: '4', weekDays: ['7'] },
      { code: 'ZONE_NIGHT', value: '8', condition: 'moment.hour < 1' },
    ]);
    const cost = async (at: string) =>
      (await price([{ offeringId: phone, tariffPlanId: plan }], { at })).oneTime.amount;
    expect(await cost('2026-03-01T00:30:00+08:00')).toBe('15');
    expect(await cost('2026-03-01T08:30:00+08:00')).toBe('7');
    expect(await cost('2026-04-01T00:30:00+08:00')).toBe('10');
    // 28 February, a Saturday, until midnight there.
    expect(await cost('2026-02-28T15:59:00Z')).toBe('0');
  });

  test('PRD-77 members of a group buy together', async () => {
    const plan = await desk.plan('P_GROUP', 'OF_PHONE', [
      { code: 'GROUP_FEE', value: '80', tiers: [{ basis: 'GROUP', threshold: 30, value: '40' }] },
    ]);
    const [one, other] = [await desk.customer('Group One'), await desk.customer('Group Two')];
    await desk.give(other, 'OF_PHONE', 28);
    const fee = async () =>
      (await price([{ offeringId: phone, tariffPlanId: plan, quantity: 2 }], { customerId: one })).oneTime.amount;
    expect(await fee()).toBe('160');
    await desk.graph.database.pool.query(`
      with g as (insert into customer_group (id, created_at, updated_at, code, name, region_id)
        select gen_random_uuid(), now(), now(), 'G_BUY', 'Buyers', id from region where code = '4401' returning id)
      insert into group_membership (id, created_at, updated_at, group_id, customer_id, validity_from)
        select gen_random_uuid(), now(), now(), g.id, c.id, now() - interval '1 day' from g, customer c where c.name in ('Group One', 'Group Two')`);
    expect(await fee()).toBe('80');
    const { pool } = desk.graph.database;
    // What was given up counts no more, and so does who has left.
    const held = (status: string) =>
      pool.query(
        `update offering_instance set status = $1 where id in (select i.id from offering_instance i join customer c on c.id = i.customer_id
          where c.name = 'Group Two' order by i.id limit 1)`,
        [status],
      );
    await held('ENDED');
    expect(await fee()).toBe('160');
    await held('ACTIVE');
    expect(await fee()).toBe('80');
    const left = (name: string, at: string | null) =>
      pool.query(
        `update group_membership m set validity_to = $2 from customer c where c.id = m.customer_id and c.name = $1`,
        [name, at],
      );
    for (const name of ['Group One', 'Group Two']) {
      await left(name, new Date(Date.now() - 60_000).toISOString());
      expect(await fee()).toBe('160');
      await left(name, null);
      expect(await fee()).toBe('80');
    }
  });

  test('PRD-71 a formula in FEEL over customer and line gives the price; what cannot be computed is said', async () => {
    const plan = await desk.plan('P_FORMULA', 'OF_PHONE', [
      { code: 'BY_SPEED', formula: 'line.attributes.bandwidth * 0.1 + if line.quantity > 1 then 5 else 10' },
    ]);
    const of = (bandwidth: unknown, quantity = 1) =>
      line(plan, { quantity, attributes: [{ name: 'bandwidth', value: bandwidth }] });
    expect((await of(3)).oneTime.amount).toBe('10.3');
    expect((await of(100, 2)).oneTime.amount).toBe('30');
    // Nothing that is opened has such an attribute, and the formula has no value of it.
    expect(objections(await of('fast')).toSorted()).toEqual(['RULE_WITHOUT_VALUE', 'UNKNOWN_CHARACTERISTIC']);
  });

  test('PRD-71 PRD-75 a formula that falls below zero charges nothing, and takes nothing from what else a line costs', async () => {
    const plan = await desk.plan('P_BELOW', 'OF_PHONE', [
      { code: 'BELOW', formula: 'line.quantity - 10' },
      { code: 'BESIDE', value: '4' },
    ]);
    const one = await line(plan);
    expect(codes(one)).toEqual(['BELOW 0', 'BESIDE 4']);
    expect(one.oneTime.amount).toBe('4');
    expect(codes(await line(plan, { quantity: 11 }))).toEqual(['BELOW 11', 'BESIDE 44']);
  });

  test('PRD-73 PRD-74 of the rules of one fee the one that fits most attributes is charged', async () => {
    const fee = (code: string, value: string, attributes: object) => ({
      code,
      value,
      feeItem: 'LINE',
      attributeValues: Object.entries(attributes).map(([name, each]) => ({ name, value: each })),
    });
    const plan = await desk.plan('P_MEDIUM', 'OF_PHONE', [
      fee('ANY_LINE', '10', {}),
      fee('FIBRE', '30', { medium: 'fibre' }),
      fee('FIBRE_RURAL', '90', { medium: 'fibre', place: ['village', 'farm'] }),
      { code: 'PAPER', value: '1', feeItem: 'HANDLING' },
    ]);
    const of = async (attributes: object) =>
      codes(await line(plan, { attributes: Object.entries(attributes).map(([name, value]) => ({ name, value })) }));
    expect(await of({})).toEqual(['ANY_LINE 10', 'PAPER 1']);
    expect(await of({ medium: 'fibre' })).toEqual(['FIBRE 30', 'PAPER 1']);
    expect(await of({ medium: 'fibre', place: 'farm' })).toEqual(['FIBRE_RURAL 90', 'PAPER 1']);
  });

  test('PRD-62 PRD-64 the standard price of a product holds until a plan prices the same fee', async () => {
    const { data } = await desk.graph.query('{ product(code: "PHONE") { id } }');
    await desk.rule({ code: 'STD_MOVE', value: '70', feeItem: 'MOVING', service: 'MOVE', productId: data.product.id });
    const bare = await desk.plan('P_BARE', 'OF_PHONE', []);
    const own = await desk.plan('P_OWN', 'OF_PHONE', [
      { code: 'OWN_MOVE', value: '10', feeItem: 'MOVING', service: 'MOVE' },
    ]);
    expect((await line(bare, { service: 'MOVE' })).charges).toMatchObject([
      { source: 'STANDARD', code: 'STD_MOVE', amount: '70' },
    ]);
    expect(codes(await line(own, { service: 'MOVE' }))).toEqual(['OWN_MOVE 10']);
  });

  test('PRD-65 PRD-66 PRD-80 PRD-90 rules hold in their period, months and days, a plan and its tie in theirs', async () => {
    const plan = await desk.plan('P_TIME', 'OF_PHONE', [
      { code: 'OLD_FEE', value: '1', validTo: '2026-03-01T00:00:00Z' },
      { code: 'SUMMER', value: '2', months: ['7', '8'] },
      { code: 'FIRST_MONDAY', value: '4', weekDays: ['1'], monthDays: ['1', '2', '3', '4', '5', '6', '7'] },
      { code: 'LATER', type: 'PERIODIC', period: 'MONTH', value: '8', afterMonths: 1 },
    ]);
    const at = async (moment: string) =>
      (await price([{ offeringId: phone, tariffPlanId: plan }], { at: moment })).lines[0];
    expect(codes(await at('2026-02-10T00:00:00Z'))).toEqual(['OLD_FEE 1', 'LATER 8']);
    expect((await at('2026-02-10T00:00:00Z')).recurring.amount).toBe('0');
    expect(codes(await at('2026-07-06T00:00:00Z'))).toEqual(['SUMMER 2', 'FIRST_MONDAY 4', 'LATER 8']);
    expect(codes(await at('2026-07-13T00:00:00Z'))).toEqual(['SUMMER 2', 'LATER 8']);
    expect(objections(await at('2019-07-13T00:00:00Z'))).toContain('NOT_SOLD_WITH');
    await desk.settled('offeringTariffSave', phone, {
      offeringId: phone,
      tariffPlanId: plan,
      validTo: '2026-06-01T00:00:00Z',
    });
    expect(objections(await at('2026-07-13T00:00:00Z'))).toEqual(['NOT_SOLD_WITH']);
  });

  test('PRD-79 PRD-81 plans nest; rules apply in the order of the priorities on the way down', async () => {
    const inner = await desk.plan('P_INNER', 'OF_PHONE', [
      { code: 'IN_B', value: '2' },
      { code: 'IN_C', value: '3' },
    ]);
    const outer = await desk.plan('P_OUTER', 'OF_PHONE', []);
    const a = await desk.rule({ code: 'OUT_A', value: '1' });
    const d = await desk.rule({ code: 'OUT_D', value: '4' });
    const compose = (tariffPlanId: string, members: object[]) =>
      desk.run('tariffPlanCompose', 'tariffPlan { id }', { tariffPlanId, members });
    const composed = (tariffPlanId: string, members: object[]) =>
      desk.settled('tariffPlanCompose', tariffPlanId, { tariffPlanId, members });
    await composed(outer, [
      { tariffRuleId: d, priority: 30 },
      { nestedPlanId: inner, priority: 20 },
      { tariffRuleId: a, priority: 10 },
    ]);
    expect(codes(await line(outer))).toEqual(['OUT_A 1', 'IN_B 2', 'IN_C 3', 'OUT_D 4']);
    const before = await desk.count('tariff_plan_member');
    const circle = await compose(inner, [{ nestedPlanId: outer }]);
    expect(circle.userErrors).toMatchObject([{ code: 'CONTRADICTORY', path: ['input', 'members'] }]);
    expect(await desk.count('tariff_plan_member')).toBe(before);
    const { tariffPlan: dollars } = await desk.run('tariffPlanCreate', 'tariffPlan { id }', {
      ...{ code: 'P_DOLLARS', name: 'Dollars', type: 'ONE_TIME', amount: '9', currency: 'USD' },
    });
    const mixed = await compose(outer, [{ tariffRuleId: a }, { nestedPlanId: dollars.id }]);
    expect(faults(mixed)).toEqual(['CONTRADICTORY input.members.1.nestedPlanId']);
    expect(await desk.count('tariff_plan_member')).toBe(before);
    let top = outer;
    for (let level = 2; level <= 10; level++) {
      const next = await desk.plan(`P_DEEP_${level}`, 'OF_PHONE', []);
      await composed(next, [{ nestedPlanId: top }]);
      top = next;
    }
    expect(codes(await line(top))).toHaveLength(4);
    const eleventh = await desk.plan('P_DEEP_11', 'OF_PHONE', []);
    expect((await compose(eleventh, [{ nestedPlanId: top }])).userErrors).toMatchObject([{ code: 'TOO_DEEP' }]);
  });

  test('PRD-81 PRD-82 a plan is activated when the plans in it are, however deep, and says which are not', async () => {
    const plans: string[] = [];
    for (const code of ['P_LOW', 'P_MIDDLE', 'P_HIGH']) {
      const members = plans.length > 0 ? [{ nestedPlanId: plans.at(-1) }] : [];
      const input = { code, name: code, type: 'ONE_TIME', amount: '1', currency: 'CNY', members };
      plans.push((await desk.run('tariffPlanCreate', 'tariffPlan { id }', input)).tariffPlan.id);
    }
    const step = async (tariffPlanId: string, action: string) =>
      (await desk.run('tariffPlanStatusChange', '', { tariffPlanId, action }, 'admin')).userErrors;
    for (const id of plans) expect(await step(id, 'APPROVE')).toEqual([]);
    const [low, middle, high] = plans as [string, string, string];
    expect(await step(high, 'ACTIVATE')).toMatchObject([
      { code: 'NOT_SELLABLE', path: ['input', 'tariffPlanId'], details: { plans: ['P_LOW', 'P_MIDDLE'] } },
    ]);
    const { data } = await desk.graph.query('{ tariffPlan(code: "P_HIGH") { status } }');
    expect(data.tariffPlan.status).toBe('APPROVED');
    for (const id of [low, middle, high]) expect(await step(id, 'ACTIVATE')).toEqual([]);
  });

  test('PRD-83 a lucky number chooses its own plan', async () => {
    const lucky = await desk.plan('P_LUCKY', 'OF_PHONE', [{ code: 'LUCKY', value: '888' }]);
    const condition = 'ends with(line.number, "888")';
    await desk.settled('tariffPlanChange', lucky, { tariffPlanId: lucky, condition });
    const { data } = await desk.graph.query('{ tariffPlan(code: "P_LUCKY") { condition configuredBy } }');
    expect(data.tariffPlan).toEqual({ condition, configuredBy: 'pm1' });
    const plans = async (number?: string) => (await price([{ offeringId: phone, number }])).lines[0].tariffPlans;
    expect(await plans('02087778888')).toEqual([{ code: 'P_LUCKY' }]);
    expect(await plans('02087771234')).toEqual([{ code: 'TP_PHONE_CNY' }]);
    expect(objections(await line(lucky, { number: '1' }))).toEqual(['PLAN_CONDITION']);
    await desk.run('tariffPlanStatusChange', '', { tariffPlanId: lucky, action: 'SUSPEND' });
    expect(await plans('02087778888')).toEqual([{ code: 'TP_PHONE_CNY' }]);
  });

  test('PRD-84 PRD-87 PRD-89 plans exclude, need and upgrade one another, everywhere or in one offering', async () => {
    const [a, b, c] = [
      await desk.plan('P_A', 'OF_PHONE', []),
      await desk.plan('P_B', 'OF_PHONE', []),
      await desk.plan('P_C', 'OF_PHONE', []),
    ];
    const relate = (input: { fromId: string; toId: string; kind: string; offeringId?: string; remove?: boolean }) =>
      desk.settled('tariffPlanRelate', input.fromId, input);
    const both = async (one: string, other: string) =>
      (await price([one, other].map((tariffPlanId) => ({ offeringId: phone, tariffPlanId })))).lines.map(objections);
    await relate({ fromId: a, toId: b, kind: 'EXCLUDE' });
    expect(await both(b, a)).toEqual([['PLAN_EXCLUDED'], ['PLAN_EXCLUDED']]);
    await relate({ fromId: b, toId: a, kind: 'COEXIST', offeringId: phone });
    expect(await both(a, b)).toEqual([[], []]);
    await relate({ fromId: c, toId: b, kind: 'REQUIRE' });
    expect(objections(await line(c))).toEqual(['PLAN_REQUIRED']);
    expect(await both(c, b)).toEqual([[], []]);
    await relate({ fromId: c, toId: b, kind: 'REQUIRE', remove: true });
    await relate({ fromId: c, toId: b, kind: 'UPGRADE' });
    expect(await both(c, b)).toEqual([['UPGRADE_ONLY'], []]);
    const doubled = await desk.run('tariffPlanRelate', 'held', { fromId: c, toId: b, kind: 'UPGRADE' });
    expect([faults(doubled), doubled.held]).toEqual([['DUPLICATE input.kind'], null]);
    // What an upgrade takes the place of does not stand in its way; what is kept besides does.
    await relate({ fromId: c, toId: b, kind: 'EXCLUDE' });
    const customerId = await desk.customer('Upgrading Cart');
    const upgraded = async () =>
      (await price([{ offeringId: phone, tariffPlanId: c }], { customerId })).lines.map(objections);
    const hold = async () => {
      await desk.give(customerId, 'OF_PHONE', 1);
      await desk.graph.database.pool.query(
        `update offering_instance set tariff_plan_id = (select id from tariff_plan where code = 'P_B') where tariff_plan_id is null
         and customer_id = (select id from customer where name = 'Upgrading Cart')`,
      );
    };
    await hold();
    expect(await upgraded()).toEqual([[]]);
    await hold();
    expect(await upgraded()).toEqual([['PLAN_EXCLUDED']]);
  });

  test('PRD-115 a price that was shown before is compared with the present one', async () => {
    const plan = await desk.plan('P_SHOWN', 'OF_PHONE', [{ code: 'SHOWN', value: '12.50' }]);
    const changed = async (amount: string) => (await line(plan, { shownOneTime: { amount, currency: 'CNY' } })).changed;
    expect(await changed('12.5')).toBe(false);
    expect(await changed('12.51')).toBe(true);
    expect((await line(plan)).changed).toBeNull();
  });
});
