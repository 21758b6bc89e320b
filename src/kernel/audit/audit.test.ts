import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type As, startTestGraph, type TestGraph } from '../../testing/graph.js';
import { hire } from '../../testing/staff.js';
import { projectFolder } from '../config/project-folder.js';
import { redact } from './redact.js';
import { sealAudit, verifyAudit } from './index.js';

let graph: TestGraph;
let regionId: string;
const clerk: As = { sub: 'g1', name: 'Guo Fang', role: 'staff', region: '44' };
beforeAll(async () => {
  graph = await startTestGraph();
  regionId = (await graph.query('{ region(code: "4401") { id } }')).data.region.id;
});
afterAll(() => graph.close());

const sql = async (text: string, values: unknown[] = []) => (await graph.database.pool.query(text, values)).rows;
const ENTRY =
  'operation category action result code actor actorName actorKind ip client requestId event changes reason object { __typename ... on Customer { code } ... on UserAccount { loginNo } }';
const entries = async (filter: string, as: As = 'admin') =>
  (
    await graph.query(
      `{ auditEntries(first: 50, filter: ${filter}, orderBy: [{ field: AT, direction: ASC }]) { totalCount nodes { ${ENTRY} } } }`,
      {},
      { as },
    )
  ).data?.auditEntries;
const create = (code: string, input: object = {}, as: As = clerk, headers: Record<string, string> = {}) =>
  graph.query(
    'mutation ($input: CustomerCreateInput!) { customerCreate(input: $input) { customer { id } userErrors { code } } }',
    { input: { code, regionId, individual: { name: code }, ...input } },
    { as, headers },
  );

