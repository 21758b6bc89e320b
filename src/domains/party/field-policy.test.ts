import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type As, startTestGraph, type TestGraph } from '../../testing/graph.js';
import { hire, type Hired } from '../../testing/staff.js';

const NUMBER = '11010519491231002X';
const self: As = { sub: 'wei', role: 'customer', customer: 'WEI' };

let graph: TestGraph;
let supervisor: Hired;
let product: Hired;
beforeAll(async () => {
  graph = await startTestGraph();
  supervisor = await hire(graph, 'F1001', 'H4401', ['HALL_MANAGER']);
  product = await hire(graph, 'F1002', 'H4401', ['PRODUCT_SPECIALIST']);
  const regionId = (await graph.query('{ region(code: "4401") { id } }')).data.region.id;
  const input = {
    code: 'WEI',
    regionId,
    individual: { name: 'Wei', religion: 'none' },
    identifications: [{ type: 'ID_CARD', number: NUMBER, address: '1 Road' }],
    contactMedia: [{ kind: 'MOBILE', value: '13800138000' }],
  };
  const { data, errors } = await graph.query(
    'mutation ($input: CustomerCreateInput!) { customerCreate(input: $input) { customer { id } userErrors { code path } } }',
    { input },
  );
  if (!data?.customerCreate.customer) throw new Error(JSON.stringify(errors ?? data));
});
afterAll(() => graph.close());

const SEE = `{ customer(code: "WEI") { party { ... on Individual { religion } identifications { totalCount nodes { type number address } } contactMedia { nodes { value } } } } }`;
const see = async (as: As) => (await graph.query(SEE, {}, { as })).data.customer.party;
const FULL = {
  religion: 'none',
  identifications: { totalCount: 1, nodes: [{ type: 'ID_CARD', number: NUMBER, address: '1 Road' }] },
  contactMedia: { nodes: [{ value: '13800138000' }] },
};

describe('fields that not everybody sees', () => {
  test('SYS-56 are masked or absent without the permission', async () => {
    expect(await see(product.as)).toEqual({
      religion: null,
      identifications: { totalCount: 1, nodes: [{ type: 'ID_CARD', number: '**************002X', address: null }] },
      contactMedia: { nodes: [{ value: '*******8000' }] },
    });
    expect(await see(supervisor.as)).toMatchObject({
      identifications: FULL.identifications,
      contactMedia: FULL.contactMedia,
      religion: null,
    });
  });

  test('are seen by administrators, and by customers of themselves', async () => {
    expect(await see('admin')).toEqual(FULL);
    expect(await see(self)).toEqual(FULL);
  });

  const below = (list: string) => `{ customer(code: "WEI") { party { ${list} } } }`;
  test.each([
    ['filter', below(`identifications(filter: { number: { startsWith: "1" } }) { totalCount }`)],
    ['negated filter', below(`identifications(filter: { not: { number: { startsWith: "1" } } }) { totalCount }`)],
    [
      'filter among others',
      below(
        `contactMedia(filter: { or: [{ preferred: { eq: true } }, { value: { eq: "13800138000" } }] }) { totalCount }`,
      ),
    ],
    ['order', below(`identifications(orderBy: [{ field: NUMBER }]) { nodes { id } }`)],
    [
      'order of what has a cursor',
      below(`contactMedia(orderBy: [{ field: VALUE, direction: DESC }]) { edges { cursor } }`),
    ],
  ])('SYS-52 cannot be probed by %s', async (_what, document) => {
    const { data, errors } = await graph.query(document, {}, { as: product.as });
    expect(data).toBeUndefined();
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect((await graph.query(document, {}, { as: 'admin' })).errors).toBeUndefined();
    // What was compiled for one caller is not taken for another of the same kind.
    expect(
      (await graph.query(document, {}, { as: { sub: 'dev', role: 'staff', region: '44' } })).errors,
    ).toBeUndefined();
    expect((await graph.query(document, {}, { as: product.as })).errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN' } },
    ]);
  });
});
