import { expect, test } from '@jest/globals';
import {
  approver,
  ask,
  faults,
  graph,
  idOf,
  local,
  manager,
  offeringInSale,
  ok,
  productInUse,
  provincial,
  refused,
  rows,
  run,
  useCatalogueDesk,
  writeProduct,
} from '../../testing/catalogue-desk.js';
import { approve, approveOnly } from '../../testing/second-person.js';

useCatalogueDesk();

const speed = { code: 'speed', name: 'Speed', dataType: 'INTEGER', min: '1', max: '100' };
const versionsOf = (id: string, filter = '{}') =>
  ask(
    `query ($id: ID!) { node(id: $id) { ... on Product { name versions(first: 9, filter: ${filter}, orderBy: [{ field: NUMBER, direction: ASC }]) {
      nodes { number changedFields changedBy reason content validity { from to } } } } } }`,
    { id },
  ).then(({ node }) => node.versions.nodes);

test('PRD-11 a copy has template, services, relations and SLA templates, points to the original and leaves it alone', async () => {
  const productId = await idOf('product', 'INTERNET_FIBER');
  const parts = `attributes(first: 50) { nodes { code dataType min max } } services(first: 50) { nodes { service } }
    relations(first: 50) { nodes { kind selection to { code } } } slaTemplates(first: 9) { nodes { code items(first: 50) { nodes { min max indicator { code } } } } }`;
  const find = async (code: string) =>
    (
      await ask(`query ($code: String!) { product(code: $code) { name status clonedFrom { code } ${parts} } }`, {
        code,
      })
    ).product;
  const original = await find('INTERNET_FIBER');
  const { product } = await ok('productClone', 'product { status configuredBy }', {
    productId,
    code: 'FIBER_COPY',
    name: 'Copy',
  });
  expect(product).toEqual({ status: 'PENDING_APPROVAL', configuredBy: 'pm1' });
  const copy = await find('FIBER_COPY');
  expect(copy).toMatchObject({ name: 'Copy', clonedFrom: { code: 'INTERNET_FIBER' } });
  for (const part of ['attributes', 'services', 'relations'])
    expect(copy[part].nodes).toEqual(expect.arrayContaining(original[part].nodes));
  const ranges = (of: typeof copy) =>
    of.slaTemplates.nodes.map(({ items }: { items: { nodes: object[] } }) => new Set(items.nodes));
  expect(ranges(copy)).toEqual(ranges(original));
  expect(ranges(copy).length).toBeGreaterThan(0);
  expect(await find('INTERNET_FIBER')).toEqual(original);
});

test('PRD-11 a copy needs a code of its own and the level of its maintainer; nothing is written otherwise', async () => {
  const productId = await idOf('product', 'INTERNET_FIBER');
  const before = await rows('select count(*)::int n from product');
  expect(await refused('productClone', { productId, code: 'PHONE' })).toEqual(['DUPLICATE input.code']);
  expect(await refused('productClone', { productId, code: 'MINE' }, provincial)).toEqual([
    'NOT_MAINTAINER input.productId',
  ]);
  expect(await rows('select count(*)::int n from product')).toEqual(before);
});

