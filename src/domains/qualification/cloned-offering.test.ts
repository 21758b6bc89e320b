import {
  ask,
  idOf,
  manager,
  offeringInSale,
  ok,
  publish,
  rows,
  run,
  graph,
  useCatalogueDesk,
} from '../../testing/catalogue-desk.js';
import { approve } from '../../testing/second-person.js';

useCatalogueDesk();

const kind = async (code: string): Promise<string> => {
  const { salesRuleKinds } = await ask('{ salesRuleKinds(first: 100) { nodes { id code } } }');
  return salesRuleKinds.nodes.find((each: { code: string }) => each.code === code).id as string;
};
const clone = async (offeringId: string, code: string): Promise<string> =>
  (await ok('offeringClone', 'offering { id }', { offeringId, code })).offering.id as string;

test('PRD-50 PRD-44 a copy is sold to whom the original is, its groups of rules with it, and changes apart from it', async () => {
  const offeringId = await offeringInSale('OF_RULED');
  const big = { kindId: await kind('CUSTOMER_TYPE'), values: ['BIG'], message: 'For firms.' };
  const rules = [big, { any: [{ condition: 'customer.held >= 0' }, { kindId: big.kindId, values: ['PUBLIC'] }] }];
  await ok('offeringSalesRulesSave', '__typename', { offeringId, rules });
  const copyId = await clone(offeringId, 'OF_RULED_COPY');
  const content = `query ($id: ID!) { node(id: $id) { ... on Offering { versions(first: 1, orderBy: [{ field: NUMBER, direction: DESC }]) { nodes { content } } } } }`;
  const ruled = async (id: string) => (await ask(content, { id })).node.versions.nodes[0].content.salesRules;
  expect(await ruled(copyId)).toEqual(await ruled(offeringId));
  expect(await ruled(copyId)).toHaveLength(2);
  await publish(copyId);
  const { customerCreate } = (
    await graph.query(
      `mutation ($input: CustomerCreateInput!) { customerCreate(input: $input) { customer { id } } }`,
      { input: { regionId: await idOf('region', '4401'), individual: { name: '李四' } } },
      { as: 'admin' },
    )
  ).data;
  const { orderCheck } = await ask(
    `query ($input: OrderSubmitInput!) { orderCheck(input: $input) { findings { code message } } }`,
    {
      input: {
        customerId: customerCreate.customer.id,
        channel: 'BUSINESS_HALL',
        items: [{ action: 'INSTALL', offeringId: copyId }],
      },
    },
    'admin' as never,
  );
  expect(orderCheck.findings).toEqual(expect.arrayContaining([expect.objectContaining({ message: 'For firms.' })]));
  await ok('offeringSalesRulesSave', '__typename', { offeringId: copyId, rules: [] });
  expect(await ruled(offeringId)).toHaveLength(2);
});

test('PRD-50 PRD-41 a copy permits the services that the original does', async () => {
  const offeringId = await offeringInSale('OF_SERVED');
  const save = await run('offeringServicesSave', '__typename', { offeringId, services: ['INSTALL', 'CHANGE'] });
  expect(save.userErrors).toEqual([]);
  const copyId = await clone(offeringId, 'OF_SERVED_COPY');
  const { node } = await ask(
    `query ($id: ID!) { node(id: $id) { ... on Offering { allowedServices(first: 9) { nodes { service } } } } }`,
    { id: copyId },
  );
  expect(node.allowedServices.nodes.map(({ service }: { service: string }) => service).sort()).toEqual([
    'CHANGE',
    'INSTALL',
  ]);
});

test('PRD-50 PRD-75 PRD-69 a copy has the discounts of the original, as their histories tell, and the ranges of those of salespeople', async () => {
  const offeringId = await offeringInSale('OF_LOWERED');
  const { discount } = await ok('discountSave', 'discount { id version }', {
    ...{ code: 'CLONED', name: 'Ten off', kind: 'PERCENT', value: '10', chargeType: 'PERIODIC' },
    offeringIds: [offeringId],
  });
  await approve(graph, discount.id);
  const positionId = (await ask('{ positions(first: 1) { nodes { id } } }', {}, 'admin' as never)).positions.nodes[0]
    .id;
  const range = { positionId, offeringId, minPercent: '0', maxPercent: '5' };
  const { held } = await ok('staffDiscountRangeSave', 'held', range);
  if (held) await approve(graph, positionId);
  const copyId = await clone(offeringId, 'OF_LOWERED_COPY');
  const { node } = await ask(
    `query ($id: ID!) { node(id: $id) { ... on Offering { discounts(first: 9) { nodes { discount { code version } } }
      staffDiscountRanges(first: 9) { nodes { maxPercent } } } } }`,
    { id: copyId },
    manager,
  );
  expect(node.discounts.nodes).toEqual([{ discount: { code: 'CLONED', version: discount.version + 1 } }]);
  expect(node.staffDiscountRanges.nodes).toEqual([{ maxPercent: '5' }]);
  expect(await rows(`select data->'changes' changes from history_entry where type = 'discount.changed'`)).toEqual([
    { changes: [{ field: 'offerings', old: ['OF_LOWERED'], new: ['OF_LOWERED', 'OF_LOWERED_COPY'] }] },
  ]);
});