describe('the operation log', () => {
  test('SYS-36 tells who did what, from where and when, on which object, in the transaction of the change', async () => {
    await create('LOG-1', {}, clerk, { 'x-request-id': 'req-1', 'user-agent': 'desk/7' });
    const { nodes } = await entries('{ requestId: { eq: "req-1" } }');
    expect(nodes).toHaveLength(3);
    expect(nodes).toMatchObject([
      {
        operation: 'customerCreate',
        category: 'BUSINESS',
        action: 'ADD',
        result: 'ACCEPTED',
        code: null,
        actor: 'g1',
        actorName: 'Guo Fang',
        actorKind: 'STAFF',
        client: 'desk/7',
      },
      { object: { __typename: 'Account' }, changes: [{ field: 'status', old: null, new: 'IN_USE' }] },
      { object: { __typename: 'CreditProfile' }, event: 'credit.changed' },
    ]);
    expect(nodes[0].ip).toMatch(/127\.0\.0\.1|::1/);
    expect(nodes[0].object).toEqual({ __typename: 'Customer', code: 'LOG-1' });
  });

  test('SYS-36 tells of what was refused, denied and wrong, and then nothing else was written', async () => {
    const { data } = await create('LOG-2');
    const before = await sql('select count(*) from history_entry');
    await create('LOG-2', {}, clerk, { 'x-request-id': 'req-2' });
    await create('LOG-3', {}, { sub: 'c', role: 'customer', customer: 'LOG-2' }, { 'x-request-id': 'req-3' });
    await graph.query(
      'mutation ($input: CustomerChangeInput!) { customerChange(input: $input) { userErrors { code } } }',
      { input: { customerId: data.customerCreate.customer.id, vipNo: 'x'.repeat(500) } },
      { as: clerk, headers: { 'x-request-id': 'req-4' } },
    );
    expect((await entries('{ requestId: { eq: "req-2" } }')).nodes).toMatchObject([
      { result: 'REFUSED', code: expect.any(String), object: { __typename: 'Region' } },
    ]);
    expect((await entries('{ requestId: { eq: "req-3" } }')).nodes).toMatchObject([
      { result: 'DENIED', code: 'FORBIDDEN', actorKind: 'CUSTOMER' },
    ]);
    expect((await entries('{ requestId: { eq: "req-4" } }')).nodes).toMatchObject([
      { result: 'REFUSED', code: 'TOO_LONG', object: { code: 'LOG-2' } },
    ]);
    expect(await sql('select count(*) from history_entry')).toEqual(before);
  });

  test('SYS-36 holds what a field was before and after', async () => {
    const { data } = await create('LOG-5');
    await graph.query(
      'mutation ($input: CustomerChangeInput!) { customerChange(input: $input) { userErrors { code } } }',
      { input: { customerId: data.customerCreate.customer.id, serviceLevel: 'DIAMOND' } },
      { as: clerk, headers: { 'x-request-id': 'req-5' } },
    );
    expect((await entries('{ requestId: { eq: "req-5" } }')).nodes[0].changes).toEqual([
      expect.objectContaining({ field: 'serviceLevel', new: 'DIAMOND' }),
    ]);
  });

  test('SYS-36 SYS-17 tells of each try to sign in, right or wrong', async () => {
    const hired = await hire(graph, 'L1001', 'H4401');
    const made = (
      await graph.query(
        'mutation ($input: UserAccountCreateInput!) { userAccountCreate(input: $input) { password } }',
        { input: { employeeId: hired.id } },
      )
    ).data.userAccountCreate;
    const call = (query: string, input: object) =>
      fetch(graph.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables: { input } }),
      });
    await call('mutation ($input: SignInInput!) { signIn(input: $input) { token } }', {
      loginNo: 'L1001',
      password: 'wrong secret 1',
    });
    await call('mutation ($input: PasswordChangeInput!) { passwordChange(input: $input) { token } }', {
      loginNo: 'L1001',
      password: made.password,
      newPassword: 'plum tree 47 garden',
    });
    await call('mutation ($input: SignInInput!) { signIn(input: $input) { token } }', {
      loginNo: 'L1001',
      password: 'plum tree 47 garden',
    });
    const log = await entries('{ category: { eq: LOGIN_LOGOUT } }');
    expect(
      log.nodes.map(({ operation, result, code }: { operation: string; result: string; code: string | null }) => [
        operation,
        result,
        code,
      ]),
    ).toEqual([
      ['signIn', 'REFUSED', 'SIGN_IN_FAILED'],
      ['signIn', 'ACCEPTED', null],
    ]);
    expect(log.nodes.map(({ object }: { object: unknown }) => object)).toEqual(
      Array(2).fill({ __typename: 'UserAccount', loginNo: 'L1001' }),
    );
    const everything = JSON.stringify([
      await sql('select * from audit_entry'),
      await sql('select * from history_entry'),
      await sql('select * from idempotent_request'),
    ]);
    for (const secret of ['wrong secret 1', made.password, 'plum tree 47 garden'])
      expect(everything).not.toContain(secret);
  });

  test('SYS-56 numbers of identity documents are in no log', async () => {
    const number = '11010519491231002X';
    const { data } = await create('LOG-6', { identifications: [{ type: 'ID_CARD', number }] });
    await graph.query(
      'mutation ($input: CustomerChangeInput!) { customerChange(input: $input) { userErrors { code } } }',
      { input: { customerId: data.customerCreate.customer?.id, serviceAddress: `with ${number}` } },
      { as: clerk },
    );
    expect(JSON.stringify(await sql('select * from audit_entry'))).not.toContain(number);
    expect(
      redact({
        changes: [
          { field: 'passwordHash', old: 'a', new: 'b' },
          { field: 'note', old: null, new: `x ${number} y` },
        ],
        token: 't',
      }),
    ).toEqual({
      changes: [
        { field: 'passwordHash', old: '***', new: '***' },
        { field: 'note', old: null, new: 'x **************002X y' },
      ],
      token: '***',
    });
    // Of a text that is cut, no part of a number stays that would not be known as one.
    const cut = redact(`${'x'.repeat(90)}${number}${'y'.repeat(30_000)}`) as string;
    expect(cut).toBe(`${'x'.repeat(90)}**********… (${90 + number.length + 30_000} characters)`);
  });

  test('SYS-37 SYS-38 SYS-39 is searched, sorted and counted by its elements', async () => {
    const { data } =
      await graph.query(`{ auditEntries(filter: { operation: { eq: "customerCreate" } }, orderBy: [{ field: AT, direction: DESC }]) {
      totalCount aggregate(groupBy: [{ dimension: RESULT }, { dimension: ACTOR }]) { count key { result actor } } } }`);
    const { totalCount, aggregate } = data.auditEntries;
    expect(aggregate).toEqual(expect.arrayContaining([{ count: 1, key: { result: 'DENIED', actor: 'c' } }]));
    expect(aggregate.reduce((sum: number, { count }: { count: number }) => sum + count, 0)).toBe(totalCount);
  });

  test('SYS-37 is read by administrators, and by staff of the region who hold the permission', async () => {
    const auditor = await hire(graph, 'L2001', 'P44', ['AUDITOR']);
    const outsider = await hire(graph, 'L2002', 'P51', ['AUDITOR']);
    const plain = await hire(graph, 'L2003', 'P44', ['HALL_CLERK']);
    const count = async (as: As) =>
      (await entries('{ operation: { eq: "customerCreate" }, actor: { eq: "g1" } }', as)).totalCount;
    expect(await count(auditor.as)).toBeGreaterThan(0);
    expect([
      await count(outsider.as),
      await count(plain.as),
      await count({ sub: 'c', role: 'customer', customer: 'LOG-2' }),
    ]).toEqual([0, 0, 0]);
  });
});

