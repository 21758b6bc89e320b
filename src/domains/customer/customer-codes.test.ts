import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestGraph, type As, type TestGraph } from '../../testing/graph.js';

const guangdong: As = { sub: 'g1', role: 'staff', region: '44' };
const sichuan: As = { sub: 's1', role: 'staff', region: '51' };
const CREATE =
  'mutation ($input: CustomerCreateInput!) { customerCreate(input: $input) { userErrors { code path } customer { id code } } }';

let graph: TestGraph;
let regionId: string;

beforeAll(async () => {
  graph = await startTestGraph();
  regionId = (await graph.query(`{ region(code: "4401") { id } }`)).data.region.id;
});
afterAll(() => graph?.close());

/* eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers differ by document */
const run = async (document: string, input: object, as: As = guangdong): Promise<any> => {
  const { data, errors } = await graph.query(document, { input }, { as });
  expect(errors).toBeUndefined();
  return Object.values(data as object)[0];
};
const create = (input: object) => run(CREATE, { regionId, ...input });
const rows = async (sql: string, values: unknown[] = []) => (await graph.database.pool.query(sql, values)).rows;
const events = (code: string) =>
  rows(
    `select h.type, h.data, h.reason from history_entry h join customer c on c.id = h.customer_id where c.code = $1 order by h.sequence`,
    [code],
  );
const paths = (payload: { userErrors: { code: string; path: string[] }[] }) =>
  payload.userErrors.map(({ code, path }) => `${code} ${path.join('.')}`);

test('CUS-07 CUS-06 ends a code of another level, and puts the right one in the place of a wrong one', async () => {
  const { customer } = await create({
    individual: { name: 'Wrong codes' },
    codes: [
      { code: 'P-88', level: 'PROVINCE' },
      { code: 'HQ-88', level: 'HEADQUARTERS' },
    ],
  });
  const idOf = async (code: string) =>
    (await graph.query(`query ($code: String!) { customerCode(code: $code) { id } }`, { code })).data.customerCode
      .id as string;
  const CODE = 'customerCode { code issuedBy validity { to } } userErrors { code path }';
  const END = `mutation ($input: CustomerCodeEndInput!) { customerCodeEnd(input: $input) { ${CODE} } }`;
  const CORRECT = `mutation ($input: CustomerCodeCorrectInput!) { customerCodeCorrect(input: $input) { ${CODE} } }`;
  const found = async (code: string) =>
    (await graph.query(`query ($code: String!) { customer(code: $code) { id } }`, { code }, { as: guangdong })).data
      .customer;
  const [main, province, headquarters] = [await idOf(customer.code), await idOf('P-88'), await idOf('HQ-88')];
  const written = () => rows(`select code, validity_to from customer_code where code like '%-88' order by code`);
  const before = await written();
  expect(paths(await run(END, { customerCodeId: main, reason: 'x' }))).toEqual(['CONTRADICTION input.customerCodeId']);
  expect(paths(await run(CORRECT, { customerCodeId: province, code: 'HQ-88', reason: 'x' }))).toEqual([
    'DUPLICATE input.code',
  ]);
  for (const [document, more] of [
    [END, {}],
    [CORRECT, { code: 'P-89' }],
  ] as const)
    expect(paths(await run(document, { customerCodeId: province, reason: 'x', ...more }, sichuan))).toEqual([
      'NOT_FOUND input.customerCodeId',
    ]);
  expect(await written()).toEqual(before);
  // The wrong one was never the customer's, and may be somebody else's.
  const corrected = await run(CORRECT, { customerCodeId: province, code: 'P-89', reason: 'mistyped' });
  expect(corrected).toMatchObject({ userErrors: [], customerCode: { code: 'P-89', validity: { to: null } } });
  expect([await found('P-88'), await found('P-89')]).toEqual([null, { id: customer.id }]);
  expect(paths(await create({ individual: { name: 'Right' }, codes: [{ code: 'P-88', level: 'PROVINCE' }] }))).toEqual(
    [],
  );
  const ended = await Promise.all([1, 2].map(() => run(END, { customerCodeId: headquarters, reason: 'withdrawn' })));
  expect(ended.flatMap(paths)).toEqual(['INVALID_STATE input.customerCodeId']);
  // An ended one leads to the customer further on, and is nobody else's.
  expect(await found('HQ-88')).toEqual({ id: customer.id });
  expect(paths(await create({ code: 'HQ-88', individual: { name: 'x' } }))).toEqual(['DUPLICATE input.code']);
  expect(
    (await events(customer.code)).filter(({ reason }) => reason).map(({ type, reason, data }) => [type, reason, data]),
  ).toEqual([
    ['customer.code.corrected', 'mistyped', { changes: [{ field: 'code', old: 'P-88', new: 'P-89' }] }],
    ['customer.code.ended', 'withdrawn', { code: 'HQ-88', level: 'HEADQUARTERS', successor: null }],
  ]);
});
