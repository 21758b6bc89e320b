import { expect, test } from '@jest/globals';
import {
  ask,
  faults,
  graph,
  idOf,
  manager,
  offeringInSale,
  ok,
  productInUse,
  provincial,
  refused,
  rows,
  run,
  stepProduct,
  useCatalogueDesk,
} from '../../testing/catalogue-desk.js';
import { virtualClock } from '../../testing/virtual-clock.js';
import { followSaleClock } from './sale-clock.job.js';

useCatalogueDesk();

const tick = () =>
  followSaleClock.run({}, graph.database.systemContext('clock'), {
    ...{ id: '1', attempt: 1, signal: new AbortController().signal },
  });
const told = async (type: string, code: string) =>
  (
    await rows(`select data from history_entry where type = $1 and data->>'code' = $2 order by sequence`, [type, code])
  ).map(({ data }) => data);
const statusOf = async (noun: 'product' | 'offering', code: string) =>
  (await rows(`select status from ${noun} where code = $1`, [code]))[0].status as string;

test('PRD-04 PRD-32 products and offerings go off the market when the time of their sale ends, once', async () => {
  const clock = virtualClock(graph, '2028-01-01T00:00:00Z');
  try {
    const validTo = '2028-02-01T00:00:00Z';
    await productInUse('TIMED', { validTo });
    await productInUse('TIMELESS');
    await offeringInSale('OF_TIMED', { validTo });
    await offeringInSale('OF_TIMELESS');
    clock.set('2028-01-31T23:59:59Z');
    await tick();
    expect([await statusOf('product', 'TIMED'), await statusOf('offering', 'OF_TIMED')]).toEqual(['IN_USE', 'IN_USE']);
    clock.set(validTo);
    await Promise.all([tick(), tick(), tick()]);
    expect([await statusOf('product', 'TIMED'), await statusOf('offering', 'OF_TIMED')]).toEqual([
      'EXPIRED',
      'EXPIRED',
    ]);
    expect([await statusOf('product', 'TIMELESS'), await statusOf('offering', 'OF_TIMELESS')]).toEqual([
      'IN_USE',
      'IN_USE',
    ]);
    const steps = await rows(
      `select h.actor, h.reason, h.from_state from history_entry h where h.to_state = 'EXPIRED' and h.subject_id in (
        select id from product where code = 'TIMED' union select id from offering where code = 'OF_TIMED')`,
    );
    expect(steps).toEqual(
      [1, 2].map(() => ({ actor: 'clock', reason: 'The time of its sale has ended.', from_state: 'IN_USE' })),
    );
  } finally {
    clock.stop();
  }
});