test('PRD-15 PRD-14 every former version of a product is kept and readable as of any date', async () => {
  const { product } = await writeProduct('AGING', { attributes: [speed] });
  const change = (input: object) => ok('productChange', 'change { id }', { productId: product.id, ...input });
  const first = new Date();
  await change({ reason: 'a better name', name: 'Second name' });
  const second = new Date();
  expect((await change({ reason: 'faster', attributes: [{ ...speed, max: '200' }] }))['change']).toBeNull();
  const versions = await versionsOf(product.id);
  expect(
    versions.map(({ number, changedFields, reason }: Record<string, unknown>) => [number, changedFields, reason]),
  ).toEqual([
    [1, [], null],
    [2, ['name'], 'a better name'],
    [3, ['attributes'], 'faster'],
  ]);
  expect(versions[0].validity.to).toBe(versions[1].validity.from);
  const asOf = async (at: Date) => {
    const moment = JSON.stringify(at.toISOString());
    const [found, ...others] = await versionsOf(
      product.id,
      `{ validity: { from: { lte: ${moment} } }, or: [{ validity: { to: { isNull: true } } }, { validity: { to: { gt: ${moment} } } }] }`,
    );
    expect(others).toEqual([]);
    return found.content;
  };
  expect(await asOf(first)).toMatchObject({ name: 'AGING', attributes: [{ code: 'speed', max: '100' }] });
  expect(await asOf(second)).toMatchObject({ name: 'Second name', attributes: [{ code: 'speed', max: '100' }] });
  expect(await asOf(new Date())).toMatchObject({ name: 'Second name', attributes: [{ code: 'speed', max: '200' }] });
  // A change that changes nothing is no version.
  await change({ reason: 'again', name: 'Second name' });
  expect(await versionsOf(product.id)).toHaveLength(3);
});

test('PRD-16 a new relation is a new version of the main product', async () => {
  const main = await productInUse('CARRIER');
  const attached = await productInUse('CARRIED', { kind: 'ATTACHED' });
  await ok('productRelationAdd', '__typename', { fromId: main, toId: attached, kind: 'ATTACH', selection: 'DEFAULT' });
  expect(await versionsOf(main)).toHaveLength(1);
  await approve(graph, main, approver);
  const [first, second] = await versionsOf(main);
  expect(first.content.relations).toEqual([]);
  expect(second).toMatchObject({
    changedFields: ['relations'],
    content: { relations: [{ to: 'CARRIED', selection: 'DEFAULT' }] },
  });
});

test('PRD-98 what has been approved is changed only when someone else approves; until then it is as before', async () => {
  const productId = await productInUse('STEADY', { attributes: [speed] });
  const propose = { productId, reason: 'demand', attributes: [{ ...speed, max: '1000' }] };
  const bad = { ...propose, attributes: [{ ...speed, min: '5', max: '1' }] };
  expect(await refused('productChange', bad)).toEqual(['CONTRADICTORY input.attributes.0.max']);
  expect(await refused('productChange', propose, local)).toEqual(['NOT_MAINTAINER input.productId']);
  expect(
    await rows(`select 1 from catalogue_change c join product p on p.id = c.product_id where p.code = 'STEADY'`),
  ).toEqual([]);
  const { change } = await ok('productChange', 'change { id status basedOn proposedBy }', propose);
  expect(change).toMatchObject({ status: 'PROPOSED', basedOn: 1, proposedBy: 'pm1' });
  expect(await refused('productChange', propose)).toEqual(['CHANGE_PENDING input.productId']);
  const decide = { changeId: change.id, action: 'APPROVE' };
  expect(await refused('catalogueChangeDecide', decide, manager)).toEqual(['GUARD_REFUSED']);
  expect(await versionsOf(productId)).toHaveLength(1);
  expect((await ok('catalogueChangeDecide', 'change { status decidedBy }', decide, approver))['change']).toEqual({
    status: 'APPROVED',
    decidedBy: 'pm2',
  });
  const [, version] = await versionsOf(productId);
  expect(version).toMatchObject({
    number: 2,
    changedBy: 'pm1',
    reason: 'demand',
    content: { attributes: [{ max: '1000' }] },
  });
  expect(await refused('catalogueChangeDecide', decide, approver)).toEqual(['INVALID_TRANSITION']);
});

