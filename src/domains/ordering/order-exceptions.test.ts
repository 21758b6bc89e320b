import { fulfilmentSandbox, sandboxPace } from '../../../plugins/fulfilment-sandbox/index.js';
import {
  em,
  idOf,
  install,
  order,
  reaches,
  refusalOf,
  running,
  shop,
  staff,
  statusOf,
  useOrderDesk,
} from '../../testing/order-desk.js';
import { clerk, selfService } from '../../testing/shop.js';
import { until } from '../../testing/until.js';
import { CustomerServiceType } from '../catalogue/index.js';
import { OfferingInstance } from '../inventory/index.js';
import {
  cancelOrder,
  deferOrder,
  fulfilment,
  Order,
  OrderItem,
  OrderStatus,
  reopenOrder,
  reportServiceOrderProgress,
  resendOrder,
  reviewOrder,
  ReviewResult,
  ReviewRule,
  ServiceOrder,
  ServiceOrderStatus,
  submitOrder,
} from './index.js';

useOrderDesk();

describe('when provisioning gives back', () => {
  test.each([
    ['fail', 'TECHNICAL'],
    ['shortage', 'RESOURCE'],
  ])('ORD-93 %s sends the order to EXCEPTION, ORD-95 a correction completes it', async (sandbox, cause) => {
    const placed = await submitOrder(
      staff,
      order([install({ characteristics: [{ name: 'sandbox', value: sandbox }] })]),
    );
    await running.startWorking();
    await reaches(placed, OrderStatus.EXCEPTION);
    await until(
      async () => (await em().count(ServiceOrder, { order: placed.id, status: ServiceOrderStatus.RETURNED })) === 2,
    );
    expect((await em().findOneOrFail(Order, placed.id)).exceptionCause).toBe(cause);
    const pending = await em().find(ServiceOrder, { order: placed.id }, { populate: ['productInstance'] });
    expect(pending.map(({ productInstance }) => productInstance.status)).toEqual(['PENDING', 'PENDING']);

    const item = await em().findOneOrFail(OrderItem, { order: placed.id });
    await resendOrder(staff, {
      orderId: idOf('or', placed),
      reason: 'fixed',
      corrections: [{ orderItemId: idOf('od', item), characteristics: [{ name: 'sandbox', value: null }] }],
    });
    await reaches(placed, OrderStatus.COMPLETED);
    const done = await em().find(ServiceOrder, { order: placed.id }, { populate: ['productInstance'] });
    expect(done.map(({ attempt, productInstance }) => [attempt, productInstance.status])).toEqual([
      [2, 'ACTIVE'],
      [2, 'ACTIVE'],
    ]);
    expect(done[0]!.productInstance.characteristics).not.toHaveProperty('sandbox');
  });

  test('ORD-66 ORD-68 a returned order is postponed and taken up again', async () => {
    const placed = await submitOrder(
      staff,
      order([install({ characteristics: [{ name: 'sandbox', value: 'shortage' }] })]),
    );
    await running.startWorking();
    await until(
      async () => (await em().count(ServiceOrder, { order: placed.id, status: ServiceOrderStatus.RETURNED })) === 2,
    );
    const plannedInstallAt = new Date(Date.now() + 86_400_000).toISOString();
    expect(
      await refusalOf(
        deferOrder(staff, { orderId: idOf('or', placed), plannedInstallAt: '2020-01-01T00:00:00Z', reason: 'x' }),
      ),
    ).toEqual([['IN_THE_PAST', 'input.plannedInstallAt']]);
    await deferOrder(staff, { orderId: idOf('or', placed), plannedInstallAt, reason: 'away' });
    expect(await statusOf(placed)).toBe(OrderStatus.DEFERRED);
    const deferred = await em().find(ServiceOrder, { order: placed.id });
    expect(deferred.map((each) => [each.status, each.plannedInstallAt?.toISOString()])).toEqual([
      ['DEFERRED', plannedInstallAt],
      ['DEFERRED', plannedInstallAt],
    ]);
    await reopenOrder(staff, { orderId: idOf('or', placed) });
    await reaches(placed, OrderStatus.EXCEPTION);
  });
});

describe('review', () => {
  test('ORD-77 ORD-78 ORD-79 an order that a rule names waits for somebody else than who entered it', async () => {
    const rule = await running.database.write(running.database.systemContext('test'), async (tx) =>
      tx.add(
        Object.assign(new ReviewRule(), {
          code: 'TEST',
          name: 'Test',
          inUse: true,
          kind: null,
          source: null,
          action: null,
          minPieces: 20,
          minOneTimeTotal: null,
        }),
      ),
    );
    const placed = await submitOrder(staff, order([install({ quantity: 10 })]));
    await running.startWorking();
    const orderId = idOf('or', placed);
    expect(await refusalOf(reviewOrder(staff, { orderId, result: ReviewResult.APPROVE }))).toEqual([
      ['GUARD_REFUSED', ''],
    ]);
    const reviewer = clerk(running.database, shop.north, 'reviewer-1');
    expect(await refusalOf(reviewOrder(reviewer, { orderId, result: ReviewResult.RETURN }))).toEqual([
      ['REQUIRED', 'input.reason'],
    ]);
    await reviewOrder(reviewer, { orderId, result: ReviewResult.RETURN, reason: 'No contract.' });
    expect(await em().findOneOrFail(Order, placed.id)).toMatchObject({
      status: OrderStatus.EXCEPTION,
      exceptionCause: 'REVIEW',
    });
    await resendOrder(staff, { orderId, reason: 'Contract is there.' });
    expect(await statusOf(placed)).toBe(OrderStatus.PENDING_REVIEW);
    await reviewOrder(reviewer, { orderId, result: ReviewResult.APPROVE });
    await reaches(placed, OrderStatus.COMPLETED);
    await running.database.write(
      running.database.systemContext('test'),
      async (tx) => void ((await tx.find(ReviewRule, rule.id))!.inUse = false),
    );
  });
});

