import { expect, test } from '@jest/globals';
import {
  install,
  on,
  order,
  reaches,
  refusalOf,
  running,
  shop,
  staff,
  useOrderDesk,
  activeLine,
  em,
  idOf,
  counts,
} from '../../testing/order-desk.js';
import {
  ChargePeriod,
  ChargeType,
  changingTariffRule,
  changeOffering,
  changeProduct,
  CatalogueChangeAction,
  AttributeDataType,
  CustomerServiceType,
  decideChange,
  EquivalentKind,
  saveServiceRelation,
  ServiceConflict,
  TariffPlan,
  TariffPlanMember,
  TariffRule,
  TariffRuleVersion,
} from '../catalogue/index.js';
import { ProductInstance } from '../inventory/index.js';
import { TimePeriod } from '../../kernel/model/index.js';
import { readSoldCharges } from '../pricing/index.js';
import { saveOfferingServices } from '../qualification/index.js';
import { judgeItems } from './judge-items.js';
import { OrderCharge } from './order-charge.js';
import { OrderItem } from './order-item.js';
import { OrderItemComponent } from './order-item-component.js';
import { OrderStatus } from './order.enums.js';
import { ServiceOrder } from './service-order.js';
import { quoteItems } from './quote-items.js';
import { placeOrder, submitOrder } from './submit-order.js';

useOrderDesk();

const system = () => running.database.systemContext('catalogue desk');
const { INSTALL, REMOVE, MOVE, CHANGE } = CustomerServiceType;

async function approved({ change }: { change?: { id: string } }): Promise<void> {
  await decideChange(system(), { changeId: idOf('kc', change!), action: CatalogueChangeAction.APPROVE });
}

test('PRD-17 a DEFAULT attachment is proposed and may be left out; a REQUIRED one always comes', async () => {
  const voicemail = idOf('pd', shop.voicemail);
  await running.database.pool.query('delete from product_relation where to_id = $1', [shop.voicemail.id]);
  await running.database.pool.query(
    `insert into product_relation (id, created_at, updated_at, from_id, to_id, kind, selection, validity_from) values (gen_random_uuid(), now(), now(), $1, $2, 'ATTACH', 'DEFAULT', now())`,
    [shop.phone.id, shop.voicemail.id],
  );
  const without = install({ components: [{ productId: voicemail, quantity: 0 }] });
  expect(await opened(install())).toContain(shop.voicemail.id);
  expect(await opened(without)).not.toContain(shop.voicemail.id);
  await running.database.pool.query(`update product_relation set selection = 'REQUIRED' where to_id = $1`, [
    shop.voicemail.id,
  ]);
  const before = await counts();
  expect(await refusalOf(submitOrder(staff, order([without])))).toEqual([
    ['ATTACHED_REQUIRED', 'input.items.0.components.0.quantity'],
  ]);
  expect(await counts()).toEqual(before);
  // The offering of a single line does not name the attachment; it comes all the same.
  expect(await opened({ action: INSTALL, offeringId: idOf('of', shop.line) })).toContain(shop.voicemail.id);
  await running.database.pool.query('delete from product_relation where to_id = $1', [shop.voicemail.id]);
});

