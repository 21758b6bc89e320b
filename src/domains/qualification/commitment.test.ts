import { sandboxPace } from '../../../plugins/fulfilment-sandbox/index.js';
import { decodeId } from '../../kernel/model/index.js';
import type { As } from '../../testing/graph.js';
import { type CommitmentDesk, line, openCommitmentDesk } from '../../testing/commitment-desk.js';
import { faults, type PriceDesk } from '../../testing/price-desk.js';
import { hire } from '../../testing/staff.js';
import { approve } from '../../testing/second-person.js';
import { until } from '../../testing/until.js';

let desk: PriceDesk;
let fiber: string;
let products: CommitmentDesk['products'];
let sql: CommitmentDesk['sql'];
let submit: CommitmentDesk['submit'];
let holder: CommitmentDesk['holder'];
let check: CommitmentDesk['check'];
let commit: CommitmentDesk['commit'];
let remove: CommitmentDesk['remove'];
beforeAll(async () => {
  sandboxPace.stepMs = 0;
  ({ desk, fiber, products, sql, submit, holder, check, commit, remove } = await openCommitmentDesk());
});
afterAll(() => desk.graph.close());

describe('life-cycle control', () => {
  test('PRD-38 PRD-39 PRD-40 PRD-112 leaving early costs each month that is missing; the order waits for consent and carries the penalty', async () => {
    await commit({
      control: 'RELATIVE_TIME',
      keepMonths: 12,
      breachAction: 'PENALTY',
      penaltyFormula: '100 * monthsShort',
      breachPrompt: 'Kept for a year.',
    });
    const held = await holder('Early Leaver', 4);
    const asked = { productInstanceId: held.instances['INTERNET_FIBER'], service: 'REMOVE' };
    expect(await check(asked)).toEqual({
      permitted: true,
      breaches: [
        {
          ...{ control: 'RELATIVE_TIME', action: 'PENALTY', prompt: 'Kept for a year.', monthsShort: 8 },
          penalty: { amount: '800', currency: 'CNY' },
          replacementPlan: null,
          productInstance: { id: held.instances['INTERNET_FIBER'] },
          component: { product: { code: 'INTERNET_FIBER' } },
        },
      ],
    });
    expect((await check({ ...asked, service: 'MOVE' })).breaches).toEqual([]);
    const whole = await check({ offeringInstanceId: held.offeringInstanceId, service: 'REMOVE' });
    expect(whole.breaches).toHaveLength(1);
    const later = new Date();
    later.setUTCMonth(later.getUTCMonth() + 9);
    expect((await check({ ...asked, at: later.toISOString() })).breaches).toEqual([]);
    const before = await desk.count('customer_order');
    const refused = await remove(held, 'INTERNET_FIBER');
    expect(refused.userErrors).toMatchObject([
      {
        code: 'COMMITMENT_BREACHED',
        message: 'Kept for a year.',
        path: ['input', 'items', '0', 'productInstanceId'],
        details: { action: 'PENALTY', penalty: '800', currency: 'CNY', monthsShort: 8 },
      },
    ]);
    expect(await desk.count('customer_order')).toBe(before);
    const accepted = await desk.run(
      'orderSubmit',
      'order { oneTimeTotal { amount } items(first: 1) { nodes { penalty { amount } oneTimePrice { amount } charges { nodes { source amount currency } } } } }',
      {
        customerId: held.customerId,
        items: [{ action: 'REMOVE', productInstanceId: held.instances['INTERNET_FIBER'], acceptBreach: true }],
      },
      'admin',
    );
    expect(accepted.order).toMatchObject({
      oneTimeTotal: { amount: '800' },
      items: {
        nodes: [
          {
            ...{ penalty: { amount: '800' }, oneTimePrice: { amount: '800' } },
            charges: { nodes: [{ source: 'PENALTY', amount: '800', currency: 'CNY' }] },
          },
        ],
      },
    });
  });

  test('PRD-38 PRD-39 what is forbidden is refused whatever the customer accepts: until a day, or until an amount is spent', async () => {
    await commit({
      control: 'ABSOLUTE_TIME',
      keepUntil: '2999-01-01T00:00:00Z',
      breachAction: 'FORBID',
      breachPrompt: 'Not before 2999.',
    });
    const held = await holder('Bound Customer', 3);
    const asked = { productInstanceId: held.instances['INTERNET_FIBER'], service: 'REMOVE' };
    const sold = async (name: string, service = 'REMOVE') => {
      const { instances } = await holder(name, 3);
      return check({ productInstanceId: instances['INTERNET_FIBER'], service });
    };
    expect((await check(asked)).permitted).toBe(false);
    const before = await desk.count('order_item');
    expect(faults(await remove(held, 'INTERNET_FIBER', { acceptBreach: true }))).toEqual([
      'COMMITMENT_FORBIDS input.items.0.productInstanceId',
    ]);
    expect(await desk.count('order_item')).toBe(before);
    await commit({ control: 'ABSOLUTE_TIME', keepUntil: '2020-01-01T00:00:00Z', breachAction: 'FORBID' });
    expect(await sold('Free Customer')).toEqual({ permitted: true, breaches: [] });
    // Three months at 119 a month.
    await commit({
      control: 'SPEND_AMOUNT',
      keepUntilSpent: '357.01',
      breachAction: 'PENALTY',
      guardedServices: ['REMOVE', 'MOVE'],
    });
    expect((await sold('Spending Customer', 'MOVE')).breaches).toMatchObject([
      { penalty: { amount: '0.01' }, monthsShort: 0 },
    ]);
    await commit({ control: 'SPEND_AMOUNT', keepUntilSpent: '357', breachAction: 'FORBID' });
    expect((await sold('Spent Customer')).breaches).toEqual([]);
  });

  test('PRD-39 PRD-66 months that are missing or served are those of the calendar where the operator is', async () => {
    const penalty = { breachAction: 'PENALTY', penaltyFormula: '100 * monthsShort' };
    await commit({ control: 'ABSOLUTE_TIME', keepUntil: '2127-03-01T00:00:00+08:00', ...penalty });
    const held = await holder('Month End Customer', 3);
    const short = async (of: typeof held, at: string) => {
      const asked = { productInstanceId: of.instances['INTERNET_FIBER'], service: 'REMOVE', at };
      return (await check(asked)).breaches.map(({ monthsShort }: { monthsShort: number }) => monthsShort);
    };
    const days = ['2127-01-01', '2127-01-28', '2127-01-29', '2127-01-31', '2127-02-01', '2127-02-28', '2127-03-01'];
    const found = await Promise.all(days.map((day) => short(held, `${day}T00:00:00+08:00`)));
    expect(found).toEqual([[2], [2], [2], [2], [1], [1], []]);
    await commit({ control: 'RELATIVE_TIME', keepMonths: 12, ...penalty });
    const later = await holder('Midnight Customer', 3);
    const since = `update product_instance set activated_at = '2126-04-30T17:00:00Z' where id = any($1)`;
    await sql(since, [Object.values(later.instances).map((id) => decodeId(id)!.uuid)]);
    // There it is the first of May; in Greenwich the last of April.
    expect(await short(later, '2126-07-31T16:59:59Z')).toEqual([10]);
    expect(await short(later, '2126-07-31T17:00:00Z')).toEqual([9]);
  });

  test('PRD-38 new kinds of control are written at run time, and checked', async () => {
    const save = (input: object) => desk.run('lifecycleControlKindSave', 'lifecycleControlKind { id }', input);
    const before = await desk.count('lifecycle_control_kind');
    expect(faults(await save({ code: 'K', name: 'K', fulfilled: 'held.weight > 1' }))).toEqual([
      'RULE_UNKNOWN_NAME input.fulfilled',
    ]);
    expect(faults(await save({ code: 'K', name: 'K' }))).toEqual(['REQUIRED input.fulfilled']);
    expect(await desk.count('lifecycle_control_kind')).toBe(before);
    const { lifecycleControlKind } = await save({
      code: 'DAYS',
      name: 'A number of days',
      fulfilled: 'held.days >= number(values[1])',
    });
    const controlKindId = lifecycleControlKind.id;
    const sold = async (name: string) => {
      const { instances } = await holder(name, 2);
      return check({ productInstanceId: instances['INTERNET_FIBER'], service: 'REMOVE' });
    };
    const days = (count: string) =>
      commit({
        control: 'OTHER',
        controlKindId,
        controlValues: [count],
        breachAction: 'PENALTY',
        penaltyFormula: '500',
      });
    await days('500');
    expect((await sold('Day Counter')).breaches).toMatchObject([{ control: 'OTHER', penalty: { amount: '500' } }]);
    await days('50');
    expect((await sold('Few Days Counter')).breaches).toEqual([]);
    const close = { lifecycleControlKindId: controlKindId, active: false };
    expect(await desk.run('lifecycleControlKindSave', 'held', close)).toEqual({ userErrors: [], held: true });
    expect(faults(await days('50'))).toEqual([]);
    await approve(desk.graph, controlKindId);
    expect(faults(await days('50'))).toEqual(['INVALID_STATE input.controlKindId']);
  });

  test('PRD-09 PRD-38 a kind of control is changed by the level that owns it, and by nobody else; nothing is written otherwise', async () => {
    const fulfilled = 'held.days >= 30';
    const save = (input: object, as?: As) =>
      desk.run('lifecycleControlKindSave', 'held lifecycleControlKind { id level owner { code } version }', input, as);
    const provincial: As = { sub: 'pm44', role: 'staff', region: '44' };
    const local: As = { sub: 'pm4401', role: 'staff', region: '4401' };
    const national = (await save({ code: 'NATIONAL', name: 'National', fulfilled })).lifecycleControlKind;
    expect(national).toMatchObject({ level: 'HEADQUARTERS', owner: null, version: 1 });
    const own = (await save({ code: 'OWN', name: 'Own', fulfilled }, provincial)).lifecycleControlKind;
    expect(own).toMatchObject({ level: 'PROVINCE', owner: { code: '44' } });
    const all = async () =>
      (
        await desk.graph.database.pool.query(
          `select (select json_agg(k order by k.id) from lifecycle_control_kind k) k, (select count(*)::int from history_entry) h, (select count(*)::int from approval) a`,
        )
      ).rows;
    const before = await all();
    const loosen = { fulfilled: 'true' };
    const cases: [string, As | undefined][] = [
      [national.id, provincial],
      [national.id, local],
      [own.id, local],
      [own.id, undefined],
    ];
    for (const [lifecycleControlKindId, as] of cases)
      expect(faults(await save({ lifecycleControlKindId, ...loosen }, as))).toEqual([
        'NOT_MAINTAINER input.lifecycleControlKindId',
      ]);
    expect(faults(await save({ code: 'FOREIGN', name: 'F', fulfilled, level: 'HEADQUARTERS' }, provincial))).toEqual([
      'NOT_MAINTAINER input.level',
    ]);
    expect(faults(await save({ lifecycleControlKindId: own.id, level: 'PROVINCE' }, provincial))).toEqual([
      'CONTRADICTORY input.level',
    ]);
    expect(await all()).toEqual(before);
    // Nobody uses it yet: it changes at once. A kind of a province binds what is sold there only.
    expect(await save({ lifecycleControlKindId: own.id, ...loosen }, provincial)).toMatchObject({
      ...{ held: false, lifecycleControlKind: { version: 2 } },
    });
    const control = { control: 'OTHER', controlKindId: own.id, breachAction: 'FORBID' };
    expect(faults(await commit(control))).toEqual(['OUTSIDE_AREA input.controlKindId']);
  });

  test('PRD-38 a kind that an approved offering uses changes when somebody else approves it, and not when it was changed meanwhile', async () => {
    const saved = await desk.run('lifecycleControlKindSave', 'lifecycleControlKind { id }', {
      ...{ code: 'HELD_KIND', name: 'Held', fulfilled: 'held.days >= 30' },
    });
    const { id } = saved.lifecycleControlKind;
    await commit({ control: 'OTHER', controlKindId: id, breachAction: 'FORBID' });
    const present = async () =>
      (
        await desk.graph.database.pool.query(
          `select fulfilled, version from lifecycle_control_kind where code = 'HELD_KIND'`,
        )
      ).rows[0];
    const change = { lifecycleControlKindId: id, fulfilled: 'held.days >= 60', expectedVersion: 1 };
    const answer = await desk.run('lifecycleControlKindSave', 'held lifecycleControlKind { version }', change);
    expect(answer).toEqual({ userErrors: [], held: true, lifecycleControlKind: { version: 1 } });
    expect(await present()).toEqual({ fulfilled: 'held.days >= 30', version: 1 });
    expect(faults(await desk.run('lifecycleControlKindSave', '', change))).toEqual([
      'APPROVAL_PENDING input.lifecycleControlKindId',
    ]);
    await approve(desk.graph, id);
    expect(await present()).toEqual({ fulfilled: 'held.days >= 60', version: 2 });
    const { rows } = await desk.graph.database.pool.query(
      `select data from history_entry where type = 'lifecycleControlKind.changed' order by sequence desc limit 1`,
    );
    expect(rows[0].data).toMatchObject({ proposedBy: 'pm1', changes: [{ field: 'fulfilled' }] });
  });

  test('PRD-38 months and days of kinds of control begin where the operator is', async () => {
    const { lifecycleControlKind } = await desk.run('lifecycleControlKindSave', 'lifecycleControlKind { id }', {
      ...{ code: 'MARCH', name: 'Not before March', fulfilled: 'moment.month >= 3' },
    });
    await commit({
      ...{ control: 'OTHER', controlKindId: lifecycleControlKind.id, breachAction: 'PENALTY' },
      penaltyFormula: '100 * moment.day',
    });
    const { instances } = await holder('March Leaver', 2);
    const breaches = async (at: string) =>
      (await check({ productInstanceId: instances['INTERNET_FIBER'], service: 'REMOVE', at })).breaches;
    expect(await breaches('2040-02-28T15:30:00Z')).toMatchObject([{ penalty: { amount: '2800' } }]);
    // The 29th has begun at half past midnight there, and so has March a day later.
    expect(await breaches('2040-02-28T16:30:00Z')).toMatchObject([{ penalty: { amount: '2900' } }]);
    expect(await breaches('2040-02-29T16:30:00Z')).toEqual([]);
  });

  test('PRD-39 a breach may end the benefits: the other plan holds for what is left once the order is done', async () => {
    const plan = await desk.plan('TP_STANDARD', 'OF_HOME_FIBER', [], {
      type: 'PERIODIC',
      period: 'MONTH',
      amount: '199',
    });
    await commit({ control: 'RELATIVE_TIME', keepMonths: 12, breachAction: 'REPLACE_PLAN', replacementPlanId: plan });
    const held = await holder('Plan Changer', 1);
    const asked = { productInstanceId: held.instances['INTERNET_FIBER'], service: 'REMOVE' };
    expect((await check(asked)).breaches).toMatchObject([
      { action: 'REPLACE_PLAN', penalty: null, replacementPlan: { code: 'TP_STANDARD' } },
    ]);
    expect((await remove(held, 'INTERNET_FIBER')).userErrors).toMatchObject([
      { details: { replacementPlan: 'TP_STANDARD' } },
    ]);
    expect((await remove(held, 'INTERNET_FIBER', { acceptBreach: true })).userErrors).toEqual([]);
    const planNow = async () =>
      (
        await desk.graph.query('query ($id: ID!) { offeringInstance(id: $id) { tariffPlan { code } } }', {
          id: held.offeringInstanceId,
        })
      ).data.offeringInstance.tariffPlan.code as string;
    await until(async () => (await planNow()) === 'TP_STANDARD');
    const { rows } = await sql(
      `select count(*)::int n from history_entry where type = 'offering-instance.plan-replaced'`,
    );
    expect(rows[0].n).toBe(1);
  });

  test('PRD-38 PRD-39 contradictory controls are refused with the field, and the former one stays', async () => {
    await commit({ control: 'RELATIVE_TIME', keepMonths: 6, breachAction: 'FORBID' });
    const refused = async (input: object) => faults(await commit(input));
    expect(await refused({ control: 'RELATIVE_TIME', breachAction: 'FORBID' })).toEqual(['REQUIRED input.keepMonths']);
    expect(await refused({ control: 'NONE', keepMonths: 1 })).toEqual(['CONTRADICTORY input.keepMonths']);
    expect(await refused({ control: 'RELATIVE_TIME', keepMonths: 1 })).toEqual(['REQUIRED input.breachAction']);
    const good = { control: 'RELATIVE_TIME', keepMonths: 1 };
    expect(await refused({ ...good, breachAction: 'FORBID', penaltyFormula: '5' })).toEqual([
      'CONTRADICTORY input.penaltyFormula',
    ]);
    expect(await refused({ ...good, breachAction: 'PENALTY', penaltyFormula: 'monthsShort > 1' })).toEqual([
      'RULE_TYPE input.penaltyFormula',
    ]);
    expect(await refused({ ...good, breachAction: 'FORBID', guardedServices: ['REMOVE', 'PAINT'] })).toEqual([
      'BAD_VALUE input.guardedServices.1',
    ]);
    expect(await refused({ ...good, breachAction: 'FORBID', productId: products.get('MOBILE') })).toEqual([
      'NOT_IN_OFFERING input.productId',
    ]);
    const foreign = await desk.plan('TP_FOREIGN', 'OF_PHONE', []);
    expect(await refused({ ...good, breachAction: 'REPLACE_PLAN', replacementPlanId: foreign })).toEqual([
      'NOT_SOLD_WITH input.replacementPlanId',
    ]);
    const before = await holder('Same As Before', 0);
    const service = 'REMOVE';
    const asked = { productInstanceId: before.instances['INTERNET_FIBER'], service };
    expect((await check(asked)).breaches).toMatchObject([{ action: 'FORBID', monthsShort: 6 }]);
    await commit({ control: 'NONE' });
    const after = await holder('Free Again', 0);
    expect((await check({ productInstanceId: after.instances['INTERNET_FIBER'], service })).breaches).toEqual([]);
  });
});

