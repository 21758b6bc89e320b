import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { customerDataBook } from '../../../plugins/customer-data-sandbox/index.js';
import { uuidOf } from '../../kernel/model/index.js';
import { startTestGraph, type As, type TestGraph } from '../../testing/graph.js';
import { until } from '../../testing/until.js';
import { collectChanges, expireContent, SyncRefused, SyncSystem } from './index.js';

const clerk: As = { sub: 'g1', role: 'staff', region: '44' };
const elsewhere: As = { sub: 's1', role: 'staff', region: '51' };
const mutation = (name: string, type: string, answer: string) =>
  `mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { code path } ${answer} } }`;
const CREATE = mutation('customerCreate', 'CustomerCreateInput', 'customer { id code version }');
const CHANGE = mutation('customerChange', 'CustomerChangeInput', 'customer { id version }');
const OPEN = mutation('accountOpen', 'AccountOpenInput', 'account { id accountNo }');
const SWITCH = mutation('customerSyncSwitch', 'CustomerSyncSwitchInput', 'target { system active }');
const RESEND = mutation('customerSyncResend', 'CustomerSyncResendInput', 'deliveries { id sequence status }');
const SET = mutation('parameterSet', 'ParameterSetInput', 'parameter { code }');
const DELIVERIES = `query ($id: ID!) { customer(id: $id) { syncDeliveries(first: 50, orderBy: [{ field: SEQUENCE }]) { nodes {
  id sequence status deliveryKey eventTypes attemptCount nextAttemptAt externalRef lastError target { system }
  attempts(first: 50, orderBy: [{ field: NUMBER }]) { nodes { number outcome error } } } } } }`;

let graph: TestGraph;
let regionId: string;

/* eslint-disable @typescript-eslint/no-explicit-any -- answers differ by document */
const run = async (document: string, input: object, as: As = 'admin'): Promise<any> => {
  const { data, errors } = await graph.query<Record<string, any>>(document, { input }, { as });
  expect(errors).toBeUndefined();
  return Object.values(data)[0];
};
/* eslint-enable @typescript-eslint/no-explicit-any */
const rows = async (sql: string, values: unknown[] = []) => (await graph.database.pool.query(sql, values)).rows;

interface Made {
  id: string;
  code: string;
}
interface Delivery {
  id: string;
  sequence: number;
  status: string;
  deliveryKey: string;
  eventTypes: string[];
  attemptCount: number;
  nextAttemptAt: string | null;
  externalRef: string | null;
  lastError: string | null;
  target: { system: string };
  attempts: { nodes: { number: number; outcome: string; error: string | null }[] };
}
const person = async (name: string, more: object = {}): Promise<Made> =>
  (await run(CREATE, { regionId, individual: { name }, ...more })).customer;
const deliveries = async ({ id }: Made, system = 'BILLING', as: As = clerk): Promise<Delivery[]> => {
  const { data } = await graph.query(DELIVERIES, { id }, { as });
  return data.customer.syncDeliveries.nodes.filter((one: Delivery) => one.target.system === system);
};
const states = async (one: Made, system = 'BILLING') =>
  (await deliveries(one, system)).map(({ sequence, status }) => `${sequence} ${status}`);
const reaches = (one: Made, wanted: string[], system = 'BILLING') =>
  until(async () => JSON.stringify(await states(one, system)) === JSON.stringify(wanted));
const taken = ({ code }: Made, system = SyncSystem.BILLING) =>
  customerDataBook.taken.get(system)!.filter(({ customerCode }) => customerCode === code);
const rename = (one: Made, name: string) => run(CHANGE, { customerId: one.id, individual: { name } });
const set = async (code: string, value: number) => {
  const { data } = await graph.query(`{ parameter(code: "${code}") { id } }`);
  expect((await run(SET, { parameterId: data.parameter.id, value, reason: 'test' })).userErrors).toEqual([]);
};
const events = (one: Made, type: string) =>
  rows(
    `select h.data->>'target' target, (h.data->>'attempts')::int attempts, (h.data->>'sequence')::int sequence, h.reason from history_entry h
     where h.type = $1 and h.data->>'customerId' = $2 and h.data->>'target' = 'BILLING' order by h.sequence`,
    [type, one.id],
  );

beforeAll(async () => {
  customerDataBook.clear();
  graph = await startTestGraph();
  regionId = (await graph.query(`{ region(code: "4401") { id } }`)).data.region.id;
  for (const system of Object.values(SyncSystem)) await run(SWITCH, { system, active: true });
  await set('customer.sync.pause.seconds', 0);
});
afterAll(() => graph?.close());
beforeEach(() => {
  customerDataBook.before = null;
  customerDataBook.after = null;
});