test('PRD-53 PRD-15 an order in flight and what it installs stay on the version they were sold on', async () => {
  const placed = await submitOrder(staff, order([install()]));
  const [line] = await em().find(OrderItem, { order: placed.id }, { populate: ['offeringVersion'] });
  expect(line!.offeringVersion!.number).toBe(1);
  // Before the order is split, the offering fixes another bandwidth and the product allows other ones.
  const components = [
    { productId: idOf('pd', shop.phone), maxQuantity: 3 },
    { productId: idOf('pd', shop.broadband), fixedValues: [{ name: 'bandwidth', value: '500M' }] },
  ];
  await approved(await changeOffering(system(), { offeringId: idOf('of', shop.family), reason: 'faster', components }));
  const bandwidth = { code: 'bandwidth', name: 'Bandwidth', dataType: AttributeDataType.CHOICE, mandatory: true };
  const attributes = [{ ...bandwidth, allowedValues: ['500M', '1000M'], defaultValue: '500M' }];
  await approved(
    await changeProduct(system(), { productId: idOf('pd', shop.broadband), reason: 'faster', attributes }),
  );

  await running.startWorking();
  await reaches(placed, OrderStatus.COMPLETED);
  await running.stopWorking();
  const sold = await lineOf(placed.id, shop.broadband.id);
  expect(sold.characteristics['bandwidth']).toBe('100M');
  expect(sold.productVersion!.number).toBe(1);
  expect(sold.offeringInstance!.offeringVersion!.number).toBe(1);

  // Who has the former version changes within its template; who buys now is on the new one.
  const change = (value: string) => [on(CHANGE, sold, { characteristics: [{ name: 'bandwidth', value }] })];
  expect(await refusalOf(submitOrder(staff, order(change('1000M'))))).toEqual([
    ['BAD_CHARACTERISTIC', 'input.items.0.characteristics.0.value'],
  ]);
  await running.startWorking();
  const later = await submitOrder(staff, order([install()]));
  await reaches(later, OrderStatus.COMPLETED);
  await running.stopWorking();
  const bought = await lineOf(later.id, shop.broadband.id);
  expect(bought.characteristics['bandwidth']).toBe('500M');
  expect(bought.productVersion!.number).toBe(2);
  expect(bought.offeringInstance!.offeringVersion!.number).toBe(2);
});

test('PRD-28 after a removal has been requested a move is refused, where the product says so', async () => {
  const rule = { running: REMOVE, requested: MOVE, decision: ServiceConflict.REJECT };
  await saveServiceRelation(system(), { productId: idOf('pd', shop.phone), ...rule });
  const line = await activeLine();
  await submitOrder(staff, order([on(REMOVE, line, { reason: 'moving abroad' })]));
  const before = await counts();
  const refusal = await refusalOf(submitOrder(staff, order([on(MOVE, line, { installAddress: '2 New Road' })])));
  expect(refusal.map(([code]) => code)).toEqual(['IN_FLIGHT_CONFLICT']);
  expect(await counts()).toEqual(before);
});

async function opened(item: Parameters<typeof order>[0][number]): Promise<string[]> {
  const placed = await submitOrder(staff, order([item]));
  const found = await em().find(OrderItemComponent, { orderItem: { order: placed.id } });
  return found.map(({ product }) => product.id);
}

async function lineOf(orderId: string, productId: string): Promise<ProductInstance> {
  const [serviceOrder] = await em().find(ServiceOrder, { order: orderId, product: productId });
  return em().findOneOrFail(ProductInstance, serviceOrder!.productInstance.id, {
    populate: ['productVersion', 'offeringInstance.offeringVersion'],
  });
}

test('PRD-41 PRD-53 an order in flight is judged by the version of what it is about, whatever the offering permits by then', async () => {
  const phone = await activeLine();
  const placed = await submitOrder(staff, order([on(MOVE, phone, { installAddress: 'Road 7' })]));
  const offeringId = idOf('of', shop.line);
  await saveOfferingServices(system(), { offeringId, services: [INSTALL, REMOVE] });
  await running.startWorking();
  await reaches(placed, OrderStatus.COMPLETED);
  await running.stopWorking();
  // Nothing more than the version has changed for whoever buys now.
  const later = await activeLine();
  const move = (line: ProductInstance) => submitOrder(staff, order([on(MOVE, line, { installAddress: 'Road 8' })]));
  const before = await counts();
  expect(await refusalOf(move(later))).toEqual([['SERVICE_NOT_IN_OFFERING', 'input.items.0.productInstanceId']]);
  expect(await counts()).toEqual(before);
  expect((await move(phone)).orderNo).toMatch(/^OR/);
  await saveOfferingServices(system(), { offeringId, services: [] });
});

test('PRD-53 a line whose offering gets another version while its sale is judged is refused, with both versions', async () => {
  const one = order([{ action: INSTALL, offeringId: idOf('of', shop.line) }]);
  const [sale, quote] = await Promise.all([judgeItems(staff, one), quoteItems(staff, one)]);
  const services = { offeringId: idOf('of', shop.line), services: [INSTALL] };
  await saveOfferingServices(system(), services);
  const before = await counts();
  const placed = running.database.write(staff, (tx) => placeOrder(tx, one, sale, { quote }));
  expect(await refusalOf(placed)).toEqual([['OFFERING_CHANGED', 'input.items.0.offeringId']]);
  expect(await counts()).toEqual(before);
  await saveOfferingServices(system(), { ...services, services: [] });
  expect((await submitOrder(staff, one)).orderNo).toMatch(/^OR/);
});

