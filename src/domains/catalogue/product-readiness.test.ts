import { expect, test } from '@jest/globals';
import {
  approver,
  ask,
  faults,
  graph,
  idOf,
  manager,
  ok,
  productInUse,
  provincial,
  publish,
  refused,
  rows,
  run,
  stepProduct,
  useCatalogueDesk,
  writeOffering,
  writeProduct,
} from '../../testing/catalogue-desk.js';

useCatalogueDesk();

const orderTemplate = () => idOf('processTemplate', 'ORDER_FULFILMENT');
const requirements = [{ kind: 'RESOURCE', code: 'PORT_GE', name: 'GE port', quantity: 2 }];
const READINESS = `query ($productId: ID!) { productReadiness(productId: $productId) { ready required missing { lack message } } }`;
const readiness = async (productId: string) => (await ask(READINESS, { productId })).productReadiness;
const lacks = async (productId: string) =>
  (await readiness(productId)).missing.map(({ lack }: { lack: string }) => lack);
const set = (input: object) => ok('productFulfilmentSet', 'product { id supervised }', input);
const levels = async (productId: string, code: string) =>
  ok('slaTemplateSave', '__typename', {
    ...{ productId, code, name: code },
    items: [{ indicatorId: await idOf('slaIndicator', 'AVAILABILITY'), min: '99', max: '100' }],
  });
const written = async (code: string, more: object = {}) => (await writeProduct(code, more))['product'].id as string;

test('WFL-73 says what a product lacks for group customers, and lets it into use only when nothing is missing', async () => {
  const productId = await written('GROUP_LINE');
  await stepProduct(productId, 'APPROVE');
  expect(await readiness(productId)).toMatchObject({ ready: false, required: false });
  await set({ productId, supervised: true });
  expect(await readiness(productId)).toMatchObject({ ready: false, required: true });
  expect(await lacks(productId)).toEqual(['NO_RESOURCES', 'NO_TEMPLATE', 'NO_SLA_INDICATORS']);
  const use = { productId, action: 'PUT_IN_USE' };
  const refusal = await run('productStatusChange', '__typename', use, manager);
  expect(faults(refusal)).toEqual(Array.from({ length: 3 }, () => 'NOT_READY input.productId'));
  expect(refusal.userErrors.map(({ details }) => details)).toEqual(
    ['NO_RESOURCES', 'NO_TEMPLATE', 'NO_SLA_INDICATORS'].map((lack) => ({ lack, product: 'GROUP_LINE' })),
  );
  expect(await rows(`select "status" from "product" where "code" = 'GROUP_LINE'`)).toEqual([{ status: 'APPROVED' }]);
  await set({ productId, requirements, processTemplateId: await orderTemplate() });
  expect(await lacks(productId)).toEqual(['NO_SLA_INDICATORS']);
  expect(await refused('productStatusChange', use, manager)).toEqual(['NOT_READY input.productId']);
  await levels(productId, 'ST_GROUP_LINE');
  expect(await readiness(productId)).toMatchObject({ ready: true, missing: [] });
  expect(await stepProduct(productId, 'PUT_IN_USE')).toBe('IN_USE');
  const { product } = await ask(
    `{ product(code: "GROUP_LINE") { supervised processTemplate { code } requirements(first: 9) { nodes { kind code quantity } } } }`,
  );
  expect(product).toEqual({
    ...{ supervised: true, processTemplate: { code: 'ORDER_FULFILMENT' } },
    requirements: { nodes: [{ kind: 'RESOURCE', code: 'PORT_GE', quantity: 2 }] },
  });
  // In use it stays ready, and comes back into use only when it is still.
  expect(await refused('productFulfilmentSet', { productId, requirements: [] }, manager)).toEqual([
    'NOT_READY input.productId',
  ]);
  expect(await rows(`select "code" from "product_requirement"`)).toEqual([{ code: 'PORT_GE' }]);
  await stepProduct(productId, 'EXPIRE');
  await set({ productId, requirements: [] });
  expect(await refused('productStatusChange', { productId, action: 'EXTEND' }, approver)).toEqual([
    'NOT_READY input.productId',
  ]);
  await set({ productId, requirements });
  expect(await stepProduct(productId, 'EXTEND')).toBe('IN_USE');
});

test('WFL-73 a product that is not for group customers needs none of it, and is marked in use only when it is ready', async () => {
  const productId = await productInUse('PLAIN_LINE');
  expect(await refused('productFulfilmentSet', { productId, supervised: true }, manager)).toEqual(
    Array.from({ length: 3 }, () => 'NOT_READY input.productId'),
  );
  expect(await rows(`select "supervised" from "product" where "code" = 'PLAIN_LINE'`)).toEqual([{ supervised: false }]);
  await levels(productId, 'ST_PLAIN_LINE');
  await set({ productId, supervised: true, requirements, processTemplateId: await orderTemplate() });
  const [event] = await rows(
    `select "data" from "history_entry" where "type" = 'product.fulfilment.set' and "data"->>'code' = 'PLAIN_LINE'`,
  );
  expect(event.data).toEqual({
    ...{ code: 'PLAIN_LINE', supervised: true, processTemplate: 'ORDER_FULFILMENT' },
    requirements: ['RESOURCE PORT_GE 2'],
  });
});

test('WFL-73 an offering is not published with a product that is not ready, as when the template of its process is no longer', async () => {
  const productId = await written('GROUP_VPN');
  await stepProduct(productId, 'APPROVE');
  await levels(productId, 'ST_GROUP_VPN');
  await set({ productId, supervised: true, requirements, processTemplateId: await orderTemplate() });
  await stepProduct(productId, 'PUT_IN_USE');
  const offering = await writeOffering('O_GROUP_VPN', { components: [{ productId }] });
  const offeringId = offering['offering'].id as string;
  await graph.database.pool.query(`update "sla_template" set "validity_to" = now() where "code" = 'ST_GROUP_VPN'`);
  await expect(publish(offeringId)).rejects.toThrow('GUARD_REFUSED');
  await graph.database.pool.query(`update "sla_template" set "validity_to" = null where "code" = 'ST_GROUP_VPN'`);
  await ok('offeringPublish', '__typename', { offeringId });
});

test('WFL-73 only the level that maintains a product says how it is fulfilled, by a process for orders', async () => {
  const productId = await written('GROUP_PHONE');
  const before = await rows('select count(*) from history_entry');
  expect(await refused('productFulfilmentSet', { productId, supervised: true }, provincial)).toEqual([
    'NOT_MAINTAINER input.productId',
  ]);
  const complaints = await idOf('processTemplate', 'COMPLAINT_HANDLING');
  expect(await refused('productFulfilmentSet', { productId, processTemplateId: complaints }, manager)).toEqual([
    'NOT_FOR_ORDERS input.processTemplateId',
  ]);
  const twice = [...requirements, ...requirements];
  expect(await refused('productFulfilmentSet', { productId, requirements: twice }, manager)).toEqual([
    'DUPLICATE input.requirements.1.code',
  ]);
  expect(await rows('select count(*) from history_entry')).toEqual(before);
  const { errors } = await graph.query(READINESS, { productId }, { as: { sub: 'x', role: 'customer', customer: 'X' } });
  expect(errors).toHaveLength(1);
  expect((await graph.query(READINESS, { productId: 'none' }, { as: manager })).errors![0]!.extensions.code).toBe(
    'NOT_FOUND',
  );
});
