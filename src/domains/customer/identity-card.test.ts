import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestGraph, type As, type TestGraph } from '../../testing/graph.js';

const guangdong: As = { sub: 'g1', role: 'staff', region: '44' };
const CREATE = `mutation ($input: CustomerCreateInput!) { customerCreate(input: $input) {
  userErrors { code path } customer { id } } }`;

let graph: TestGraph;
let regionId: string;

beforeAll(async () => {
  graph = await startTestGraph();
  regionId = (await graph.query(`{ region(code: "4401") { id } }`)).data.region.id;
});
afterAll(() => graph?.close());

const run = async (document: string, input: Record<string, unknown>) => {
  const { data, errors } = await graph.query<Record<string, unknown>>(document, { input }, { as: guangdong });
  expect(errors).toBeUndefined();
  return Object.values(data as object)[0];
};
const create = (input: Record<string, unknown>) => run(CREATE, { regionId, ...input });
const counts = async () =>
  (
    await graph.database.pool.query(
      `select (select count(*)::int from customer) customers, (select count(*)::int from party) parties, (select count(*)::int from account) accounts, (select count(*)::int from history_entry) events`,
    )
  ).rows[0];
const paths = (payload: { userErrors: { code: string; path: string[] }[] }) =>
  payload.userErrors.map(({ code, path }) => `${code} ${path.join('.')}`);

describe('an identity card with both of its numbers', () => {
  const card = (number: string) => [{ type: 'ID_CARD', number }];
  const ADD = `mutation ($input: CustomerIdentificationAddInput!) { customerIdentificationAdd(input: $input) {
    userErrors { code path } identification { number } } }`;

  test('CUS-12 makes one customer: the 15 digits of before 1999 and the 18 characters since are the same document', async () => {
    for (const [first, second] of [
      ['440101800101123', '440101198001011239'],
      ['440101198002021236', '440101800202123'],
    ] as const) {
      const { customer, userErrors } = await create({ individual: { name: 'Card' }, identifications: card(first) });
      expect(userErrors).toEqual([]);
      const before = await counts();
      const other = await create({ individual: { name: 'Card again' }, identifications: card(second) });
      expect(paths(other)).toEqual(['DUPLICATE input.identifications.0.number']);
      expect(await counts()).toEqual(before);
      const twice = await create({
        individual: { name: 'Card twice' },
        identifications: [...card(first), ...card(second)],
      });
      expect(paths(twice)).toContain('DUPLICATE input.identifications.1.number');
      expect(await counts()).toEqual(before);
      // Its own customer has both, since the one was renewed as the other.
      const added = await run(ADD, { customerId: customer.id, type: 'ID_CARD', number: second });
      expect(added).toMatchObject({ userErrors: [], identification: { number: second } });
    }
  });

  test('CUS-12 keeps people apart who were born a hundred years from each other', async () => {
    await create({ individual: { name: 'Old' }, identifications: card('440101050101123') });
    const young = await create({ individual: { name: 'Young' }, identifications: card('440101200501011235') });
    expect(young.userErrors).toEqual([]);
  });

  test('CUS-12 makes one customer also of two that come at once', async () => {
    for (const [old, since] of [
      ['440101800305123', '440101198003051234'],
      ['440101800405123', '440101198004051236'],
      ['440101800505123', '440101198005051238'],
      ['440101800605123', '44010119800605123X'],
    ] as const) {
      const made = await Promise.all(
        [old, since].map((number) => create({ individual: { name: 'At once' }, identifications: card(number) })),
      );
      expect(made.flatMap(paths)).toEqual(['DUPLICATE input.identifications.0.number']);
    }
  });
});
