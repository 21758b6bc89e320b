import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestGraph, type TestGraph } from '../../testing/graph.js';
import { hire } from '../../testing/staff.js';
import { until } from '../../testing/until.js';

let graph: TestGraph;
beforeAll(async () => {
  graph = await startTestGraph();
});
afterAll(() => graph.close());

/** Calls without a token, or with one that is given. */
const call = async (query: string, variables: object = {}, token?: string) => {
  const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) };
  const response = await fetch(graph.url, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
  return {
    status: response.status,
    body: (await response.json()) as {
      data?: Record<string, never>;
      errors?: { message: string; extensions: { code: string } }[];
    },
  };
};
interface Answer {
  token: string | null;
  expiresAt: string | null;
  userErrors: { code: string; path: string[]; details: Record<string, unknown> | null }[];
}
const SIGN_IN =
  'mutation ($input: SignInInput!) { signIn(input: $input) { token expiresAt userErrors { code path details } } }';
const CHANGE =
  'mutation ($input: PasswordChangeInput!) { passwordChange(input: $input) { token expiresAt userErrors { code path details } } }';
const signIn = async (loginNo: string, password: string): Promise<Answer> =>
  (await call(SIGN_IN, { input: { loginNo, password } })).body.data!['signIn']!;
const change = async (loginNo: string, password: string, newPassword: string): Promise<Answer> =>
  (await call(CHANGE, { input: { loginNo, password, newPassword } })).body.data!['passwordChange']!;
const manage = async (accountId: string, action: string) =>
  (
    await graph.query(
      'mutation ($input: UserAccountChangeInput!) { userAccountChange(input: $input) { password userErrors { code } } }',
      { input: { accountId, action } },
    )
  ).data.userAccountChange;
const codes = ({ userErrors }: Answer) => userErrors.map(({ code }) => code);

const GOOD = 'plum tree 47 garden';
/** An employee with an account that has signed in once. */
const withAccount = async (employeeNo: string, positions: string[] = []) => {
  const hired = await hire(graph, employeeNo, 'H4401', positions);
  const made = (
    await graph.query(
      'mutation ($input: UserAccountCreateInput!) { userAccountCreate(input: $input) { password account { id mustChange } userErrors { code } } }',
      { input: { employeeId: hired.id } },
    )
  ).data.userAccountCreate;
  const { token } = await change(employeeNo, made.password, GOOD);
  return { ...hired, accountId: made.account.id as string, first: made.password as string, token: token! };
};
const viewer = async (token: string) => (await call('{ viewer { kind subject name } }', {}, token)).body;

