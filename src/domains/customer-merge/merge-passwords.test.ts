import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { uuidOf } from '../../kernel/model/index.js';
import { startTestGraph, type As, type TestGraph } from '../../testing/graph.js';

const clerk: As = { sub: 'g1', role: 'staff', region: '44' };
const second: As = { sub: 'g2', role: 'staff', region: '44' };

let graph: TestGraph;
let regionId: string;

beforeAll(async () => {
  graph = await startTestGraph();
  regionId = (await graph.query(`{ region(code: "4401") { id } }`)).data.region.id;
});
afterAll(() => graph?.close());

/* eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers differ by document */
const ask = async (name: string, input: object, answer: string, as: As = clerk): Promise<any> => {
  const inputType = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const document = `mutation ($input: ${inputType}!) { ${name}(input: $input) { userErrors { code path } ${answer} } }`;
  const { data, errors } = await graph.query<Record<string, unknown>>(document, { input }, { as });
  expect(errors).toBeUndefined();
  return data[name];
};
const person = async (name: string): Promise<{ id: string; account: string }> => {
  const input = { regionId, individual: { name } };
  const { customer } = await ask('customerCreate', input, 'customer { id accounts { nodes { id } } }');
  return { id: customer.id, account: customer.accounts.nodes[0].id };
};
const setPassword = async (customerId: string, purpose: string, password: string) =>
  expect(
    // The administrator: staff would have to show those that are there.
    (await ask('customerPasswordSet', { customerId, purpose, password }, 'credential { purpose }', 'admin')).userErrors,
  ).toEqual([]);
const verified = async (customerId: string, purpose: string, password: string) =>
  (await ask('customerPasswordVerify', { customerId, purpose, password }, 'credential { purpose }')).userErrors
    .length === 0;
const rename = async (accountId: string, name: string) =>
  (await ask('accountChange', { accountId, name }, 'account { name }')).userErrors.map(
    ({ code }: { code: string }) => code as string,
  );
const nameOf = async (accountId: string) =>
  (await graph.database.pool.query('select "name" from "account" where "id" = $1', [uuidOf(accountId, 'ac', [])]))
    .rows[0].name as string;

it('CUS-03 CUS-80 what a service password protects is protected after a merge, by a password of the survivor or by the one that came along', async () => {
  const [kept, gone] = [await person('密码存'), await person('密码并')];
  await setPassword(kept.id, 'QUERY', 'kept-query-1');
  await setPassword(gone.id, 'QUERY', 'gone-query-1');
  await setPassword(gone.id, 'WHOLE', 'gone-whole-1');
  const asked = { survivorId: kept.id, absorbedId: gone.id, consent: '书面同意', reason: '同一客户' };
  const { merge } = await ask('customerMergeRequest', asked, 'merge { id }');
  await ask('customerMergeDecide', { mergeId: merge.id, approve: true }, 'merge { status }', second);
  for (const { account } of [kept, gone]) {
    expect(await rename(account, '改名')).toEqual(['VERIFICATION_REQUIRED']);
    expect(await nameOf(account)).not.toBe('改名');
  }
  expect(await verified(kept.id, 'WHOLE', 'gone-whole-1')).toBe(true);
  // Of two for one purpose the survivor's own counts.
  expect(await verified(kept.id, 'QUERY', 'kept-query-1')).toBe(true);
  expect(await verified(kept.id, 'QUERY', 'gone-query-1')).toBe(false);
  await ask('customerMergeUndo', { mergeId: merge.id, reason: '误并' }, 'merge { status }');
  expect(await rename(gone.account, '改名')).toEqual(['VERIFICATION_REQUIRED']);
  expect(await rename(kept.account, '改名')).toEqual([]);
  expect(await verified(gone.id, 'QUERY', 'gone-query-1')).toBe(true);
  expect(await verified(gone.id, 'WHOLE', 'gone-whole-1')).toBe(true);
});
