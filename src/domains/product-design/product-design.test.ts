import { expect, test } from '@jest/globals';
import {
  ask,
  faults,
  idOf,
  manager,
  ok,
  productInUse,
  provincial,
  refused,
  rows,
  run,
  useCatalogueDesk,
} from '../../testing/catalogue-desk.js';

useCatalogueDesk();

const draft = async (code: string, more: object = {}) => ({
  code,
  title: code,
  idea: 'light in every room',
  features: ['dimming'],
  productLineId: await idOf('productLine', 'BROADBAND'),
  level: 'HEADQUARTERS',
  ...more,
});
const designed = async (code: string, more: object = {}) =>
  (await ok('productDesignSave', 'productDesign { id }', await draft(code, more)))['productDesign'].id as string;
const step = (designId: string, action: string, more: object = {}) =>
  run('productDesignStep', 'productDesign { status product { code } }', { designId, action, ...more });
const cny = (amount: string) => ({ amount, currency: 'CNY' });
const task = { name: 'wiring', responsible: 'eng1', dueOn: '2027-01-31' };

test('PRD-96 a product is designed with idea, features, traits, feasibility, documents and who is responsible', async () => {
  expect(await refused('productDesignSave', await draft('LIGHT'), provincial)).toEqual(['NOT_MAINTAINER input.level']);
  expect(await rows('select 1 from product_design')).toEqual([]);
  const designId = await designed('LIGHT');
  expect(faults(await step(designId, 'DEVELOP'))).toEqual(['GUARD_REFUSED']);
  const more = {
    designId,
    feasibility: 'with the next router',
    serviceTraits: 'self-installed',
    documents: ['study.pdf'],
  };
  await ok('productDesignSave', '__typename', await draft('LIGHT', more));
  const found = await ask(
    `{ productDesign(code: "LIGHT") { status features feasibility serviceTraits documents responsible } }`,
  );
  expect(found.productDesign).toEqual({
    status: 'DESIGN',
    features: ['dimming'],
    feasibility: more.feasibility,
    serviceTraits: 'self-installed',
    documents: ['study.pdf'],
    responsible: 'pm1',
  });
  expect((await step(designId, 'DEVELOP'))['productDesign'].status).toBe('DEVELOPMENT');
  expect(await refused('productDesignStep', { designId, action: 'ABANDON' })).toEqual(['REQUIRED input.reason']);
});

test('PRD-97 PRD-06 a development is ready when its tasks are done; at the launch they become costs of the product', async () => {
  const designId = await designed('CURTAIN', { feasibility: 'yes' });
  await step(designId, 'DEVELOP');
  expect(faults(await step(designId, 'FINISH'))).toEqual(['GUARD_REFUSED']);
  expect(await refused('developmentTaskSave', { ...task, designId, cost: cny('-1') })).toEqual([
    'TOO_SMALL input.cost.amount',
  ]);
  const { developmentTask } = await ok('developmentTaskSave', 'developmentTask { id }', {
    ...task,
    designId,
    cost: cny('1200.50'),
  });
  await ok('developmentTaskSave', '__typename', { ...task, designId, name: 'manual', done: true });
  expect(faults(await step(designId, 'FINISH'))).toEqual(['GUARD_REFUSED']);
  await ok('developmentTaskSave', '__typename', {
    ...task,
    designId,
    taskId: developmentTask.id,
    cost: cny('1300'),
    done: true,
  });
  expect((await step(designId, 'FINISH'))['productDesign'].status).toBe('READY');
  expect(await refused('developmentTaskSave', { ...task, designId })).toEqual(['INVALID_TRANSITION input.designId']);
  expect(faults(await step(designId, 'LAUNCH'))).toEqual(['REQUIRED input.productId']);
  const productId = await productInUse('CURTAIN');
  const launched = await Promise.all([1, 2].map(() => step(designId, 'LAUNCH', { productId })));
  expect(launched.flatMap(faults)).toEqual(['INVALID_TRANSITION input.designId']);
  const { product } = await ask(
    `{ product(code: "CURTAIN") { designs(first: 5) { nodes { code status } } costs(first: 5) { nodes { stage remark amount { amount currency } } } } }`,
  );
  expect(product.designs.nodes).toEqual([{ code: 'CURTAIN', status: 'LAUNCHED' }]);
  expect(product.costs.nodes).toEqual([{ stage: 'DEVELOPMENT', remark: 'wiring', amount: cny('1300') }]);
});

