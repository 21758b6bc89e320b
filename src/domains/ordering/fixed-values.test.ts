import { expect, test } from '@jest/globals';
import { sandboxPace } from '../../../plugins/fulfilment-sandbox/index.js';
import {
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
  statusOf,
  useOrderDesk,
} from '../../testing/order-desk.js';
import { until } from '../../testing/until.js';
import { CustomerServiceType } from '../catalogue/index.js';
import type { ProductInstance } from '../inventory/index.js';
import { OrderItem } from './order-item.js';
import { OrderStatus } from './order.enums.js';
import type { Order } from './order.js';
import { resendOrder } from './resend-order.js';
import { InterventionKind } from './intervention.enums.js';
import { intervene } from './intervention.service.js';
import { ServiceOrderIntervention } from './service-order-intervention.js';
import { ServiceOrderStatus } from './service-order-status.js';
import { ServiceOrder } from './service-order.js';
import { submitOrder } from './submit-order.js';

useOrderDesk();

const { CHANGE } = CustomerServiceType;
const fix = (values: object) =>
  running.database.pool.query(
    'update offering_component set fixed_values = $1 where offering_id = $2 and product_id = $3',
    [JSON.stringify(values), shop.family.id, shop.broadband.id],
  );
beforeAll(() => fix({ bandwidth: '100M' }));

const bandwidth = (value: string) => ({ characteristics: [{ name: 'bandwidth', value }] });

async function broadbandOf(placed: Order): Promise<ProductInstance> {
  const serviceOrders = await em().find(
    ServiceOrder,
    { order: placed.id, product: shop.broadband.id },
    {
      populate: ['productInstance.offeringInstance'] as never,
    },
  );
  return serviceOrders[0]!.productInstance;
}

test('PRD-37 PRD-53 what the offering fixes stays on what was sold through it, whatever the offering fixes now', async () => {
  await running.startWorking();
  const placed = await submitOrder(staff, order([install()]));
  await reaches(placed, OrderStatus.COMPLETED);
  await running.stopWorking();
  const sold = await broadbandOf(placed);
  await fix({});
  const whole = { action: CHANGE, offeringInstanceId: idOf('ni', sold.offeringInstance!) };
  const before = await counts();
  for (const line of [on(CHANGE, sold, bandwidth('500M')), { ...whole, ...bandwidth('500M') }])
    expect(await refusalOf(submitOrder(staff, order([line])))).toEqual([
      ['FIXED_BY_OFFERING', 'input.items.0.characteristics.0.value'],
    ]);
  expect(await counts()).toEqual(before);
  await fix({ bandwidth: '100M' });
  expect((await submitOrder(staff, order([on(CHANGE, sold, bandwidth('100M'))]))).orderNo).toMatch(/^OR/);
});

test('PRD-37 ORD-95 a correction of a returned order gives no other value than the offering fixes', async () => {
  const placed = await submitOrder(staff, order([install({ characteristics: [{ name: 'sandbox', value: 'fail' }] })]));
  await running.startWorking();
  await reaches(placed, OrderStatus.EXCEPTION);
  await running.stopWorking();
  const item = await em().findOneOrFail(OrderItem, { order: placed.id });
  const orderItemId = idOf('od', item);
  const correct = (value: string) =>
    resendOrder(staff, {
      orderId: idOf('or', placed),
      reason: 'fixed',
      corrections: [{ orderItemId, ...bandwidth(value) }],
    });
  expect(await refusalOf(correct('500M'))).toEqual([
    ['FIXED_BY_OFFERING', 'input.corrections.0.characteristics.0.value'],
  ]);
  expect(await statusOf(placed)).toBe(OrderStatus.EXCEPTION);
  expect((await em().findOneOrFail(OrderItem, item.id)).characteristics).toEqual({ sandbox: 'fail' });
});

test('PRD-37 WFL-73 nor does a change that is asked of provisioning', async () => {
  await running.database.pool.query(`update customer set customer_type = 'BIG' where id = $1`, [shop.customer.id]);
  sandboxPace.stepMs = 3_600_000;
  const placed = await submitOrder(staff, order([install()]));
  const own = { order: placed.id, product: shop.broadband.id };
  await running.startWorking();
  await until(async () => (await em().findOne(ServiceOrder, own))?.status === ServiceOrderStatus.DISPATCHED);
  const serviceOrder = await em().findOneOrFail(ServiceOrder, own);
  const before = await counts();
  const change = { serviceOrderId: idOf('so', serviceOrder), kind: InterventionKind.CHANGE, reason: 'Faster.' };
  expect(await refusalOf(intervene(staff, { ...change, ...bandwidth('500M') }))).toEqual([
    ['FIXED_BY_OFFERING', 'input.characteristics.0.value'],
  ]);
  expect(await counts()).toEqual(before);
  expect(await em().count(ServiceOrderIntervention, {})).toBe(0);
});
