import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type As, startTestGraph, type TestGraph } from '../../testing/graph.js';

const staff: As = { sub: 'g1', role: 'staff', region: '44' };
const otherStaff: As = { sub: 's1', role: 'staff', region: '51' };

let graph: TestGraph;
const customers: Record<string, string> = {};

beforeAll(async () => {
  graph = await startTestGraph();
  const { data } = await graph.query('{ region(code: "4401") { id } }');
  for (const code of ['ALICE', 'BOB']) {
    const document = 'mutation ($input: CustomerCreateInput!) { customerCreate(input: $input) { customer { id } } }';
    const created = await graph.query(document, {
      input: { code, regionId: data.region.id, individual: { name: code } },
    });
    customers[code] = created.data.customerCreate.customer.id;
  }
});
afterAll(() => graph.close());

const run = async (verb: 'Create' | 'Sign' | 'Invalidate', input: object, as: As = staff) => {
  const document = `mutation ($input: Contract${verb}Input!) { contract${verb}(input: $input) {
    userErrors { code path } contract { id contractNo status execution signedAt autoExtend validity { from to } customer { code } } } }`;
  const { data, errors } = await graph.query(document, { input }, { as });
  expect(errors).toBeUndefined();
  return data[`contract${verb}`];
};
const create = (input: object = {}) =>
  run('Create', {
    customerId: customers.ALICE,
    name: 'Fibre for the office',
    kind: 'SERVICE',
    termMonths: 12,
    ...input,
  });
const signatures = { customerSignatory: 'Alice Chan', operatorSignatory: 'Guo Fang' };
const faults = (payload: { userErrors: { code: string; path: string[] }[] }) =>
  payload.userErrors.map(({ code, path }) => `${code} ${path.join('.')}`);

describe('contracts', () => {
  test('MOD-54 a contract is written, signed for its term, and read-only from then on', async () => {
    const { contract } = await create({ autoExtend: true });
    expect(contract).toMatchObject({
      status: 'NEW',
      execution: null,
      validity: null,
      autoExtend: true,
      contractNo: expect.stringMatching(/^CT-\d{8}$/),
    });
    const signed = await run('Sign', {
      contractId: contract.id,
      signedAt: '2026-01-31T08:00:00Z',
      validFrom: '2026-02-01T00:00:00Z',
      ...signatures,
    });
    expect(signed).toMatchObject({
      userErrors: [],
      contract: {
        status: 'SIGNED',
        execution: 'ACCEPTED',
        validity: { from: '2026-02-01T00:00:00.000Z', to: '2027-02-01T00:00:00.000Z' },
      },
    });
    expect(faults(await run('Sign', { contractId: contract.id, ...signatures }))).toEqual(['INVALID_TRANSITION ']);
    const history = await graph.database.pool.query(
      `select h.to_state from history_entry h join customer c on c.id = h.customer_id where c.code = 'ALICE' and h.type = 'contract.status.changed' order by h.sequence`,
    );
    expect(history.rows).toEqual([{ to_state: 'NEW' }, { to_state: 'SIGNED' }]);
  });

  test('SAL-93 a renewal names a signed contract of the same customer', async () => {
    const { contract } = await create();
    expect(faults(await create({ kind: 'RENEWAL' }))).toEqual(['REQUIRED input.originalId']);
    expect(faults(await create({ kind: 'RENEWAL', originalId: contract.id }))).toEqual([
      'CONTRADICTORY input.originalId',
    ]);
    await run('Sign', { contractId: contract.id, ...signatures });
    expect(faults(await create({ originalId: contract.id }))).toEqual(['CONTRADICTORY input.originalId']);
    expect(faults(await create({ kind: 'RENEWAL', originalId: contract.id, customerId: customers.BOB }))).toEqual([
      'NOT_OF_CUSTOMER input.originalId',
    ]);
    expect(faults(await create({ kind: 'RENEWAL', originalId: contract.id }))).toEqual([]);
  });

  test('SAL-95 only a contract with a term is extended by it', async () => {
    expect(faults(await create({ termMonths: null, autoExtend: true }))).toEqual(['REQUIRED input.termMonths']);
  });

  test('a signature does not lie in the future, and a number is used once', async () => {
    const { contract } = await create({ contractNo: 'C-1' });
    expect(
      faults(await run('Sign', { contractId: contract.id, signedAt: '2999-01-01T00:00:00Z', ...signatures })),
    ).toEqual(['IN_FUTURE input.signedAt']);
    expect(faults(await create({ contractNo: 'C-1' }))).toEqual(['DUPLICATE input.contractNo']);
  });

  test('a contract that is made invalid ends now', async () => {
    const { contract } = await create();
    await run('Sign', { contractId: contract.id, ...signatures });
    const ended = await run('Invalidate', { contractId: contract.id, reason: 'Moved away' });
    expect(ended.contract.status).toBe('INVALID');
    expect(Date.parse(ended.contract.validity.to)).toBeLessThanOrEqual(Date.now());
  });

  test('MOD-84 other regions and other customers see no contract', async () => {
    const { contract } = await create({ contractNo: 'HIDDEN' });
    const read = async (as: As) =>
      (await graph.query('{ contract(contractNo: "HIDDEN") { id } }', {}, { as })).data.contract;
    expect(await read({ sub: 'alice', role: 'customer', customer: 'ALICE' })).toEqual({ id: contract.id });
    expect(await read({ sub: 'bob', role: 'customer', customer: 'BOB' })).toBeNull();
    expect(await read(otherStaff)).toBeNull();
    expect(faults(await run('Sign', { contractId: contract.id, ...signatures }, otherStaff))).toEqual([
      'NOT_FOUND input.contractId',
    ]);
  });
});
