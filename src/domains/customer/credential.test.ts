import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { billBook } from '../../../plugins/billing-sandbox/index.js';
import { type As, startTestGraph, type TestGraph } from '../../testing/graph.js';
import { hire } from '../../testing/staff.js';

const clerk: As = { sub: 'g1', role: 'staff', region: '44' };
const stranger: As = { sub: 's1', role: 'staff', region: '51' };
const self: As = { sub: 'wei', role: 'customer', customer: 'WEI' };

let graph: TestGraph;
let customerId: string;
beforeAll(async () => {
  graph = await startTestGraph();
  const regionId = (await graph.query('{ region(code: "4401") { id } }')).data.region.id;
  const media = [{ kind: 'MOBILE', value: '13800138000' }];
  const input = { code: 'WEI', regionId, individual: { name: 'Wei' }, contactMedia: media };
  const { data, errors } = await graph.query(
    'mutation ($input: CustomerCreateInput!) { customerCreate(input: $input) { customer { id } userErrors { code path } } }',
    { input },
  );
  if (!data?.customerCreate.customer) throw new Error(JSON.stringify(errors ?? data));
  customerId = data.customerCreate.customer.id;
});
afterAll(() => graph.close());

const run = async (verb: 'Set' | 'Verify' | 'Reset' | 'Unlock', input: object, as: As = clerk) => {
  const type = verb === 'Unlock' ? 'Reset' : verb;
  const { data, errors } = await graph.query(
    `mutation ($input: CustomerPassword${type}Input!) { customerPassword${verb}(input: $input) { password credential { purpose lockedUntil } userErrors { code path details } } }`,
    { input: { customerId, ...input } },
    { as },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data[`customerPassword${verb}`];
};
const codes = ({ userErrors }: { userErrors: { code: string }[] }) => userErrors.map(({ code }) => code);

describe('service passwords', () => {
  test('CUS-03 a higher password serves for a lower purpose, not the other way round', async () => {
    await run('Set', { purpose: 'QUERY', password: 'query77' });
    await run('Set', { purpose: 'CHANGE', present: 'query77', password: 'change88' });
    expect((await run('Verify', { purpose: 'QUERY', password: 'change88' })).credential.purpose).toBe('CHANGE');
    expect(await run('Verify', { purpose: 'CHANGE', password: 'query77' })).toMatchObject({
      userErrors: [{ code: 'PASSWORD_WRONG', details: { needed: ['CHANGE', 'WHOLE'] } }],
    });
  });

  test('CUS-18 only a hash is kept, and no password stands in the history or any other table', async () => {
    await run('Set', { purpose: 'ACCEPT', password: 'xylophone5' });
    const { rows } = await graph.database.pool.query(
      `select (select password_hash from customer_credential where purpose = 'ACCEPT') hash, (select string_agg(data::text, ' ') from history_entry) history`,
    );
    expect(rows[0].hash).toMatch(/^\$argon2id\$/);
    expect(rows[0].history).not.toContain('xylophone5');
    expect(rows[0].history).toContain('ACCEPT');
  });

  test('CUS-18 customers give the present password to set another', async () => {
    await run('Set', { purpose: 'WHOLE', password: 'first-1-word' }, 'admin');
    expect(codes(await run('Set', { purpose: 'WHOLE', password: 'second-2-word' }, self))).toEqual(['PASSWORD_WRONG']);
    expect(
      codes(await run('Set', { purpose: 'WHOLE', present: 'first-1-word', password: 'second-2-word' }, self)),
    ).toEqual([]);
    expect(codes(await run('Verify', { purpose: 'WHOLE', password: 'second-2-word' }))).toEqual([]);
  });

  test('CUS-02 wrong tries lock, with the same answer as for a wrong password, until the lock is ended', async () => {
    await run('Set', { purpose: 'ACCEPT', password: 'xylophone5' }, 'admin');
    for (let attempt = 0; attempt < 5; attempt++)
      expect(codes(await run('Verify', { purpose: 'ACCEPT', password: 'wrong' }))).toEqual(['PASSWORD_WRONG']);
    expect(codes(await run('Verify', { purpose: 'ACCEPT', password: 'xylophone5' }))).toEqual(['PASSWORD_WRONG']);
    await run('Unlock', { purpose: 'ACCEPT', reason: 'identity card shown' });
    expect(codes(await run('Verify', { purpose: 'ACCEPT', password: 'xylophone5' }))).toEqual([]);
  });

  test.each(['aaaaaa', '123456', '138000', '12345'])(
    'CUS-18 the guessable password %s is refused',
    async (password) => {
      expect(codes(await run('Set', { purpose: 'QUERY', password }, 'admin'))).toEqual(['WEAK_PASSWORD']);
    },
  );

  test('CUS-18 a reset gives a new password once; staff of another province get nothing', async () => {
    const { password } = await run('Reset', { purpose: 'QUERY', reason: 'identity card shown' });
    expect(codes(await run('Verify', { purpose: 'QUERY', password }))).toEqual([]);
    const before = (await graph.database.pool.query('select max(updated_at) from customer_credential')).rows;
    expect(codes(await run('Reset', { purpose: 'QUERY', reason: 'x' }, stranger))).toEqual(['NOT_FOUND']);
    expect((await graph.database.pool.query('select max(updated_at) from customer_credential')).rows).toEqual(before);
  });
});

describe('what a service password is for', () => {
  const made = async (code: string): Promise<string> => {
    const regionId = (await graph.query('{ region(code: "4401") { id } }')).data.region.id;
    const document =
      'mutation ($input: CustomerCreateInput!) { customerCreate(input: $input) { customer { id } userErrors { code } } }';
    const { data } = await graph.query(document, { input: { code, regionId, individual: { name: code } } });
    expect(data.customerCreate.userErrors).toEqual([]);
    return data.customerCreate.customer.id;
  };
  const shown = async (id: string, purpose: string, password: string, as: As = clerk) => {
    const document = `mutation ($input: CustomerPasswordVerifyInput!) { customerPasswordVerify(input: $input) {
      userErrors { code } verification { token purpose expiresAt } } }`;
    const { data } = await graph.query(document, { input: { customerId: id, purpose, password } }, { as });
    return data.customerPasswordVerify.verification as { token: string; purpose: string; expiresAt: string } | null;
  };
  let addresses = 0;
  const change = async (id: string, token?: string, as: As = clerk, more: object = {}) => {
    const document =
      'mutation ($input: CustomerChangeInput!) { customerChange(input: $input) { userErrors { code path details } } }';
    const input = { customerId: id, serviceAddress: `Street ${++addresses}`, ...more };
    const headers: Record<string, string> = token === undefined ? {} : { 'customer-verification': token };
    const { data, errors } = await graph.query(document, { input }, { as, headers });
    expect(errors).toBeUndefined();
    return data.customerChange.userErrors as object[];
  };
  const needed = {
    code: 'VERIFICATION_REQUIRED',
    path: ['input', 'customerId'],
    details: { needed: ['CHANGE', 'WHOLE'] },
  };
  const state = async (id: string) =>
    (await graph.query('query ($id: ID!) { customer(id: $id) { version serviceAddress } }', { id })).data.customer;
  const set = async (code: string, value: string) => {
    const { data } = await graph.query('query ($code: String!) { parameter(code: $code) { id } }', { code });
    const document = 'mutation ($input: ParameterSetInput!) { parameterSet(input: $input) { userErrors { code } } }';
    const answer = await graph.query(document, { input: { parameterId: data.parameter.id, value } });
    expect(answer.data.parameterSet.userErrors).toEqual([]);
  };

  test('CUS-03 is refused without it and tells which is needed, and is done by the one who had it checked', async () => {
    const [li, zhao] = [await made('LI'), await made('ZHAO')];
    const before = await state(li);
    await run('Set', { customerId: li, purpose: 'QUERY', password: 'query77' });
    expect(await change(li)).toEqual([]);
    await run('Set', { customerId: li, purpose: 'CHANGE', present: 'query77', password: 'change88' });
    await run('Set', { customerId: zhao, purpose: 'CHANGE', password: 'other-99' });
    const kept = await state(li);
    expect(kept.version).toBe(before.version + 1);
    expect(await shown(li, 'CHANGE', 'wrong')).toBeNull();
    const low = await shown(li, 'QUERY', 'query77');
    const high = await shown(li, 'CHANGE', 'change88');
    expect([low!.purpose, high!.purpose]).toEqual(['QUERY', 'CHANGE']);
    const [purpose, expiry, mark] = high!.token.split('.');
    const wrong: [string | undefined, As?][] = [
      [undefined],
      [low!.token],
      [low!.token.replace('QUERY', 'CHANGE')],
      [`${purpose}.${Number(expiry) + 60_000}.${mark}`],
      [`${purpose}.${expiry}.${'A'.repeat(43)}`],
      ['yes'],
      [high!.token, { ...(clerk as object), sub: 'g2' }],
      [high!.token, { sub: 'g1', role: 'customer', customer: 'LI' }],
    ];
    for (const [token, as] of wrong) expect(await change(li, token, as)).toEqual([needed]);
    expect(await change(zhao, high!.token)).toEqual([needed]);
    const { clock } = graph.database;
    graph.database.clock = () => new Date(Date.parse(high!.expiresAt) + 1);
    expect(await change(li, high!.token)).toEqual([needed]);
    graph.database.clock = clock;
    expect(await state(li)).toEqual(kept);
    expect(await change(li, high!.token)).toEqual([]);
    await run('Set', { customerId: li, purpose: 'CHANGE', present: 'change88', password: 'change99' });
    expect(await change(li, high!.token)).toEqual([needed]);
    const self: As = { sub: 'li', role: 'customer', customer: 'LI' };
    expect(await change(li, undefined, self)).toEqual([needed]);
    expect(await change(li, (await shown(li, 'CHANGE', 'change99', self))!.token, self)).toEqual([]);
    // The administrator of the operator acts for nobody at a desk.
    expect(await change(li, undefined, 'admin')).toEqual([]);
  });

  test('CUS-03 holds for contacts, accounts and orders, and for the callers that the operator says', async () => {
    const customerId = await made('QIAN');
    await run('Set', { customerId, purpose: 'WHOLE', password: 'for-all-1' });
    const media =
      'mutation ($input: ContactMediumAddInput!) { contactMediumAdd(input: $input) { userErrors { code details } } }';
    const open = 'mutation ($input: AccountOpenInput!) { accountOpen(input: $input) { userErrors { code details } } }';
    const tries: [string, object][] = [
      [media, { customerId, kind: 'MOBILE', value: '13900139000' }],
      [open, { customerId }],
    ];
    const refusal = [{ code: 'VERIFICATION_REQUIRED', details: { needed: ['CHANGE', 'WHOLE'] } }];
    const extensions = { customerVerification: (await shown(customerId, 'CHANGE', 'for-all-1'))!.token };
    for (const [document, input] of tries) {
      const refused = await graph.query(document, { input }, { as: clerk });
      expect((Object.values(refused.data)[0] as { userErrors: object[] }).userErrors).toEqual(refusal);
      const done = await graph.query(document, { input }, { as: clerk, extensions });
      expect((Object.values(done.data)[0] as { userErrors: object[] }).userErrors).toEqual([]);
    }
    const { data } = await graph.query('query ($id: ID!) { customer(id: $id) { accounts { nodes { id status } } } }', {
      id: customerId,
    });
    const calls = billBook.calls;
    const close =
      'mutation ($input: AccountStepInput!) { accountClose(input: $input) { userErrors { code path } account { status } } }';
    const input = { accountId: data.customer.accounts.nodes[1].id, reason: 'asked for' };
    const kept = await graph.query(close, { input }, { as: clerk });
    expect(kept.data.accountClose).toEqual({
      userErrors: [{ code: 'VERIFICATION_REQUIRED', path: ['input', 'accountId'] }],
      account: null,
    });
    expect(billBook.calls).toBe(calls);
    const closed = await graph.query(close, { input }, { as: clerk, extensions });
    expect(closed.data.accountClose).toEqual({ userErrors: [], account: { status: 'INVALID' } });
    await set('customer.verification.callers', 'CUSTOMER');
    expect(await change(customerId)).toEqual([]);
    expect(await change(customerId, undefined, { sub: 'q', role: 'customer', customer: 'QIAN' })).toEqual([needed]);
    await set('customer.verification.callers', 'STAFF,CUSTOMER');
    expect(await change(customerId)).toEqual([needed]);
  });

  test('CUS-02 wrong tries at the same time are all counted', async () => {
    const customerId = await made('SUN');
    await run('Set', { customerId, purpose: 'ACCEPT', password: 'xylophone5' });
    const wrong = () => run('Verify', { customerId, purpose: 'ACCEPT', password: 'wrong' });
    const answers = await Promise.all(Array.from({ length: 5 }, wrong));
    expect(answers.map(codes)).toEqual(Array(5).fill(['PASSWORD_WRONG']));
    expect(await shown(customerId, 'ACCEPT', 'xylophone5')).toBeNull();
    const { rows } = await graph.database.pool.query(
      `select c.locked_until > now() locked, (select count(*)::int from history_entry h where h.customer_id = c.customer_id
        and h.type = 'customer.password.refused') tries from customer_credential c join customer u on u.id = c.customer_id where u.code = 'SUN'`,
    );
    expect(rows).toEqual([{ locked: true, tries: 6 }]);
  });

  test('CUS-18 customers who hold a password for everything set none for something without it', async () => {
    const customerId = await made('ZHOU');
    const self: As = { sub: 'zhou', role: 'customer', customer: 'ZHOU' };
    await run('Set', { customerId, purpose: 'WHOLE', password: 'for-all-1' });
    const weaker = { customerId, purpose: 'CHANGE', password: 'my-own-22' };
    expect(codes(await run('Set', weaker, self))).toEqual(['PASSWORD_WRONG']);
    const { rows } = await graph.database.pool.query(
      `select count(*)::int n from customer_credential c join customer u on u.id = c.customer_id where u.code = 'ZHOU'`,
    );
    expect(rows).toEqual([{ n: 1 }]);
    expect(codes(await run('Set', { ...weaker, present: 'for-all-1' }, self))).toEqual([]);
  });

  const kept = async (code: string) =>
    (
      await graph.database.pool.query(
        `select c.purpose, c.failures, c.password_hash, c.locked_until, (select count(*)::int from history_entry h where h.customer_id = u.id) n
          from customer u left join customer_credential c on u.id = c.customer_id where u.code = $1 order by c.purpose`,
        [code],
      )
    ).rows as object[];
  const setWith = async (input: object, token: string | undefined, as: As) => {
    const document =
      'mutation ($input: CustomerPasswordSetInput!) { customerPasswordSet(input: $input) { userErrors { code path details } } }';
    const headers: Record<string, string> = token === undefined ? {} : { 'customer-verification': token };
    const { data, errors } = await graph.query(document, { input }, { as, headers });
    expect(errors).toBeUndefined();
    return data.customerPasswordSet.userErrors as object[];
  };

  test('CUS-18 staff replace no password, and set none in whose place it would serve, without the present one or a proof of it', async () => {
    const customerId = await made('WU');
    await run('Set', { customerId, purpose: 'CHANGE', password: 'change88' });
    await run('Set', { customerId, purpose: 'ACCEPT', password: 'accept99' });
    const before = await kept('WU');
    const refused = (...needed: string[]) => [
      { code: 'VERIFICATION_REQUIRED', path: ['input', 'present'], details: { needed } },
    ];
    const next = { customerId, password: 'next-word-1' };
    expect(await setWith({ ...next, purpose: 'CHANGE' }, undefined, clerk)).toEqual(refused('CHANGE', 'WHOLE'));
    expect(await setWith({ ...next, purpose: 'QUERY' }, undefined, clerk)).toEqual(refused('QUERY', 'CHANGE', 'WHOLE'));
    expect(await setWith({ ...next, purpose: 'WHOLE' }, undefined, clerk)).toEqual(
      refused('CHANGE', 'WHOLE', 'ACCEPT'),
    );
    // Nothing was written, and no try counted.
    expect(await kept('WU')).toEqual(before);
    expect(await setWith({ ...next, purpose: 'CHANGE', present: 'wrong' }, undefined, clerk)).toMatchObject([
      { code: 'PASSWORD_WRONG', path: ['input', 'present'] },
    ]);
    const accept = (await shown(customerId, 'ACCEPT', 'accept99'))!.token;
    expect(await setWith({ ...next, purpose: 'CHANGE' }, accept, clerk)).toEqual(refused('CHANGE', 'WHOLE'));
    expect(await setWith({ ...next, purpose: 'WHOLE', present: 'change88' }, undefined, clerk)).toEqual(
      refused('ACCEPT', 'WHOLE'),
    );
    const change = (await shown(customerId, 'CHANGE', 'change88'))!.token;
    expect(await setWith({ ...next, purpose: 'CHANGE' }, change, { ...(clerk as object), sub: 'g2' })).toEqual(
      refused('CHANGE', 'WHOLE'),
    );
    expect(await setWith({ ...next, purpose: 'CHANGE' }, change, clerk)).toEqual([]);
    expect(await shown(customerId, 'CHANGE', 'change88')).toBeNull();
    const now = (await shown(customerId, 'CHANGE', 'next-word-1'))!.token;
    expect(await setWith({ ...next, purpose: 'WHOLE' }, `${now},${accept}`, clerk)).toEqual([]);
  });

  test('CUS-18 a clerk neither resets nor unlocks a password; a second person, who may, does', async () => {
    const customerId = await made('FENG');
    await run('Set', { customerId, purpose: 'WHOLE', password: 'for-all-1' });
    const before = await kept('FENG');
    const { as: desk } = await hire(graph, 'PW-2', 'H4401', ['HALL_CLERK']);
    const { as: head } = await hire(graph, 'PW-3', 'H4401', ['HALL_MANAGER']);
    const input = { customerId, purpose: 'WHOLE', reason: 'identity card shown' };
    for (const verb of ['Reset', 'Unlock'] as const) {
      const document = `mutation ($input: CustomerPasswordResetInput!) { customerPassword${verb}(input: $input) { password } }`;
      expect((await graph.query(document, { input }, { as: desk })).errors).toMatchObject([
        { extensions: { code: 'FORBIDDEN', permission: 'customer.password.reset' } },
      ]);
      expect(await kept('FENG')).toEqual(before);
    }
    const { password } = await run('Reset', input, head);
    expect(await shown(customerId, 'WHOLE', password)).not.toBeNull();
    expect(codes(await run('Unlock', input, head))).toEqual([]);
  });

  test('CUS-02 an agent of the call centre checks the password of a caller, and sets one that is shown', async () => {
    const customerId = await made('HAN');
    await run('Set', { customerId, purpose: 'QUERY', password: 'query77' });
    const { as: agent } = await hire(graph, 'PW-4', 'H4401', ['CALL_CENTRE_AGENT']);
    const token = (await shown(customerId, 'QUERY', 'query77', agent))!.token;
    expect(await setWith({ customerId, purpose: 'QUERY', password: 'other-88' }, token, agent)).toEqual([]);
  });

  test('CUS-18 a password refused for a number tells staff who do not see it nothing of it, and trying ends', async () => {
    const customerId = await made('ZHENG');
    const add =
      'mutation ($input: CustomerIdentificationAddInput!) { customerIdentificationAdd(input: $input) { userErrors { code } } }';
    const given = { customerId, type: 'PASSPORT', number: 'E73519264' };
    expect((await graph.query(add, { input: given })).data.customerIdentificationAdd.userErrors).toEqual([]);
    const { as: desk } = await hire(graph, 'PW-1', 'H4401', ['HALL_CLERK']);
    const tried = (password: string) => setWith({ customerId, purpose: 'QUERY', password }, undefined, desk);
    const guessable = [{ code: 'WEAK_PASSWORD', path: ['input', 'password'], details: { rule: 'GUESSABLE' } }];
    for (const password of ['735192', '123456', '111111', '351926', '519264', '735192']) {
      expect(await tried(password)).toEqual(guessable);
    }
    expect(await setWith({ customerId, purpose: 'QUERY', password: '735192' }, undefined, 'admin')).toMatchObject([
      { details: { rule: 'KNOWN' } },
    ]);
    expect(await tried('519264')).toEqual(guessable);
    const before = await kept('ZHENG');
    const ended = [{ code: 'TOO_MANY_TRIES', path: ['input', 'password'], details: { minutes: 30 } }];
    for (const password of ['735192', '123456', 'abc', 'my-own-22']) expect(await tried(password)).toEqual(ended);
    expect(await kept('ZHENG')).toEqual(before);
    const { clock } = graph.database;
    graph.database.clock = () => new Date(clock().getTime() + 31 * 60_000);
    expect(await tried('my-own-22')).toEqual([]);
    graph.database.clock = clock;
  });
});
