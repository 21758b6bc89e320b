import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { encodeId, nounOf } from '../../kernel/model/index.js';
import { openProcessWorld, type ProcessWorld } from '../../testing/process-world.js';
import { line } from '../../testing/processes.js';
import { virtualClock, type VirtualClock } from '../../testing/virtual-clock.js';
import { CustomerServiceType, Offering, Product } from '../catalogue/index.js';
import { Customer } from '../customer/index.js';
import { createInstances, type ProductInstance } from '../inventory/index.js';
import {
  Order,
  OrderItem,
  OrderKind,
  OrderSource,
  OrderStatus,
  ServiceOrder,
  ServiceOrderStatus,
} from '../ordering/index.js';
import { measureActivations } from './index.js';

let world: ProcessWorld;
let clock: VirtualClock;
beforeAll(async () => {
  world = await openProcessWorld();
  clock = virtualClock(world.graph, '2026-12-01T00:00:00Z');
  const pause = { code: 'pause', kind: 'TIMER', timer: 'duration("PT6H")' };
  await world.desk.publish('ACTIVATE', line('build', pause as never, 'check'), { objectType: 'Order' } as object);
});
afterAll(() => {
  clock?.stop();
  return world?.graph.close();
});

const rows = async (sql: string) => (await world.graph.database.pool.query(sql)).rows;
const opaque = (noun: abstract new () => unknown, id: string) => encodeId(nounOf(noun as never).tag!, id);

/** An order of a customer that installs a leased line, with the opaque ids of what it made. */
async function orderOf(code: string, action = CustomerServiceType.INSTALL) {
  const { graph } = world;
  const document = 'mutation ($input: CustomerCreateInput!) { customerCreate(input: $input) { customer { id } } }';
  const input = { code, regionId: world.guangzhou, individual: { name: code } };
  const { data } = await graph.query(document, { input });
  const made = await graph.database.write(graph.database.systemContext('test'), async (tx) => {
    const customer = await tx.em.findOneOrFail(Customer, { code });
    const offering = await tx.em.findOneOrFail(Offering, { code: 'OF_LEASED_LINE' });
    const product = await tx.em.findOneOrFail(Product, { code: 'LEASED_LINE' });
    const { productInstances } = await createInstances(tx, {
      ...{ customer, region: customer.region, offering, tariffPlan: null, account: null, pieces: [{ product }] },
    });
    const productInstance = productInstances[0]!;
    const order = tx.add(
      Object.assign(new Order(), {
        ...{ orderNo: `O-${code}`, archiveNo: `A-${code}`, kind: Object.values(OrderKind)[0]! },
        ...{ source: Object.values(OrderSource)[0]!, status: OrderStatus.IN_PROVISIONING, priority: 3, customer },
        ...{ customerName: code, region: customer.region, enteredBy: 'test', enteredAt: tx.at },
      }),
    );
    const orderItem = tx.add(
      Object.assign(new OrderItem(), { order, itemNo: 1, action, productInstance, quantity: 1, characteristics: {} }),
    );
    tx.add(
      Object.assign(new ServiceOrder(), {
        ...{ serviceOrderNo: `O-${code}-1`, order, orderItem, product, productInstance, action },
        ...{ status: Object.values(ServiceOrderStatus)[0]!, progress: 0, attempt: 0, formerRefs: [] },
        ...{ associationKey: `O-${code}`, associatedTotal: 1, canOpenAlone: true, characteristics: {} },
      }),
    );
    return { order, productInstance: productInstance as ProductInstance };
  });
  return {
    customerId: data.customerCreate.customer.id as string,
    orderId: opaque(Order, made.order.id),
    productInstanceId: encodeId(nounOf(made.productInstance.constructor as never).tag!, made.productInstance.id),
  };
}

/** Promises the customer two days. */
async function promise(customerId: string, productInstanceId: string): Promise<void> {
  const indicator = (await world.graph.query('{ slaIndicator(code: "PROVISIONING_DAYS") { id } }')).data.slaIndicator;
  const input = {
    ...{
      customerId,
      productInstanceId,
      customerSignatory: 'C',
      operatorSignatory: 'O',
      signedAt: '2026-01-01T00:00:00Z',
    },
    terms: [
      { indicatorId: indicator.id, committedValue: '2', warningValue: '2', alarmValue: '2', monitoringCycle: 'MONTH' },
    ],
  };
  const { data } = await world.graph.query(
    `mutation ($input: SlaContractCreateInput!) { slaContractCreate(input: $input) { userErrors { code path } } }`,
    { input },
  );
  expect(data.slaContractCreate.userErrors).toEqual([]);
}

