import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestGraph, type As, type TestGraph } from '../../testing/graph.js';
import { human, line, openProcessDesk } from '../../testing/processes.js';
import { approve, openApproval, SECOND } from '../../testing/second-person.js';
import { hire } from '../../testing/staff.js';

const clerk: As = { sub: 'g1', role: 'staff', region: '44' };
const sichuan: As = { sub: 's1', role: 'staff', region: '51' };
const operator = (partner: string): As => ({ sub: `${partner}-7`, role: 'partner', partner });
const mutation = (name: string, type: string, answer: string) =>
  `mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { code path } ${answer} } }`;
const CREATE = mutation('partnerCreate', 'PartnerCreateInput', 'partner { id code name status party { name } }');
const MOVE = mutation('partnerMove', 'PartnerMoveInput', 'partner { status }');
const EXIT = mutation('partnerExit', 'PartnerExitInput', 'partner { status exitedAt customers { totalCount } }');
const CUSTOMER = mutation('customerCreate', 'CustomerCreateInput', 'customer { id name partner { code } }');
const CHANGE = mutation('customerChange', 'CustomerChangeInput', 'customer { partner { code } }');

let graph: TestGraph;
let regionId: string;

/* eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers differ by document */
const run = async (document: string, input: Record<string, unknown>, as: As = clerk): Promise<any> => {
  const { data, errors } = await graph.query(document, { input }, { as });
  expect(errors).toBeUndefined();
  return Object.values(data as object)[0];
};
const rows = async (sql: string, values: unknown[] = []) => (await graph.database.pool.query(sql, values)).rows;
const partnerOf = async (code: string): Promise<string> => {
  const { partner, userErrors } = await run(CREATE, { code, organization: { name: `Agency ${code}` }, regionId });
  expect(userErrors).toEqual([]);
  expect((await run(MOVE, { partnerId: partner.id, step: 'ACTIVATE', reason: 'signed' })).userErrors).toEqual([]);
  await approve(graph, partner.id);
  return partner.id;
};
const customerOf = async (name: string, partnerId?: string): Promise<string> => {
  const contactMedia = [{ kind: 'MOBILE', value: '13812345678' }];
  const { customer, userErrors } = await run(CUSTOMER, { regionId, individual: { name }, contactMedia, partnerId });
  expect(userErrors).toEqual([]);
  return customer.id;
};

beforeAll(async () => {
  graph = await startTestGraph();
  regionId = (await graph.query(`{ region(code: "4401") { id } }`)).data.region.id;
});
afterAll(() => graph.close());

describe('partners', () => {
  it('MOD-14 are organisations outside the operator with a code, and begin as prospects', async () => {
    const input = { code: 'P-NEW', organization: { name: '新伙伴' }, regionId, partnerType: 'AGENCY' };
    const { partner } = await run(CREATE, input);
    expect(partner).toMatchObject({ code: 'P-NEW', name: '新伙伴', status: 'PROSPECT', party: { name: '新伙伴' } });
    expect((await run(CREATE, input)).userErrors).toEqual([{ code: 'DUPLICATE', path: ['input', 'code'] }]);
    expect((await run(CREATE, { ...input, code: 'P-51' }, sichuan)).userErrors).toEqual([
      { code: 'OUT_OF_SCOPE', path: ['input', 'regionId'] },
    ]);
    expect((await run(MOVE, { partnerId: partner.id, step: 'RESUME', reason: 'x' })).userErrors).toMatchObject([
      { code: 'INVALID_TRANSITION' },
    ]);
    expect(await rows(`select status from partner where code in ('P-NEW', 'P-51')`)).toEqual([{ status: 'PROSPECT' }]);
  });

  it('a code is given once, though many ask at once', async () => {
    const all = await Promise.all(
      Array.from({ length: 8 }, () => run(CREATE, { code: 'P-ONCE', organization: { name: 'Once' }, regionId })),
    );
    const refusals = all.flatMap(({ userErrors }) => userErrors.map(({ code }: { code: string }) => code));
    expect(refusals).toEqual(Array(7).fill('DUPLICATE'));
    expect(await rows(`select 1 from party where name = 'Once'`)).toHaveLength(1);
  });
});

