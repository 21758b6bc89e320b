import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { customerDataBook } from '../../../plugins/customer-data-sandbox/index.js';
import { startTestGraph, type As, type TestGraph } from '../../testing/graph.js';
import { until, untilDone } from '../../testing/until.js';
import { SyncSystem } from './index.js';

const clerk: As = { sub: 'g1', role: 'staff', region: '44' };
const mutation = (name: string, type: string, answer: string) =>
  `mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { code path } ${answer} } }`;
const CREATE = mutation('customerCreate', 'CustomerCreateInput', 'customer { id code }');
const CHANGE = mutation('customerChange', 'CustomerChangeInput', 'customer { id }');
const SWITCH = mutation('customerSyncSwitch', 'CustomerSyncSwitchInput', 'target { active }');
const LOAD = 'load { id status customers gathered finishedAt }';
const START = mutation('customerSyncLoadStart', 'CustomerSyncLoadStartInput', LOAD);
const CANCEL = mutation('customerSyncLoadCancel', 'CustomerSyncLoadCancelInput', LOAD);
const SET = mutation('parameterSet', 'ParameterSetInput', 'parameter { code }');
const LOADS = `query ($system: SyncSystem!) { customerSyncTargets(filter: { system: { eq: $system } }) { nodes { loads(first: 9) { nodes { id status customers gathered
  finishedAt startedBy reason failed: deliveries(filter: { status: { eq: FAILED } }) { totalCount } taken: deliveries(filter: { status: { eq: SUCCEEDED } }) { totalCount } } } } } }`;

let graph: TestGraph;
let outside: pg.Client;
let regionId: string;

/* eslint-disable @typescript-eslint/no-explicit-any -- answers differ by document */
const run = async (document: string, input: object, as: As = 'admin'): Promise<any> => {
  const { data, errors } = await graph.query<Record<string, any>>(document, { input }, { as });
  expect(errors).toBeUndefined();
  return Object.values(data)[0];
};
const loads = async (system: SyncSystem): Promise<any[]> => {
  const { data, errors } = await graph.query(LOADS, { system });
  expect(errors).toBeUndefined();
  return data.customerSyncTargets.nodes[0].loads.nodes;
};
/* eslint-enable @typescript-eslint/no-explicit-any */
const rows = async (sql: string, values: unknown[] = []) => (await outside.query(sql, values)).rows;
const person = async (name: string) => {
  const { customer } = await run(CREATE, { regionId, individual: { name } });
  return customer as { id: string; code: string };
};
const rename = (id: string, name: string) => run(CHANGE, { customerId: id, individual: { name } });

/** Like customers, many at once, that nobody was told of. */
async function crowd(like: string, count: number): Promise<void> {
  for (const [table, more] of [
    ['party', `'id', md5('p' || "n")::uuid`],
    ['customer', `'id', md5('c' || "n")::uuid, 'party_id', md5('p' || "n")::uuid, 'code', 'CROWD-' || "n"`],
  ] as const)
    await rows(
      `insert into "${table}" select ("made").* from (select jsonb_populate_record(null::"${table}", to_jsonb("t") || jsonb_build_object(${more})) "made"
       from "${table}" "t", generate_series(1, $1::int) "n" where "t"."id" = (select ${table === 'party' ? '"party_id"' : '"id"'} from "customer" where "code" = $2)) "x"`,
      [count, like],
    );
}

/** Names of customers as a system knows them, and whether an older state ever came after a newer one. */
function known(system: SyncSystem): { names: Map<string, unknown>; inOrder: boolean } {
  const last = new Map<string, { sequence: number; name: unknown }>();
  let inOrder = true;
  for (const { customerCode, sequence, data } of customerDataBook.taken.get(system)!) {
    if ((last.get(customerCode)?.sequence ?? 0) >= sequence) inOrder = false;
    last.set(customerCode, { sequence, name: data['name'] });
  }
  return { names: new Map([...last].map(([code, { name }]) => [code, name])), inOrder };
}
/** Waits for what comes after all that a system is still to take; so long as it takes something, that goes on. */
const delivered = (system: SyncSystem, condition: () => boolean | Promise<boolean>) =>
  untilDone(condition, () => customerDataBook.taken.get(system)!.length);