describe('signing in', () => {
  test('SYS-17 the first password is generated and must be changed; the token then is that of the employee', async () => {
    const hired = await hire(graph, 'A1001', 'H4401');
    const { data } = await graph.query(
      'mutation ($input: UserAccountCreateInput!) { userAccountCreate(input: $input) { password account { loginNo mustChange } userErrors { code } } }',
      { input: { employeeId: hired.id } },
    );
    const { password, account } = data.userAccountCreate;
    expect(account).toEqual({ loginNo: 'A1001', mustChange: true });
    expect(codes(await signIn('A1001', password))).toEqual(['PASSWORD_CHANGE_REQUIRED']);
    const changed = await change('A1001', password, GOOD);
    expect((await viewer(changed.token!)).data).toEqual({
      viewer: { kind: 'STAFF', subject: 'A1001', name: 'Employee A1001' },
    });
    expect((await signIn('A1001', GOOD)).token).toEqual(expect.any(String));
    const { rows } = await graph.database.pool.query(`select password_hash from user_account where login_no = 'A1001'`);
    expect(rows[0].password_hash).toMatch(/^\$argon2id\$/);
  });

  test('SYS-42 several windows work at once: signing in again ends no token that was issued before', async () => {
    const { token } = await withAccount('A1042');
    const windows = [token, ...(await Promise.all([1, 2].map(async () => (await signIn('A1042', GOOD)).token!)))];
    const answers = await Promise.all([...windows, ...windows].map(viewer));
    expect(answers.map(({ data }) => (data as unknown as { viewer: { subject: string } }).viewer.subject)).toEqual(
      Array(6).fill('A1042'),
    );
  });

  test('whatever is wrong, the answer is the same', async () => {
    const { accountId } = await withAccount('A1002');
    const gone = await withAccount('A1003');
    await manage(gone.accountId, 'DISABLE');
    const late = await withAccount('A1004');
    await graph.database.pool.query(`update employee set validity_to = now() where employee_no = 'A1004'`);
    const answers = [
      await signIn('A1002', 'wrong'),
      await signIn('no such name', GOOD),
      await signIn('A1003', GOOD),
      await signIn('A1004', GOOD),
      await signIn('A1002', ''),
    ];
    expect(new Set(answers.slice(0, 4).map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(codes(answers[0]!)).toEqual(['SIGN_IN_FAILED']);
    expect([accountId, late.id]).toHaveLength(2);
  });

  test('an unknown name takes as long as a known one', async () => {
    await withAccount('A1005');
    const time = async (loginNo: string) => {
      const start = performance.now();
      for (let round = 0; round < 4; round++) await signIn(loginNo, 'wrong');
      return performance.now() - start;
    };
    await time('warm-up');
    const [unknown, known] = [await time('nobody'), await time('A1005')];
    expect(unknown / known).toBeGreaterThan(0.5);
    expect(unknown / known).toBeLessThan(2);
  });

  test('wrong passwords lock an account, also when they come at once, and an administrator unlocks it', async () => {
    const { accountId } = await withAccount('A1006');
    await Promise.all(Array.from({ length: 6 }, () => signIn('A1006', 'wrong')));
    expect(codes(await signIn('A1006', GOOD))).toEqual(['SIGN_IN_FAILED']);
    await manage(accountId, 'UNLOCK');
    expect((await signIn('A1006', GOOD)).token).not.toBeNull();
  });

  test('a right password between wrong ones starts the count anew', async () => {
    await withAccount('A1007');
    for (const password of ['x1', 'x2', 'x3', 'x4', GOOD, 'x5', 'x6', 'x7', 'x8']) await signIn('A1007', password);
    expect((await signIn('A1007', GOOD)).token).not.toBeNull();
  });

  test.each([
    ['LENGTH', 'short 1'],
    ['VARIETY', 'aabbaabbaabb'],
    ['NAME', 'my name is A1008!'],
    ['COMMON', 'Administrator1!'],
    ['REUSED', GOOD],
  ])('a password against the rule %s is refused', async (rule, password) => {
    if (rule === 'LENGTH') await withAccount('A1008');
    const refused = await change('A1008', GOOD, password);
    expect(refused.userErrors).toMatchObject([
      { code: 'WEAK_PASSWORD', path: ['input', 'newPassword'], details: { rule } },
    ]);
  });

  test('changing the password, signing out and disabling end the tokens that were issued before', async () => {
    const account = await withAccount('A1009');
    const ended = async (token: string) => (await viewer(token)).errors?.[0]?.extensions.code === 'UNAUTHENTICATED';
    const second = (await change('A1009', GOOD, 'another 59 garden')).token!;
    await until(() => ended(account.token));
    const third = (await signIn('A1009', 'another 59 garden')).token!;
    const out = await call('mutation { signOut { userErrors { code } } }', {}, second);
    expect(out.body.data).toEqual({ signOut: { userErrors: [] } });
    await until(() => ended(third));
    const fourth = (await signIn('A1009', 'another 59 garden')).token!;
    await manage(account.accountId, 'DISABLE');
    await until(() => ended(fourth));
  });

  test('SYS-12 the account ends when the employee leaves', async () => {
    const account = await withAccount('A1010');
    await graph.query(
      'mutation ($input: EmployeeLeaveInput!) { employeeLeave(input: $input) { userErrors { code } } }',
      { input: { employeeId: account.id, reason: 'x' } },
    );
    expect(codes(await signIn('A1010', GOOD))).toEqual(['SIGN_IN_FAILED']);
  });

  test('without a token nothing else is run, and no more than one attempt at a time', async () => {
    const attempts = [
      '{ viewer { kind } }',
      '{ roles { nodes { code } } }',
      'mutation { signOut { userErrors { code } } }',
      'mutation { roleCreate(input: { code: "X", name: "X" }) { userErrors { code } } }',
      'mutation { a: signIn(input: { loginNo: "A", password: "1" }) { token } b: signIn(input: { loginNo: "A", password: "2" }) { token } }',
      'mutation { ...many } fragment many on Mutation { signIn(input: { loginNo: "A", password: "1" }) { token } }',
      'mutation A { signIn(input: { loginNo: "A", password: "1" }) { token } } query B { roles { nodes { code } } }',
      'mutation { signIn(input: { loginNo: "A", password: "1" }) { token } roleCreate(input: { code: "X", name: "X" }) { userErrors { code } } }',
    ];
    for (const attempt of attempts) expect([attempt, (await call(attempt)).status]).toEqual([attempt, 401]);
    const large = await call(`# ${'x'.repeat(20_000)}\n${SIGN_IN}`, { input: { loginNo: 'A', password: '1' } });
    expect(large.status).toBe(401);
  });

  test('an answer with a secret is not kept for an idempotency key', async () => {
    const hired = await hire(graph, 'A1011', 'H4401');
    const document =
      'mutation ($input: UserAccountCreateInput!) { userAccountCreate(input: $input) { password userErrors { code } } }';
    const { data } = await graph.query(
      document,
      { input: { employeeId: hired.id } },
      { headers: { 'idempotency-key': 'once' } },
    );
    const { rows } = await graph.database.pool.query('select answer::text, result::text from idempotent_request');
    expect(JSON.stringify(rows)).not.toContain(data.userAccountCreate.password);
  });
});