test('PRD-103 customers, revenue, cost and payback are forecast before the launch, by staff and for staff', async () => {
  const designId = await designed('DOOR');
  const month = (number: number, revenue: string, cost: string) => ({
    month: number,
    customers: number * 100,
    revenue: cny(revenue),
    cost: cny(cost),
  });
  const months = [month(1, '100', '900'), month(2, '500', '200'), month(3, '800', '100')];
  await ok('benefitForecastSet', '__typename', { designId, months: [month(1, '1', '1')] });
  await ok('benefitForecastSet', '__typename', { designId, months });
  expect(await refused('benefitForecastSet', { designId, months: [months[0], months[0]] })).toEqual([
    'DUPLICATE input.months.1.month',
  ]);
  const foreign = { ...months[0], cost: { amount: '1', currency: 'USD' } };
  expect(await refused('benefitForecastSet', { designId, months: [foreign] })).toEqual([
    'CONTRADICTORY input.months.0.cost.currency',
  ]);
  const document = `{ productDesign(code: "DOOR") { forecasts(first: 9, orderBy: [{ field: MONTH, direction: ASC }]) { nodes { month customers cumulated } } } }`;
  const { productDesign } = await ask(document);
  expect(productDesign.forecasts.nodes).toEqual([
    { month: 1, customers: 100, cumulated: '-800' },
    { month: 2, customers: 200, cumulated: '-500' },
    { month: 3, customers: 300, cumulated: '200' },
  ]);
  expect((await ask(document, {}, { sub: 'p', role: 'partner', partner: 'p' })).productDesign).toBeNull();
});

test('PRD-117 a need without a product is sent with its reason, once, and answered', async () => {
  const regionId = await idOf('region', '44');
  const need = (source: string) => ({ need: 'a line for a boat', source, regionId });
  const send = async (source: string) =>
    (await ok('newProductRequestSend', 'newProductRequest { id status }', need(source), provincial))[
      'newProductRequest'
    ].id as string;
  const raced = await Promise.all(
    [1, 2].map(() => run('newProductRequestSend', 'newProductRequest { id }', need('OP-1'), provincial)),
  );
  expect(raced.flatMap(faults)).toEqual(['DUPLICATE input.source']);
  const requestId = raced.find(({ newProductRequest }) => newProductRequest)!['newProductRequest'].id as string;
  const answer = (more: object, as = manager as typeof manager | typeof provincial) =>
    run(
      'newProductRequestAnswer',
      'newProductRequest { status evaluatedBy product { code } design { code } }',
      { requestId, ...more },
      as,
    );
  expect(faults(await answer({ action: 'REJECT', reason: 'r' }, provincial))).toEqual([
    'NOT_MAINTAINER input.requestId',
  ]);
  expect(faults(await answer({ action: 'REJECT' }))).toEqual(['REQUIRED input.reason']);
  expect(faults(await answer({ action: 'DESIGN', productId: await idOf('product', 'PHONE') }))).toEqual([
    'CONTRADICTORY input.productId',
  ]);
  expect(await rows('select distinct status from new_product_request')).toEqual([{ status: 'RECEIVED' }]);
  const answered = await answer({ action: 'DESIGN', designId: await designed('BOAT') });
  expect(answered['newProductRequest']).toEqual({
    status: 'IN_DESIGN',
    evaluatedBy: 'pm1',
    product: null,
    design: { code: 'BOAT' },
  });
  expect(faults(await answer({ action: 'REJECT', reason: 'late' }))).toEqual(['INVALID_TRANSITION']);
  const existing = { requestId: await send('OP-2'), action: 'USE_EXISTING', productId: await idOf('product', 'PHONE') };
  expect((await answer(existing))['newProductRequest']).toMatchObject({
    status: 'EXISTING',
    product: { code: 'PHONE' },
  });
  const elsewhere = await ask(
    '{ newProductRequests(first: 5) { nodes { source } } }',
    {},
    { sub: 'x', role: 'staff', region: '51' },
  );
  expect(elsewhere.newProductRequests.nodes).toEqual([]);
});