describe('telling systems outside of changed customer data', () => {
  it('CUS-58 tells billing, the directory and 112 of each change, in order, each what it needs', async () => {
    const identification = { type: 'PASSPORT', number: 'E55511122' };
    const contactMedia = [{ kind: 'MOBILE', value: '13800138058' }];
    const one = await person('同步', { contactMedia, identifications: [identification] });
    for (const system of ['BILLING', 'DIRECTORY', 'FAULT_112']) await reaches(one, ['1 SUCCEEDED'], system);
    await rename(one, '同步二');
    // Both, or the slower one would take the account on with the change of the name that it has yet to send.
    for (const system of ['BILLING', 'FAULT_112']) await reaches(one, ['1 SUCCEEDED', '2 SUCCEEDED'], system);
    const { account } = await run(OPEN, { customerId: one.id });
    await reaches(one, ['1 SUCCEEDED', '2 SUCCEEDED', '3 SUCCEEDED']);
    const billing = taken(one);
    expect(billing.map(({ sequence, key }) => [sequence, key])).toEqual([
      [1, `BILLING:${one.code}:1`],
      [2, `BILLING:${one.code}:2`],
      [3, `BILLING:${one.code}:3`],
    ]);
    expect(billing[0]).toMatchObject({ eventTypes: expect.arrayContaining(['customer.created', 'account.opened']) });
    expect(billing.map(({ data }) => data['name'])).toEqual(['同步', '同步二', '同步二']);
    expect(billing[2]!.data).toMatchObject({
      identifications: [{ type: 'PASSPORT', number: 'E55511122' }],
      accounts: expect.arrayContaining([expect.objectContaining({ accountNo: account.accountNo })]),
    });
    await reaches(one, ['1 SUCCEEDED', '2 SUCCEEDED', '3 SUCCEEDED'], 'FAULT_112');
    const [directory] = taken(one, SyncSystem.DIRECTORY);
    expect(directory!.data).toMatchObject({ name: '同步', listed: true, contacts: [{ value: '13800138058' }] });
    for (const system of [SyncSystem.DIRECTORY, SyncSystem.FAULT_112])
      expect(JSON.stringify(taken(one, system))).not.toContain('E55511122');
    expect(await events(one, 'customer.data-sync.succeeded')).toMatchObject([
      { target: 'BILLING', attempts: 1, sequence: 1 },
      { sequence: 2 },
      { sequence: 3 },
    ]);
    expect((await deliveries(one))[1]).toMatchObject({
      ...{ externalRef: `SBX-BILLING:${one.code}:2`, eventTypes: ['customer.changed'], attemptCount: 1 },
      attempts: { nodes: [{ number: 1, outcome: 'ACCEPTED', error: null }] },
    });
  });

  it('CUS-58 tells the directory nothing of a confidential customer but that they are not to be listed', async () => {
    const one = await person('保密', {
      secrecyLevel: 'CONFIDENTIAL',
      contactMedia: [{ kind: 'MOBILE', value: '13800138059' }],
    });
    await reaches(one, ['1 SUCCEEDED'], 'DIRECTORY');
    const [message] = taken(one, SyncSystem.DIRECTORY);
    expect(message!.data).toMatchObject({ code: one.code, listed: false });
    expect(JSON.stringify(message)).not.toMatch(/保密|13800138059/);
  });

  it('CUS-58 tries again with growing pauses, and later changes of the customer wait, while those of others go out', async () => {
    let broken = true;
    customerDataBook.before = (system, { data }) => {
      if (broken && system === SyncSystem.BILLING && String(data['name']).startsWith('重试'))
        throw new Error('Billing is away.');
    };
    await set('customer.sync.pause.seconds', 3);
    const one = await person('重试');
    const first = async () => (await deliveries(one))[0];
    await until(async () => (await first())?.attemptCount === 1);
    const waiting = await first();
    expect(waiting).toMatchObject({ status: 'PENDING', lastError: 'Billing is away.' });
    const pause = new Date(waiting!.nextAttemptAt!).getTime() - Date.now();
    expect(pause).toBeGreaterThan(500);
    expect(pause).toBeLessThanOrEqual(3000);
    await rename(one, '重试二');
    const other = await person('别人');
    await reaches(other, ['1 SUCCEEDED']);
    expect(await states(one)).toEqual(['1 PENDING', '2 PENDING']);
    expect(taken(one)).toEqual([]);
    await until(async () => (await first())?.attemptCount === 2);
    const again = await first();
    const longer = new Date(again!.nextAttemptAt!).getTime() - Date.now();
    expect(longer).toBeGreaterThan(3000);
    expect(longer).toBeLessThanOrEqual(6000);
    broken = false;
    await reaches(one, ['1 SUCCEEDED', '2 SUCCEEDED']);
    expect(taken(one).map(({ sequence, data }) => [sequence, data['name']])).toEqual([
      [1, '重试'],
      [2, '重试二'],
    ]);
    expect(await events(one, 'customer.data-sync.succeeded')).toMatchObject([{ attempts: 3 }, { attempts: 1 }]);
    await set('customer.sync.pause.seconds', 0);
  });

  it('CUS-58 sends with the same key, sequence and content again when the answer was lost, and the system takes it once', async () => {
    let lost = 2;
    customerDataBook.after = (system, { data }) => {
      if (system === SyncSystem.BILLING && data['name'] === '丢失' && lost-- > 0) throw new Error('The line broke.');
    };
    const one = await person('丢失');
    await reaches(one, ['1 SUCCEEDED']);
    expect(customerDataBook.calls.get(`BILLING:${one.code}:1`)).toBe(3);
    expect(taken(one)).toHaveLength(1);
    expect((await deliveries(one))[0]!.attempts.nodes.map(({ outcome }) => outcome)).toEqual([
      ...['NO_ANSWER', 'NO_ANSWER', 'ACCEPTED'],
    ]);
  });

  it('CUS-58 takes each change into one delivery, however often and by how many it is gathered', async () => {
    const one = await person('收集');
    const context = graph.database.systemContext('test');
    await Promise.all([collectChanges(context), collectChanges(context), collectChanges(context)]);
    await reaches(one, ['1 SUCCEEDED']);
    await collectChanges(context);
    expect(await states(one)).toEqual(['1 SUCCEEDED']);
    expect(taken(one)).toHaveLength(1);
  });

  it('CUS-58 gives up what a system refuses at once, and what it never answers after all attempts; later data go out', async () => {
    const refused = await person('拒收 sandbox: refuse');
    await reaches(refused, ['1 FAILED']);
    expect((await deliveries(refused))[0]).toMatchObject({
      ...{ attemptCount: 1, nextAttemptAt: null, lastError: 'The sandbox was asked to refuse.' },
      attempts: { nodes: [{ outcome: 'REFUSED' }] },
    });
    expect(await events(refused, 'customer.data-sync.failed')).toMatchObject([
      { target: 'BILLING', attempts: 1, reason: 'The sandbox was asked to refuse.' },
    ]);
    await set('customer.sync.attempts', 3);
    const silent = await person('不答 sandbox: broken');
    await reaches(silent, ['1 FAILED']);
    expect((await deliveries(silent))[0]!.attemptCount).toBe(3);
    expect(await events(silent, 'customer.data-sync.failed')).toMatchObject([{ attempts: 3 }]);
    await set('customer.sync.attempts', 12);
    await rename(silent, '答了');
    await reaches(silent, ['1 FAILED', '2 SUCCEEDED']);
    const { data } = await graph.query(
      `{ customerSyncDeliveries(filter: { status: { eq: FAILED }, target: { system: { eq: BILLING } } }) { totalCount } }`,
      {},
      { as: clerk },
    );
    expect(data.customerSyncDeliveries.totalCount).toBe(2);
  });
});

