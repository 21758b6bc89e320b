import { sandboxPace } from '../../../plugins/fulfilment-sandbox/index.js';
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
import { disagreements } from '../../testing/order-processes.js';
import { clerk } from '../../testing/shop.js';
import { until } from '../../testing/until.js';
import { ProcessTask } from '../workflow/index.js';
import {
  fulfilment,
  installNow,
  Order,
  OrderStatus,
  reportServiceOrderProgress,
  ServiceOrder,
  ServiceOrderStatus,
  ShortageChoice,
  submitOrder,
  waitForResource,
} from './index.js';

useOrderDesk();

const agree = async () => expect(await disagreements(running.database.pool)).toEqual([]);
const serviceOrdersOf = ({ id }: { id: string }) =>
  em().find(ServiceOrder, { order: id }, { populate: ['productInstance'], orderBy: { serviceOrderNo: 'asc' } });
const tasksAt = async (placed: Order, step: string) => {
  const { processInstance } = await em().findOneOrFail(Order, placed.id);
  return em().find(ProcessTask, { instance: processInstance!.id, step }, { orderBy: { taskNo: 'asc' } });
};
/** An order whose service orders provisioning has and does not end by itself. */
async function dispatched(more: object) {
  sandboxPace.stepMs = 3_600_000;
  const placed = await submitOrder(staff, order([install()], more as never));
  await running.startWorking();
  await until(async () => {
    const all = await serviceOrdersOf(placed);
    return all.length > 0 && all.every(({ status }) => status === ServiceOrderStatus.DISPATCHED);
  });
  await running.stopWorking();
  sandboxPace.stepMs = 0;
  return { placed, serviceOrders: (await serviceOrdersOf(placed)) as [ServiceOrder, ServiceOrder] };
}
const report = ({ serviceOrderNo, externalRef }: ServiceOrder, state: 'COMPLETED' | 'RETURNED', more: object = {}) =>
  reportServiceOrderProgress(running.database.systemContext('oss'), {
    ...{ serviceOrderNo, externalRef: externalRef!, state, percent: 0, at: new Date(), reportId: state, ...more },
  });
const lack = (serviceOrder: ServiceOrder) =>
  report(serviceOrder, 'RETURNED', { cause: 'RESOURCE', reason: 'No port.' });

describe('when a resource is not available', () => {
  test('WFL-67 ORD-31 the order is cancelled as its customer wanted it, with what provisioning has', async () => {
    const { placed, serviceOrders } = await dispatched({ onShortage: ShortageChoice.CANCEL });
    await lack(serviceOrders[0]);
    await agree();
    expect(await statusOf(placed)).toBe(OrderStatus.EXCEPTION);
    await running.startWorking();
    await reaches(placed, OrderStatus.CANCELLED);
    await running.stopWorking();
    await agree();
    expect((await serviceOrdersOf(placed)).map(({ status }) => status)).toEqual(['CANCELLED', 'CANCELLED']);
    expect(await tasksAt(placed, 'correct')).toEqual([]);

    // Of one that provisioning has nothing else of, in the same move.
    const both = await dispatched({ onShortage: ShortageChoice.CANCEL });
    await lack(both.serviceOrders[0]);
    await lack(both.serviceOrders[1]);
    await running.startWorking();
    await reaches(both.placed, OrderStatus.CANCELLED);
    await running.stopWorking();
    await agree();
  });

  test('WFL-67 ORD-31 what is done is not undone by the wish to cancel: people see to the rest', async () => {
    const { placed, serviceOrders } = await dispatched({ onShortage: ShortageChoice.CANCEL });
    await report(serviceOrders[0], 'COMPLETED');
    await lack(serviceOrders[1]);
    await running.startWorking();
    await until(async () => (await tasksAt(placed, 'correct')).length === 1);
    await running.stopWorking();
    expect(await statusOf(placed)).toBe(OrderStatus.EXCEPTION);
    await agree();
  });

  test('WFL-67 ORD-100 it waits by itself, as soon as provisioning has nothing of it, and goes on when the resource is there', async () => {
    const { placed, serviceOrders } = await dispatched({ onShortage: ShortageChoice.WAIT });
    await lack(serviceOrders[0]);
    expect(await statusOf(placed)).toBe(OrderStatus.EXCEPTION);
    await agree();
    await lack(serviceOrders[1]);
    expect(await statusOf(placed)).toBe(OrderStatus.WAITING_INSTALL);
    expect((await serviceOrdersOf(placed)).map(({ status }) => status)).toEqual(['WAITING_INSTALL', 'WAITING_INSTALL']);
    await agree();
    const orderId = idOf('or', placed);
    expect(await refusalOf(installNow(clerk(running.database, shop.south), { orderId }))).toEqual([
      ['NOT_FOUND', 'input.orderId'],
    ]);
    expect(await statusOf(placed)).toBe(OrderStatus.WAITING_INSTALL);
    await installNow(staff, { orderId, reason: 'A port is there.' });
    await agree();
    expect((await serviceOrdersOf(placed)).map(({ status }) => status)).toEqual(['REOPENED', 'REOPENED']);
    await running.startWorking();
    await reaches(placed, OrderStatus.COMPLETED);
    await running.stopWorking();
    await agree();
  });

  test('WFL-67 ORD-94 the customer is asked by a clerk, and what they say is done', async () => {
    const { placed, serviceOrders } = await dispatched({ onShortage: ShortageChoice.NOTIFY });
    await lack(serviceOrders[0]);
    await lack(serviceOrders[1]);
    expect(await tasksAt(placed, 'notify')).toMatchObject([
      { status: 'DISPATCHED', operatorKind: 'ROLE', operatorCode: 'CLERK', aboutId: idOf('or', placed) },
    ]);
    await agree();
    const orderId = idOf('or', placed);
    await waitForResource(staff, { orderId, reason: 'The customer waits until June.' });
    expect(await statusOf(placed)).toBe(OrderStatus.WAITING_INSTALL);
    expect((await tasksAt(placed, 'notify')).map(({ status }) => status)).toEqual(['RETURNED']);
    await agree();
  });

  test('WFL-67 ORD-99 only for a lack of resources it waits', async () => {
    const { placed, serviceOrders } = await dispatched({});
    await report(serviceOrders[0], 'RETURNED', { cause: 'CUSTOMER', reason: 'Nobody at home.' });
    await report(serviceOrders[1], 'RETURNED', { cause: 'CUSTOMER', reason: 'Nobody at home.' });
    expect(await refusalOf(waitForResource(staff, { orderId: idOf('or', placed), reason: 'x' }))).toEqual([
      ['NOT_A_SHORTAGE', 'input.orderId'],
    ]);
    expect(await statusOf(placed)).toBe(OrderStatus.EXCEPTION);
    await agree();
  });
});