describe('the relation to a partner', () => {
  const DECIDE = mutation('approvalDecide', 'ApprovalDecideInput', 'approval { status }');
  const asked = async (code: string, more: object = {}): Promise<{ id: string; approvalId: string }> => {
    const input = { code, organization: { name: `Agency ${code}` }, regionId, ...more };
    const { id } = (await run(CREATE, input)).partner;
    const { partner, userErrors } = await run(MOVE, { partnerId: id, step: 'ACTIVATE', reason: 'signed' });
    expect([partner, userErrors]).toEqual([{ status: 'PROSPECT' }, []]);
    return { id, approvalId: await openApproval(graph, id) };
  };
  const state = (code: string) =>
    rows(
      `select p.status, p.version, a.status approval, a.decided_by from partner p left join approval a on a.subject_key = p.id
       where p.code = $1 order by a.asked_at`,
      [code],
    );

  it('MOD-14 WFL-28 begins when somebody else approves it; a denial writes nothing', async () => {
    const { id, approvalId } = await asked('P-TWO');
    const before = await state('P-TWO');
    expect(before).toEqual([{ status: 'PROSPECT', version: 0, approval: 'ASKED', decided_by: null }]);
    const decision = { approvalId, approved: true };
    const codes = ({ userErrors }: { userErrors: { code: string }[] }) => userErrors.map(({ code }) => code);
    expect(codes(await run(DECIDE, decision, clerk))).toEqual(['OWN_WORK']);
    expect(codes(await run(DECIDE, decision, sichuan))).toEqual(['NOT_FOUND']);
    expect(codes(await run(DECIDE, { ...decision, approved: false }, SECOND))).toEqual(['REQUIRED']);
    expect(codes(await run(MOVE, { partnerId: id, step: 'ACTIVATE', reason: 'x' }, SECOND))).toEqual([
      'APPROVAL_PENDING',
    ]);
    for (const as of [operator('P-TWO'), (await hire(graph, 'K100', 'HQ', ['HALL_CLERK'])).as]) {
      const { errors } = await graph.query(DECIDE, { input: decision }, { as });
      expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    }
    expect(await state('P-TWO')).toEqual(before);
    const supervisor = await hire(graph, 'M100', 'HQ', ['PARTNER_MANAGER']);
    expect((await run(DECIDE, decision, supervisor.as)).userErrors).toEqual([]);
    expect(await state('P-TWO')).toEqual([{ status: 'ACTIVE', version: 1, approval: 'APPROVED', decided_by: 'M100' }]);
    expect(codes(await run(MOVE, { partnerId: id, step: 'ACTIVATE', reason: 'x' }))).toEqual(['INVALID_TRANSITION']);
  });

  it('MOD-14 WFL-28 refused, leaves a prospect for whom it is asked anew', async () => {
    const { id, approvalId } = await asked('P-REFUSED');
    await run(DECIDE, { approvalId, approved: false, remark: 'No licence' }, SECOND);
    expect(await state('P-REFUSED')).toMatchObject([{ status: 'PROSPECT', version: 0, approval: 'REJECTED' }]);
    expect((await run(MOVE, { partnerId: id, step: 'ACTIVATE', reason: 'licence came' })).userErrors).toEqual([]);
    await approve(graph, id);
    expect(await state('P-REFUSED')).toMatchObject([
      { status: 'ACTIVE', version: 1, approval: 'REJECTED' },
      { status: 'ACTIVE', version: 1, approval: 'APPROVED' },
    ]);
  });

  it('MOD-14 WFL-28 of fifty decisions at once one has an effect', async () => {
    const { id, approvalId } = await asked('P-RACED');
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, at) =>
        run(DECIDE, { approvalId, approved: true }, { ...(SECOND as object), sub: `s${at}` }),
      ),
    );
    expect(answers.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(1);
    const begun = await rows(
      `select 1 from history_entry h join approval a on a.subject_key = h.subject_id where a.subject_id = $1 and h.to_state = 'ACTIVE'`,
      [id],
    );
    expect(begun).toHaveLength(1);
    expect((await state('P-RACED'))[0]).toMatchObject({ status: 'ACTIVE', version: 1 });
  });

  it('MOD-14 WFL-28 is decided by a process of the operator’s own, where there is one', async () => {
    const desk = await openProcessDesk(graph);
    const legal = await hire(graph, 'L100', 'HQ', ['LEGAL_OFFICER']);
    const step = human('legal', {
      outputs: [{ name: 'approved', type: 'BOOLEAN', required: true }],
      operator: { kind: 'POSITION', code: 'LEGAL_OFFICER' },
    });
    const applicability = 'kind = "PARTNER_ACTIVATION" and variables.partnerType = "CONTENT"';
    await desk.publish('CONTENT_PARTNERS', line(step), { objectType: 'Approval', applicability });
    const { approvalId } = await asked('P-CONTENT', { partnerType: 'CONTENT' });
    const decision = { approvalId, approved: true };
    expect((await run(DECIDE, decision, SECOND)).userErrors).toMatchObject([{ code: 'NOT_YOURS' }]);
    expect(await state('P-CONTENT')).toMatchObject([{ status: 'PROSPECT', approval: 'ASKED' }]);
    expect((await run(DECIDE, decision, legal.as)).userErrors).toEqual([]);
    expect(await state('P-CONTENT')).toMatchObject([{ status: 'ACTIVE', approval: 'APPROVED', decided_by: 'L100' }]);
  });
});

