import { expect, test } from '@jest/globals';
import {
  activeLine,
  counts,
  em,
  idOf,
  install,
  on,
  order,
  reaches,
  refusalOf,
  running,
  shop,
  staff,
  useOrderDesk,
} from '../../testing/order-desk.js';
import { TimePeriod } from '../../kernel/model/index.js';
import type { Refusal } from '../../kernel/errors/index.js';
import {
  CustomerServiceType,
  type Product,
  ProductRelation,
  ProductRelationKind,
  Selection,
} from '../catalogue/index.js';
import type { ProductInstance } from '../inventory/index.js';
import { checkOrder } from './check-order.js';
import { OrderItem } from './order-item.js';
import { OrderStatus } from './order.enums.js';
import { ServiceOrder } from './service-order.js';
import { submitOrder } from './submit-order.js';

useOrderDesk();

const { REMOVE, SUSPEND } = CustomerServiceType;
const { ATTACH, DEPEND } = ProductRelationKind;

/** Relates two products for the time of a test. */
async function related<T>(
  kind: ProductRelationKind,
  [from, to]: readonly [Product, Product],
  work: () => Promise<T>,
  selection: Selection | null = null,
): Promise<void> {
  const { database } = running;
  const validity = TimePeriod.since(new Date('2020-01-01T00:00:00Z'));
  const { id } = await database.write(database.systemContext('test'), async (tx) =>
    tx.add(Object.assign(new ProductRelation(), { kind, from, to, selection, validity })),
  );
  try {
    await work();
  } finally {
    await em().nativeDelete(ProductRelation, { id });
  }
}

/** A family bundle with voicemail in service, and nothing else. */
async function family(): Promise<Record<'phone' | 'broadband' | 'voicemail', ProductInstance>> {
  const { pool } = running.database;
  await pool.query(`update customer_order set status = 'COMPLETED'`);
  await pool.query(`update product_instance set status = 'REMOVED'`);
  await running.startWorking();
  const components = [{ productId: idOf('pd', shop.voicemail), quantity: 1 }];
  const placed = await submitOrder(staff, order([install({ components })]));
  await reaches(placed, OrderStatus.COMPLETED);
  await running.stopWorking();
  const served = await em().find(ServiceOrder, { order: placed.id }, { populate: ['productInstance.product'] });
  const of = (product: Product) => served.find((each) => each.product.id === product.id)!.productInstance;
  return { phone: of(shop.phone), broadband: of(shop.broadband), voicemail: of(shop.voicemail) };
}
const linesOf = async (id: string) =>
  (await em().find(OrderItem, { order: id }, { orderBy: { itemNo: 'asc' } })).map(
    ({ action, productInstance }) => [action, productInstance!.id] as const,
  );
const pair = (): [Product, Product] => [shop.phone, shop.voicemail];

beforeAll(() =>
  running.database.pool.query(
    `update offering_component set lifecycle_control = 'RELATIVE_TIME', keep_months = 12, breach_action = 'PENALTY', penalty_formula = '50',
       breach_prompt = 'Twelve months.' where offering_id = $1 and product_id = $2`,
    [shop.family.id, shop.voicemail.id],
  ),
);

test('ORD-11 PRD-02 what exists only with a removed main product goes with it, told before, and its commitment counts', async () => {
  const { phone, voicemail } = await family();
  await related(ATTACH, pair(), async () => {
    const input = (more: object = {}) => order([on(REMOVE, phone, { reason: 'moves', ...more })]);
    const check = await checkOrder(staff, input({ acceptBreach: true }));
    expect(check.orderable).toBe(true);
    expect(check.attachedRemovals).toMatchObject([{ line: 1, forLine: 0, productInstance: { id: voicemail.id } }]);
    expect(check.attachedRemovals[0]!.prompt).toContain(voicemail.instanceNo);
    expect(check.lines).toMatchObject([{ line: 0 }, { line: 1, penalty: { amount: '50' } }]);
    const before = await counts();
    const refusal = await submitOrder(staff, input()).catch((error: unknown) => error as Refusal);
    expect((refusal as Refusal).userErrors).toMatchObject([
      { code: 'COMMITMENT_BREACHED', path: ['input', 'items', '0'], details: { instanceNo: voicemail.instanceNo } },
    ]);
    expect((await checkOrder(staff, input())).findings).toMatchObject([
      { code: 'COMMITMENT_BREACHED', path: ['input', 'items', '0'] },
    ]);
    expect(await counts()).toEqual(before);
    const given = { ...input({ acceptBreach: true }), externalKey: 'once' };
    const placed = await submitOrder(staff, given);
    expect(await linesOf(placed.id)).toEqual([
      [REMOVE, phone.id],
      [REMOVE, voicemail.id],
    ]);
    // The same again is the same order, though there is nothing left to go with it.
    await running.startWorking();
    await reaches(placed, OrderStatus.COMPLETED);
    await running.stopWorking();
    expect((await submitOrder(staff, given)).id).toBe(placed.id);
  });
});

test('ORD-11 PRD-02 it stays where another main product carries it, and is not left while something else is done to it', async () => {
  const { phone, voicemail } = await family();
  await related(ATTACH, pair(), async () => {
    const before = await counts();
    expect(await refusalOf(submitOrder(staff, order([on(REMOVE, phone), on(SUSPEND, voicemail)])))).toEqual([
      ['ATTACHED_LEFT', 'input.items.0.productInstanceId'],
    ]);
    expect(await counts()).toEqual(before);
    const other = await activeLine();
    expect((await checkOrder(staff, order([on(REMOVE, other)]))).attachedRemovals).toEqual([]);
    const placed = await submitOrder(staff, order([on(REMOVE, phone)]));
    expect(await linesOf(placed.id)).toEqual([[REMOVE, phone.id]]);
  });
});

test('PRD-19 what another product depends on is not removed while that stays, unless both go or another piece stays', async () => {
  const { phone, broadband } = await family();
  await related(DEPEND, [shop.broadband, shop.phone], async () => {
    const before = await counts();
    const refusal = await submitOrder(staff, order([on(REMOVE, phone)])).catch((error: unknown) => error as Refusal);
    expect((refusal as Refusal).userErrors).toMatchObject([
      {
        code: 'PRODUCT_NEEDED',
        path: ['input', 'items', '0', 'productInstanceId'],
        details: { product: 'T_PHONE', neededBy: 'T_BROADBAND', instanceNos: [broadband.instanceNo] },
      },
    ]);
    expect(await counts()).toEqual(before);
    expect(
      (await checkOrder(staff, order([on(REMOVE, phone, { acceptBreach: true }), on(REMOVE, broadband)]))).orderable,
    ).toBe(true);
    await activeLine();
    expect((await submitOrder(staff, order([on(REMOVE, phone)]))).orderNo).toMatch(/^OR/);
  });
});

test('PRD-17 what always comes with a main product is removed with it only', async () => {
  const { phone, voicemail } = await family();
  await related(
    ...([ATTACH, pair()] as const),
    async () => {
      const before = await counts();
      expect(await refusalOf(submitOrder(staff, order([on(REMOVE, voicemail, { acceptBreach: true })])))).toEqual([
        ['ATTACHED_REQUIRED', 'input.items.0.productInstanceId'],
      ]);
      expect(await counts()).toEqual(before);
      const both = order([on(REMOVE, voicemail, { acceptBreach: true }), on(REMOVE, phone)]);
      expect((await submitOrder(staff, both)).orderNo).toMatch(/^OR/);
    },
    Selection.REQUIRED,
  );
});