test('PRD-98 a proposal is rejected with a reason, taken back, or refused when another version came first', async () => {
  const productId = await productInUse('CONTESTED');
  const propose = async () =>
    (await ok('productChange', 'change { id }', { productId, reason: 'r', name: 'Renamed' }))['change'].id as string;
  const first = await propose();
  expect(await refused('catalogueChangeDecide', { changeId: first, action: 'REJECT' }, approver)).toEqual([
    'REQUIRED input.reason',
  ]);
  await ok('catalogueChangeDecide', '__typename', { changeId: first, action: 'REJECT', reason: 'no need' }, approver);
  const second = await propose();
  expect(await refused('catalogueChangeDecide', { changeId: second, action: 'WITHDRAW' }, approver)).toEqual([
    'GUARD_REFUSED',
  ]);
  await ok('catalogueChangeDecide', '__typename', { changeId: second, action: 'WITHDRAW' });
  const third = await propose();
  const toId = await productInUse('CONTESTED_BY');
  await ok('productRelationAdd', '__typename', { fromId: productId, toId, kind: 'COMPETE' });
  await approveOnly(graph, 'PRODUCT_RELATION', approver);
  expect(await refused('catalogueChangeDecide', { changeId: third, action: 'APPROVE' }, approver)).toEqual([
    'VERSION_CONFLICT input.changeId',
  ]);
  expect(await rows(`select name from product where code = 'CONTESTED'`)).toEqual([{ name: 'CONTESTED' }]);
});

test('PRD-98 of two proposals at once one is written', async () => {
  const productId = await productInUse('RACED');
  const payloads = await Promise.all(
    ['A', 'B'].map((name) => run('productChange', 'change { id }', { productId, reason: 'race', name })),
  );
  expect(payloads.flatMap(faults)).toEqual(['CHANGE_PENDING input.productId']);
});

test('PRD-50 PRD-53 an offering is copied, and changed with its history kept', async () => {
  const offeringId = await offeringInSale('OF_ORIGINAL');
  const { offering } = await ok('offeringClone', 'offering { id status clonedFrom { code } }', {
    offeringId,
    code: 'OF_COPY',
  });
  expect(offering).toMatchObject({ status: 'PENDING_APPROVAL', clonedFrom: { code: 'OF_ORIGINAL' } });
  const components = [{ productId: await idOf('product', 'PHONE'), maxQuantity: 3 }];
  await ok('offeringChange', '__typename', {
    offeringId: offering.id,
    reason: 'more lines',
    components,
    salesTerms: 'New',
  });
  const { node } = await ask(
    `query ($id: ID!) { node(id: $id) { ... on Offering { components(first: 5) { nodes { maxQuantity } } tariffs(first: 5) { nodes { isDefault tariffPlan { code } } }
      catalogueEntries(first: 5) { totalCount } versions(first: 5, orderBy: [{ field: NUMBER, direction: ASC }]) { nodes { number changedFields content } } } } }`,
    { id: offering.id },
  );
  expect(node.components.nodes).toEqual([{ maxQuantity: 3 }]);
  expect(node.tariffs.nodes).toEqual([{ isDefault: true, tariffPlan: { code: 'TP_PHONE_CNY' } }]);
  expect(node.catalogueEntries.totalCount).toBe(1);
  expect(node.versions.nodes).toMatchObject([
    { number: 1, content: { salesTerms: null, components: [{ maxQuantity: 1 }] } },
    { number: 2, changedFields: ['components', 'salesTerms'], content: { salesTerms: 'New' } },
  ]);
  const original = await rows(
    `select max_quantity from offering_component c join offering o on o.id = c.offering_id where o.code = 'OF_ORIGINAL'`,
  );
  expect(original).toEqual([{ max_quantity: 1 }]);
});

test('PRD-50 an offering of products that are not sold any more is not copied', async () => {
  const productId = await productInUse('FADING');
  const offeringId = await offeringInSale('OF_FADING', { components: [{ productId }] });
  await ok('productStatusChange', '__typename', { productId, action: 'EXPIRE' });
  expect(await refused('offeringClone', { offeringId, code: 'OF_FADED' })).toEqual(['NOT_SELLABLE input.offeringId']);
  expect(await rows(`select 1 from offering where code = 'OF_FADED'`)).toEqual([]);
});

test('PRD-15 former versions are the operator’s own business', async () => {
  const { data } = await graph.query(
    '{ product(code: "INTERNET_FIBER") { name versions(first: 1) { totalCount } } }',
    {},
    { as: { sub: 'p', role: 'partner', partner: 'p' } },
  );
  expect(data.product).toMatchObject({ versions: { totalCount: 0 } });
});
