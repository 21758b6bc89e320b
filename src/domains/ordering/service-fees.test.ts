import { expect, test } from '@jest/globals';
import { TimePeriod } from '../../kernel/model/index.js';
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
import { ChargeType, CustomerServiceType, EquivalentKind, type Product, TariffRule } from '../catalogue/index.js';
import type { ProductInstance } from '../inventory/index.js';
import { type CartPriceInput, priceCart } from '../pricing/index.js';
import { checkOrder } from './check-order.js';
import { OrderCharge } from './order-charge.js';
import { OrderStatus } from './order.enums.js';
import { NOT_JUDGED } from './judge-items.js';
import { quoteItems } from './quote-items.js';
import { ServiceOrder } from './service-order.js';
import { placeOrder, submitOrder } from './submit-order.js';

useOrderDesk();

const { MOVE, SUSPEND } = CustomerServiceType;
const address = { installAddress: '8 New Road' };

/** A standard price of a product for a service. */
async function standard(product: Product, code: string, service: CustomerServiceType, more: Partial<TariffRule>) {
  const { database } = running;
  await database.write(database.systemContext('test'), async (tx) =>
    tx.add(
      Object.assign(new TariffRule(), {
        ...{ code, name: code, type: ChargeType.ONE_TIME, equivalent: EquivalentKind.MONEY, currency: 'CNY' },
        ...{ value: null, unit: null, period: null, formula: null, service, product },
        validity: TimePeriod.since(new Date('2020-01-01T00:00:00Z')),
        ...more,
      }),
    ),
  );
}

const moved = (...instances: ProductInstance[]) => order(instances.map((instance) => on(MOVE, instance, address)));

test('PRD-62 PRD-114 a service on what runs costs what its cart was said to cost, with the standard prices of its product', async () => {
  await standard(shop.phone, 'F_VISIT', MOVE, { feeItem: 'VISIT', formula: '20 * order.lines' });
  // Of one fee that which fits most; what fits nothing costs nothing.
  await standard(shop.phone, 'F_FAR', MOVE, { feeItem: 'VISIT', value: '900', attributeValues: { far: 'yes' } });
  await standard(shop.phone, 'F_PAUSE', SUSPEND, { value: '7' });
  const phone = await activeLine();
  const cart = await priceCart(staff, {
    customerId: idOf('cu', shop.customer),
    currency: 'CNY',
    lines: [{ offeringId: idOf('of', shop.line), service: MOVE }],
  } as CartPriceInput);
  expect(cart.oneTime.amount).toBe('70');
  const { lines } = await checkOrder(staff, moved(phone));
  expect(lines).toMatchObject([{ oneTime: { amount: '50' }, oneTimeTotal: { amount: '70' }, recurringTotal: null }]);
  const placed = await submitOrder(staff, moved(phone));
  expect(placed.oneTimeTotal?.amount).toBe(cart.oneTime.amount);
  expect(placed.recurringTotal).toBeNull();
});

test('PRD-62 a line about one product of a bundle costs the standard prices of that product alone', async () => {
  await standard(shop.broadband, 'F_LINE', MOVE, { value: '30' });
  await running.startWorking();
  const placed = await submitOrder(staff, order([install()]));
  await reaches(placed, OrderStatus.COMPLETED);
  await running.stopWorking();
  const instances = (
    await em().find(ServiceOrder, { order: placed.id }, { populate: ['productInstance.product'] as never })
  ).map(({ productInstance }) => productInstance);
  const of = (product: Product) => instances.find((instance) => instance.product.id === product.id)!;
  const cost = async (...all: ProductInstance[]) => {
    const { lines } = await checkOrder(staff, moved(...all));
    return lines.map(({ oneTimeTotal }) => oneTimeTotal?.amount);
  };
  expect(await cost(of(shop.broadband))).toEqual(['30']);
  expect(await cost(of(shop.phone), of(shop.broadband))).toEqual(['40', '30']);
});

test('PRD-61 a service whose fee yields no value is refused, and nothing is written', async () => {
  const phone = await activeLine();
  const pause = order([on(SUSPEND, phone)]);
  expect((await checkOrder(staff, pause)).findings).toEqual([]);
  await standard(shop.phone, 'F_NOTHING', SUSPEND, { formula: 'line.attributes.reach * 2' });
  const before = await counts();
  expect(await refusalOf(submitOrder(staff, pause))).toEqual([['RULE_WITHOUT_VALUE', 'input.items.0']]);
  expect(await counts()).toEqual(before);
});