test('PRD-72 ORD-107 an order in flight, and what it installs, is charged by the tariffs of when it was ordered', async () => {
  const rule = await rentOf('TP_T_LINE', 'TR_KEPT', '8');
  const one = () => submitOrder(staff, order([{ action: INSTALL, offeringId: idOf('of', shop.line) }]));
  const placed = await one();
  await raise(rule, '9');
  await running.startWorking();
  await reaches(placed, OrderStatus.COMPLETED);
  const later = await one();
  await reaches(later, OrderStatus.COMPLETED);
  await running.stopWorking();
  const rentIn = async ({ id }: { id: string }) => {
    const [serviceOrder] = await em().find(ServiceOrder, { order: id }, { populate: ['productInstance'] });
    const offeringInstanceId = idOf('ni', serviceOrder!.productInstance.offeringInstance!);
    const { charges, pricedAt } = await readSoldCharges(staff, { offeringInstanceId });
    const { value, versionNumber } = charges.find(({ code }) => code === 'TR_KEPT')!;
    return { value, versionNumber, pricedAt };
  };
  expect(await rentIn(placed)).toEqual({ value: '8', versionNumber: 1, pricedAt: placed.pricedAt });
  expect(await rentIn(later)).toEqual({ value: '9', versionNumber: 2, pricedAt: later.pricedAt });
  const [kept, next] = await Promise.all(
    [placed, later].map(({ id }) => em().findOneOrFail(OrderCharge, { order: id, code: 'TR_KEPT' })),
  );
  expect([kept!.amount, kept!.versionNumber, next!.amount, next!.versionNumber]).toEqual(['8', 1, '9', 2]);
});

test('PRD-72 a line whose rule gets another version while it is ordered is refused, and a change waits for the order that it meets', async () => {
  const rule = await rentOf('TP_T_LINE', 'TR_RACED', '3');
  const one = order([{ action: INSTALL, offeringId: idOf('of', shop.line) }]);
  const [sale, quote] = await Promise.all([judgeItems(staff, one), quoteItems(staff, one)]);
  await raise(rule, '4');
  const before = await counts();
  const placed = running.database.write(staff, (tx) => placeOrder(tx, one, sale, { quote }));
  expect(await refusalOf(placed)).toEqual([['PRICE_CHANGED', 'input.items.0']]);
  expect(await counts()).toEqual(before);
  const again = await quoteItems(staff, one);
  let raised: Promise<void> | undefined;
  const kept = await running.database.write(staff, async (tx) => {
    const written = await placeOrder(tx, one, sale, { quote: again });
    raised = raise(rule, '5');
    await new Promise((done) => setTimeout(done, 200));
    return written;
  });
  await raised;
  const versions = await em().find(TariffRuleVersion, { rule: rule.id }, { orderBy: { number: 'asc' } });
  expect(versions.map(({ content }) => content['value'])).toEqual(['3', '4', '5']);
  expect(versions[2]!.validity.from.getTime()).toBeGreaterThan(kept.pricedAt!.getTime());
});

/** A monthly rent, as a new part of a plan that is sold. */
async function rentOf(plan: string, code: string, value: string): Promise<TariffRule> {
  return running.database.write(system(), async (tx) => {
    const rule = tx.add(
      Object.assign(new TariffRule(), {
        ...{ code, name: code, type: ChargeType.PERIODIC, equivalent: EquivalentKind.MONEY, value, currency: 'CNY' },
        ...{ unit: null, period: ChargePeriod.MONTH, formula: null, service: null },
        validity: TimePeriod.since(new Date('2020-01-01T00:00:00Z')),
      }),
    );
    tx.add(
      Object.assign(new TariffPlanMember(), {
        ...{ plan: await tx.em.findOneOrFail(TariffPlan, { code: plan }), rule, nestedPlan: null, priority: 9 },
      }),
    );
    return rule;
  });
}

async function raise({ id }: TariffRule, value: string): Promise<void> {
  await running.database.write(system(), async (tx) => {
    const rule = (await tx.find(TariffRule, id))!;
    await changingTariffRule(tx, rule, { reason: 'dearer' }, () => Promise.resolve(void (rule.value = value)));
  });
}
