import { sandboxPace } from '../../../plugins/fulfilment-sandbox/index.js';
import {
  em,
  idOf,
  install,
  on,
  activeLine,
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
import { Approval } from '../approval/index.js';
import { CustomerServiceType } from '../catalogue/index.js';
import { ensureProcesses, person, ProcessTemplate, words } from '../process/index.js';
import { dispatchInstance, finishStanding, ProcessInstance, ProcessTask } from '../workflow/index.js';
import { orderFulfilment } from './order-fulfilment.js';
import {
  cancelOrder,
  deferOrder,
  Order,
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

const system = () => running.database.systemContext('oss');
const agree = async () => expect(await disagreements(running.database.pool)).toEqual([]);
const processOf = async ({ id }: { id: string }) =>
  (await em().findOneOrFail(Order, { id }, { populate: ['processInstance.template'] as never })).processInstance!;
const serviceOrdersOf = ({ id }: { id: string }) =>
  em().find(ServiceOrder, { order: id }, { orderBy: { serviceOrderNo: 'asc' } });
const tasksOf = async (placed: { id: string }) =>
  em().find(ProcessTask, { instance: (await processOf(placed)).id }, { orderBy: { taskNo: 'asc' } });
const line = () => order([{ action: CustomerServiceType.INSTALL, offeringId: idOf('of', shop.line) }]);
/** An order whose service orders provisioning has and does not end by itself. */
async function dispatched(input: Parameters<typeof submitOrder>[1]) {
  sandboxPace.stepMs = 3_600_000;
  const placed = await submitOrder(staff, input);
  await running.startWorking();
  await until(async () => {
    const all = await serviceOrdersOf(placed);
    return all.length > 0 && all.every(({ status }) => status === ServiceOrderStatus.DISPATCHED);
  });
  await running.stopWorking();
  sandboxPace.stepMs = 0;
  return { placed, serviceOrders: await serviceOrdersOf(placed) };
}
const report = (
  { serviceOrderNo, externalRef }: ServiceOrder,
  state: 'IN_PROGRESS' | 'COMPLETED' | 'RETURNED',
  more: object = {},
) =>
  reportServiceOrderProgress(system(), {
    ...{ serviceOrderNo, externalRef: externalRef!, state, percent: 50, at: new Date(), reportId: state, ...more },
  });

test('WFL-67 a submitted order has a process in the same transaction; its service orders are tasks of it, and it completes with the last', async () => {
  const placed = await submitOrder(staff, order([install()]));
  const begun = await processOf(placed);
  expect(begun).toMatchObject({
    status: 'RUNNING',
    objectType: 'Order',
    objectId: idOf('or', placed),
    subject: placed.orderNo,
  });
  expect(begun.template!.code).toBe('ORDER_FULFILMENT');
  await agree();
  await running.startWorking();
  await reaches(placed, OrderStatus.COMPLETED);
  await running.stopWorking();
  await agree();
  expect(await processOf(placed)).toMatchObject({ status: 'COMPLETED' });
  const serviceOrders = await serviceOrdersOf(placed);
  const tasks = await tasksOf(placed);
  expect(tasks.map(({ step, status, aboutType, aboutId }) => [step, status, aboutType, aboutId])).toEqual(
    serviceOrders.map((each) => ['fulfil', 'RETURNED', 'ServiceOrder', idOf('so', each)]),
  );
  expect(tasks[0]!.dueAt!.getTime() - tasks[0]!.arrivedAt.getTime()).toBe(7 * 86_400_000);
});

test('WFL-67 reports move the task of their service order once, and the last one the order and its process', async () => {
  const { placed, serviceOrders } = await dispatched(order([install()]));
  const [one, two] = serviceOrders as [ServiceOrder, ServiceOrder];
  expect((await tasksOf(placed)).map(({ status }) => status)).toEqual(['SENT', 'SENT']);
  await report(one, 'IN_PROGRESS');
  expect((await tasksOf(placed)).map(({ status }) => status)).toEqual(['ACKNOWLEDGED', 'SENT']);
  await report(one, 'COMPLETED');
  await report(one, 'COMPLETED');
  await report(one, 'COMPLETED', { reportId: 'again' });
  expect((await tasksOf(placed)).map(({ status }) => status)).toEqual(['RETURNED', 'SENT']);
  expect(await statusOf(placed)).toBe(OrderStatus.IN_PROVISIONING);
  await agree();
  await report(two, 'COMPLETED');
  expect([await statusOf(placed), (await processOf(placed)).status]).toEqual(['COMPLETED', 'COMPLETED']);
  await agree();
});

test('WFL-67 what comes back is corrected, postponed and taken up again by the same process, and sent to provisioning anew', async () => {
  const { placed, serviceOrders } = await dispatched(order([install()]));
  const [one, two] = serviceOrders as [ServiceOrder, ServiceOrder];
  await report(one, 'RETURNED', { cause: 'CUSTOMER', reason: 'Nobody at home.' });
  await agree();
  const at = async (step: string) => (await tasksOf(placed)).filter((task) => task.step === step);
  expect(await at('correct')).toMatchObject([
    { status: 'DISPATCHED', operatorKind: 'ROLE', operatorCode: 'DESK_SUPERVISOR', aboutId: idOf('or', placed) },
  ]);
  expect((await at('fulfil')).map(({ status, returnReason }) => [status, returnReason ?? null])).toEqual([
    ['FAILED', 'Nobody at home.'],
    ['SENT', null],
  ]);
  // The other one goes on meanwhile.
  await report(two, 'COMPLETED');
  await agree();
  expect(await statusOf(placed)).toBe(OrderStatus.EXCEPTION);

  const orderId = idOf('or', placed);
  const plannedInstallAt = new Date(Date.now() + 86_400_000).toISOString();
  await deferOrder(staff, { orderId, plannedInstallAt, reason: 'away' });
  await agree();
  expect((await processOf(placed)).suspendedAt).toBeInstanceOf(Date);
  await reopenOrder(staff, { orderId });
  await agree();
  expect(await processOf(placed)).toMatchObject({ status: 'RUNNING', suspendedAt: null });
  expect((await at('fulfil')).map(({ status }) => status)).toEqual(['PENDING', 'RETURNED']);
  expect((await at('correct')).map(({ status }) => status)).toEqual(['RETURNED']);
  await running.startWorking();
  await reaches(placed, OrderStatus.COMPLETED);
  await running.stopWorking();
  await agree();
  expect((await at('fulfil')).map(({ status }) => status)).toEqual(['RETURNED', 'RETURNED']);
});

test('WFL-28 WFL-67 ORD-78 a review is an approval, whose verdict moves the order and its process; who entered it does not decide', async () => {
  const none = { kind: null, source: null, action: null, minOneTimeTotal: null };
  const rule = await running.database.write(system(), async (tx) =>
    tx.add(Object.assign(new ReviewRule(), { ...none, code: 'REVIEWED', name: 'Reviewed', inUse: true, minPieces: 1 })),
  );
  const placed = await submitOrder(staff, order([install()]));
  await running.startWorking();
  const asked = () => em().find(Approval, { subjectId: idOf('or', placed) }, { orderBy: { approvalNo: 'asc' } });
  await until(async () => (await asked()).length === 1);
  await running.stopWorking();
  await agree();
  expect(await asked()).toMatchObject([{ kind: 'ORDER_REVIEW', status: 'ASKED', askedBy: staff.caller.subject }]);
  const orderId = idOf('or', placed);
  const reviewer = clerk(running.database, shop.north, 'reviewer-1');
  await reviewOrder(reviewer, { orderId, result: ReviewResult.RETURN, reason: 'No contract.' });
  await agree();
  expect(await asked()).toMatchObject([{ status: 'REJECTED', decidedBy: 'reviewer-1', remark: 'No contract.' }]);
  await resendOrder(staff, { orderId, reason: 'There it is.' });
  await agree();
  // Before the check has run again, a reviewer may decide as well.
  expect(await refusalOf(reviewOrder(staff, { orderId, result: ReviewResult.APPROVE }))).toEqual([
    ['GUARD_REFUSED', ''],
  ]);
  await reviewOrder(reviewer, { orderId, result: ReviewResult.APPROVE });
  await agree();
  await running.startWorking();
  await reaches(placed, OrderStatus.COMPLETED);

  const withdrawn = await submitOrder(staff, order([install()]));
  const reviews = () => em().find(Approval, { subjectId: idOf('or', withdrawn) });
  await until(async () => (await reviews()).length === 1);
  await cancelOrder(staff, { orderId: idOf('or', withdrawn), reason: 'No longer wanted.' });
  await running.stopWorking();
  expect(await reviews()).toMatchObject([{ status: 'WITHDRAWN' }]);
  await agree();
  await running.database.write(system(), async (tx) => void ((await tx.find(ReviewRule, rule.id))!.inUse = false));
});

test('WFL-67 a report and a cancellation at once leave one of two outcomes, and never a process that says another thing', async () => {
  for (let round = 0; round < 3; round++) {
    const { placed, serviceOrders } = await dispatched(line());
    const orderId = idOf('or', placed);
    const [reported, cancelled] = await Promise.allSettled([
      report(serviceOrders[0]!, 'COMPLETED'),
      cancelOrder(staff, { orderId, reason: 'No longer wanted.' }),
    ]);
    await agree();
    expect([reported.status, cancelled.status].filter((status) => status === 'fulfilled')).toHaveLength(1);
    await running.startWorking();
    const end = cancelled.status === 'fulfilled' ? OrderStatus.CANCELLED : OrderStatus.COMPLETED;
    await reaches(placed, end);
    await running.stopWorking();
    await agree();
  }
});

test('WFL-67 what waits for a service in flight waits in its process', async () => {
  const phone = await activeLine();
  const first = await submitOrder(staff, order([on(CustomerServiceType.SUSPEND, phone)]));
  const second = await submitOrder(staff, order([on(CustomerServiceType.RESUME, phone)]));
  expect(await statusOf(second)).toBe(OrderStatus.WAITING_CONFLICT);
  await agree();
  await running.startWorking();
  await reaches(first, OrderStatus.COMPLETED);
  await reaches(second, OrderStatus.COMPLETED);
  await running.stopWorking();
  await agree();
});

test('WFL-67 an order that is older than its process gets one with the first thing that happens to it, and nothing hangs', async () => {
  const old = [await dispatched(line()), await dispatched(line()), await dispatched(line())];
  const [done, back, gone] = old.map(({ serviceOrders }) => serviceOrders[0]!) as [
    ServiceOrder,
    ServiceOrder,
    ServiceOrder,
  ];
  const { pool } = running.database;
  const ids = old.map(({ placed }) => placed.id);
  // As they lay before orders had processes.
  const { rows } = await pool.query(
    'update customer_order o set process_instance_id = null from (select id, process_instance_id p from customer_order) w where w.id = o.id and o.id = any($1) returning w.p',
    [ids],
  );
  const processes = rows.map(({ p }: { p: string }) => p);
  for (const table of ['process_task', 'process_token'])
    await pool.query(`delete from ${table} where instance_id = any($1)`, [processes]);
  await pool.query('delete from process_instance where id = any($1)', [processes]);

  await report(done, 'COMPLETED');
  await report(back, 'RETURNED', { cause: 'RESOURCE', reason: 'No port.' });
  await cancelOrder(staff, { orderId: idOf('or', old[2]!.placed), reason: 'Not wanted.' });
  expect(gone.status).toBe(ServiceOrderStatus.DISPATCHED);
  await running.startWorking();
  await reaches(old[0]!.placed, OrderStatus.COMPLETED);
  await reaches(old[2]!.placed, OrderStatus.CANCELLED);
  await until(async () => (await disagreements(pool)).length === 0);
  await resendOrder(staff, { orderId: idOf('or', old[1]!.placed), reason: 'A port is there.' });
  await reaches(old[1]!.placed, OrderStatus.COMPLETED);
  await running.stopWorking();
  await agree();
  expect(await em().count(ProcessInstance, { id: { $in: processes } })).toBe(0);
});

test('WFL-05 WFL-67 an operator puts a process of their own in the place of the standard one for orders of a kind', async () => {
  const { steps, ways } = orderFulfilment;
  const outputs = [words('remark', 'What the customer says.')];
  await ensureProcesses(running.database.systemContext('test'), [
    {
      ...orderFulfilment,
      ...{ code: 'OWN_SUSPENSION', name: 'Suspension', applicability: 'operationType = "SUSPEND"', priority: 10 },
      variables: [...orderFulfilment.variables!, ...outputs],
      steps: [...steps.slice(0, -1), person('accept', 'Acceptance', 'CLERK', 60, { outputs }), ...steps.slice(-1)],
      ways: Object.fromEntries(
        Object.entries(ways!).map(([way, condition]) => [
          way.replace('fulfil > complete', 'fulfil > accept'),
          condition,
        ]),
      ),
    },
  ]);
  const phone = await activeLine();
  const placed = await submitOrder(staff, order([on(CustomerServiceType.SUSPEND, phone)]));
  expect((await processOf(placed)).template!.code).toBe('OWN_SUSPENSION');
  await running.startWorking();
  await until(async () => (await tasksOf(placed)).some(({ step }) => step === 'accept'));
  await running.stopWorking();
  // All its service orders are done, but the operator wants it accepted.
  expect((await serviceOrdersOf(placed)).map(({ status }) => status)).toEqual(['COMPLETED']);
  expect(await statusOf(placed)).toBe(OrderStatus.IN_PROVISIONING);
  const { id } = await processOf(placed);
  const how = { reason: null, anybody: true, path: [] };
  await running.database.write(system(), (tx) => finishStanding(tx, id, { remark: 'Fine.' }, how));
  expect(await statusOf(placed)).toBe(OrderStatus.COMPLETED);
  expect(await processOf(placed)).toMatchObject({ status: 'COMPLETED', variables: { remark: 'Fine.' } });
  await agree();
});

test('WFL-35 WFL-39 an order to which no template applies waits for a dispatcher, and goes its way when one is named', async () => {
  const { pool } = running.database;
  const validTo = (moment: string) =>
    pool.query(`update "process_template_version" "v" set "validity_to" = ${moment} from "process_template" "t"
      where "t"."id" = "v"."template_id" and "t"."code" = '${orderFulfilment.code}' and "v"."status" = 'PUBLISHED'`);
  await validTo('now()');
  const [placed, cancelled, other] = [
    await submitOrder(staff, line()),
    await submitOrder(staff, line()),
    await submitOrder(staff, line()),
  ];
  await validTo('null');
  const seen = async (each: { id: string }) => {
    const { status, exceptionCode, template, startedAt } = await processOf(each);
    return { status, exceptionCode, template: template?.code ?? null, startedAt: startedAt ?? null };
  };
  const waiting = { status: 'ABNORMAL', exceptionCode: 'NO_TEMPLATE', template: null, startedAt: null };
  const before = await statusOf(placed);
  for (const each of [placed, cancelled, other]) expect(await seen(each)).toEqual(waiting);
  await running.startWorking();
  await cancelOrder(staff, { orderId: idOf('or', cancelled), reason: 'Not wanted.' });
  expect(await statusOf(cancelled)).toBe(OrderStatus.CANCELLED);
  expect((await processOf(cancelled)).status).toBe('TERMINATED');

  const standard = await em().findOneOrFail(ProcessTemplate, { code: orderFulfilment.code });
  const fault = await em().findOneOrFail(ProcessTemplate, { code: 'FAULT_HANDLING' });
  const dispatch = async (each: { id: string }, template: ProcessTemplate) =>
    dispatchInstance(staff, { instanceId: idOf('wn', await processOf(each)), templateId: idOf('wt', template) });
  expect(await refusalOf(dispatch(placed, fault))).toEqual([['TEMPLATE_UNFIT', 'input.templateId']]);
  expect([await statusOf(placed), await seen(placed)]).toEqual([before, waiting]);
  sandboxPace.stepMs = 1;
  await dispatch(placed, standard);
  await reaches(placed, OrderStatus.COMPLETED);
  expect(await seen(placed)).toMatchObject({
    status: 'COMPLETED',
    exceptionCode: null,
    template: orderFulfilment.code,
  });
  await dispatch(other, standard);
  await reaches(other, OrderStatus.COMPLETED);
  await running.stopWorking();
  await agree();
});