describe('sending again by hand', () => {
  it('CUS-58 sends a failed delivery again as it was, unless later data were taken; and the data of now', async () => {
    let refuses = true;
    customerDataBook.before = (system, { data }) => {
      if (refuses && system === SyncSystem.BILLING && data['name'] === '补发') throw new SyncRefused('Not yet.');
    };
    const one = await person('补发');
    await reaches(one, ['1 FAILED']);
    refuses = false;
    const [failed] = await deliveries(one);
    const sent = await run(RESEND, { deliveryId: failed!.id, reason: '已修复' }, clerk);
    expect(sent).toMatchObject({ userErrors: [], deliveries: [{ id: failed!.id, sequence: 1 }] });
    await reaches(one, ['1 SUCCEEDED']);
    expect(taken(one)).toMatchObject([{ key: `BILLING:${one.code}:1`, data: { name: '补发' } }]);
    expect(await events(one, 'customer.data-sync.resent')).toMatchObject([{ sequence: 1, reason: '已修复' }]);
    const twice = await run(RESEND, { deliveryId: failed!.id, reason: 'x' }, clerk);
    expect(twice.userErrors).toMatchObject([{ code: 'INVALID_STATE', path: ['input', 'deliveryId'] }]);

    await run(RESEND, { customerId: one.id, system: 'BILLING', reason: '核对' }, clerk);
    await reaches(one, ['1 SUCCEEDED', '2 SUCCEEDED']);
    expect(taken(one)[1]).toMatchObject({ sequence: 2, eventTypes: [], data: { name: '补发' } });

    const late = await person('补发迟 sandbox: refuse');
    await reaches(late, ['1 FAILED']);
    await rename(late, '补发好了');
    await reaches(late, ['1 FAILED', '2 SUCCEEDED']);
    const [old] = await deliveries(late);
    const superseded = await run(RESEND, { deliveryId: old!.id, reason: 'x' }, clerk);
    expect(superseded.userErrors).toMatchObject([{ code: 'SUPERSEDED', path: ['input', 'deliveryId'] }]);
    expect(await states(late)).toEqual(['1 FAILED', '2 SUCCEEDED']);
  });

  it('CUS-58 is for staff who see the customer, and what was sent for those who may read it', async () => {
    const one = await person('权限 sandbox: refuse');
    await reaches(one, ['1 FAILED']);
    const [failed] = await deliveries(one);
    // Other systems and customers are told in their own time.
    const written = () =>
      rows(
        `select "d"."id", "d"."status" from "customer_sync_delivery" "d" join "customer_sync_target" "t" on "t"."id" = "d"."target_id"
         where "t"."system" = 'BILLING' and "d"."customer_id" = (select "id" from "customer" where "code" = $1)`,
        [one.code],
      );
    const before = await written();
    expect(before).toHaveLength(1);
    const foreign = await run(RESEND, { deliveryId: failed!.id, reason: 'x' }, elsewhere);
    expect(foreign.userErrors).toMatchObject([{ code: 'NOT_FOUND', path: ['input', 'deliveryId'] }]);
    const both = await run(RESEND, { deliveryId: failed!.id, customerId: one.id, reason: 'x' }, clerk);
    expect(both.userErrors).toMatchObject([{ code: 'REQUIRED', path: ['input'] }]);
    const own: As = { sub: 'c', role: 'customer', customer: one.code } as As;
    const denied = await graph.query(RESEND, { input: { customerId: one.id, reason: 'x' } }, { as: own });
    expect(denied.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    expect(await deliveries(one, 'BILLING', own)).toEqual([]);
    const switched = await graph.query(SWITCH, { input: { system: 'BILLING', active: false } }, { as: clerk });
    expect(switched.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    expect(await written()).toEqual(before);
    expect(await states(one)).toEqual(['1 FAILED']);
    expect(await rows('select 1 from customer_sync_target where not active')).toEqual([]);
  });

  it('CUS-58 tells a system that is switched off nothing, and goes on with what changes after it is switched on', async () => {
    await run(SWITCH, { system: 'FAULT_112', active: false });
    const one = await person('停用');
    await reaches(one, ['1 SUCCEEDED']);
    expect(await states(one, 'FAULT_112')).toEqual([]);
    const refused = await run(RESEND, { customerId: one.id, system: 'FAULT_112', reason: 'x' }, clerk);
    expect(refused.userErrors).toMatchObject([{ code: 'NOT_ACTIVE', path: ['input', 'system'] }]);
    await run(SWITCH, { system: 'FAULT_112', active: true });
    await rename(one, '启用');
    await reaches(one, ['1 SUCCEEDED'], 'FAULT_112');
    expect(taken(one, SyncSystem.FAULT_112)).toMatchObject([{ sequence: 1, data: { name: '启用' } }]);
  });

  it('CUS-58 erases what was sent after some time, and keeps that it was', async () => {
    const one = await person('擦除');
    await reaches(one, ['1 SUCCEEDED']);
    const id = uuidOf((await deliveries(one))[0]!.id, 'zk', []);
    const content = async () =>
      (await rows('select content from customer_sync_delivery where id = $1', [id]))[0].content;
    const signal = new AbortController().signal;
    const work = () => expireContent.run({}, graph.database.systemContext('test'), { id: '1', attempt: 1, signal });
    await work();
    expect(await content()).toMatchObject({ name: '擦除' });
    await rows(`update customer_sync_delivery set ended_at = now() - interval '31 days' where id = $1`, [id]);
    await work();
    expect(await content()).toBeNull();
    expect(await states(one)).toEqual(['1 SUCCEEDED']);
  });
});