test('PRD-98 a withdrawal says when the sale stops, what takes the place and when the service ends; the clock stops the sale and tells', async () => {
  const clock = virtualClock(graph, '2028-03-01T00:00:00Z');
  try {
    const [productId, replacedById] = [await productInUse('LEAVING'), await productInUse('COMING')];
    const attached = await productInUse('LEAVING_EXTRA', { kind: 'ATTACHED' });
    const plan = {
      productId,
      stopSaleOn: '2028-04-01',
      replacedById,
      endOfServiceOn: '2028-06-01',
      reason: 'copper ends',
    };
    expect(await refused('productWithdrawalPlan', plan, provincial)).toEqual(['NOT_MAINTAINER input.productId']);
    const wrong: [object, string][] = [
      [{ stopSaleOn: '2028-02-28' }, 'IN_THE_PAST input.stopSaleOn'],
      [{ endOfServiceOn: '2028-03-31' }, 'CONTRADICTORY input.endOfServiceOn'],
      [{ replacedById: productId }, 'CONTRADICTORY input.replacedById'],
      [{ replacedById: attached }, 'CONTRADICTORY input.replacedById'],
    ];
    for (const [more, fault] of wrong)
      expect(await refused('productWithdrawalPlan', { ...plan, ...more })).toEqual([fault]);
    expect(await rows('select 1 from product_withdrawal')).toEqual([]);
    const raced = await Promise.all([1, 2].map(() => run('productWithdrawalPlan', 'productWithdrawal { id }', plan)));
    expect(raced.flatMap(faults)).toEqual([]);
    const { product } = await ask(
      `{ product(code: "LEAVING") { relations(first: 5) { nodes { kind to { code } } }
        withdrawals(first: 5) { nodes { stopSaleOn endOfServiceOn reason plannedBy saleStoppedAt replacedBy { code } } } } }`,
    );
    expect(product).toEqual({
      relations: { nodes: [{ kind: 'REPLACE', to: { code: 'COMING' } }] },
      withdrawals: {
        nodes: [
          {
            ...{ stopSaleOn: '2028-04-01', endOfServiceOn: '2028-06-01', reason: 'copper ends' },
            ...{ plannedBy: manager.sub, saleStoppedAt: null, replacedBy: { code: 'COMING' } },
          },
        ],
      },
    });
    // The day begins where the operator is.
    clock.set('2028-03-31T15:59:00Z');
    await tick();
    expect(await statusOf('product', 'LEAVING')).toBe('IN_USE');
    clock.set('2028-03-31T16:00:00Z');
    await Promise.all([tick(), tick()]);
    expect(await statusOf('product', 'LEAVING')).toBe('EXPIRED');
    expect(await told('product.withdrawal.sale-stopped', 'LEAVING')).toEqual([
      { code: 'LEAVING', replacedBy: 'COMING', endOfServiceOn: '2028-06-01', liveInstances: 0 },
    ]);
    expect(await refused('productWithdrawalPlan', { ...plan, stopSaleOn: '2028-05-01' })).toEqual([
      'INVALID_STATE input.stopSaleOn',
    ]);
    expect(await refused('productWithdrawalCancel', { productId, reason: 'x' })).toEqual([
      'INVALID_STATE input.productId',
    ]);
    // The service may still end later.
    await ok('productWithdrawalPlan', '__typename', { ...plan, endOfServiceOn: '2028-07-01' });
    clock.set('2028-06-15T00:00:00Z');
    await tick();
    expect(await told('product.withdrawal.service-ends', 'LEAVING')).toEqual([]);
    clock.set('2028-07-01T00:00:00Z');
    await Promise.all([tick(), tick()]);
    expect(await told('product.withdrawal.service-ends', 'LEAVING')).toEqual([
      { code: 'LEAVING', replacedBy: 'COMING', liveInstances: 0 },
    ]);
    const staying = await productInUse('STAYING');
    await ok('productWithdrawalPlan', '__typename', {
      productId: staying,
      stopSaleOn: '2028-08-01',
      reason: 'perhaps',
    });
    await ok('productWithdrawalCancel', '__typename', { productId: staying, reason: 'no' });
    clock.set('2028-09-01T00:00:00Z');
    await tick();
    expect(await statusOf('product', 'STAYING')).toBe('IN_USE');
    const hidden = await ask(
      `{ product(code: "LEAVING") { withdrawals(first: 1) { totalCount } } }`,
      {},
      { sub: 'p', role: 'partner', partner: 'p' },
    );
    expect(hidden.product.withdrawals.totalCount).toBe(0);
    expect(await idOf('product', 'STAYING')).toBe(staying);
    expect(await stepProduct(staying, 'EXPIRE')).toBe('EXPIRED');
  } finally {
    clock.stop();
  }
});

test('PRD-04 PRD-98 what was extended after its sale had stopped is withdrawn anew, or its withdrawal is given up', async () => {
  const clock = virtualClock(graph, '2029-01-01T00:00:00Z');
  try {
    const [again, kept] = [await productInUse('AGAIN'), await productInUse('KEPT')];
    const plan = (productId: string, stopSaleOn: string) =>
      ok('productWithdrawalPlan', '__typename', { productId, stopSaleOn, reason: 'old' });
    for (const id of [again, kept]) await plan(id, '2029-02-01');
    clock.set('2029-02-02T00:00:00Z');
    await tick();
    for (const id of [again, kept]) expect(await stepProduct(id, 'EXTEND')).toBe('IN_USE');
    await ok('productWithdrawalCancel', '__typename', { productId: kept, reason: 'it sells' });
    await plan(again, '2029-03-01');
    await tick();
    expect(await statusOf('product', 'AGAIN')).toBe('IN_USE');
    clock.set('2029-03-02T00:00:00Z');
    await tick();
    expect([await statusOf('product', 'AGAIN'), await statusOf('product', 'KEPT')]).toEqual(['EXPIRED', 'IN_USE']);
    expect(await told('product.withdrawal.sale-stopped', 'AGAIN')).toHaveLength(2);
  } finally {
    clock.stop();
  }
});
