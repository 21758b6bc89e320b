import { expect, test } from '@jest/globals';
import {
  activeLine,
  counts,
  em,
  idOf,
  install,
  on,
  order,
  refusalOf,
  running,
  shop,
  staff,
  useOrderDesk,
} from '../../testing/order-desk.js';
import { clerk } from '../../testing/shop.js';
import { CustomerServiceType, Product, ProductKind, ProductRelation, ProductRelationKind } from '../catalogue/index.js';
import { TimePeriod } from '../../kernel/model/index.js';
import type { Refusal } from '../../kernel/errors/index.js';
import { ProductInstance, ProductInstanceStatus, saveStateRule, SuspendReason } from '../inventory/index.js';
import { checkOrder } from './check-order.js';
import type { OrderItemInput } from './order.inputs.js';
import { submitOrder } from './submit-order.js';

useOrderDesk();

const { INSTALL, REMOVE, MOVE } = CustomerServiceType;
const south = () => clerk(running.database, shop.south);
const ofStranger = (items: OrderItemInput[]) => ({ customerId: idOf('cu', shop.stranger), items });
const line = (): OrderItemInput => ({ action: INSTALL, offeringId: idOf('of', shop.line) });

/** Relates two products; answers how to take it back. */
async function relate(kind: ProductRelationKind, from: Product, to: Product, until: Date | null = null) {
  const { database } = running;
  const { id } = await database.write(database.systemContext('test'), async (tx) =>
    tx.add(
      Object.assign(new ProductRelation(), {
        ...{ kind, from, to, selection: null },
        validity: TimePeriod.since(new Date('2020-01-01T00:00:00Z'), until),
      }),
    ),
  );
  return () => em().nativeDelete(ProductRelation, { id });
}

/** The single line sells a broadband of its own for the time of a test: what it excludes is sold by another offering. */
const sells = (product: Product) =>
  running.database.pool.query('update offering_component set product_id = $1 where offering_id = $2', [
    product.id,
    shop.line.id,
  ]);

test('PRD-18 who has a product cannot order another one that excludes it, whichever offerings sell the two and however they were related', async () => {
  const phone = await activeLine();
  await sells(shop.broadband);
  try {
    for (const [from, to] of [
      [shop.phone, shop.broadband],
      [shop.broadband, shop.phone],
    ] as const) {
      const undo = await relate(ProductRelationKind.EXCLUDE, from, to);
      const before = await counts();
      expect(await refusalOf(submitOrder(staff, order([line()])))).toEqual([
        ['PRODUCT_EXCLUDED', 'input.items.0.offeringId'],
      ]);
      expect(await counts()).toEqual(before);
      // What the same order takes away excludes nothing; nor does what another customer has.
      expect((await submitOrder(south(), ofStranger([line()]))).orderNo).toMatch(/^OR/);
      await undo();
    }
    const over = await relate(
      ProductRelationKind.EXCLUDE,
      shop.phone,
      shop.broadband,
      new Date('2021-01-01T00:00:00Z'),
    );
    expect((await submitOrder(staff, order([line()]))).orderNo).toMatch(/^OR/);
    await over();
    const undo = await relate(ProductRelationKind.EXCLUDE, shop.phone, shop.broadband);
    const exchange = order([on(REMOVE, phone), line()]);
    expect((await submitOrder(staff, exchange)).orderNo).toMatch(/^OR/);
    await undo();
  } finally {
    await sells(shop.phone);
  }
});

test('PRD-18 PRD-19 two products on their way exclude and need each other as those that are there', async () => {
  const { database } = running;
  await database.pool.query(`update customer_order set status = 'COMPLETED'`);
  await database.pool.query(`update product_instance set status = 'REMOVED'`);
  await sells(shop.broadband);
  try {
    const undo = await relate(ProductRelationKind.DEPEND, shop.broadband, shop.phone);
    const before = await counts();
    expect(await refusalOf(submitOrder(staff, order([line()])))).toEqual([
      ['PRODUCT_REQUIRED', 'input.items.0.offeringId'],
    ]);
    expect(await counts()).toEqual(before);
    await sells(shop.phone);
    await submitOrder(staff, order([line()]));
    await sells(shop.broadband);
    expect((await submitOrder(staff, order([line()]))).orderNo).toMatch(/^OR/);
    await undo();
  } finally {
    await sells(shop.phone);
  }
});

