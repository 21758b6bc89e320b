import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestGraph, type As, type TestGraph } from '../../testing/graph.js';

const clerk: As = { sub: 'g1', role: 'staff', region: '44' };
const sichuan: As = { sub: 's1', role: 'staff', region: '51' };
const CHECK = `mutation ($input: CustomerCodesCheckInput!) { customerCodesCheck(input: $input) {
  userErrors { code path } findings { row code state repaired ours customer { code } } } }`;
const CREATE = 'mutation ($input: CustomerCreateInput!) { customerCreate(input: $input) { userErrors { code } } }';

let graph: TestGraph;
let regionId: string;

/* eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers differ by document */
const check = async (rows: [string, string][], more: object = {}, as: As = clerk): Promise<any> => {
  const input = {
    ...{ system: 'HQ-CRM', level: 'HEADQUARTERS', ...more },
    rows: rows.map(([code, knownAs]) => ({ code, knownAs })),
  };
  const { data, errors } = await graph.query(CHECK, { input }, { as });
  expect(errors).toBeUndefined();
  return data.customerCodesCheck;
};
const states = async (...asked: Parameters<typeof check>): Promise<string[]> =>
  (await check(...asked)).findings.map(
    ({ state, repaired }: { state: string; repaired: boolean }) => `${state}${repaired ? ' repaired' : ''}`,
  );
const codes = async () =>
  (
    await graph.database.pool.query(
      'select code, level, issued_by, validity_to is null as "open" from customer_code order by code',
    )
  ).rows;
const create = async (code: string, headquarters?: string) => {
  const more = headquarters ? { codes: [{ code: headquarters, level: 'HEADQUARTERS' }] } : {};
  const { data } = await graph.query(CREATE, { input: { code, regionId, organization: { name: code }, ...more } });
  expect(data.customerCreate.userErrors).toEqual([]);
};

beforeAll(async () => {
  graph = await startTestGraph();
  regionId = (await graph.query(`{ region(code: "4401") { id } }`)).data.region.id;
  await create('GZ-1', 'HQ-1');
  await create('GZ-2');
  await create('GZ-3', 'HQ-3');
  await create('GZ-4', 'HQ-4');
});
afterAll(() => graph.close());

const LIST: [string, string][] = [
  ['HQ-1', 'GZ-1'],
  ['HQ-2', 'GZ-2'],
  ['HQ-3B', 'HQ-3'],
  ['HQ-1', 'GZ-4'],
  ['HQ-9', 'GZ-9'],
];

describe('codes of customers in several systems', () => {
  it('SYS-60 CUS-92 are compared row by row, and nothing is written then', async () => {
    const before = await codes();
    const { findings } = await check([...LIST.slice(0, 3), ['HQ-4', 'GZ-2'], LIST[4]!]);
    expect(findings).toEqual([
      { row: 0, code: 'HQ-1', state: 'CONSISTENT', repaired: false, ours: null, customer: { code: 'GZ-1' } },
      { row: 1, code: 'HQ-2', state: 'CONFLICT', repaired: false, ours: null, customer: { code: 'GZ-2' } },
      { row: 2, code: 'HQ-3B', state: 'DIFFERENT', repaired: false, ours: 'HQ-3', customer: { code: 'GZ-3' } },
      { row: 3, code: 'HQ-4', state: 'CONFLICT', repaired: false, ours: null, customer: { code: 'GZ-2' } },
      { row: 4, code: 'HQ-9', state: 'UNKNOWN', repaired: false, ours: null, customer: null },
    ]);
    expect(await states(LIST, {}, sichuan)).toEqual(Array(5).fill('UNKNOWN'));
    expect((await check(LIST, { level: 'LOCAL_NETWORK', repair: true })).userErrors).toEqual([
      { code: 'INVALID_VALUE', path: ['input', 'level'] },
    ]);
    expect(await states(LIST, { repair: true }, sichuan)).toEqual(Array(5).fill('UNKNOWN'));
    expect(await codes()).toEqual(before);
  });

  it('SYS-60 CUS-92 are taken over where nothing speaks against it, once, also when several ask at a time', async () => {
    const all = await Promise.all(Array.from({ length: 4 }, () => states(LIST, { repair: true })));
    const repaired = all.flat().filter((state) => state.endsWith('repaired'));
    expect(repaired.sort()).toEqual(['DIFFERENT repaired', 'MISSING repaired']);
    expect(await states(LIST, { repair: true })).toEqual([
      'CONFLICT',
      'CONSISTENT',
      'CONSISTENT',
      'CONFLICT',
      'UNKNOWN',
    ]);
    expect((await codes()).filter(({ level }) => level === 'HEADQUARTERS')).toEqual([
      { code: 'HQ-1', level: 'HEADQUARTERS', issued_by: null, open: true },
      { code: 'HQ-2', level: 'HEADQUARTERS', issued_by: 'HQ-CRM', open: true },
      { code: 'HQ-3', level: 'HEADQUARTERS', issued_by: null, open: false },
      { code: 'HQ-3B', level: 'HEADQUARTERS', issued_by: 'HQ-CRM', open: true },
      { code: 'HQ-4', level: 'HEADQUARTERS', issued_by: null, open: true },
    ]);
    // A code that was given up stays that customer's, and comes back to nobody.
    expect(await states([['HQ-3', 'GZ-3']], { repair: true })).toEqual(['CONFLICT']);
  });
});
