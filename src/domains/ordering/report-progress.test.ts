import { sandboxPace } from '../../../plugins/fulfilment-sandbox/index.js';
import { em, history, idOf, order, refusalOf, running, shop, staff, useOrderDesk } from '../../testing/order-desk.js';
import { until } from '../../testing/until.js';
import { CustomerServiceType } from '../catalogue/index.js';
import {
  reportServiceOrderProgress,
  ServiceOrder,
  ServiceOrderReport,
  ServiceOrderStatus,
  submitOrder,
} from './index.js';

useOrderDesk();

describe('reports of provisioning', () => {
  async function dispatched() {
    sandboxPace.stepMs = 60_000;
    const placed = await submitOrder(
      staff,
      order([{ action: CustomerServiceType.INSTALL, offeringId: idOf('of', shop.line) }]),
    );
    await running.startWorking();
    await until(
      async () => (await em().count(ServiceOrder, { order: placed.id, status: ServiceOrderStatus.DISPATCHED })) === 1,
    );
    await running.stopWorking();
    sandboxPace.stepMs = 0;
    const serviceOrder = (await em().findOne(ServiceOrder, { order: placed.id }))!;
    return {
      placed,
      serviceOrder,
      report: { serviceOrderNo: serviceOrder.serviceOrderNo, externalRef: serviceOrder.externalRef!, at: new Date() },
    };
  }
  const system = () => running.database.systemContext('oss');

  test('ORD-162 come twice, late and out of order, and count once', async () => {
    const { serviceOrder, report } = await dispatched();
    expect(
      await reportServiceOrderProgress(system(), { ...report, state: 'IN_PROGRESS', percent: 70, reportId: '3' }),
    ).toEqual({ applied: true });
    expect(
      await reportServiceOrderProgress(system(), { ...report, state: 'IN_PROGRESS', percent: 30, reportId: '2' }),
    ).toEqual({ applied: false });
    expect(
      await reportServiceOrderProgress(system(), { ...report, state: 'IN_PROGRESS', percent: 70, reportId: '3' }),
    ).toEqual({ applied: false });
    expect(
      await reportServiceOrderProgress(system(), {
        ...report,
        externalRef: 'other',
        state: 'COMPLETED',
        percent: 100,
        reportId: '9',
      }),
    ).toEqual({ applied: false });
    expect((await em().findOneOrFail(ServiceOrder, serviceOrder.id)).progress).toBe(70);
    expect(
      await reportServiceOrderProgress(system(), { ...report, state: 'COMPLETED', percent: 100, reportId: '4' }),
    ).toEqual({ applied: true });
    expect(
      await reportServiceOrderProgress(system(), { ...report, state: 'RETURNED', percent: 70, reportId: '5' }),
    ).toEqual({ applied: false });
    expect(await em().count(ServiceOrderReport, { serviceOrder: serviceOrder.id })).toBe(5);
    expect((await em().findOneOrFail(ServiceOrder, serviceOrder.id)).status).toBe(ServiceOrderStatus.COMPLETED);
  });

  test('ORD-162 a completion that arrives many times at once completes once', async () => {
    const { placed, report } = await dispatched();
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        reportServiceOrderProgress(system(), {
          ...report,
          state: 'COMPLETED',
          percent: 100,
          reportId: `end-${index % 4}`,
        }),
      ),
    );
    expect(answers.filter(({ applied }) => applied)).toHaveLength(1);
    expect((await history([placed.id])).filter((step) => step === 'order.status.changed COMPLETED')).toHaveLength(1);
  });

  test('an unknown number is refused', async () => {
    expect(
      await refusalOf(
        reportServiceOrderProgress(system(), {
          serviceOrderNo: 'OR-0-01',
          externalRef: 'x',
          state: 'ACCEPTED',
          percent: 0,
          at: new Date(),
          reportId: '1',
        }),
      ),
    ).toEqual([['NOT_FOUND', 'serviceOrderNo']]);
  });
});
