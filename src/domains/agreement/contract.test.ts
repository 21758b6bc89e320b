import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type As, startTestGraph, type TestGraph } from '../../testing/graph.js';
import { human, line, openProcessDesk } from '../../testing/processes.js';
import { approve, openApproval, SECOND } from '../../testing/second-person.js';
import { hire } from '../../testing/staff.js';

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
/** Signs, and has somebody else approve it. */
const sign = async (input: { contractId: string; signedAt?: string; validFrom?: string }) => {
  const held = await run('Sign', { ...input, ...signatures });
  expect(held).toMatchObject({ userErrors: [], contract: { status: 'NEW', signedAt: null, validity: null } });
  await approve(graph, input.contractId);
};
const FIELDS = 'status execution signedAt validity { from to }';
const read = async (id: string) =>
  (await graph.query(`query ($id: ID!) { contract(id: $id) { ${FIELDS} } }`, { id })).data.contract;
const rows = async (sql: string, values: unknown[] = []) => (await graph.database.pool.query(sql, values)).rows;
const decide = async (input: object, as: As = SECOND) => {
  const document =
    'mutation ($input: ApprovalDecideInput!) { approvalDecide(input: $input) { userErrors { code path } } }';
  const { data, errors } = await graph.query(document, { input }, { as });
  expect(errors).toBeUndefined();
  return data.approvalDecide;
};
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
    await sign({ contractId: contract.id, signedAt: '2026-01-31T08:00:00Z', validFrom: '2026-02-01T00:00:00Z' });
    expect(await read(contract.id)).toEqual({
      ...{ status: 'SIGNED', execution: 'ACCEPTED', signedAt: '2026-01-31T08:00:00.000Z' },
      validity: { from: '2026-02-01T00:00:00.000Z', to: '2027-02-01T00:00:00.000Z' },
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
    await sign({ contractId: contract.id });
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
    await sign({ contractId: contract.id });
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

describe('the signature under a contract that no department has approved', () => {
  const signed = async (): Promise<{ id: string; approvalId: string }> => {
    const { contract } = await create();
    expect((await run('Sign', { contractId: contract.id, ...signatures })).userErrors).toEqual([]);
    return { id: contract.id, approvalId: await openApproval(graph, contract.id) };
  };
  const state = () =>
    rows(`select c.id, c.status, c.signed_at, a.status approval, a.decided_by from contract c
      left join approval a on a.subject_key = c.id order by c.id, a.id`);

  test('SAL-87 waits for somebody else, who is recorded with what they remarked; a denial writes nothing', async () => {
    const { id, approvalId } = await signed();
    const before = await state();
    const decision = { approvalId, approved: true, remark: 'Read it' };
    expect(faults(await decide(decision, staff))).toEqual(['OWN_WORK input.approvalId']);
    expect(faults(await decide(decision, otherStaff))).toEqual(['NOT_FOUND input.approvalId']);
    const clerk = await hire(graph, 'K100', 'HQ', ['HALL_CLERK']);
    const document =
      'mutation ($input: ApprovalDecideInput!) { approvalDecide(input: $input) { userErrors { code } } }';
    const { errors } = await graph.query(document, { input: decision }, { as: clerk.as });
    expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    expect(faults(await decide({ approvalId, approved: false }))).toEqual(['REQUIRED input.remark']);
    expect(faults(await run('Sign', { contractId: id, ...signatures }))).toEqual(['APPROVAL_PENDING input.contractId']);
    expect(await state()).toEqual(before);
    expect((await read(id)).status).toBe('NEW');

    expect(faults(await decide(decision))).toEqual([]);
    expect(await read(id)).toMatchObject({ status: 'SIGNED', execution: 'ACCEPTED' });
    const [fact] = await rows(
      `select h.actor, h.reason, h.data from history_entry h join contract c on c.id = h.subject_id
       join approval a on a.subject_key = c.id where a.subject_id = $1 and h.to_state = 'SIGNED'`,
      [id],
    );
    expect(fact).toMatchObject({ actor: 'second', reason: 'Read it', data: { customerSignatory: 'Alice Chan' } });
    expect(fact.data.approvalNo).toMatch(/^APR-/);
  });

  test('SAL-87 is not approved by another account manager, but by who leads them', async () => {
    const [seller, colleague] = [
      await hire(graph, 'M100', 'HQ', ['BIG_CUSTOMER_MANAGER']),
      await hire(graph, 'M200', 'HQ', ['BIG_CUSTOMER_MANAGER']),
    ];
    const leaders = [
      await hire(graph, 'M300', 'HQ', ['GROUP_CUSTOMER_MANAGER']),
      await hire(graph, 'M400', 'HQ', ['HALL_MANAGER']),
    ];
    const document =
      'mutation ($input: ApprovalDecideInput!) { approvalDecide(input: $input) { userErrors { code } } }';
    for (const leader of leaders) {
      const { contract } = await create();
      await run('Sign', { contractId: contract.id, ...signatures }, seller.as);
      const input = { approvalId: await openApproval(graph, contract.id), approved: true };
      const before = await state();
      const { errors } = await graph.query(document, { input }, { as: colleague.as });
      expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
      expect(await state()).toEqual(before);
      expect(faults(await decide(input, leader.as))).toEqual([]);
      expect((await read(contract.id)).status).toBe('SIGNED');
    }
  });

  test('SAL-87 is not approved by who drew it up, though somebody else signed', async () => {
    const [author, leader] = [
      await hire(graph, 'M500', 'HQ', ['HALL_MANAGER']),
      await hire(graph, 'M600', 'HQ', ['HALL_MANAGER']),
    ];
    const drawn = { customerId: customers.ALICE, name: 'Own words', kind: 'SERVICE', termMonths: 12 };
    const { contract, userErrors } = await run('Create', drawn, author.as);
    expect(userErrors).toEqual([]);
    expect((await run('Sign', { contractId: contract.id, ...signatures })).userErrors).toEqual([]);
    const decision = { approvalId: await openApproval(graph, contract.id), approved: true };
    const before = await state();
    expect(faults(await decide(decision, author.as))).toEqual(['OWN_WORK ']);
    expect(await state()).toEqual(before);
    expect(faults(await decide(decision, leader.as))).toEqual([]);
    expect((await read(contract.id)).status).toBe('SIGNED');
  });

  test('SAL-87 leaves a contract that is refused in the drawing up, to be signed anew', async () => {
    const { id, approvalId } = await signed();
    expect(faults(await decide({ approvalId, approved: false, remark: 'Price missing' }))).toEqual([]);
    expect(await read(id)).toEqual({ status: 'NEW', execution: null, signedAt: null, validity: null });
    await sign({ contractId: id });
    expect((await read(id)).status).toBe('SIGNED');
  });

  test('SAL-87 is waited for no longer when the contract is given up', async () => {
    const { id, approvalId } = await signed();
    await run('Invalidate', { contractId: id, reason: 'Moved away' });
    expect(faults(await decide({ approvalId, approved: true }))).toEqual(['INVALID_TRANSITION input.approvalId']);
    expect((await read(id)).status).toBe('INVALID');
    expect(await rows(`select status from approval where subject_id = $1`, [id])).toEqual([{ status: 'WITHDRAWN' }]);
  });

  test('SAL-87 of fifty decisions at once one has an effect', async () => {
    const { id, approvalId } = await signed();
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, at) =>
        decide({ approvalId, approved: true }, { ...(SECOND as object), sub: `s${at}` }),
      ),
    );
    expect(answers.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(1);
    const signatures = await rows(
      `select 1 from history_entry h join approval a on a.subject_key = h.subject_id where a.subject_id = $1 and h.to_state = 'SIGNED'`,
      [id],
    );
    expect(signatures).toHaveLength(1);
  });

  test('SAL-87 WFL-28 is decided by a process of the operator’s own, where there is one', async () => {
    const desk = await openProcessDesk(graph);
    const legal = await hire(graph, 'L100', 'HQ', ['LEGAL_OFFICER']);
    const step = human('legal', {
      outputs: [{ name: 'approved', type: 'BOOLEAN', required: true }],
      operator: { kind: 'POSITION', code: 'LEGAL_OFFICER' },
    });
    const applicability = 'kind = "CONTRACT" and variables.termMonths > 24';
    await desk.publish('LONG_CONTRACTS', line(step), { objectType: 'Approval', applicability });
    const { contract } = await create({ termMonths: 36 });
    await run('Sign', { contractId: contract.id, ...signatures });
    const approvalId = await openApproval(graph, contract.id);
    expect(faults(await decide({ approvalId, approved: true }))).toEqual(['NOT_YOURS input.approvalId']);
    expect((await read(contract.id)).status).toBe('NEW');
    expect(faults(await decide({ approvalId, approved: true }, legal.as))).toEqual([]);
    expect((await read(contract.id)).status).toBe('SIGNED');
  });
});