describe('the customers of a partner', () => {
  const VIEW = '{ customers(orderBy: [{ field: NAME }]) { totalCount nodes { name accounts { totalCount } } } }';

  it('SYS-52 are all that its operators see, while the relation is in force', async () => {
    const partnerId = await partnerOf('P-SEE');
    const own = await customerOf('Own of P-SEE', partnerId);
    const foreign = await customerOf('Foreign');
    const as = operator('P-SEE');
    const { data } = await graph.query(VIEW, {}, { as });
    expect(data.customers).toEqual({ totalCount: 1, nodes: [{ name: 'Own of P-SEE', accounts: { totalCount: 1 } }] });
    const ONE = '($id: ID!) { customer(id: $id) { name party { contactMedia { nodes { value } } } } }';
    const seen = await graph.query(`query ${ONE}`, { id: own }, { as });
    expect(JSON.stringify(seen.data)).toContain('Own of P-SEE');
    expect(JSON.stringify(seen.data)).not.toContain('13812345678');
    expect((await graph.query(`query ${ONE}`, { id: foreign }, { as })).data.customer).toBeNull();
    const other = await graph.query('{ customers(filter: { name: { eq: "Foreign" } }) { totalCount } }', {}, { as });
    expect(other.data.customers.totalCount).toBe(0);

    await run(MOVE, { partnerId, step: 'SUSPEND', reason: 'audit' });
    const later: As = { ...(as as object), sub: 'P-SEE-8' };
    expect((await graph.query(VIEW, {}, { as: later })).data.customers.totalCount).toBe(0);
  });

  it('are named by staff only, and with active partners only', async () => {
    const { partner } = await run(CREATE, { code: 'P-IDLE', organization: { name: 'Idle' }, regionId });
    const customerId = await customerOf('Wanted');
    const refused = await run(CHANGE, { customerId, partnerId: partner.id });
    expect(refused.userErrors).toEqual([{ code: 'NOT_ACTIVE', path: ['input', 'partnerId'] }]);
    const answer = await graph.query(
      CHANGE,
      { input: { customerId, partnerId: partner.id } },
      { as: operator('P-SEE') },
    );
    expect(answer.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    expect(await rows(`select partner_id from customer where name = 'Wanted'`)).toEqual([{ partner_id: null }]);
  });

  it('CUS-94 go to another partner or the operator when it leaves, and its keys end with it', async () => {
    const [leaving, taking] = [await partnerOf('P-OUT'), await partnerOf('P-IN')];
    await customerOf('First', leaving);
    await customerOf('Second', leaving);
    const key = await run(
      mutation('apiKeyCreate', 'ApiKeyCreateInput', 'secret'),
      {
        name: 'till',
        kind: 'PARTNER',
        partner: 'P-OUT',
        functionPointIds: [],
        expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
      },
      'admin',
    );
    expect(key.secret).toMatch(/^sbk_/);

    const { partner } = await run(EXIT, { partnerId: leaving, successorId: taking, reason: 'contract ended' });
    expect(partner).toMatchObject({ status: 'PROSPECT', exitedAt: expect.any(String), customers: { totalCount: 0 } });
    expect((await graph.query(VIEW, {}, { as: operator('P-IN') })).data.customers.totalCount).toBe(2);
    expect(await rows(`select 1 from api_key where partner = 'P-OUT' and revoked_at is null`)).toEqual([]);
    const history = await rows(
      `select h.reason from history_entry h join customer c on c.id = h.customer_id where c.name in ('First', 'Second') and h.type = 'customer.changed'`,
    );
    expect(history).toEqual([{ reason: 'contract ended' }, { reason: 'contract ended' }]);

    await run(EXIT, { partnerId: taking, reason: 'closed' });
    expect(await rows(`select partner_id from customer where name in ('First', 'Second')`)).toEqual([
      { partner_id: null },
      { partner_id: null },
    ]);
  });

  it('CUS-94 stay where they are when nobody can take them over', async () => {
    const leaving = await partnerOf('P-STAY');
    await customerOf('Staying', leaving);
    const { partner } = await run(CREATE, { code: 'P-LATER', organization: { name: 'Later' }, regionId });
    const refused = await run(EXIT, { partnerId: leaving, successorId: partner.id, reason: 'x' });
    expect(refused.userErrors).toEqual([{ code: 'NOT_ACTIVE', path: ['input', 'successorId'] }]);
    expect((await run(EXIT, { partnerId: leaving, successorId: leaving, reason: 'x' })).userErrors).toEqual([
      { code: 'CONTRADICTION', path: ['input', 'successorId'] },
    ]);
    expect((await run(EXIT, { partnerId: leaving, reason: 'x' }, sichuan)).userErrors).toMatchObject([
      { code: 'NOT_FOUND' },
    ]);
    expect(
      await rows(
        `select p.status, p.code from customer c join partner p on p.id = c.partner_id where c.name = 'Staying'`,
      ),
    ).toEqual([{ status: 'ACTIVE', code: 'P-STAY' }]);
  });
});
