import type { CallContext } from '../../kernel/database/context.js';
import { encodeId } from '../../kernel/model/index.js';
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
  statusOf,
  useOrderDesk,
} from '../../testing/order-desk.js';
import { clerk, selfService } from '../../testing/shop.js';
import { CustomerServiceType } from '../catalogue/index.js';
import { ProductInstance } from '../inventory/index.js';
import { cancelOrder, Order, OrderStatus, resendOrder, reviewOrder, ReviewResult, submitOrder } from './index.js';

useOrderDesk();

describe('submitting twice', () => {
  test('the same key at the same time gives one order to all', async () => {
    const input = order([install()], { externalKey: 'cart-1' });
    const placed = await Promise.all(Array.from({ length: 6 }, () => submitOrder(staff, input)));
    expect(new Set(placed.map(({ id }) => id)).size).toBe(1);
    expect(await em().count(Order, { externalKey: 'cart-1' })).toBe(1);
  });

  test('the key with other content is refused, and another customer may have the same key', async () => {
    const before = await counts();
    expect(await refusalOf(submitOrder(staff, order([install({ quantity: 2 })], { externalKey: 'cart-1' })))).toEqual([
      ['KEY_REUSED', 'input.externalKey'],
    ]);
    expect(await counts()).toEqual(before);
    const other = await submitOrder(clerk(running.database, shop.south), {
      customerId: idOf('cu', shop.stranger),
      externalKey: 'cart-1',
      items: [install()],
    });
    expect(other.externalKey).toBe('cart-1');
  });
});

describe('what is refused writes nothing', () => {
  const cases: [string, () => [CallContext, ReturnType<typeof order>], string[][]][] = [
    [
      'ORD-01 an unknown customer',
      () => [staff, order([install()], { customerId: encodeId('cu', '00000000-0000-7000-8000-000000000000') })],
      [['NOT_FOUND', 'input.customerId']],
    ],
    [
      'a customer of another region looks like none',
      () => [staff, order([install()], { customerId: idOf('cu', shop.stranger) })],
      [['NOT_FOUND', 'input.customerId']],
    ],
    [
      'another customer at self-service',
      () => [selfService(running.database, shop.stranger), order([install()])],
      [['NOT_FOUND', 'input.customerId']],
    ],
    [
      "another customer's account",
      () => [running.database.systemContext('x'), order([install()], { accountId: idOf('ac', shop.strangerAccount) })],
      [['NOT_OF_CUSTOMER', 'input.accountId']],
    ],
    [
      'an offering that is not in sale',
      () => [staff, order([install({ offeringId: idOf('of', shop.old) })])],
      [
        ['NOT_IN_SALE', 'input.items.0.offeringId'],
        ['NOT_PRICED', 'input.items.0.offeringId'],
      ],
    ],
    [
      'too many pieces, and a product that is not in the bundle',
      () => [
        staff,
        order([
          install({ components: [{ productId: idOf('pd', shop.phone), quantity: 4 }] }),
          install({
            offeringId: idOf('of', shop.line),
            components: [{ productId: idOf('pd', shop.broadband), quantity: 1 }],
          }),
        ]),
      ],
      [
        ['QUANTITY_OUT_OF_BOUNDS', 'input.items.0.components.0.quantity'],
        ['NOT_IN_OFFERING', 'input.items.1.components.0.productId'],
      ],
    ],
    [
      'fields that contradict the action, all at once (ORD-07)',
      () => [
        staff,
        order([
          install({ offeringId: null, newOwnerId: idOf('cu', shop.stranger) }),
          { action: CustomerServiceType.MOVE, quantity: 2 },
        ]),
      ],
      [
        ['REQUIRED', 'input.items.0.offeringId'],
        ['CONTRADICTORY', 'input.items.0.newOwnerId'],
        ['CONTRADICTORY', 'input.items.1.quantity'],
        ['REQUIRED', 'input.items.1.installAddress'],
        ['REQUIRED', 'input.items.1.productInstanceId'],
      ],
    ],
    [
      'ORD-33 values that the template does not know or allow',
      () => [
        staff,
        order([
          install({
            characteristics: [
              { name: 'colour', value: 'red' },
              { name: 'bandwidth', value: '1M' },
            ],
          }),
        ]),
      ],
      [
        ['UNKNOWN_CHARACTERISTIC', 'input.items.0.characteristics.0.name'],
        ['BAD_CHARACTERISTIC', 'input.items.0.characteristics.1.value'],
      ],
    ],
    [
      'a wish for yesterday',
      () => [staff, order([install()], { expectedAt: '2020-01-01T00:00:00.000Z' })],
      [['IN_THE_PAST', 'input.expectedAt']],
    ],
  ];
  test.each(cases)('%s', async (_case, make, expected) => {
    const [context, input] = make();
    const before = await counts();
    expect(await refusalOf(submitOrder(context, input as never))).toEqual(expected);
    expect(await counts()).toEqual(before);
  });

  test('an order of another region or customer cannot be cancelled, reviewed or resent', async () => {
    const placed = await submitOrder(staff, order([install()]));
    const orderId = idOf('or', placed);
    const before = await counts();
    for (const context of [clerk(running.database, shop.south), selfService(running.database, shop.stranger)]) {
      expect(await refusalOf(cancelOrder(context, { orderId, reason: 'x' }))).toEqual([['NOT_FOUND', 'input.orderId']]);
      expect(await refusalOf(reviewOrder(context, { orderId, result: ReviewResult.APPROVE }))).toEqual([
        ['NOT_FOUND', 'input.orderId'],
      ]);
      expect(await refusalOf(resendOrder(context, { orderId, reason: 'x' }))).toEqual([['NOT_FOUND', 'input.orderId']]);
    }
    // A customer may not review even an own order.
    expect(
      await refusalOf(
        reviewOrder(selfService(running.database, shop.customer), { orderId, result: ReviewResult.APPROVE }),
      ),
    ).toEqual([['FORBIDDEN', '']]);
    expect(await counts()).toEqual(before);
    expect(await statusOf(placed)).toBe(OrderStatus.PENDING_REVIEW);
  });

  test('RESUME by a customer of what the operator suspended', async () => {
    const phone = await activeLine();
    await running.database.write(running.database.systemContext('billing'), async (tx) => {
      const instance = (await tx.find(ProductInstance, phone.id))!;
      Object.assign(instance, { status: 'SUSPENDED', suspendReason: 'VIOLATION' });
    });
    expect(
      await refusalOf(
        submitOrder(selfService(running.database, shop.customer), order([on(CustomerServiceType.RESUME, phone)])),
      ),
    ).toEqual([['SERVICE_NOT_ALLOWED_IN_STATE', 'input.items.0.productInstanceId']]);
  });
});
