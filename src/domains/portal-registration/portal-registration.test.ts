import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sentCodes } from '../../../plugins/portal-sandbox/index.js';
import { startTestGraph, type As, type TestGraph } from '../../testing/graph.js';
import { until } from '../../testing/until.js';

const clerk: As = { sub: 'g1', role: 'staff', region: '44' };
const elsewhere: As = { sub: 's1', role: 'staff', region: '51' };
const mutation = (name: string, type: string, answer: string) =>
  `mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { code path } ${answer} } }`;
const REGISTER = mutation('portalRegister', 'PortalRegisterInput', 'registrationNo');
const CONFIRM = mutation('portalRegistrationConfirm', 'PortalRegistrationConfirmInput', 'received');
const DECIDE = mutation('portalRegistrationDecide', 'PortalRegistrationDecideInput', 'registration { status remark }');
const CREATE = mutation('customerCreate', 'CustomerCreateInput', 'customer { id code }');
const FOUND = `query ($no: String!) { portalRegistration(registrationNo: $no) { id status remark customer { id code name lifecycle region { code }
  party { identifications { nodes { number } } contactMedia { nodes { kind value } } } } } }`;

let graph: TestGraph;
let regionId: string;

/* eslint-disable @typescript-eslint/no-explicit-any -- answers differ by document */
const run = async (document: string, input: object, as: As = 'admin'): Promise<any> => {
  const { data, errors } = await graph.query<Record<string, any>>(document, { input }, { as });
  expect(errors).toBeUndefined();
  return Object.values(data)[0];
};
/** As somebody who has no token. */
const visitor = async (document: string, input: object): Promise<any> => {
  const response = await fetch(graph.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: document, variables: { input } }),
  });
  const { data, errors } = (await response.json()) as { data: any; errors?: unknown };
  expect(errors).toBeUndefined();
  return Object.values(data)[0];
};
const registration = async (no: string, as: As = clerk): Promise<any> =>
  (await graph.query(FOUND, { no }, { as })).data.portalRegistration;
/* eslint-enable @typescript-eslint/no-explicit-any */
const rows = async (sql: string, values: unknown[] = []) => (await graph.database.pool.query(sql, values)).rows;
const customers = async () => Number((await rows('select count(*) n from customer'))[0].n);

let phones = 13700000000;
const form = (name: string, idNo: string, more: object = {}) => ({
  ...{ name, idType: 'PASSPORT', idNo, mobile: String(++phones), region: '4401' },
  ...more,
});
const register = async (input: object): Promise<string> => (await visitor(REGISTER, input)).registrationNo;
const codeOf = async (no: string): Promise<string> => {
  await until(() => sentCodes.has(no));
  return sentCodes.get(no)!.code;
};
const confirmed = async (input: object): Promise<string> => {
  const no = await register(input);
  expect(await visitor(CONFIRM, { registrationNo: no, code: await codeOf(no) })).toEqual({
    ...{ userErrors: [], received: true },
  });
  await until(async () => !['REQUESTED', 'VERIFIED'].includes((await registration(no)).status));
  return no;
};
const media = (one: { customer: { party: { contactMedia: { nodes: { kind: string; value: string }[] } } } }) =>
  one.customer.party.contactMedia.nodes.map(({ kind, value }) => `${kind} ${value}`).sort();

beforeAll(async () => {
  graph = await startTestGraph();
  regionId = (await graph.query(`{ region(code: "4401") { id } }`)).data.region.id;
});
afterAll(() => graph?.close());

