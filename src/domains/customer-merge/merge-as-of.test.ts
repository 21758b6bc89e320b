import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { startTestGraph, type TestGraph } from '../../testing/graph.js';
import { sleep } from '../../testing/until.js';

let graph: TestGraph;
let regionId: string;
beforeAll(async () => {
  graph = await startTestGraph();
  regionId = (await graph.query('{ region(code: "4401") { id } }')).data.region.id;
});
afterAll(() => graph.close());

/* eslint-disable @typescript-eslint/no-explicit-any -- answers differ by document */
const run = async (name: string, answer: string, input: object, sub = 'one'): Promise<any> => {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const document = `mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { code path message } ${answer} } }`;
  const { data, errors } = await graph.query<any>(document, { input }, { as: { sub, role: 'admin' } });
  expect(errors).toBeUndefined();
  expect(data[name].userErrors).toEqual([]);
  return data[name];
};
const seen = async (customer: { id: string; code: string }, asOf: string | null): Promise<any[]> => {
  const fields = `code name lifecycle serviceAddress mergedInto { code } party { name contactMedia(first: 9) { nodes { value } } } accounts(first: 9, orderBy: [{ field: ACCOUNT_NO }]) { nodes { accountNo isDefault } }`;
  const { data, errors } = await graph.query<any>(
    `query ($id: ID!, $code: String!, $at: DateTime) { byId: customer(id: $id, asOf: $at) { ${fields} } byCode: customer(code: $code, asOf: $at) { ${fields} } }`,
    { ...customer, at: asOf },
    { as: { sub: 'one', role: 'admin' } },
  );
  expect(errors).toBeUndefined();
  return [data.byId, data.byCode];
};
/* eslint-enable @typescript-eslint/no-explicit-any */
const moment = async () => {
  await sleep(5);
  const { rows } = await graph.database.pool.query<{ now: Date }>('select clock_timestamp() "now"');
  await sleep(5);
  return rows[0]!.now.toISOString();
};

let survivor: { id: string; code: string };
let absorbed: { id: string; code: string };
beforeEach(async () => {
  const person = async (name: string, serviceAddress: string) =>
    (await run('customerCreate', 'customer { id code }', { regionId, individual: { name }, serviceAddress })).customer;
  [survivor, absorbed] = [await person('Stays', 'Road 1'), await person('Goes', 'Road 2')];
  await run('contactMediumAdd', '__typename', { customerId: absorbed.id, kind: 'MOBILE', value: '13800138001' });
});

it('CUS-29 CUS-80 MOD-81 both customers are seen as they stood before a merge, while it held, and after it was undone', async () => {
  const before = await moment();
  const then = { survivor: await seen(survivor, null), absorbed: await seen(absorbed, null) };
  const asked = { survivorId: survivor.id, absorbedId: absorbed.id, consent: 'written', reason: 'one' };
  const { merge } = await run('customerMergeRequest', 'merge { id }', asked);
  await run('customerMergeDecide', '__typename', { mergeId: merge.id, approve: true }, 'two');
  const during = await moment();
  const merged = { survivor: await seen(survivor, null), absorbed: await seen(absorbed, null) };
  expect(merged.survivor[0].accounts.nodes).toHaveLength(2);
  // An old id leads to the survivor.
  expect(merged.absorbed[0]).toEqual(merged.survivor[0]);
  expect(await seen(absorbed, before)).toEqual(then.absorbed);
  expect(await seen(survivor, before)).toEqual(then.survivor);
  await run('customerMergeUndo', '__typename', { mergeId: merge.id, reason: 'two' });
  expect(await seen(survivor, null)).toEqual(then.survivor);
  expect(await seen(absorbed, null)).toEqual(then.absorbed);
  expect(await seen(survivor, during)).toEqual(merged.survivor);
  // The past is of the customer that was named: it says where it had gone.
  for (const each of await seen(absorbed, during))
    expect(each).toMatchObject({ lifecycle: 'MERGED', mergedInto: { code: survivor.code }, accounts: { nodes: [] } });
  expect(await seen(absorbed, before)).toEqual(then.absorbed);
});
