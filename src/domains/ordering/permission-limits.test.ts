import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeId, TimePeriod } from '../../kernel/model/index.js';
import { type As, startTestGraph, type TestGraph } from '../../testing/graph.js';
import { openShop, type Shop } from '../../testing/shop.js';
import { hire } from '../../testing/staff.js';
import { ChargeType } from '../catalogue/index.js';
import { Discount, DiscountKind, DiscountScope, DiscountStatus } from '../pricing/index.js';

let graph: TestGraph;
let shop: Shop;
let otherLine: string;
let hired = 0;

beforeAll(async () => {
  graph = await startTestGraph();
  shop = await openShop(graph.database);
  const { rows } = await graph.database.pool.query<{ id: string }>(
    `insert into product_line (id, created_at, updated_at, code, name, business_line_id)
     select gen_random_uuid(), now(), now(), 'T_OTHER', 'Other', business_line_id from product_line where code = 'T_SHOP' returning id`,
  );
  otherLine = encodeId('pl', rows[0]!.id);
});
afterAll(() => graph.close());

const lineOf = (offering: Shop['line']) => encodeId('pl', offering.productLine!.id);

/** Staff of the shop's region who hold operations within limits, and nothing else. */
async function staffWith(
  operations: string[],
  ...limits: { moneyLimit?: string; productLineId?: string }[]
): Promise<As> {
  const { id, as } = await hire(graph, `L${1000 + ++hired}`, 'H4401');
  const { pool } = graph.database;
  await pool.query(
    `insert into employee_region (id, created_at, updated_at, employee_id, region_id, validity_from)
     select gen_random_uuid(), now(), now(), e.id, $1, '2020-01-01' from employee e where employee_no = $2`,
    [shop.north.id, `L${1000 + hired}`],
  );
  const points = await pool.query<{ id: string }>('select id from function_point where code = any($1)', [operations]);
  const functionPointIds = points.rows.map((point) => encodeId('fp', point.id));
  for (const limit of limits) {
    const { data, errors } = await graph.query(
      `mutation ($input: PermissionGrantInput!) { permissionGrant(input: $input) { rejections { userErrors { code path } } userErrors { code path } } }`,
      { input: { employeeIds: [id], functionPointIds, ...limit } },
    );
    if (errors || data.permissionGrant.rejections.length) throw new Error(JSON.stringify(errors ?? data));
  }
  return as;
}

const submit = async (as: As, ...offerings: Shop['line'][]) => {
  const items = offerings.map((offering) => ({ action: 'INSTALL', offeringId: encodeId('of', offering.id) }));
  const { data, errors } = await graph.query(
    `mutation ($input: OrderSubmitInput!) { orderSubmit(input: $input) { userErrors { code path details } order { id } } }`,
    { input: { customerId: encodeId('cu', shop.customer.id), items } },
    { as },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data.orderSubmit as { order: { id: string } | null; userErrors: { code: string; path: string[] }[] };
};
const refusals = ({ userErrors }: { userErrors: { code: string; path: string[] }[] }) =>
  userErrors.map(({ code, path }) => [code, path.join('.')]);
const written = async () =>
  (
    await graph.database.pool.query(
      'select (select count(*) from customer_order) o, (select count(*) from order_item) i',
    )
  ).rows[0];

describe('limits of permissions', () => {
  test('SYS-52 an order is taken up to the amount that the grant covers, all lines together', async () => {
    const clerk = await staffWith(['orderSubmit'], { moneyLimit: '20' });
    expect(refusals(await submit(clerk, shop.line))).toEqual([]);
    const before = await written();
    const over = await submit(clerk, shop.line, shop.line);
    expect(refusals(over)).toEqual([
      ['LIMIT_EXCEEDED', 'input.items.0'],
      ['LIMIT_EXCEEDED', 'input.items.1'],
    ]);
    expect(over.userErrors[0]).toMatchObject({ details: { limit: '20' } });
    expect(await written()).toEqual(before);
  });

  test('SYS-52 the amount is what the order costs, with what a discount on the whole takes off', async () => {
    const clerk = await staffWith(['orderSubmit'], { moneyLimit: '20' });
    const { database } = graph;
    const half = {
      ...{ code: 'D_HALF', name: 'Half', status: DiscountStatus.ACTIVE, kind: DiscountKind.PERCENT, value: '50' },
      ...{ scope: DiscountScope.CART, chargeType: ChargeType.PERIODIC, combinable: true, priority: 1 },
      condition: 'order.quantity = 2',
    };
    await database.write(database.systemContext('test'), async (tx) =>
      tx.add(Object.assign(new Discount(), half, { validity: TimePeriod.since(new Date('2020-01-01T00:00:00Z')) })),
    );
    expect(refusals(await submit(clerk, shop.line, shop.line))).toEqual([]);
    const before = await written();
    const over = await submit(clerk, shop.line, shop.line, shop.line);
    expect(refusals(over).map(([code]) => code)).toEqual(['LIMIT_EXCEEDED', 'LIMIT_EXCEEDED', 'LIMIT_EXCEEDED']);
    expect(await written()).toEqual(before);
  });

  test('SYS-52 and for the products that it covers, which another grant does not widen in amount', async () => {
    const clerk = await staffWith(['orderSubmit'], { productLineId: otherLine });
    const before = await written();
    expect(refusals(await submit(clerk, shop.line))).toEqual([['OUT_OF_SCOPE', 'input.items.0']]);
    const both = await staffWith(
      ['orderSubmit'],
      { productLineId: otherLine, moneyLimit: '1000000' },
      { productLineId: lineOf(shop.line), moneyLimit: '20' },
    );
    expect(refusals(await submit(both, shop.family))).toEqual([['LIMIT_EXCEEDED', 'input.items.0']]);
    expect(await written()).toEqual(before);
    expect(refusals(await submit(both, shop.line))).toEqual([]);
  });

  test('SYS-52 who approves an order needs a grant that covers it', async () => {
    await graph.database.pool.query(`update review_rule set min_pieces = 1 where code = 'LARGE_BATCH'`);
    const clerk = await staffWith(['orderSubmit'], {});
    const { order } = await submit(clerk, shop.family);
    const approve = async (as: As) => {
      const { data, errors } = await graph.query(
        `mutation ($input: OrderReviewInput!) { orderReview(input: $input) { userErrors { code path } order { status } } }`,
        { input: { orderId: order!.id, result: 'APPROVE' } },
        { as },
      );
      if (errors) throw new Error(JSON.stringify(errors));
      return data.orderReview;
    };
    expect(refusals(await approve(await staffWith(['orderReview'], { moneyLimit: '100' })))).toEqual([
      ['LIMIT_EXCEEDED', 'input.orderId'],
    ]);
    expect(refusals(await approve(await staffWith(['orderReview'], { productLineId: otherLine })))).toEqual([
      ['OUT_OF_SCOPE', 'input.orderId'],
    ]);
    const { rows } = await graph.database.pool.query(
      `select distinct status from customer_order where one_time_total_amount >= 100`,
    );
    expect(rows).toEqual([{ status: 'PENDING_REVIEW' }]);
    const right = await staffWith(['orderReview'], { moneyLimit: '1000', productLineId: lineOf(shop.family) });
    expect(refusals(await approve(right))).toEqual([]);
  });
});
