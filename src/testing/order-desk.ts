import { fulfilmentSandbox, sandboxPace } from '../../plugins/fulfilment-sandbox/index.js';
import { CustomerServiceType } from '../domains/catalogue/index.js';
import { domains } from '../domains/index.js';
import type { ProductInstance } from '../domains/inventory/index.js';
import { Order, type OrderItemInput, OrderStatus, ServiceOrder, submitOrder } from '../domains/ordering/index.js';
import type { CallContext } from '../kernel/database/context.js';
import { Refusal } from '../kernel/errors/index.js';
import { encodeId } from '../kernel/model/index.js';
import { runDomains, type RunningDomains } from './running-domains.js';
import { clerk, openShop, type Shop } from './shop.js';
import { until } from './until.js';

/** The domains at work, of the test file that called {@link useOrderDesk}. */
export let running: RunningDomains;
export let shop: Shop;
/** Staff of the region of the shop's customer. */
export let staff: CallContext;

/** Opens a shop with a fulfilment sandbox that works without pauses, for all tests of a file. */
export function useOrderDesk(): void {
  beforeAll(async () => {
    sandboxPace.stepMs = 0;
    running = await runDomains(domains, [fulfilmentSandbox]);
    shop = await openShop(running.database);
    staff = clerk(running.database, shop.north);
  });
  afterEach(() => running.stopWorking());
  afterAll(() => running.end());
}

/** A view of what is written. */
export const em = () => running.database.orm.em.fork();
/** The opaque id of a row. */
export const idOf = (tag: string, entity: { id: string }) => encodeId(tag, entity.id);
/** A line that installs the family bundle. */
export const install = (more: Partial<OrderItemInput> = {}): OrderItemInput => ({
  action: CustomerServiceType.INSTALL,
  offeringId: idOf('of', shop.family),
  ...more,
});
/** A line about one instance of the customer. */
export const on = (
  action: CustomerServiceType,
  instance: ProductInstance,
  more: Partial<OrderItemInput> = {},
): OrderItemInput => ({ action, productInstanceId: idOf('ii', instance), ...more });
/** An order of the shop's customer. */
export const order = (items: OrderItemInput[], more: Record<string, unknown> = {}) => ({
  customerId: idOf('cu', shop.customer),
  items,
  ...more,
});
/** State of an order as it is written. */
export const statusOf = async ({ id }: Order) => (await em().findOneOrFail(Order, id)).status;
/** Waits until an order is in a state. */
export const reaches = (placed: Order, status: OrderStatus) => until(async () => (await statusOf(placed)) === status);
/** What happened to objects, in order: type of the event and new state. */
export const history = async (ids: string[]) =>
  (
    await running.database.pool.query<{ step: string }>(
      `select type || ' ' || coalesce(to_state, '') as step from history_entry where subject_id = any($1) order by sequence`,
      [ids],
    )
  ).rows.map(({ step }) => step);
/** Codes and paths of the refusal that an operation must end in. */
export const refusalOf = async (operation: Promise<unknown>) => {
  const error = await operation.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(Refusal);
  return (error as Refusal).userErrors.map(({ code, path }) => [code, path.join('.')]);
};
/** How much has been written; equal before and after an operation that must write nothing. */
export const counts = async () => {
  const { rows } = await running.database.pool.query(
    'select (select count(*) from customer_order) o, (select count(*) from order_item) i, (select count(*) from history_entry) h, (select count(*) from job_request) j',
  );
  return rows[0];
};

/** An active telephone of the customer, installed by an order of its own. */
export async function activeLine(): Promise<ProductInstance> {
  await running.startWorking();
  const placed = await submitOrder(
    staff,
    order([{ action: CustomerServiceType.INSTALL, offeringId: idOf('of', shop.line) }]),
  );
  await reaches(placed, OrderStatus.COMPLETED);
  await running.stopWorking();
  const [serviceOrder] = await em().find(ServiceOrder, { order: placed.id }, { populate: ['productInstance'] });
  return serviceOrder!.productInstance;
}
