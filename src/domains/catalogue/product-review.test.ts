import { expect, test } from '@jest/globals';
import {
  ask,
  graph,
  idOf,
  manager,
  ok,
  productInUse,
  provincial,
  refused,
  rows,
  useCatalogueDesk,
} from '../../testing/catalogue-desk.js';
import { virtualClock } from '../../testing/virtual-clock.js';
import { remindOfReviews } from './product-review.service.js';

useCatalogueDesk();

const lives = async (filter: string) =>
  (await ask(`{ productLifecycles(first: 9, filter: ${filter}) { nodes { phase nextReviewOn product { code } } } }`))
    .productLifecycles.nodes;
const remind = () =>
  remindOfReviews.run({}, graph.database.systemContext('test'), {
    ...{ id: '1', attempt: 1, signal: new AbortController().signal },
  });
const reminders = () =>
  rows(
    `select data from history_entry where type = 'product.review.due' and data->>'code' = 'REVIEWED' order by sequence`,
  );

test('PRD-105 reviews say in which phase a product is, and when it is looked at again', async () => {
  const clock = virtualClock(graph, '2027-01-04T00:00:00Z');
  try {
    const productId = await productInUse('LIVES');
    const finding = 'Sales double each month.';
    expect(await refused('productReviewPlan', { productId, nextReviewOn: '2027-02-01' })).toEqual([
      'NOT_REVIEWED input.productId',
    ]);
    expect(await refused('productReviewRecord', { productId, phase: 'GROWTH', finding }, provincial)).toEqual([
      'NOT_MAINTAINER input.productId',
    ]);
    expect(
      await refused('productReviewRecord', { productId, phase: 'GROWTH', finding, nextReviewOn: '2027-01-04' }),
    ).toEqual(['IN_THE_PAST input.nextReviewOn']);
    expect(await rows('select 1 from product_review')).toEqual([]);
    expect(await rows('select 1 from product_lifecycle')).toEqual([]);
    const record = (phase: string, nextReviewOn: string | null) =>
      ok('productReviewRecord', 'productReview { plannedOn formerPhase phase lifecycle { since nextReviewOn } }', {
        ...{ productId, phase, finding, nextReviewOn },
      });
    const first = await record('GROWTH', '2027-02-01');
    expect(first['productReview']).toMatchObject({ plannedOn: null, formerPhase: null, phase: 'GROWTH' });
    clock.set('2027-02-02T00:00:00Z');
    const same = await record('GROWTH', null);
    expect(same['productReview']).toMatchObject({
      ...{ plannedOn: '2027-02-01', formerPhase: 'GROWTH' },
      lifecycle: { since: '2027-01-04T00:00:00.000Z', nextReviewOn: null },
    });
    clock.set('2027-06-01T00:00:00Z');
    const last = await record('DECLINE', '2027-07-01');
    expect(last['productReview']).toMatchObject({
      formerPhase: 'GROWTH',
      lifecycle: { since: '2027-06-01T00:00:00.000Z' },
    });
    expect(await lives('{ phase: { eq: DECLINE }, nextReviewOn: { lte: "2027-07-01" } }')).toEqual([
      { phase: 'DECLINE', nextReviewOn: '2027-07-01', product: { code: 'LIVES' } },
    ]);
    expect(await lives('{ phase: { eq: GROWTH } }')).toEqual([]);
    const seen = await ask(
      `query ($id: ID!) { product(id: $id) { lifecycles(first: 1) { nodes { reviews(first: 9, orderBy: [{ field: REVIEWED_AT }]) { nodes { phase finding reviewedBy } } } } } }`,
      { id: productId },
    );
    expect(seen.product.lifecycles.nodes[0].reviews.nodes.map(({ phase }: { phase: string }) => phase)).toEqual([
      ...['GROWTH', 'GROWTH', 'DECLINE'],
    ]);
    const hidden = await graph.query(
      '{ productLifecycles(first: 1) { nodes { phase } } }',
      {},
      { as: { sub: 'partner', role: 'partner' } as never },
    );
    expect(hidden.data?.productLifecycles?.nodes ?? []).toEqual([]);
  } finally {
    clock.stop();
  }
});

test('PRD-105 the maintainers of a product are reminded of each planned review once, as early as they wish', async () => {
  const clock = virtualClock(graph, '2028-01-01T00:00:00Z');
  try {
    const productId = await productInUse('REVIEWED');
    await ok('productReviewRecord', '__typename', { productId, phase: 'MATURITY', finding: 'Level.' });
    await ok('productReviewPlan', 'productLifecycle { remindDays }', {
      ...{ productId, nextReviewOn: '2028-03-31', remindDays: 10 },
    });
    const before = (await reminders()).length;
    clock.set('2028-03-20T12:00:00Z');
    await remind();
    expect(await reminders()).toHaveLength(before);
    clock.set('2028-03-21T00:00:00Z');
    await remind();
    await remind();
    expect((await reminders()).slice(before).map(({ data }) => data)).toEqual([
      { code: 'REVIEWED', phase: 'MATURITY', reviewOn: '2028-03-31', configuredBy: manager.sub },
    ]);
    await ok('productReviewPlan', '__typename', { productId, nextReviewOn: '2028-03-25' });
    await remind();
    expect(await reminders()).toHaveLength(before + 2);
    await ok('productReviewPlan', '__typename', { productId, nextReviewOn: null });
    clock.set('2028-12-01T00:00:00Z');
    await remind();
    expect(await reminders()).toHaveLength(before + 2);
    expect(await idOf('product', 'REVIEWED')).toBe(productId);
  } finally {
    clock.stop();
  }
});
