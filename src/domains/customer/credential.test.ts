import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type As, startTestGraph, type TestGraph } from '../../testing/graph.js';

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
    await run('Set', { purpose: 'CHANGE', password: 'change88' });
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
    await run('Set', { purpose: 'WHOLE', password: 'first-1-word' });
    expect(codes(await run('Set', { purpose: 'WHOLE', password: 'second-2-word' }, self))).toEqual(['PASSWORD_WRONG']);
    expect(
      codes(await run('Set', { purpose: 'WHOLE', present: 'first-1-word', password: 'second-2-word' }, self)),
    ).toEqual([]);
    expect(codes(await run('Verify', { purpose: 'WHOLE', password: 'second-2-word' }))).toEqual([]);
  });

  test('CUS-02 wrong tries lock, with the same answer as for a wrong password, until the lock is ended', async () => {
    await run('Set', { purpose: 'ACCEPT', password: 'xylophone5' });
    for (let attempt = 0; attempt < 5; attempt++)
      expect(codes(await run('Verify', { purpose: 'ACCEPT', password: 'wrong' }))).toEqual(['PASSWORD_WRONG']);
    expect(codes(await run('Verify', { purpose: 'ACCEPT', password: 'xylophone5' }))).toEqual(['PASSWORD_WRONG']);
    await run('Unlock', { purpose: 'ACCEPT', reason: 'identity card shown' });
    expect(codes(await run('Verify', { purpose: 'ACCEPT', password: 'xylophone5' }))).toEqual([]);
  });

  test.each(['aaaaaa', '123456', '138000', '12345'])(
    'CUS-18 the guessable password %s is refused',
    async (password) => {
      expect(codes(await run('Set', { purpose: 'QUERY', password }))).toEqual(['WEAK_PASSWORD']);
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