test('PRD-53 PRD-62 what runs is priced as it was sold, though its plan is sold no more', async () => {
  const phone = await activeLine();
  const { pool } = running.database;
  const cost = async () => (await checkOrder(staff, moved(phone))).lines[0]!.oneTimeTotal?.amount;
  const usual = await cost();
  await pool.query(`update offering_tariff set validity_to = now() where offering_id = $1`, [shop.line.id]);
  await pool.query(`update tariff_plan set status = 'EXPIRED' where code = 'TP_T_LINE'`);
  expect(await cost()).toBe(usual);
  const placed = await submitOrder(staff, moved(phone));
  expect(placed.oneTimeTotal?.amount).toBe(usual);
  const kept = await em().find(OrderCharge, { order: placed.id }, { orderBy: { position: 'asc' } });
  expect(kept.map(({ code }) => code)).toEqual(expect.arrayContaining(['TR_T_LINE_MOVE', 'F_VISIT']));
  const before = await counts();
  const anew = order([{ action: CustomerServiceType.INSTALL, offeringId: idOf('of', shop.line) }]);
  expect(await refusalOf(submitOrder(staff, anew))).toEqual([['NOT_PRICED', 'input.items.0.offeringId']]);
  expect(await counts()).toEqual(before);
  await pool.query(`update tariff_plan set status = 'ACTIVE' where code = 'TP_T_LINE'`);
  await pool.query(`update offering_tariff set validity_to = null where offering_id = $1`, [shop.line.id]);
});

test('PRD-53 standard fees are those of the products that were sold, not of what the offering bundles now', async () => {
  const phone = await activeLine();
  await standard(shop.broadband, 'F_ADDED', MOVE, { value: '300' });
  const line = { ...on(MOVE, phone, address), productInstanceId: null };
  const whole = order([{ ...line, offeringInstanceId: idOf('ni', phone.offeringInstance!) }]);
  const cost = async () => (await checkOrder(staff, whole)).lines[0]!.oneTimeTotal?.amount;
  const usual = await cost();
  await running.database.pool.query(`update offering_component set product_id = $2 where offering_id = $1`, [
    shop.line.id,
    shop.broadband.id,
  ]);
  expect(await cost()).toBe(usual);
  await running.database.pool.query(`update offering_component set product_id = $2 where offering_id = $1`, [
    shop.line.id,
    shop.phone.id,
  ]);
});

test('PRD-114 a line about an offering that the caller may not see is refused by name, the others cost what they cost', async () => {
  const customer = { ...staff.caller, kind: 'CUSTOMER' as const, customerId: shop.stranger.id };
  const self = { ...staff, caller: customer };
  const customerId = idOf('cu', shop.stranger);
  const seen = { action: CustomerServiceType.INSTALL, offeringId: idOf('of', shop.line) };
  await running.database.pool.query(`update offering set status = 'APPROVED' where id = $1`, [shop.family.id]);
  await standard(shop.phone, 'F_OPEN', CustomerServiceType.INSTALL, { value: '33' });
  const alone = await checkOrder(self, order([seen], { customerId }));
  const both = order([install(), seen], { customerId });
  const checked = await checkOrder(self, both);
  expect(checked.findings.map(({ code, path }) => [code, path.join('.')])).toEqual([
    ['NOT_FOUND', 'input.items.0.offeringId'],
  ]);
  expect(checked.lines).toMatchObject([{ line: 1, oneTimeTotal: alone.lines[0]!.oneTimeTotal }]);
  expect(alone.lines[0]!.oneTimeTotal!.amount).toBe('33');
  const before = await counts();
  expect(await refusalOf(submitOrder(self, both))).toEqual([['NOT_FOUND', 'input.items.0.offeringId']]);
  expect(await counts()).toEqual(before);
  await running.database.pool.query(`update offering set status = 'IN_USE' where id = $1`, [shop.family.id]);
});

test('PRD-114 a line whose prices change while it is ordered is refused, never priced by less than all that applies', async () => {
  const one = order([{ action: CustomerServiceType.INSTALL, offeringId: idOf('of', shop.line) }]);
  const quote = await quoteItems(staff, one);
  expect([...quote.items.keys()]).toEqual([0]);
  const before = await counts();
  const without = { ...quote, items: new Map() };
  const placed = running.database.write(staff, (tx) => placeOrder(tx, one, NOT_JUDGED, { quote: without }));
  expect(await refusalOf(placed)).toEqual([['PRICE_CHANGED', 'input.items.0']]);
  expect(await counts()).toEqual(before);
});

test('PRD-62 what runs without a plan, or without an offering, costs the standard fees of its product', async () => {
  const phone = await activeLine();
  const { pool } = running.database;
  await pool.query('update offering_instance set tariff_plan_id = null where id = $1', [phone.offeringInstance!.id]);
  const { lines } = await checkOrder(staff, moved(phone));
  // The fee of the plan for a move is not part of it.
  expect(lines).toMatchObject([{ oneTimeTotal: { amount: '20', currency: 'CNY' }, recurringTotal: null }]);
  const placed = await submitOrder(staff, moved(phone));
  expect([placed.oneTimeTotal?.amount, placed.recurringTotal]).toEqual(['20', null]);
  const kept = await em().find(OrderCharge, { order: placed.id });
  expect(kept.map(({ code, source }) => [code, source])).toEqual([['F_VISIT', 'STANDARD']]);

  const other = await activeLine();
  await pool.query('update product_instance set offering_instance_id = null where id = $1', [other.id]);
  const fees = async () =>
    (await checkOrder(staff, moved(other))).lines.map(({ oneTimeTotal }) => oneTimeTotal?.amount);
  expect(await fees()).toEqual(['20']);
  await pool.query(`update tariff_rule set validity_to = now() where code = 'F_VISIT'`);
  expect(await fees()).toEqual([undefined]);
});