test('PRD-41 only the services that the offering permits may be ordered on what was sold through it', async () => {
  const save = (services: string[]) =>
    desk.run('offeringServicesSave', 'offering { allowedServices(first: 9) { nodes { service } } }', {
      offeringId: fiber,
      services,
    });
  expect(faults(await save(['MOVE', 'FLY']))).toEqual(['BAD_VALUE input.services.1']);
  expect(await desk.count('offering_service')).toBe(0);
  expect((await save(['INSTALL', 'MOVE'])).offering.allowedServices.nodes).toHaveLength(2);
  const held = await holder('Limited Customer', 0);
  const suspend = { action: 'SUSPEND', productInstanceId: held.instances['INTERNET_FIBER'] };
  const before = await desk.count('customer_order');
  const refused = await submit({ customerId: held.customerId, items: [suspend] });
  expect(refused.userErrors).toMatchObject([
    {
      code: 'SERVICE_NOT_IN_OFFERING',
      path: ['input', 'items', '0', 'productInstanceId'],
      details: { allowed: ['INSTALL', 'MOVE'] },
    },
  ]);
  expect(await desk.count('customer_order')).toBe(before);
  expect((await save([])).userErrors).toEqual([]);
  const free = await holder('Unlimited Customer', 0);
  const suspended = { ...suspend, productInstanceId: free.instances['INTERNET_FIBER'] };
  expect((await submit({ customerId: free.customerId, items: [suspended] })).userErrors).toEqual([]);
});