describe('cancelling', () => {
  test('ORD-59 withdraws what provisioning does not have, at once', async () => {
    const placed = await submitOrder(staff, order([install()]));
    await cancelOrder(selfService(running.database, shop.customer), {
      orderId: idOf('or', placed),
      reason: 'No longer wanted.',
    });
    expect(await em().findOneOrFail(Order, placed.id)).toMatchObject({
      status: OrderStatus.CANCELLED,
      cancelReason: 'No longer wanted.',
    });
    await running.startWorking();
    expect(await refusalOf(cancelOrder(staff, { orderId: idOf('or', placed), reason: 'again' }))).toEqual([
      ['INVALID_TRANSITION', ''],
    ]);
  });

  test('ORD-62 asks provisioning, which lets go: everything is cancelled together and the instances end', async () => {
    sandboxPace.stepMs = 60_000;
    const placed = await submitOrder(staff, order([install()]));
    await running.startWorking();
    await until(
      async () => (await em().count(ServiceOrder, { order: placed.id, status: ServiceOrderStatus.DISPATCHED })) === 2,
    );
    const pending = await cancelOrder(staff, { orderId: idOf('or', placed), reason: 'No longer wanted.' });
    expect(pending.status).toBe(OrderStatus.CANCEL_PENDING);
    await reaches(placed, OrderStatus.CANCELLED);
    const serviceOrders = await em().find(ServiceOrder, { order: placed.id }, { populate: ['productInstance'] });
    expect(serviceOrders.map((each) => [each.status, each.productInstance.status])).toEqual([
      ['CANCELLED', 'REMOVED'],
      ['CANCELLED', 'REMOVED'],
    ]);
    expect(
      (await em().findOneOrFail(OfferingInstance, serviceOrders[0]!.productInstance.offeringInstance!.id)).status,
    ).toBe('ENDED');
    sandboxPace.stepMs = 0;
  });

  test('ORD-62 tells provisioning when it took a service order that was cancelled at that moment', async () => {
    const placed = await submitOrder(
      staff,
      order([{ action: CustomerServiceType.INSTALL, offeringId: idOf('of', shop.line) }]),
    );
    const cancelled: string[] = [];
    fulfilment.disconnect();
    fulfilment.connect(
      {
        async dispatch({ serviceOrderNo }) {
          await cancelOrder(staff, { orderId: idOf('or', placed), reason: 'No longer wanted.' });
          return { externalRef: `X-${serviceOrderNo}` };
        },
        async cancel(requests) {
          cancelled.push(...requests.map(({ externalRef }) => externalRef!));
          return { accepted: true };
        },
      },
      'test',
    );
    await running.startWorking();
    await until(() => cancelled.length === 1);
    fulfilment.disconnect();
    fulfilmentSandbox.connect({});
    expect(cancelled).toEqual([`X-${placed.orderNo}-01`]);
    expect(await statusOf(placed)).toBe(OrderStatus.CANCELLED);
  });

  test('ORD-63 provisioning refuses once the customer has signed: the order goes on', async () => {
    sandboxPace.stepMs = 60_000;
    const placed = await submitOrder(
      staff,
      order([{ action: CustomerServiceType.INSTALL, offeringId: idOf('of', shop.line) }]),
    );
    await running.startWorking();
    await until(
      async () => (await em().count(ServiceOrder, { order: placed.id, status: ServiceOrderStatus.DISPATCHED })) === 1,
    );
    const [serviceOrder] = await em().find(ServiceOrder, { order: placed.id });
    const report = {
      serviceOrderNo: serviceOrder!.serviceOrderNo,
      externalRef: serviceOrder!.externalRef!,
      at: new Date(),
    };
    await reportServiceOrderProgress(running.database.systemContext('oss'), {
      ...report,
      state: 'IN_PROGRESS',
      percent: 90,
      reportId: 'signed',
    });
    await cancelOrder(staff, { orderId: idOf('or', placed), reason: 'No longer wanted.' });
    await reaches(placed, OrderStatus.IN_PROVISIONING);
    expect((await em().findOneOrFail(ServiceOrder, serviceOrder!.id)).status).toBe(ServiceOrderStatus.IN_PROGRESS);
    await reportServiceOrderProgress(running.database.systemContext('oss'), {
      ...report,
      state: 'COMPLETED',
      percent: 100,
      reportId: 'done',
    });
    expect(await statusOf(placed)).toBe(OrderStatus.COMPLETED);
    sandboxPace.stepMs = 0;
  });
});
