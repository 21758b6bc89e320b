import {
  activeLine,
  counts,
  em,
  history,
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
import { clerk } from '../../testing/shop.js';
import { until } from '../../testing/until.js';
import { CustomerServiceType, OfferingRelation, OfferingRelationKind } from '../catalogue/index.js';
import { Customer, CustomerLifecycleState } from '../customer/index.js';
import { OfferingInstance, ProductInstance, ProductInstanceStatus } from '../inventory/index.js';
import {
  cancelOrder,
  Order,
  OrderItem,
  type OrderItemInput,
  OrderStatus,
  ServiceOrder,
  ServiceOrderStatus,
  submitOrder,
} from './index.js';

useOrderDesk();

describe('an order from submission to completion', () => {
  test('ORD-50 ORD-80 ORD-81 ORD-82 ORD-86 ORD-88 runs through its states; instances come into service and the customer into the network', async () => {
    const placed = await submitOrder(
      staff,
      order([
        install({
          quantity: 2,
          components: [{ productId: idOf('pd', shop.phone), quantity: 2 }],
          characteristics: [{ name: 'bandwidth', value: '500M' }],
        }),
        { action: CustomerServiceType.INSTALL, offeringId: idOf('of', shop.line) },
      ]),
    );
    expect(placed.status).toBe(OrderStatus.PENDING_REVIEW);
    expect(placed).toMatchObject({
      customerName: 'Li Na',
      enteredBy: 'clerk-1',
      source: 'INTERNAL_MODULE',
      priority: 3,
    });
    await running.startWorking();
    await reaches(placed, OrderStatus.COMPLETED);

    const serviceOrders = await em().find(
      ServiceOrder,
      { order: placed.id },
      { populate: ['productInstance.product'], orderBy: { serviceOrderNo: 'asc' } },
    );
    expect(serviceOrders.map(({ productInstance }) => productInstance.product.code)).toEqual([
      'T_PHONE',
      'T_PHONE',
      'T_BROADBAND',
      'T_PHONE',
      'T_PHONE',
      'T_BROADBAND',
      'T_PHONE',
    ]);
    for (const serviceOrder of serviceOrders) {
      expect(serviceOrder).toMatchObject({
        status: ServiceOrderStatus.COMPLETED,
        progress: 100,
        associationKey: placed.orderNo,
        associatedTotal: 7,
        attempt: 1,
      });
      expect(serviceOrder.productInstance.status).toBe(ProductInstanceStatus.ACTIVE);
    }
    expect(serviceOrders[2]!.productInstance.characteristics).toEqual({ bandwidth: '500M' });
    expect(await history([placed.id])).toEqual([
      'order.status.changed DRAFT',
      'order.created ',
      'order.status.changed PENDING_REVIEW',
      'order.status.changed APPROVED',
      'order.decomposed ',
      'order.status.changed IN_PROVISIONING',
      'order.status.changed COMPLETED',
      'order.completed ',
    ]);
    const steps = (await history([serviceOrders[0]!.id])).filter((step) => step.startsWith('serviceOrder.status'));
    expect(steps).toEqual(
      ['CREATED', 'DISPATCHED', 'IN_PROGRESS', 'COMPLETED'].map((state) => `serviceOrder.status.changed ${state}`),
    );
    const owner = await em().findOneOrFail(Customer, shop.customer.id);
    expect(owner.lifecycle).toBe(CustomerLifecycleState.IN_NETWORK);
  });

  test('ORD-105 ORD-107 prices lines and order exactly from the default tariff', async () => {
    const placed = await submitOrder(
      staff,
      order([
        install({ quantity: 3 }),
        { action: CustomerServiceType.INSTALL, offeringId: idOf('of', shop.line), quantity: 7 },
      ]),
    );
    const items = await em().find(OrderItem, { order: placed.id }, { orderBy: { itemNo: 'asc' } });
    expect(
      items.map(({ oneTimePrice, recurringPrice }) => [Number(oneTimePrice!.amount), Number(recurringPrice!.amount)]),
    ).toEqual([
      [300, 389.7],
      [0, 105],
    ]);
    const stored = await em().findOneOrFail(Order, placed.id);
    expect([stored.oneTimeTotal!.amount, stored.recurringTotal!.amount, stored.recurringTotal!.currency]).toEqual([
      '300',
      '494.7',
      'CNY',
    ]);
  });

  test('goes on after the server was down between its steps', async () => {
    const placed = await submitOrder(staff, order([install()]));
    await running.startWorking();
    await until(async () => (await statusOf(placed)) !== OrderStatus.PENDING_REVIEW);
    await running.stopWorking();
    await running.startWorking();
    await reaches(placed, OrderStatus.COMPLETED);
  });
});

describe('actions on what the customer has', () => {
  test('ORD-14 suspends, resumes, moves, changes and removes', async () => {
    const placedFirst = await submitOrder(staff, order([install()]));
    await running.startWorking();
    await reaches(placedFirst, OrderStatus.COMPLETED);
    const serviceOrders = await em().find(
      ServiceOrder,
      { order: placedFirst.id },
      { populate: ['productInstance.product'] },
    );
    const phone = serviceOrders.find(
      ({ productInstance }) => productInstance.product.code === 'T_PHONE',
    )!.productInstance;
    const broadband = serviceOrders.find(
      ({ productInstance }) => productInstance.product.code === 'T_BROADBAND',
    )!.productInstance;
    const run = async (items: OrderItemInput[]) => {
      const placed = await submitOrder(staff, order(items));
      await reaches(placed, OrderStatus.COMPLETED);
    };
    const now = (instance: ProductInstance) => em().findOneOrFail(ProductInstance, instance.id);

    await run([on(CustomerServiceType.SUSPEND, phone)]);
    expect(await now(phone)).toMatchObject({ status: 'SUSPENDED', suspendReason: 'CUSTOMER_REQUEST' });
    await run([on(CustomerServiceType.RESUME, phone)]);
    expect(await now(phone)).toMatchObject({ status: 'ACTIVE', suspendReason: null });
    // ORD-19: two services on one instance in one order.
    await run([
      on(CustomerServiceType.MOVE, broadband, { installAddress: '8 New Road' }),
      on(CustomerServiceType.CHANGE, broadband, { characteristics: [{ name: 'bandwidth', value: '500M' }] }),
    ]);
    expect(await now(broadband)).toMatchObject({
      installAddress: '8 New Road',
      characteristics: { bandwidth: '500M' },
      inFlight: null,
    });
    await run([on(CustomerServiceType.REMOVE, phone), on(CustomerServiceType.REMOVE, broadband)]);
    expect((await now(phone)).status).toBe('REMOVED');
    const bundle = await em().findOneOrFail(OfferingInstance, phone.offeringInstance!.id);
    expect(bundle.status).toBe('ENDED');
  });

  test('ORD-10 rejects a second removal, and says which order is at it', async () => {
    const phone = await activeLine();
    const first = await submitOrder(staff, order([on(CustomerServiceType.REMOVE, phone)]));
    const before = await counts();
    expect(await refusalOf(submitOrder(staff, order([on(CustomerServiceType.REMOVE, phone)])))).toEqual([
      ['IN_FLIGHT_CONFLICT', 'input.items.0.productInstanceId'],
    ]);
    expect(
      await refusalOf(
        submitOrder(staff, order([on(CustomerServiceType.MOVE, phone, { installAddress: 'Elsewhere' })])),
      ),
    ).toEqual([['IN_FLIGHT_CONFLICT', 'input.items.0.productInstanceId']]);
    expect(await counts()).toEqual(before);
    await cancelOrder(staff, { orderId: idOf('or', first), reason: 'test' });
  });

  test('ORD-10 lets an order wait for the one in flight and starts it by itself', async () => {
    const phone = await activeLine();
    const suspend = await submitOrder(staff, order([on(CustomerServiceType.SUSPEND, phone)]));
    const resume = await submitOrder(staff, order([on(CustomerServiceType.RESUME, phone)]));
    expect(resume.status).toBe(OrderStatus.WAITING_CONFLICT);
    await running.startWorking();
    await reaches(suspend, OrderStatus.COMPLETED);
    await reaches(resume, OrderStatus.COMPLETED);
    expect((await em().findOneOrFail(ProductInstance, phone.id)).status).toBe('ACTIVE');
  });

  test('ORD-10 a removal overrides a move: the move is cancelled first, then the removal runs', async () => {
    const phone = await activeLine();
    const move = await submitOrder(
      staff,
      order([on(CustomerServiceType.MOVE, phone, { installAddress: 'Elsewhere' })]),
    );
    const remove = await submitOrder(staff, order([on(CustomerServiceType.REMOVE, phone)]));
    expect(await em().findOneOrFail(Order, move.id)).toMatchObject({
      status: OrderStatus.CANCELLED,
      cancelReason: `Overridden by order ${remove.orderNo}.`,
    });
    await running.startWorking();
    await reaches(remove, OrderStatus.COMPLETED);
    expect(await em().findOneOrFail(ProductInstance, phone.id)).toMatchObject({
      status: 'REMOVED',
      installAddress: null,
    });
  });

  test('ORD-09 what has changed while an order waited sends it back instead of through', async () => {
    const phone = await activeLine();
    const suspend = await submitOrder(staff, order([on(CustomerServiceType.SUSPEND, phone)]));
    const resume = await submitOrder(staff, order([on(CustomerServiceType.RESUME, phone)]));
    await cancelOrder(staff, { orderId: idOf('or', suspend), reason: 'changed my mind' });
    await running.startWorking();
    await reaches(resume, OrderStatus.EXCEPTION);
    expect((await em().findOneOrFail(Order, resume.id)).exceptionCause).toBe('REVIEW');
  });
});

describe('offerings and owners', () => {
  test('ORD-06 refuses an offering that another one excludes, held or ordered, and one that needs another', async () => {
    const relate = (kind: string, from: object, to: object) =>
      running.database.write(running.database.systemContext('test'), async (tx) =>
        tx.add(Object.assign(new OfferingRelation(), { kind, from, to, prompt: null })),
      );
    const line = { action: CustomerServiceType.INSTALL, offeringId: idOf('of', shop.line) };
    const south = clerk(running.database, shop.south);
    const other = (items: OrderItemInput[]) => ({ customerId: idOf('cu', shop.stranger), items });
    const need = await relate(OfferingRelationKind.DEPEND, shop.line, shop.family);
    expect(await refusalOf(submitOrder(south, other([line])))).toEqual([
      ['OFFERING_REQUIRED', 'input.items.0.offeringId'],
    ]);
    const exclusion = await relate(OfferingRelationKind.EXCLUDE, shop.line, shop.family);
    expect(await refusalOf(submitOrder(south, other([install(), line])))).toEqual([
      ['OFFERING_EXCLUDED', 'input.items.0.offeringId'],
      ['OFFERING_EXCLUDED', 'input.items.1.offeringId'],
    ]);
    for (const relation of [need, exclusion]) await em().nativeDelete(OfferingRelation, { id: relation.id });
    expect((await submitOrder(south, other([line]))).status).toBe(OrderStatus.PENDING_REVIEW);
  });

  test('ORD-14 TRANSFER gives an instance to another customer, charged to their account', async () => {
    const phone = await activeLine();
    const everywhere = running.database.systemContext('test');
    const placed = await submitOrder(
      everywhere,
      order([on(CustomerServiceType.TRANSFER, phone, { newOwnerId: idOf('cu', shop.stranger) })]),
    );
    await running.startWorking();
    await reaches(placed, OrderStatus.COMPLETED);
    const owned = await em().findOneOrFail(ProductInstance, phone.id);
    expect([owned.customer.id, owned.account!.id, owned.instanceNo]).toEqual([
      shop.stranger.id,
      shop.strangerAccount.id,
      phone.instanceNo,
    ]);
    expect((await em().findOneOrFail(Customer, shop.stranger.id)).lifecycle).toBe(CustomerLifecycleState.IN_NETWORK);
  });
});