describe('orders', () => {
  test('PRD-44 PRD-47 PRD-48 PRD-49 an order is refused by the rules of sale, with the line and the reason', async () => {
    const customerId = await desk.customer('Refused Buyer');
    await hire(desk.graph, 'SOMEBODY', 'H4401');
    const { data } = await desk.graph.query('{ salesRuleKinds(first: 100) { nodes { id code } } }');
    const kindId = (code: string) =>
      data.salesRuleKinds.nodes.find((each: { code: string }) => each.code === code).id as string;
    const phone = await desk.offeringId('OF_PHONE');
    const rule = (code: string, ...values: string[]) => ({ kindId: kindId(code), values });
    const rules = (...list: object[]) => desk.run('offeringSalesRulesSave', '', { offeringId: phone, rules: list });
    await rules(
      rule('SALES_AREA', '11'),
      rule('SALES_CHANNEL', 'WEB_HALL'),
      rule('SELLER', 'SOMEBODY'),
      rule('CUSTOMER_TYPE', 'BIG'),
    );
    const order = (more: object = {}) => ({ customerId, items: [line(phone)], ...more });
    const before = await desk.count('customer_order');
    expect(faults(await submit(order()))).toEqual(
      ['OUTSIDE_AREA', 'CHANNEL_NOT_OPEN', 'SELLER_NOT_ADMITTED', 'CUSTOMER_NOT_TARGETED'].map(
        (code) => `${code} input.items.0.offeringId`,
      ),
    );
    expect(await desk.count('customer_order')).toBe(before);
    await rules(rule('SALES_CHANNEL', 'WEB_HALL'));
    expect(faults(await submit(order({ channel: 'WEB_HAL' })))).toEqual([
      'NOT_FOUND input.channel',
      'CHANNEL_NOT_OPEN input.items.0.offeringId',
    ]);
    expect(await desk.count('customer_order')).toBe(before);
    expect((await submit(order({ channel: 'WEB_HALL' }))).userErrors).toEqual([]);
    await rules();
  });

  const ask = (input: object) =>
    desk.ask(
      'orderCheck',
      'OrderSubmitInput',
      'orderable findings { code path } additions { code } lines { line tariffPlan { code } oneTime { amount } conflicts { running orderNo decision } }',
      input,
      'admin',
    );

  test('PRD-111 held, pending and new offerings exclude and need one another; what is missing is to be added', async () => {
    const customerId = await desk.customer('Compatible Buyer');
    const ids = await Promise.all(
      ['OF_MOBILE', 'OF_ROAMING', 'OF_INTERNET_FIBER'].map((code) => desk.offeringId(code)),
    );
    const [mobile, roaming, support] = ids as [string, string, string];
    const relate = (fromId: string, toId: string, kind: string) =>
      desk.settled('offeringRelationSave', fromId, { fromId, toId, kind });
    await sql('delete from offering_relation');
    await relate(roaming, mobile, 'DEPEND');
    await relate(mobile, support, 'DEPEND');
    const before = [await desk.count('customer_order'), await desk.count('order_item')];
    const alone = await ask({ customerId, items: [line(roaming)] });
    expect(alone).toMatchObject({
      orderable: false,
      findings: [{ code: 'OFFERING_REQUIRED' }, { code: 'MAIN_PRODUCT_REQUIRED' }],
      lines: [{ line: 0, tariffPlan: { code: 'TP_ROAMING_CNY' } }],
    });
    expect(alone.additions).toEqual([{ code: 'OF_MOBILE' }, { code: 'OF_INTERNET_FIBER' }]);
    const all = await ask({ customerId, items: ids.map((id) => line(id)) });
    expect(all).toMatchObject({ orderable: true, findings: [], additions: [] });
    expect([await desk.count('customer_order'), await desk.count('order_item')]).toEqual(before);
    // What is on its way counts as if it were there.
    sandboxPace.stepMs = 60_000;
    expect((await submit({ customerId, items: [line(support), line(mobile)] })).userErrors).toEqual([]);
    expect((await ask({ customerId, items: [line(roaming)] })).orderable).toBe(true);
    await relate(roaming, await desk.offeringId('OF_PHONE'), 'EXCLUDE');
    expect((await submit({ customerId, items: [line(await desk.offeringId('OF_PHONE'))] })).userErrors).toEqual([]);
    expect((await ask({ customerId, items: [line(roaming)] })).findings).toMatchObject([{ code: 'OFFERING_EXCLUDED' }]);
    sandboxPace.stepMs = 0;
    await sql('delete from offering_relation');
  });

  test('PRD-111 a service in flight refuses, delays or is overridden by the next one', async () => {
    const held = await holder('Busy Customer', 0, 'OF_PHONE');
    const [productInstanceId] = Object.values(held.instances);
    sandboxPace.stepMs = 60_000;
    const move = { action: 'MOVE', productInstanceId, installAddress: 'Road 2' };
    const moved = await submit({ customerId: held.customerId, items: [move] });
    expect(moved.userErrors).toEqual([]);
    const decide = async (decision: string) => {
      await sql(
        `insert into service_relation (id, created_at, updated_at, product_id, running, requested, decision)
         select gen_random_uuid(), now(), now(), id, 'MOVE', 'REMOVE', $1 from product where code = 'PHONE'
         on conflict (product_id, running, requested) do update set decision = excluded.decision`,
        [decision],
      );
      return ask({ customerId: held.customerId, items: [{ action: 'REMOVE', productInstanceId }] });
    };
    expect(await decide('REJECT')).toMatchObject({ orderable: false, findings: [{ code: 'IN_FLIGHT_CONFLICT' }] });
    for (const decision of ['WAIT', 'OVERRIDE'])
      expect(await decide(decision)).toMatchObject({
        orderable: true,
        lines: [{ conflicts: [{ running: 'MOVE', orderNo: moved.order.orderNo, decision }] }],
      });
    sandboxPace.stepMs = 0;
  });
});
