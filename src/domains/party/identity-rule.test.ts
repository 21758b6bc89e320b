import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestGraph, type As, type TestGraph } from '../../testing/graph.js';

const clerk: As = { sub: 'g1', role: 'staff', region: '44' };
const SAVE = `mutation ($input: IdentityRuleSaveInput!) { identityRuleSave(input: $input) {
  userErrors { code path } rule { type pattern check explanation active } } }`;
const CREATE = `mutation ($input: CustomerCreateInput!) { customerCreate(input: $input) {
  userErrors { code path details } customer { party { identifications { nodes { number } } } } } }`;

let graph: TestGraph;
let regionId: string;

beforeAll(async () => {
  graph = await startTestGraph();
  regionId = (await graph.query(`{ region(code: "4401") { id } }`)).data.region.id;
});
afterAll(() => graph.close());

const create = async (type: string, number: string) => {
  const input = { regionId, individual: { name: '王五' }, identifications: [{ type, number }] };
  return (await graph.query(CREATE, { input }, { as: clerk })).data.customerCreate;
};
const save = async (input: Record<string, unknown>) => (await graph.query(SAVE, { input })).data.identityRuleSave;
const rules = async () => (await graph.database.pool.query('select * from "identity_rule" order by "code"')).rows;

describe('identity rules as data', () => {
  it('CUS-11 holds numbers to a pattern and a check that the operator sets at run time', async () => {
    expect((await create('PASSPORT', 'E12345678')).userErrors).toEqual([]);
    const { rule } = await save({ type: 'PASSPORT', pattern: '[EG]\\d{8}', explanation: 'E or G and 8 digits' });
    expect(rule).toMatchObject({ type: 'PASSPORT', check: 'NONE', active: true });
    expect((await create('PASSPORT', 'K12345678')).userErrors).toEqual([
      {
        code: 'INVALID_IDENTITY_NUMBER',
        path: ['input', 'identifications', '0', 'number'],
        details: { type: 'PASSPORT', rule: 'E or G and 8 digits' },
      },
    ]);
    expect((await create('PASSPORT', 'g 8765-4321')).customer.party.identifications.nodes).toEqual([
      { number: 'G87654321' },
    ]);
  });

  it('CUS-11 sets the check digit and the lengths of a kind, or takes its rule out of use', async () => {
    const only18 = { type: 'ID_CARD', pattern: '[1-9]\\d{16}[\\dX]', explanation: '18 characters' };
    await save({ ...only18, check: 'RESIDENT_ID' });
    expect((await create('ID_CARD', '130503670401001')).userErrors[0].code).toBe('INVALID_IDENTITY_NUMBER');
    expect((await create('ID_CARD', '110105194912310021')).userErrors[0].code).toBe('INVALID_IDENTITY_NUMBER');
    await save({ ...only18, check: 'NONE' });
    expect((await create('ID_CARD', '110105194912310021')).userErrors).toEqual([]);
    await save({ ...only18, active: false });
    expect((await create('ID_CARD', '130503670401001')).userErrors).toEqual([]);
  });

  it.each(['(\\d+)+', '(\\d{1,9}){1,9}', '[A-Z', '\\d*', '(?=A)A', '\\d{1,9}'.repeat(5)])(
    'CUS-11 takes no pattern that could run for long, such as %s, and writes nothing',
    async (pattern) => {
      const before = await rules();
      const { userErrors } = await save({ type: 'MILITARY_ID', pattern, explanation: 'x' });
      expect(userErrors).toEqual([{ code: 'INVALID_PATTERN', path: ['input', 'pattern'] }]);
      expect(await rules()).toEqual(before);
    },
  );

  it('CUS-11 is for administrators only', async () => {
    const before = await rules();
    const input = { type: 'PASSPORT', pattern: '.', explanation: 'x' };
    const { errors } = await graph.query(SAVE, { input }, { as: clerk });
    expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    expect(await rules()).toEqual(before);
  });
});