describe('the chain', () => {
  const tamper = (statement: string) =>
    graph.database.pool.query(`begin; set local session_replication_role = replica; ${statement}; commit`);

  test('entries cannot be changed or removed', async () => {
    for (const statement of [
      `update audit_entry set actor = 'nobody'`,
      'delete from audit_entry',
      'truncate audit_entry',
      `update audit_entry set seal_hash = 'x', seal_position = 1, actor = 'nobody' where seal_hash is null`,
    ])
      await expect(graph.database.pool.query(statement)).rejects.toThrow('never changed or removed');
  });

  test('seals what is there, once, also when several servers do it at a time', async () => {
    await Promise.all([sealAudit(graph.database.pool), sealAudit(graph.database.pool), sealAudit(graph.database.pool)]);
    await create('LOG-7');
    expect(await sealAudit(graph.database.pool)).toBe(3);
    const check = await verifyAudit(graph.database.pool);
    expect(check).toMatchObject({
      unsealed: 0,
      sound: Number((await sql('select count(*) from audit_entry'))[0].count),
    });
    expect(check.broken).toBeUndefined();
    await expect(
      graph.database.pool.query(`update audit_entry set seal_hash = 'x' where seal_position = 1`),
    ).rejects.toThrow('never changed');
  });

  test('shows a change, a removal, and an end that was cut off', async () => {
    const { head } = await verifyAudit(graph.database.pool);
    const [row] = await sql('select actor, id from audit_entry where seal_position = 2');
    await tamper(`update audit_entry set actor = 'nobody' where seal_position = 2`);
    expect((await verifyAudit(graph.database.pool)).broken).toEqual({ position: 2, why: 'CHANGED' });
    await tamper(`update audit_entry set actor = '${row.actor}' where seal_position = 2`);
    expect((await verifyAudit(graph.database.pool, head)).broken).toBeUndefined();
    await tamper(`delete from audit_entry where seal_position = ${head.position}`);
    expect((await verifyAudit(graph.database.pool)).broken).toBeUndefined();
    expect((await verifyAudit(graph.database.pool, head)).broken).toEqual({ position: head.position, why: 'MISSING' });
    await tamper('delete from audit_entry where seal_position = 3');
    expect((await verifyAudit(graph.database.pool)).broken).toEqual({ position: 3, why: 'MISSING' });
  });

  test('SYS-36 is checked from the command line, whose exit code tells whether it is whole', async () => {
    await tamper('update audit_entry set seal_position = null, seal_hash = null');
    await sealAudit(graph.database.pool);
    const verify = async (...args: string[]) => {
      const program = [
        '--import',
        join(projectFolder, 'src/testing/typescript.mjs'),
        join(projectFolder, 'src/cli/audit-verify.ts'),
      ];
      const env = { PATH: process.env['PATH'], NODE_ENV: 'test', DATABASE_URL: graph.databaseUrl, LOG_LEVEL: 'error' };
      const ended = promisify(execFile)(process.execPath, [...program, ...args], { env });
      return ended.then(
        ({ stdout }) => ({ code: 0, link: stdout.trim(), said: '' }),
        (error: { code: number; stderr: string }) => ({ code: error.code, link: '', said: error.stderr }),
      );
    };
    const whole = await verify();
    expect(whole).toMatchObject({ code: 0, link: expect.stringMatching(/^\d+:[0-9a-f]{64}$/) });
    expect(await verify('--expect', whole.link)).toMatchObject({ code: 0, link: whole.link });
    expect(await verify('--expect', 'yesterday')).toMatchObject({ code: 2, said: expect.stringContaining('usage') });
    await tamper('delete from audit_entry where seal_position = 2');
    expect(await verify()).toMatchObject({ code: 1, said: expect.stringContaining('broken at entry 2') });
  });

  test('writers do not wait for the sealing', async () => {
    const client = await graph.database.pool.connect();
    try {
      await client.query('begin');
      await client.query(`select pg_advisory_xact_lock(hashtextextended('audit.seal', 0))`);
      await client.query('select 1 from audit_entry where seal_position is not null for update');
      expect((await create('LOG-8')).data.customerCreate.userErrors).toEqual([]);
    } finally {
      await client.query('rollback');
      client.release();
    }
  });
});