test('PRD-27 a service that a product does not have is ordered neither to open it nor on what customers have', async () => {
  const phone = await activeLine();
  const { pool } = running.database;
  // What customers have stays on what the product had when they bought it.
  const { productVersion } = await em().findOneOrFail(ProductInstance, phone.id, { populate: ['productVersion'] });
  const sold = (services: readonly string[]) =>
    pool.query(
      `update product_version set content = content || jsonb_build_object('services', $2::jsonb) where id = $1`,
      [...[productVersion!.id, JSON.stringify(services)]],
    );
  const services = productVersion!.content['services'] as string[];
  const take = (service: CustomerServiceType) =>
    pool.query('delete from product_service where product_id = $1 and service = $2', [shop.phone.id, service]);
  const give = (service: CustomerServiceType) =>
    pool.query(
      'insert into product_service (id, created_at, updated_at, product_id, service) values (gen_random_uuid(), now(), now(), $1, $2)',
      [shop.phone.id, service],
    );
  const move = order([on(MOVE, phone, { installAddress: 'Road 2' })]);
  await take(MOVE);
  await take(INSTALL);
  expect((await checkOrder(staff, move)).findings).toEqual([]);
  await sold(services.filter((service) => service !== MOVE));
  const before = await counts();
  expect(await refusalOf(submitOrder(staff, move))).toEqual([
    ['SERVICE_NOT_OFFERED', 'input.items.0.productInstanceId'],
  ]);
  expect(await refusalOf(submitOrder(staff, order([line()])))).toEqual([
    ['SERVICE_NOT_OFFERED', 'input.items.0.offeringId'],
  ]);
  expect(await counts()).toEqual(before);
  await sold(services);
  await give(MOVE);
  await give(INSTALL);
  expect((await submitOrder(staff, move)).orderNo).toMatch(/^OR/);
});

test('PRD-29 what may be ordered in which state is said by product, by those who maintain it, and holds for orders at once', async () => {
  const phone = await activeLine();
  const { database } = running;
  const system = database.systemContext('catalogue desk');
  const states = (status: string, suspendReason: string | null) =>
    database.pool.query('update product_instance set status = $1, suspend_reason = $2 where id = $3', [
      ...[status, suspendReason, phone.id],
    ]);
  const move = order([on(MOVE, phone, { installAddress: 'Road 3' })]);
  const refused = [['SERVICE_NOT_ALLOWED_IN_STATE', 'input.items.0.productInstanceId']];
  await states('SUSPENDED', 'ARREARS');
  const everywhere = { status: ProductInstanceStatus.SUSPENDED, suspendReason: SuspendReason.ARREARS, service: MOVE };
  await saveStateRule(system, { ...everywhere, allowed: false });
  expect(await refusalOf(submitOrder(staff, move))).toEqual(refused);
  const rule = {
    ...{ productId: idOf('pd', shop.phone), status: ProductInstanceStatus.SUSPENDED, service: MOVE },
    ...{ suspendReason: SuspendReason.ARREARS, allowed: true },
  };
  const before = await counts();
  expect(await refusalOf(saveStateRule(staff, rule))).toEqual([['NOT_MAINTAINER', 'input.productId']]);
  expect(await refusalOf(saveStateRule(staff, { ...rule, productId: null }))).toEqual([['NOT_MAINTAINER', 'input']]);
  expect(await refusalOf(saveStateRule(system, { ...rule, allowed: null }))).toEqual([['REQUIRED', 'input.allowed']]);
  const active = { ...rule, status: ProductInstanceStatus.ACTIVE };
  expect(await refusalOf(saveStateRule(system, active))).toEqual([['CONTRADICTORY', 'input.suspendReason']]);
  const gone = { ...rule, suspendReason: null, status: ProductInstanceStatus.REMOVED };
  expect(await refusalOf(saveStateRule(system, gone))).toEqual([['CONTRADICTORY', 'input.status']]);
  expect(await counts()).toEqual(before);
  await Promise.all([1, 2].map(() => saveStateRule(system, rule)));
  const { rows } = await database.pool.query('select 1 from instance_state_rule where product_id = $1', [
    shop.phone.id,
  ]);
  expect(rows).toHaveLength(1);
  expect((await submitOrder(staff, move)).orderNo).toMatch(/^OR/);
  await database.pool.query(`update customer_order set status = 'COMPLETED'`);
  await states('ACTIVE', null);
  const never = { ...active, suspendReason: null, allowed: false, message: 'It is bolted to the wall.' };
  await saveStateRule(system, never);
  const error = await submitOrder(staff, move).catch((thrown: unknown) => thrown);
  expect((error as Refusal).userErrors).toMatchObject([
    { code: 'SERVICE_NOT_ALLOWED_IN_STATE', message: 'It is bolted to the wall.' },
  ]);
  await saveStateRule(system, { ...never, remove: true });
  expect((await submitOrder(staff, move)).orderNo).toMatch(/^OR/);
});

test('PRD-02 an attached product is ordered only with a main product that carries it, held or in the same order', async () => {
  const { database } = running;
  await database.pool.query(`update customer_order set status = 'COMPLETED'`);
  await database.pool.query(`update product_instance set status = 'REMOVED'`);
  await sells(shop.voicemail);
  await database.pool.query('delete from product_relation where to_id = $1', [shop.voicemail.id]);
  const undo = await relate(ProductRelationKind.ATTACH, shop.phone, shop.voicemail);
  try {
    expect((await em().findOneOrFail(Product, shop.voicemail.id)).kind).toBe(ProductKind.ATTACHED);
    const before = await counts();
    expect(await refusalOf(submitOrder(staff, order([line()])))).toEqual([
      ['MAIN_PRODUCT_REQUIRED', 'input.items.0.offeringId'],
    ]);
    expect(await counts()).toEqual(before);
    expect((await submitOrder(staff, order([line(), install()]))).orderNo).toMatch(/^OR/);
    expect((await submitOrder(staff, order([line()]))).orderNo).toMatch(/^OR/);
  } finally {
    await sells(shop.phone);
    await undo();
  }
});