describe('service orders of one order', () => {
  test('WFL-68 ORD-81 ORD-82 carry what links them and how many they are, and each completes alone', async () => {
    const { placed, serviceOrders } = await dispatched({});
    expect(serviceOrders.map(({ associationKey, associatedTotal }) => [associationKey, associatedTotal])).toEqual([
      [placed.orderNo, 2],
      [placed.orderNo, 2],
    ]);
    await report(serviceOrders[0], 'COMPLETED');
    const after = await serviceOrdersOf(placed);
    expect(after.map(({ status, productInstance }) => [status, productInstance.status])).toEqual([
      ['COMPLETED', 'ACTIVE'],
      ['DISPATCHED', 'PENDING'],
    ]);
    expect(await statusOf(placed)).toBe(OrderStatus.IN_PROVISIONING);
  });

  test('WFL-68 ORD-85 complete together with the last of them, or not at all', async () => {
    const { placed, serviceOrders } = await dispatched({ completeTogether: true });
    expect(await report(serviceOrders[0], 'COMPLETED')).toEqual({ applied: true });
    expect(await report(serviceOrders[0], 'COMPLETED', { reportId: 'again' })).toEqual({ applied: false });
    const waiting = await serviceOrdersOf(placed);
    expect(waiting.map(({ status, progress, productInstance }) => [status, progress, productInstance.status])).toEqual([
      ['IN_PROGRESS', 100, 'PENDING'],
      ['DISPATCHED', 0, 'PENDING'],
    ]);
    expect(waiting[0]!.doneAt).toBeInstanceOf(Date);
    await agree();
    await report(serviceOrders[1], 'COMPLETED');
    const done = await serviceOrdersOf(placed);
    expect(done.map(({ status, productInstance }) => [status, productInstance.status])).toEqual([
      ['COMPLETED', 'ACTIVE'],
      ['COMPLETED', 'ACTIVE'],
    ]);
    expect(done[0]!.completedAt).toEqual(done[1]!.completedAt);
    expect(await statusOf(placed)).toBe(OrderStatus.COMPLETED);
    await agree();
  });

  test('WFL-68 are handed to provisioning in one request when they complete together', async () => {
    const { adapter } = fulfilment;
    const together = adapter.dispatchTogether!;
    const asked: number[] = [];
    adapter.dispatchTogether = (requests, context) => {
      asked.push(requests.length);
      return together(requests, context);
    };
    try {
      const placed = await submitOrder(staff, order([install({ quantity: 3 })], { completeTogether: true }));
      await running.startWorking();
      await reaches(placed, OrderStatus.COMPLETED);
      await running.stopWorking();
    } finally {
      adapter.dispatchTogether = together;
    }
    expect(asked).toEqual([6]);
    await agree();
  });
});