/** Runs the process of an order from a moment: work, a pause, and more work until so many hours have passed. */
async function activate(orderId: string, day: string, held: boolean, hours: number): Promise<string> {
  const start = new Date(`${day}T00:00:00Z`).getTime();
  const at = (hour: number) => clock.set(new Date(start + hour * 3_600_000));
  at(0);
  const { id } = await world.start('ACTIVATE', { objectId: orderId, regionId: world.guangzhou });
  at(12);
  if (held) await world.many.ok('processInstanceSuspend', { instanceIds: [id], reason: 'The customer is away.' });
  at(36);
  if (held) await world.many.ok('processInstanceResume', { instanceIds: [id], reason: 'They are back.' });
  await world.complete(id, 'build');
  at(42);
  await world.run(id);
  at(hours);
  await world.complete(id, 'check');
  expect((await world.see(id)).status).toBe('COMPLETED');
  return id;
}

const measures = async (filter: object | null = null, as?: object) => {
  const { data, errors } = await world.graph.query(
    `query ($filter: ActivationMeasureFilter) { activationMeasures(filter: $filter) { seconds secondsWithoutWaits minutes minutesWithoutWaits promisedDays startedAt endedAt
      customer { code } product { code } productInstance { id } processInstance { id } steps { step seconds minutes isWait } } }`,
    { filter },
    as ? ({ as } as never) : {},
  );
  return errors ? errors.map(({ extensions }) => extensions.code) : data.activationMeasures;
};
const measure = () =>
  measureActivations.run({}, world.graph.database.systemContext('test'), {
    ...{ id: '1', attempt: 1, signal: new AbortController().signal },
  });
const measured = () =>
  rows(`select r.value::float8 as value, r.level, r.source, c.customer_id is not null as known from running_indicator r
    join sla_term t on t.id = r.term_id join sla_contract c on c.id = t.sla_contract_id order by r.measured_at`);

test('WFL-69 measured durations of activations, with and without waits, are told by customer and product and compared with the contract', async () => {
  const first = await orderOf('ACT-1');
  await promise(first.customerId, first.productInstanceId);
  const id = await activate(first.orderId, '2026-12-01', true, 60);
  const [seen, ...others] = await measures();
  expect(others).toEqual([]);
  expect(seen).toMatchObject({
    ...{ seconds: '216000', secondsWithoutWaits: '108000', minutes: 3600, minutesWithoutWaits: 1800 },
    ...{ customer: { code: 'ACT-1' }, product: { code: 'LEASED_LINE' } },
    ...{ productInstance: { id: first.productInstanceId }, processInstance: { id } },
    ...{ startedAt: '2026-12-01T00:00:00.000Z', endedAt: '2026-12-03T12:00:00.000Z' },
    steps: [
      { step: 'build', seconds: '129600', minutes: 2160, isWait: false },
      { step: 'pause', minutes: 360, isWait: true },
      { step: 'check', minutes: 1080, isWait: false },
    ],
  });
  expect(Number(seen.promisedDays)).toBe(2);

  // Each activation is measured once, however many measure at once.
  await Promise.all([measure(), measure(), measure()]);
  expect(await measured()).toEqual([{ value: 1.25, level: 'OK', source: 'PROCESS', known: true }]);
  expect(await rows('select 1 from sla_problem')).toEqual([]);

  // One that took too long shows a problem; one that nothing was promised for is told, but compared with nothing.
  const late = await orderOf('ACT-2');
  await promise(late.customerId, late.productInstanceId);
  await activate(late.orderId, '2026-12-05', false, 96);
  const free = await orderOf('ACT-3');
  await activate(free.orderId, '2026-12-10', false, 50);
  const removal = await orderOf('ACT-4', CustomerServiceType.REMOVE);
  await activate(removal.orderId, '2026-12-15', false, 50);
  await measure();
  expect((await measured()).slice(1)).toEqual([{ value: 3.75, level: 'VIOLATION', source: 'PROCESS', known: true }]);
  expect(await rows(`select actual_value::float8 as value from sla_problem`)).toEqual([{ value: 3.75 }]);
  const all = await measures();
  expect(all.map(({ customer, promisedDays }: never) => [customer, promisedDays && Number(promisedDays)])).toEqual([
    [{ code: 'ACT-3' }, null],
    [{ code: 'ACT-2' }, 2],
    [{ code: 'ACT-1' }, 2],
  ]);
  expect(await measures({ customerId: free.customerId })).toHaveLength(1);
  expect(await measures({ to: '2026-12-05T00:00:00Z' })).toHaveLength(1);
  expect(await measures({ from: '2026-12-05T00:00:00Z', to: '2026-12-05T00:00:00Z' })).toEqual(['BAD_USER_INPUT']);
  // Nobody sees the processes of other regions, and customers see none.
  expect(await measures(null, { sub: 's1', role: 'staff', region: '51' })).toEqual([]);
  expect(await measures(null, { sub: 'c1', role: 'customer', customer: 'ACT-1' })).toEqual(['FORBIDDEN']);
});
