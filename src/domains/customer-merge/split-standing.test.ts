import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sandboxPace } from '../../../plugins/fulfilment-sandbox/index.js';
import { encodeId, uuidOf } from '../../kernel/model/index.js';
import { startTestGraph, type As, type TestGraph } from '../../testing/graph.js';
import { openShop, type Shop } from '../../testing/shop.js';
import { until } from '../../testing/until.js';

const clerk: As = { sub: 'g1', role: 'staff', region: 'T-N' };
const second: As = { sub: 'g2', role: 'staff', region: 'T-N' };

let graph: TestGraph;
let shop: Shop;

beforeAll(async () => {
  sandboxPace.stepMs = 0;
  graph = await startTestGraph();
  shop = await openShop(graph.database);
});
afterAll(() => graph?.close());

/* eslint-disable @typescript-eslint/no-explicit-any -- answers differ by document */
const ask = async (name: string, input: object, answer: string, { type = '', as = clerk } = {}): Promise<any> => {
  const inputType = type || `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const document = `mutation ($input: ${inputType}!) { ${name}(input: $input) { userErrors { code path } ${answer} } }`;
  const { data, errors } = await graph.query<Record<string, any>>(document, { input }, { as });
  expect(errors).toBeUndefined();
  return data[name];
};
const run: typeof ask = async (...asked) => {
  const answer = await ask(...asked);
  expect(answer.userErrors).toEqual([]);
  return answer;
};
/* eslint-enable @typescript-eslint/no-explicit-any */
const rows = async (sql: string, values: unknown[] = []) => (await graph.database.pool.query(sql, values)).rows;
interface Made {
  id: string;
  account: string;
}
const person = async (name: string): Promise<Made> => {
  const input = { regionId: encodeId('re', shop.north.id), individual: { name } };
  const { customer } = await run('customerCreate', input, 'customer { id accounts { nodes { id } } }');
  return { id: customer.id, account: customer.accounts.nodes[0].id };
};
const merge = async (survivor: Made, absorbed: Made): Promise<string> => {
  const asked = { survivorId: survivor.id, absorbedId: absorbed.id, consent: '书面同意', reason: '同一客户' };
  const { merge: made } = await run('customerMergeRequest', asked, 'merge { id }');
  await run('customerMergeDecide', { mergeId: made.id, approve: true }, 'merge { status }', { as: second });
  return made.id as string;
};
const undo = (mergeId: string) => ask('customerMergeUndo', { mergeId, reason: '误并' }, 'merge { status }');
const standing = (name: 'customerCancel' | 'customerRestore', { id }: Made) =>
  ask(name, { customerId: id, reason: '测试' }, 'customer { lifecycle }', { type: 'CustomerStandingInput' });
const buy = async ({ id }: Made, more: object = {}): Promise<string> => {
  const items = [{ action: 'INSTALL', offeringId: encodeId('of', shop.line.id) }];
  return (await run('orderSubmit', { customerId: id, items, ...more }, 'order { id }')).order.id;
};
const completed = (orderId: string) =>
  until(
    async () =>
      (await rows('select "status" from "customer_order" where "id" = $1', [uuidOf(orderId, 'or', [])]))[0].status ===
      'COMPLETED',
  );
const stateOf = async ({ id }: Made) => {
  const key = uuidOf(id, 'cu', []);
  const [customer] = await rows(
    'select "lifecycle", "joined_at" is not null "joined", "left_at" is not null "left" from "customer" where "id" = $1',
    [key],
  );
  const accounts = await rows(
    'select "status", "is_default" from "account" where "owner_id" = $1 order by "opened_at"',
    [key],
  );
  return {
    ...customer,
    accounts: accounts.map(({ status, is_default: isDefault }) => `${status}${isDefault ? ' default' : ''}`),
  };
};
const POTENTIAL = { lifecycle: 'POTENTIAL', joined: false, left: false, accounts: ['IN_USE default'] };

describe('where customers stand after a merge was taken back', () => {
  it('CUS-80 CUS-83 CUS-84 is not decided while the survivor is cancelled with what both had', async () => {
    const [kept, gone] = [await person('撤销存'), await person('撤销并')];
    const mergeId = await merge(kept, gone);
    await standing('customerCancel', kept);
    expect((await undo(mergeId)).userErrors).toEqual([{ code: 'INVALID_STATE', path: ['input', 'mergeId'] }]);
    expect(await rows('select "status" from "customer_merge" where "id" = $1', [uuidOf(mergeId, 'qm', [])])).toEqual([
      { status: 'MERGED' },
    ]);
    expect((await stateOf(kept)).accounts).toEqual(['INVALID', 'INVALID']);
    expect((await standing('customerRestore', kept)).userErrors).toEqual([]);
    expect((await undo(mergeId)).userErrors).toEqual([]);
    expect([await stateOf(kept), await stateOf(gone)]).toEqual([POTENTIAL, POTENTIAL]);
  });

  it('CUS-80 CUS-83 leaves each account with who can restore it when one cancels while another takes the merge back', async () => {
    for (let round = 0; round < 5; round++) {
      const [kept, gone] = [await person(`竞争存${round}`), await person(`竞争并${round}`)];
      const mergeId = await merge(kept, gone);
      // Now the one is first, now the other.
      await Promise.all([standing('customerCancel', kept), setTimeout(round * 60).then(() => undo(mergeId))]);
      await standing('customerRestore', kept);
      await undo(mergeId);
      expect([await stateOf(kept), await stateOf(gone)]).toEqual([POTENTIAL, POTENTIAL]);
    }
  });

  it('CUS-17 CUS-80 puts each in the network that has something in service, and the other one back', async () => {
    const [kept, gone] = [await person('在网存'), await person('在网并')];
    sandboxPace.stepMs = 300;
    const order = await buy(gone);
    const mergeId = await merge(kept, gone);
    await completed(order);
    sandboxPace.stepMs = 0;
    expect(await stateOf(kept)).toMatchObject({ lifecycle: 'IN_NETWORK', joined: true });
    expect((await undo(mergeId)).userErrors).toEqual([]);
    expect(await stateOf(kept)).toEqual(POTENTIAL);
    expect(await stateOf(gone)).toEqual({ ...POTENTIAL, lifecycle: 'IN_NETWORK', joined: true });
  });

  it('CUS-17 CUS-80 lets who gave the last thing up meanwhile have left, and the other one not', async () => {
    const [kept, gone] = [await person('离网存'), await person('离网并')];
    await completed(await buy(gone));
    const mergeId = await merge(kept, gone);
    const [instance] = await rows('select "id" from "product_instance" where "customer_id" = $1', [
      uuidOf(kept.id, 'cu', []),
    ]);
    const items = [{ action: 'REMOVE', productInstanceId: encodeId('ii', instance.id) }];
    await completed((await run('orderSubmit', { customerId: kept.id, items }, 'order { id }')).order.id);
    expect(await stateOf(kept)).toMatchObject({ lifecycle: 'LEFT' });
    expect((await undo(mergeId)).userErrors).toEqual([]);
    expect(await stateOf(kept)).toEqual(POTENTIAL);
    expect(await stateOf(gone)).toMatchObject({ lifecycle: 'LEFT', joined: true, left: true });
  });

  it('CUS-17 CUS-80 leaves what staff decided by hand meanwhile', async () => {
    const [kept, gone] = [await person('人工存'), await person('人工并')];
    const mergeId = await merge(kept, gone);
    await run('customerMove', { customerId: kept.id, step: 'ENTER', reason: '人工' }, 'customer { id }');
    expect((await undo(mergeId)).userErrors).toEqual([]);
    expect(await stateOf(kept)).toEqual({ ...POTENTIAL, lifecycle: 'IN_NETWORK', joined: true });
  });

  it('CUS-38 CUS-80 leaves neither without a default account', async () => {
    const [kept, gone] = [await person('默认存'), await person('默认并')];
    const mergeId = await merge(kept, gone);
    await run('accountChange', { accountId: gone.account, isDefault: true }, 'account { id }');
    expect((await undo(mergeId)).userErrors).toEqual([]);
    expect([await stateOf(kept), await stateOf(gone)]).toEqual([POTENTIAL, POTENTIAL]);
  });
});
