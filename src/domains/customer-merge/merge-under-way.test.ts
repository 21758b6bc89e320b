import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { customerDataBook } from '../../../plugins/customer-data-sandbox/index.js';
import { sandboxPace } from '../../../plugins/fulfilment-sandbox/index.js';
import { encodeId, uuidOf } from '../../kernel/model/index.js';
import { startTestGraph, type As, type TestGraph } from '../../testing/graph.js';
import { disagreements } from '../../testing/order-processes.js';
import { openShop, type Shop } from '../../testing/shop.js';
import { hire, type Hired } from '../../testing/staff.js';
import { until } from '../../testing/until.js';
import { SyncSystem } from '../customer-sync/index.js';
import { lateRows, strayRows } from './index.js';

const clerk: As = { sub: 'g1', role: 'staff', region: 'T-N' };
const second: As = { sub: 'g2', role: 'staff', region: 'T-N' };
const mutation = (name: string, answer: string, type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`) =>
  `mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { code path } ${answer} } }`;

let graph: TestGraph;
let shop: Shop;
let regionId: string;

/* eslint-disable @typescript-eslint/no-explicit-any -- answers differ by document */
const run = async (document: string, input: object, as: As = clerk): Promise<any> => {
  const { data, errors } = await graph.query<Record<string, any>>(document, { input }, { as });
  expect(errors).toBeUndefined();
  const answer = Object.values(data)[0];
  expect(answer.userErrors).toEqual([]);
  return answer;
};
/* eslint-enable @typescript-eslint/no-explicit-any */
const rows = async (sql: string, values: unknown[] = []) => (await graph.database.pool.query(sql, values)).rows;
interface Made {
  id: string;
  code: string;
  accounts: { nodes: { id: string; accountNo: string }[] };
}
const person = async (name: string): Promise<Made> =>
  (
    await run(mutation('customerCreate', 'customer { id code accounts { nodes { id accountNo } } }'), {
      ...{ regionId, individual: { name } },
    })
  ).customer;
const merge = async (survivor: Made, absorbed: Made): Promise<string> => {
  const asked = { survivorId: survivor.id, absorbedId: absorbed.id, consent: '书面同意', reason: '同一客户' };
  const { merge: made } = await run(mutation('customerMergeRequest', 'merge { id }'), asked);
  await run(mutation('customerMergeDecide', 'merge { status }'), { mergeId: made.id, approve: true }, second);
  return made.id as string;
};
const undo = async (mergeId: string): Promise<void> => {
  const answer = await run(mutation('customerMergeUndo', 'merge { status }'), { mergeId, reason: '误并' });
  expect(answer.merge.status).toBe('UNDONE');
};
const place = async ({ id }: Made): Promise<string> =>
  (
    await run(mutation('orderSubmit', 'order { id }'), {
      ...{ customerId: id, items: [{ action: 'INSTALL', offeringId: encodeId('of', shop.family.id) }] },
    })
  ).order.id as string;
const key = ({ id }: { id: string }) => uuidOf(id, 'cu', []);
const orderIs = (id: string, status: string) =>
  until(
    async () =>
      (await rows('select status from customer_order where id = $1', [uuidOf(id, 'or', [])]))[0].status === status,
  );
/** How many rows of a table are of a customer. */
const held = async (one: Made): Promise<Record<string, number>> => {
  const counted: Record<string, number> = {};
  for (const [table, column] of [
    ...[
      ['customer_order', 'customer_id'],
      ['product_instance', 'customer_id'],
      ['offering_instance', 'customer_id'],
    ],
    ...[
      ['instance_party', 'customer_id'],
      ['account', 'owner_id'],
    ],
  ])
    counted[table!] = (await rows(`select count(*)::int n from "${table}" where "${column}" = $1`, [key(one)]))[0].n;
  return counted;
};
/** The looks after a merge that are still to come. */
const waiting = async (mergeId: string): Promise<number[]> =>
  (
    await rows(
      `select p.payload::jsonb from graphile_worker._private_jobs p join graphile_worker._private_tasks t on t.id = p.task_id where t.identifier = 'customer.merge.late-rows'
       union all select payload from job_request where name = 'customer.merge.late-rows'`,
    )
  )
    .map(({ payload }) => payload.payload ?? payload)
    .filter((payload) => payload.mergeId === mergeId)
    .map(({ look }) => look);
const lookNow = (mergeId: string) =>
  rows(`update graphile_worker._private_jobs set run_at = now() where payload::text like $1`, [`%${mergeId}%`]);
const nothing = { customer_order: 0, product_instance: 0, offering_instance: 0, instance_party: 0, account: 0 };

beforeAll(async () => {
  customerDataBook.clear();
  graph = await startTestGraph();
  shop = await openShop(graph.database);
  regionId = encodeId('re', shop.north.id);
});
afterAll(() => graph?.close());
beforeEach(() => {
  customerDataBook.before = null;
  sandboxPace.stepMs = 0;
});

describe('a merge while other work of the customers is under way', () => {
  it('CUS-58 CUS-80 leaves what waits for systems outside with its code, in order, and tells them of merge and split', async () => {
    const switching = mutation('customerSyncSwitch', 'target { active }');
    await run(switching, { system: 'BILLING', active: true }, 'admin');
    let release = (): void => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    customerDataBook.before = () => gate;
    const [survivor, absorbed] = [await person('存续'), await person('并入')];
    await until(async () => (await rows(`select 1 from customer_sync_delivery where status = 'PENDING'`)).length === 2);
    const mergeId = await merge(survivor, absorbed);
    release();
    const taken = ({ code }: Made) =>
      customerDataBook.taken.get(SyncSystem.BILLING)!.filter(({ customerCode }) => customerCode === code);
    const last = (one: Made) =>
      taken(one).at(-1)?.data as Record<string, unknown> & { accounts: { accountNo: string }[] };
    const accountsOf = (one: Made) => one.accounts.nodes.map(({ accountNo }) => accountNo).sort();
    const accounts = (one: Made) =>
      last(one)
        .accounts.map(({ accountNo }) => accountNo)
        .sort();
    await until(() => last(absorbed)?.['mergedInto'] === survivor.code && last(survivor)?.accounts.length === 2);
    expect(last(absorbed)).toMatchObject({ lifecycle: 'MERGED', accounts: [] });
    expect(accounts(survivor)).toEqual([...accountsOf(survivor), ...accountsOf(absorbed)].sort());
    await undo(mergeId);
    await until(() => last(absorbed)['mergedInto'] === null && last(survivor).accounts.length === 1);
    expect(last(absorbed)).toMatchObject({ lifecycle: 'POTENTIAL' });
    expect([accounts(survivor), accounts(absorbed)]).toEqual([accountsOf(survivor), accountsOf(absorbed)]);
    for (const one of [survivor, absorbed]) {
      const sequences = taken(one).map(({ sequence }) => sequence);
      expect(sequences).toEqual(sequences.map((_, index) => index + 1));
    }
    await run(switching, { system: 'BILLING', active: false }, 'admin');
  });

  it('CUS-80 SAL-02 lets an open order of the absorbed customer come to its end as the survivor’s, its process and tasks with it', async () => {
    sandboxPace.stepMs = 700;
    const [survivor, absorbed] = [await person('订单甲'), await person('订单乙')];
    const orderId = await place(absorbed);
    await orderIs(orderId, 'IN_PROVISIONING');
    await merge(survivor, absorbed);
    await orderIs(orderId, 'COMPLETED');
    const { data } = await graph.query(
      `query ($id: ID!) { order(id: $id) { customer { id } } customer(id: "${survivor.id}") { lifecycle productInstances { nodes { status } } } }`,
      { id: orderId },
      { as: clerk },
    );
    expect(data.order.customer.id).toBe(survivor.id);
    expect(data.customer.lifecycle).toBe('IN_NETWORK');
    expect(data.customer.productInstances.nodes.length).toBeGreaterThan(0);
    expect(data.customer.productInstances.nodes.every(({ status }: { status: string }) => status === 'ACTIVE')).toBe(
      true,
    );
    expect(await held(absorbed)).toEqual(nothing);
    expect(await disagreements(graph.database.pool)).toEqual([]);
  }, 60_000);

  it('CUS-80 gives back with an order what it became while the merge held, and leaves the survivor’s own', async () => {
    const [survivor, absorbed] = [await person('退回甲'), await person('退回乙')];
    // An order that waits for the one before it is decomposed only when that has ended.
    sandboxPace.stepMs = 500;
    const first = await place(absorbed);
    await orderIs(first, 'IN_PROVISIONING');
    const mergeId = await merge(survivor, absorbed);
    await orderIs(first, 'COMPLETED');
    sandboxPace.stepMs = 0;
    // What is bought meanwhile on the account of the absorbed customer goes back with the account.
    const buy = async (accountId: string) => {
      const items = [{ action: 'INSTALL', offeringId: encodeId('of', shop.line.id) }];
      const { order } = await run(mutation('orderSubmit', 'order { id }'), {
        customerId: survivor.id,
        accountId,
        items,
      });
      await orderIs(order.id, 'COMPLETED');
    };
    await buy(absorbed.accounts.nodes[0]!.id);
    await buy(survivor.accounts.nodes[0]!.id);
    await undo(mergeId);
    const [theirs, own] = [await held(absorbed), await held(survivor)];
    expect(theirs).toMatchObject({ customer_order: 2, offering_instance: 2, account: 1 });
    expect(own).toMatchObject({ customer_order: 1, offering_instance: 1, product_instance: 1, account: 1 });
    expect(theirs['product_instance']).toBeGreaterThan(1);
    const crossed = await rows(
      `select 1 from product_instance i join account a on a.id = i.account_id where a.owner_id <> i.customer_id and i.customer_id = any($1::uuid[])`,
      [[key(survivor), key(absorbed)]],
    );
    expect(crossed).toEqual([]);
    expect(await disagreements(graph.database.pool)).toEqual([]);
  }, 60_000);

  it('OPS-52 CUS-80 goes on with the consultation about a contract that moved', async () => {
    const legal: Hired = await hire(graph, 'Q200', 'H4403', ['HALL_MANAGER']);
    const units: Record<string, string> = {};
    for (const code of ['H4401', 'H4403'])
      units[code] = (
        await graph.query('query ($code: String!) { internalOrganization(code: $code) { id } }', { code })
      ).data.internalOrganization.id;
    const [survivor, absorbed] = [await person('会签甲'), await person('会签乙')];
    const { contract } = await run(
      mutation('contractCreate', 'contract { id }'),
      { customerId: absorbed.id, name: 'Lines', kind: 'SERVICE', termMonths: 12 },
      'admin',
    );
    const { order } = await run(
      mutation('contractReviewRequest', 'order { id dispatches(first: 5) { nodes { id } } }'),
      {
        contractId: contract.id,
        units: [{ organizationId: units['H4403'], part: 'All of it.' }],
        requesterId: units['H4401'],
      },
      'admin',
    );
    const mergeId = await merge(survivor, absorbed);
    const replied = await run(
      mutation('collaborationReply', 'dispatch { order { status } }'),
      { dispatchId: order.dispatches.nodes[0].id, reply: 'Read it.', opinion: 'AGREE' },
      legal.as,
    );
    expect(replied.dispatch.order.status).not.toBe('DISPATCHED');
    const signed = await run(
      mutation('contractSign', 'contract { status customer { id } }'),
      { contractId: contract.id, customerSignatory: 'A', operatorSignatory: 'B' },
      'admin',
    );
    expect(signed.contract).toEqual({ status: 'SIGNED', customer: { id: survivor.id } });
    await undo(mergeId);
    const { data } = await graph.query(`query ($id: ID!) { contract(id: $id) { status customer { id } } }`, {
      id: contract.id,
    });
    expect(data.contract).toEqual({ status: 'SIGNED', customer: { id: absorbed.id } });
  }, 60_000);

  it('CUS-80 loses nothing that is written at the moment of the merge, and finds what came late', async () => {
    const [survivor, absorbed] = [await person('同时甲'), await person('同时乙')];
    const asked = { survivorId: survivor.id, absorbedId: absorbed.id, consent: '书面同意', reason: '同一客户' };
    const { merge: made } = await run(mutation('customerMergeRequest', 'merge { id }'), asked);
    const open = () => run(mutation('accountOpen', 'account { id }'), { customerId: absorbed.id });
    await Promise.all([
      ...Array.from({ length: 4 }, open),
      ...Array.from({ length: 3 }, () => place(absorbed)),
      run(mutation('customerMergeDecide', 'merge { status }'), { mergeId: made.id, approve: true }, second),
      ...Array.from({ length: 4 }, open),
      ...Array.from({ length: 3 }, () => place(absorbed)),
    ]);
    await until(
      async () =>
        (await rows(`select 1 from customer_order where status not in ('COMPLETED', 'CANCELLED')`)).length === 0,
    );
    expect(await held(absorbed)).toEqual(nothing);
    expect(await held(survivor)).toMatchObject({ account: 10, customer_order: 6 });
    // As an operation leaves it that had read the customer before the merge and writes after it.
    await rows(
      'update account set owner_id = $1, is_default = false where id = (select id from account where owner_id = $2 and not is_default limit 1)',
      [key(absorbed), key(survivor)],
    );
    const work = () =>
      lateRows.run({ mergeId: uuidOf(made.id, 'qm', []) }, graph.database.systemContext('test'), {
        ...{ id: '1', attempt: 1, signal: new AbortController().signal },
      });
    await work();
    await work();
    expect(await held(absorbed)).toEqual(nothing);
    expect(await held(survivor)).toMatchObject({ account: 10 });
    await undo(made.id);
    await work();
    expect(await held(absorbed)).toMatchObject({ account: expect.any(Number) });
    expect(await rows(`select 1 from background_job where name = 'customer.merge.late-rows'`)).not.toEqual([]);
  }, 60_000);

  it('CUS-80 looks after a merge until the last operation has ended that could still name the absorbed customer', async () => {
    const [survivor, absorbed] = [await person('久等甲'), await person('久等乙')];
    const slow = await graph.database.pool.connect();
    try {
      // It has read the customer, and written nothing yet.
      await slow.query('begin');
      await slow.query('select 1 from customer where id = $1', [key(absorbed)]);
      const mergeId = uuidOf(await merge(survivor, absorbed), 'qm', []);
      await until(async () => (await waiting(mergeId)).includes(2));
      await slow.query(
        'update account set owner_id = $1, is_default = false where id = (select id from account where owner_id = $2 and not is_default limit 1)',
        [key(absorbed), key(survivor)],
      );
      await slow.query('commit');
      expect(await held(absorbed)).toMatchObject({ account: 1 });
      // A look that was asked for a moment ago may not lie in the queue yet.
      await until(async () => (await lookNow(mergeId), (await held(absorbed))['account'] === 0));
      await until(async () => (await waiting(mergeId)).length === 0);
    } finally {
      slow.release();
    }
  }, 60_000);

  it('CUS-80 finds what work of several transactions left with a merged customer', async () => {
    const [survivor, absorbed] = [await person('遗漏甲'), await person('遗漏乙')];
    const mergeId = uuidOf(await merge(survivor, absorbed), 'qm', []);
    await until(async () => (await waiting(mergeId)).length === 0);
    await rows(
      'update account set owner_id = $1, is_default = false where id = (select id from account where owner_id = $2 and not is_default limit 1)',
      [key(absorbed), key(survivor)],
    );
    const job = { id: '1', attempt: 1, signal: new AbortController().signal };
    await strayRows.run({}, graph.database.systemContext('test'), job);
    await until(async () => (await held(absorbed))['account'] === 0);
  }, 60_000);
});