const present = async () =>
  new Map((await rows('select code, name from customer')).map(({ code, name }) => [code, name]));
const agrees = async (system: SyncSystem) => {
  const { names } = known(system);
  return [...(await present())].every(([code, name]) => names.get(code) === name);
};

beforeAll(async () => {
  customerDataBook.clear();
  graph = await startTestGraph();
  outside = new pg.Client(graph.databaseUrl);
  await outside.connect();
  regionId = (await graph.query(`{ region(code: "4401") { id } }`)).data.region.id;
  const { data } = await graph.query(`{ parameter(code: "customer.sync.pause.seconds") { id } }`);
  await run(SET, { parameterId: data.parameter.id, value: 0, reason: 'test' });
});
afterAll(async () => {
  await outside?.end();
  await graph?.close();
});
beforeEach(() => {
  customerDataBook.before = null;
  customerDataBook.after = null;
});

describe('a full load of a system that subscribes anew', () => {
  it('CUS-58 brings it all customers while they change and while connections break: no change is lost, no older state comes after a newer one', async () => {
    const system = SyncSystem.FAULT_112;
    const first = await person('原型');
    await crowd(first.code, 450);
    const ids = (await graph.query(`{ customers(first: 40) { nodes { id } } }`)).data.customers.nodes as {
      id: string;
    }[];
    expect((await run(SWITCH, { system, active: true, fullLoad: true })).userErrors).toEqual([]);
    const taken = customerDataBook.taken.get(system)!;
    const breaks = (async () => {
      for (const count of [50, 300]) {
        await delivered(system, () => taken.length >= count);
        await rows(
          'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
        );
      }
    })();
    let round = 0;
    for (let done = false; !done; round += 1) {
      // What a broken connection refuses may have been written or not: either way the system must end with what is here.
      const { id } = ids[round % ids.length]!;
      await graph
        .query(CHANGE, { input: { customerId: id, individual: { name: `改${round}` } } })
        .catch(() => undefined);
      if (round % 10 === 0)
        await graph.query(CREATE, { input: { regionId, individual: { name: `新${round}` } } }).catch(() => undefined);
      const { rows: states } = await outside.query(`select 1 from customer_sync_load where status = 'COMPLETED'`);
      done = states.length > 0;
    }
    await breaks;
    await delivered(system, () => agrees(system));
    expect(known(system).inOrder).toBe(true);
    expect(round).toBeGreaterThan(20);
    const [load] = await loads(system);
    expect(load).toMatchObject({ status: 'COMPLETED', customers: 451, failed: { totalCount: 0 }, reason: null });
    expect(load.gathered).toBe(load.taken.totalCount);
    expect(load.gathered).toBeGreaterThanOrEqual(451);
    expect(await rows(`select data from history_entry where type = 'customer-sync-load.completed'`)).toMatchObject([
      { data: { target: 'FAULT_112', succeeded: load.gathered, failed: 0 } },
    ]);
  }, 120_000);

  it('CUS-58 lets changes pass before the rest of the load, and brings nothing to other systems', async () => {
    const system = SyncSystem.BILLING;
    let release = (): void => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    customerDataBook.before = async (to) => (to === system ? gate : undefined);
    await run(SWITCH, { system, active: true, fullLoad: true });
    await until(async () => (await loads(system))[0].gathered >= 400);
    const one = await person('插队');
    const [{ id: oneId }] = await rows('select id from customer where code = $1', [one.code]);
    // Gathering is a job of its own: the load goes on once the change is in the queue.
    await until(
      async () =>
        (await rows('select 1 from customer_sync_delivery where customer_id = $1 and load_id is null', [oneId]))
          .length > 0,
    );
    expect(
      (
        await rows(
          `select count(*)::int n from customer_sync_delivery where load_id is not null and status = 'PENDING'`,
        )
      )[0].n,
    ).toBe(400);
    release();
    await delivered(system, () => known(system).names.has(one.code));
    const before = customerDataBook.taken.get(system)!.findIndex(({ customerCode }) => customerCode === one.code);
    await delivered(system, async () => (await loads(system))[0].status === 'COMPLETED');
    expect(before).toBeLessThan((await present()).size);
    expect(await agrees(system)).toBe(true);
    expect(customerDataBook.taken.get(SyncSystem.DIRECTORY)).toEqual([]);
  }, 60_000);

  it('CUS-58 brings what changed while a system was off, which switching on alone does not', async () => {
    const system = SyncSystem.BILLING;
    const one = await person('旧名');
    await delivered(system, () => known(system).names.get(one.code) === '旧名');
    await run(SWITCH, { system, active: false });
    await rename(one.id, '新名');
    await until(
      async () =>
        (
          await rows(
            `select 1 from history_entry where type = 'customer.changed' and position is not null and customer_id = (select id from customer where code = $1)`,
            [one.code],
          )
        ).length > 0,
    );
    await run(SWITCH, { system, active: true });
    const other = await person('别人');
    await delivered(system, () => known(system).names.has(other.code));
    expect(known(system).names.get(one.code)).toBe('旧名');
    const { load } = await run(START, { system, reason: '补全' });
    expect(load).toMatchObject({ status: 'RUNNING', gathered: 0 });
    expect((await run(START, { system, reason: '再来' })).userErrors).toEqual([
      { code: 'DUPLICATE', path: ['input', 'system'] },
    ]);
    await delivered(system, () => agrees(system));
    await delivered(system, async () => (await loads(system)).every(({ status }) => status === 'COMPLETED'));
    expect(known(system).names.get(one.code)).toBe('新名');
    expect(known(system).inOrder).toBe(true);
  }, 120_000);

  it('CUS-58 ends a load when the system is switched off, or by hand; the rest is not delivered', async () => {
    const system = SyncSystem.DIRECTORY;
    let open = false;
    customerDataBook.before = async (to) => {
      if (to === system && !open) throw new Error('The directory is away.');
    };
    await run(SWITCH, { system, active: true, fullLoad: true });
    await until(async () => (await loads(system))[0].gathered >= 400);
    await run(SWITCH, { system, active: false });
    expect((await loads(system))[0]).toMatchObject({
      status: 'CANCELLED',
      gathered: 400,
      finishedAt: expect.any(String),
    });
    await run(SWITCH, { system, active: true });
    const { load } = await run(START, { system, reason: '再来' });
    expect((await run(CANCEL, { loadId: load.id, reason: '不要' })).load).toMatchObject({ status: 'CANCELLED' });
    expect((await run(CANCEL, { loadId: load.id, reason: '不要' })).userErrors).toEqual([
      { code: 'INVALID_STATE', path: ['input', 'loadId'] },
    ]);
    open = true;
    await delivered(
      system,
      async () => (await rows(`select 1 from customer_sync_delivery where status = 'PENDING'`)).length === 0,
    );
    expect(known(system).names.size).toBeLessThan((await present()).size);
    expect(
      (await rows(`select count(*)::int n from history_entry where type = 'customer-sync-load.cancelled'`))[0].n,
    ).toBe(2);
  }, 60_000);

  it('CUS-58 is begun by administrators, for a system that is on, and refused without a trace otherwise', async () => {
    await run(SWITCH, { system: 'DIRECTORY', active: false });
    const count = async () => (await rows('select count(*) from customer_sync_load'))[0];
    const before = await count();
    const off = await run(START, { system: 'DIRECTORY', reason: 'x' });
    expect(off.userErrors).toEqual([{ code: 'NOT_ACTIVE', path: ['input', 'system'] }]);
    const odd = await run(SWITCH, { system: 'BILLING', active: false, fullLoad: true });
    expect(odd.userErrors).toEqual([{ code: 'CONTRADICTION', path: ['input', 'fullLoad'] }]);
    const twice = await run(SWITCH, { system: 'BILLING', active: true, fullLoad: true });
    expect(twice.userErrors).toEqual([{ code: 'INVALID_STATE', path: ['input', 'fullLoad'] }]);
    const own: As = { sub: 'c', role: 'customer', customer: (await person('本人')).code };
    for (const as of [clerk, own]) {
      const denied = await graph.query(START, { input: { system: 'BILLING', reason: 'x' } }, { as });
      expect(denied.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    }
    expect(await count()).toEqual(before);
    expect(await rows(`select 1 from customer_sync_target where system = 'BILLING' and not active`)).toEqual([]);
  });
});