describe('registering at the portal', () => {
  it('CUS-95 makes a customer by the ordinary rules of what somebody without a token registers and confirms', async () => {
    const input = form('赵注册', 'E10000001', { email: 'zhao@example.com' });
    const before = await customers();
    const no = await register(input);
    await codeOf(no);
    expect(sentCodes.get(no)!.mobile).toBe(input.mobile);
    expect(await customers()).toBe(before);
    const done = await registration(await confirmed(form('钱注册', 'E 1000-0002', { email: 'qian@example.com' })));
    expect(done).toMatchObject({
      status: 'CREATED',
      customer: {
        ...{ name: '钱注册', lifecycle: 'POTENTIAL', region: { code: '4401' } },
        party: { identifications: { nodes: [{ number: 'E10000002' }] } },
      },
    });
    expect(media(done)).toEqual(['EMAIL qian@example.com', `MOBILE ${phones}`]);
    expect(await customers()).toBe(before + 1);
    // Default accounts and rules come as at the front desk.
    expect(
      await rows('select 1 from account a join customer c on c.id = a.owner_id where c.name = $1', ['钱注册']),
    ).toHaveLength(1);
  });

  it('CUS-95 completes the customer who has the document, name and telephone, and makes no second one', async () => {
    const input = form('孙在网', 'E20000001');
    const { customer } = await run(CREATE, {
      ...{ regionId, individual: { name: '孙在网' }, identifications: [{ type: 'PASSPORT', number: 'E20000001' }] },
      contactMedia: [{ kind: 'MOBILE', value: input.mobile }],
    });
    const before = await customers();
    const done = await registration(await confirmed({ ...input, email: 'sun@example.com' }));
    expect(done).toMatchObject({ status: 'MAINTAINED', customer: { id: customer.id } });
    expect(media(done)).toEqual(['EMAIL sun@example.com', `MOBILE ${input.mobile}`]);
    expect(await customers()).toBe(before);
    const told = await rows(
      `select h.reason from history_entry h join customer c on c.id = h.customer_id where c.code = $1 and h.type = 'customer.medium.added'`,
      [customer.code],
    );
    expect(told).toEqual([{ reason: 'portal registration' }]);
  });

  it('CUS-95 answers the same to who takes the document of another, and changes nothing before staff decide', async () => {
    await run(CREATE, {
      ...{ regionId, individual: { name: '李原主' }, identifications: [{ type: 'PASSPORT', number: 'E30000001' }] },
      contactMedia: [{ kind: 'MOBILE', value: '13511112222' }],
    });
    const before = [await customers(), await rows('select count(*) from contact_medium')];
    // Neither registering nor confirming tells that there is such a customer: `confirmed` expects what others get.
    const taken = await confirmed(form('李原主', 'E30000001'));
    const misnamed = await confirmed(form('李冒名', 'E30000001', { mobile: '13511112222' }));
    for (const no of [taken, misnamed])
      expect(await registration(no)).toMatchObject({ status: 'REVIEW', customer: { name: '李原主' } });
    expect([await customers(), await rows('select count(*) from contact_medium')]).toEqual(before);

    const [one, other] = [await registration(taken), await registration(misnamed)];
    const foreign = await run(DECIDE, { registrationId: one.id, accept: true, reason: 'x' }, elsewhere);
    expect(foreign.userErrors).toMatchObject([{ code: 'NOT_FOUND', path: ['input', 'registrationId'] }]);
    expect((await registration(taken)).status).toBe('REVIEW');
    const accepted = await run(DECIDE, { registrationId: one.id, accept: true, reason: '已核验证件' }, clerk);
    expect(accepted.registration).toEqual({ status: 'MAINTAINED', remark: '已核验证件' });
    expect(media(await registration(taken))).toHaveLength(2);
    // What is to be decided is an approval with a process; what one of them decides the other finds decided.
    const { data } = await graph.query(
      '{ approvals(first: 9, filter: { kind: { eq: "PORTAL_REGISTRATION" } }, orderBy: [{ field: APPROVAL_NO }]) { nodes { title status instance { status } } } }',
    );
    expect(data.approvals.nodes).toEqual([
      { title: taken, status: 'APPROVED', instance: { status: 'COMPLETED' } },
      { title: misnamed, status: 'ASKED', instance: { status: 'RUNNING' } },
    ]);
    const rejected = await run(DECIDE, { registrationId: other.id, accept: false, reason: '冒名' }, clerk);
    expect(rejected.registration.status).toBe('REJECTED');
    const twice = await run(DECIDE, { registrationId: other.id, accept: true, reason: 'x' }, clerk);
    expect(twice.userErrors).toMatchObject([{ code: 'INVALID_STATE' }]);
  });

  it('CUS-95 makes one customer of two registrations with the same document that are confirmed at once', async () => {
    const input = form('双注册', 'E40000001');
    const numbers = [await register(input), await register(input)];
    const codes = await Promise.all(numbers.map(codeOf));
    await Promise.all(numbers.map((registrationNo, index) => visitor(CONFIRM, { registrationNo, code: codes[index] })));
    await until(async () =>
      (await Promise.all(numbers.map((no) => registration(no)))).every(
        ({ status }) => !['REQUESTED', 'VERIFIED'].includes(status),
      ),
    );
    const states = (await Promise.all(numbers.map((no) => registration(no)))).map(({ status }) => status).sort();
    expect(states).toEqual(['CREATED', 'MAINTAINED']);
    expect(await rows('select 1 from customer where name = $1', ['双注册'])).toHaveLength(1);
  });

  it('CUS-95 gives one answer to every wrong code, unknown number and late code, and ends after some', async () => {
    const failed = [{ code: 'REGISTRATION_FAILED', path: ['input'] }];
    const no = await register(form('周猜码', 'E50000001'));
    const code = await codeOf(no);
    const wrong = code === '000000' ? '111111' : '000000';
    const unknown = await visitor(CONFIRM, { registrationNo: 'PRnone', code });
    expect(unknown).toEqual({ userErrors: failed, received: false });
    for (let time = 0; time < 5; time++)
      expect(await visitor(CONFIRM, { registrationNo: no, code: wrong })).toEqual(unknown);
    expect(await visitor(CONFIRM, { registrationNo: no, code })).toEqual(unknown);
    const late = await register(form('吴迟到', 'E50000002'));
    const lateCode = await codeOf(late);
    await rows(
      `update portal_registration set requested_at = now() - interval '11 minutes' where registration_no = $1`,
      [late],
    );
    expect(await visitor(CONFIRM, { registrationNo: late, code: lateCode })).toEqual(unknown);
    expect(await rows(`select 1 from customer where name in ('周猜码', '吴迟到')`)).toEqual([]);
  });

  it('CUS-95 takes only a few registrations of a telephone an hour, and does not say so', async () => {
    const mobile = '13911119999';
    const numbers: string[] = [];
    for (let time = 0; time < 5; time++) numbers.push(await register(form('郑频繁', `E6000000${time}`, { mobile })));
    expect(new Set(numbers).size).toBe(5);
    expect(await rows('select 1 from portal_registration where mobile = $1', [mobile])).toHaveLength(3);
  });

  it('CUS-95 refuses a form that is wrong, writing nothing, and keeps numbers from those who may not read them', async () => {
    const before = await rows('select count(*) from portal_registration');
    const bad = await visitor(REGISTER, form('王错', 'x', { idType: 'ID_CARD', mobile: '12', email: 'no' }));
    expect(bad.registrationNo).toBeNull();
    expect(bad.userErrors.map(({ path }: { path: string[] }) => path.join('.'))).toEqual([
      ...['input.idNo', 'input.mobile', 'input.email'],
    ]);
    const nowhere = await visitor(REGISTER, form('王错', 'E70000001', { region: 'nowhere' }));
    expect(nowhere.userErrors).toMatchObject([{ code: 'NOT_FOUND', path: ['input', 'region'] }]);
    expect(await rows('select count(*) from portal_registration')).toEqual(before);
    const list = `{ portalRegistrations(first: 1) { totalCount } }`;
    expect((await graph.query(list, {}, { as: elsewhere })).data.portalRegistrations.totalCount).toBe(0);
    const own = {
      sub: 'c',
      role: 'customer',
      customer: (await rows('select code from customer limit 1'))[0].code,
    } as As;
    expect((await graph.query(list, {}, { as: own })).data?.portalRegistrations?.totalCount ?? 0).toBe(0);
  });
});
