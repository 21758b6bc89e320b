import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sandboxPace } from '../../../plugins/fulfilment-sandbox/index.js';
import { decodeId, encodeId } from '../../kernel/model/index.js';
import { startTestGraph, type As, type TestGraph } from '../../testing/graph.js';
import { type Mutations, mutationsOf } from '../../testing/mutations.js';
import { openShop, type Shop } from '../../testing/shop.js';
import { until } from '../../testing/until.js';
import { ensureProcesses, person } from '../process/index.js';
import { fulfilment, type FulfilmentPort } from './index.js';
import { orderFulfilment } from './order-fulfilment.js';

const INPUTS = {
  serviceOrderIntervene: 'ServiceOrderInterveneInput',
  serviceOrderInterventionReply: 'InterventionReplyInput',
  serviceOrderInterventionWithdraw: 'InterventionWithdrawInput',
};

let graph: TestGraph;
let shop: Shop;
let calls: Mutations<keyof typeof INPUTS>;
const north: As = { sub: 'clerk-1', role: 'staff', region: 'T-N' };
const south: As = { sub: 'clerk-2', role: 'staff', region: 'T-S' };
const oss: As = { sub: 'iom', role: 'system' };
const TELLS = 'id interventionNo kind status reply requestedBy attempt acceptedAt endedAt serviceOrder { id }';
/** What provisioning was told, and what it says to it at once; null lets the answer come later. */
const told: { interventionNo: string; kind: string }[] = [];
const withdrawn: string[] = [];
let says: Awaited<ReturnType<NonNullable<FulfilmentPort['intervene']>>> = null;
let fails = 0;

beforeAll(async () => {
  graph = await startTestGraph();
  shop = await openShop(graph.database);
  await graph.database.pool.query(`update customer set customer_type = 'BIG' where code = 'C-NORTH'`);
  calls = mutationsOf(graph, { inputs: INPUTS, field: 'intervention', selection: TELLS, as: north });
  const { adapter } = fulfilment;
  adapter.intervene = async ({ interventionNo, kind }) => {
    told.push({ interventionNo, kind });
    if (fails-- > 0) throw new Error('Not now.');
    return says;
  };
  adapter.withdraw = async (interventionNo) => void withdrawn.push(interventionNo);
});
beforeEach(() => {
  told.length = withdrawn.length = 0;
  says = null;
  fails = 0;
  sandboxPace.stepMs = 3_600_000;
});
afterAll(() => graph?.close());

const SEEN = `{ id serviceOrderNo status heldAt openInterventions externalRef characteristics { name value } attempt
  order { id status supervised processInstance { id } }
  interventions(first: 20, orderBy: [{ field: REQUESTED_AT }]) { nodes { kind status reply } }
  activities(first: 20) { nodes { code name state operator attempt startedAt endedAt dueAt } } }`;
const see = async (id: string) => {
  const { data, errors } = await graph.query(
    `query ($id: ID!) { serviceOrder(id: $id) ${SEEN} }`,
    { id },
    { as: north },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data.serviceOrder;
};
const stateOf = async (id: string) =>
  (await graph.query(`query ($id: ID!) { node(id: $id) { ... on ServiceOrderIntervention { ${TELLS} } } }`, { id }))
    .data.node;
const count = async (table: string) =>
  Number((await graph.database.pool.query(`select count(*) as n from "${table}"`)).rows[0].n);
const settled = async (id: string, status: string) => {
  await until(async () => (await stateOf(id)).status === status);
  return stateOf(id);
};

/** A service order that provisioning has and does not end by itself. */
async function dispatched(customer = shop.customer, as = north): Promise<string> {
  const { data } = await graph.query(
    `mutation ($input: OrderSubmitInput!) { orderSubmit(input: $input) { order { id } userErrors { code path } } }`,
    {
      input: {
        customerId: encodeId('cu', customer.id),
        items: [{ action: 'INSTALL', offeringId: encodeId('of', shop.line.id) }],
      },
    },
    { as },
  );
  const { id } = data.orderSubmit.order;
  const read = async () =>
    (
      await graph.query(
        'query ($id: ID!) { order(id: $id) { serviceOrders(first: 9) { nodes { id status } } } }',
        { id },
        { as },
      )
    ).data.order.serviceOrders.nodes as { id: string; status: string }[];
  await until(async () => (await read())[0]?.status === 'DISPATCHED');
  return (await read())[0]!.id;
}

const report = async (id: string, input: object, as: As = oss) => {
  const { serviceOrderNo, externalRef } = await see(id);
  const { data, errors } = await graph.query(
    `mutation ($input: ServiceOrderReportInput!) { serviceOrderReport(input: $input) { applied serviceOrder { status } userErrors { code path } } }`,
    {
      input: {
        ...{ serviceOrderNo, externalRef, state: 'IN_PROGRESS', percent: 10, at: new Date().toISOString() },
        ...input,
      },
    },
    { as },
  );
  return errors ? errors[0]!.extensions.code : data.serviceOrderReport;
};

describe('the supervision of fulfilment', () => {
  test('WFL-73 what is asked is told to provisioning once, answered in steps, and remembered in history', async () => {
    const serviceOrderId = await dispatched();
    const asked = { serviceOrderId, kind: 'URGE', reason: 'The opening is on Monday.', requestKey: 'k1' };
    const { id, interventionNo } = (await calls.ok('serviceOrderIntervene', asked)) as never as Record<string, string>;
    expect(await stateOf(id!)).toMatchObject({ status: 'REQUESTED', requestedBy: 'clerk-1', attempt: 1 });
    await until(() => told.length > 0);
    // Asked again under the same key it is the same; something else under it is refused, and so is the same under none.
    expect((await calls.ok('serviceOrderIntervene', asked)).id).toBe(id);
    const before = [await count('service_order_intervention'), await count('history_entry')];
    expect(await calls.refused('serviceOrderIntervene', { ...asked, kind: 'HOLD' })).toEqual([
      ['KEY_REUSED', 'input.requestKey'],
    ]);
    expect(await calls.refused('serviceOrderIntervene', { ...asked, requestKey: null })).toEqual([
      ['INTERVENTION_OPEN', 'input.serviceOrderId'],
    ]);
    expect([await count('service_order_intervention'), await count('history_entry')]).toEqual(before);

    const answer = (answer: string, reply?: string) =>
      calls.ok('serviceOrderInterventionReply', { interventionNo, answer, ...(reply ? { reply } : {}) }, oss);
    expect(await answer('ACCEPTED', 'Noted.')).toMatchObject({ status: 'ACCEPTED', reply: 'Noted.' });
    expect((await see(serviceOrderId)).openInterventions).toBe(1);
    await answer('ACCEPTED', 'Twice.');
    expect(await answer('DONE')).toMatchObject({ status: 'DONE', reply: 'Noted.', endedAt: expect.any(String) });
    expect(await answer('REFUSED', 'Too late.')).toMatchObject({ status: 'DONE' });
    expect((await see(serviceOrderId)).openInterventions).toBe(0);
    const { rows } = await graph.database.pool.query(
      `select "to_state" from "history_entry" where "type" = 'serviceOrderIntervention.status.changed' and "subject_id" = $1 order by "sequence"`,
      [decodeId(id!)!.uuid],
    );
    expect(rows.map((row: { to_state: string }) => row.to_state)).toEqual(['REQUESTED', 'ACCEPTED', 'DONE']);
    expect(told).toHaveLength(1);
  });

  test('WFL-73 provisioning that does not answer is told again, and of two who ask the same at once one is heard', async () => {
    const serviceOrderId = await dispatched();
    fails = 1;
    says = { answer: 'DONE', reply: 'Held.' };
    const hold = { serviceOrderId, kind: 'HOLD', reason: 'The customer moves.' };
    const raced = await Promise.all(Array.from({ length: 4 }, () => calls.run('serviceOrderIntervene', hold)));
    expect(raced.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(1);
    const { id } = raced.find(({ node }) => node)!.node;
    await until(async () => (await stateOf(id)).status === 'DONE' || told.length > 0);
    await graph.database.pool.query(`update graphile_worker._private_jobs set run_at = now()`);
    await settled(id, 'DONE');
    expect(new Set(told.map(({ interventionNo }) => interventionNo)).size).toBe(1);
    expect((await see(serviceOrderId)).heldAt).not.toBeNull();
    expect(await calls.refused('serviceOrderIntervene', hold)).toEqual([['ALREADY_HELD', 'input.serviceOrderId']]);
    const resumed = await calls.ok('serviceOrderIntervene', { ...hold, kind: 'RESUME' });
    await settled(resumed.id, 'DONE');
    expect((await see(serviceOrderId)).heldAt).toBeNull();
    expect(await calls.refused('serviceOrderIntervene', { ...hold, kind: 'RESUME' })).toEqual([
      ['NOT_HELD', 'input.serviceOrderId'],
    ]);
  });

  test('WFL-45 WFL-73 while provisioning holds it no limit of it runs, nor that of its order', async () => {
    const serviceOrderId = await dispatched();
    const dues = async () => {
      const { data } = await graph.query(
        `query ($id: ID!) { serviceOrder(id: $id) { order { processInstance { workHeldAt tasks(first: 9) { nodes { dueAt heldAt } } } } } }`,
        { id: serviceOrderId },
        { as: north },
      );
      const { workHeldAt, tasks } = data.serviceOrder.order.processInstance;
      return { workHeldAt, task: tasks.nodes[0] };
    };
    const ask = async (kind: string) =>
      settled((await calls.ok('serviceOrderIntervene', { serviceOrderId, kind, reason: 'x' })).id, 'DONE');
    const { task } = await dues();
    says = { answer: 'DONE' };
    await ask('HOLD');
    const { heldAt } = await see(serviceOrderId);
    expect(await dues()).toEqual({ workHeldAt: heldAt, task: { heldAt, dueAt: task.dueAt } });
    const { pool } = graph.database;
    await pool.query(`update "process_task" set "held_at" = "held_at" - interval '1 hour' where "about_key" = $1`, [
      decodeId(serviceOrderId)!.uuid,
    ]);
    await pool.query(
      `update "process_token" set "entered_at" = "entered_at" - interval '1 hour' where "id" = (select "token_id" from "process_task" where "about_key" = $1)`,
      [decodeId(serviceOrderId)!.uuid],
    );
    await ask('RESUME');
    const after = await dues();
    expect(after).toMatchObject({ workHeldAt: null, task: { heldAt: null } });
    const later = Date.parse(after.task.dueAt) - Date.parse(task.dueAt);
    expect(Math.round(later / 60_000)).toBe(60);
    // Given back while it is held it is held no more.
    await ask('HOLD');
    await report(serviceOrderId, { state: 'RETURNED', cause: 'TECHNICAL', reportId: 'back' });
    expect(await dues()).toMatchObject({ workHeldAt: null, task: { heldAt: null } });
  });

  test('WFL-73 whoever asked takes it back while it is not done; what provisioning had done before is done all the same', async () => {
    const serviceOrderId = await dispatched();
    const ask = async (kind: string) =>
      (await calls.ok('serviceOrderIntervene', { serviceOrderId, kind, reason: 'x' })) as never as {
        id: string;
        interventionNo: string;
      };
    const hold = await ask('HOLD');
    await until(() => told.length > 0);
    const withdraw = { interventionId: hold.id, reason: 'It need not wait.' };
    const before = await count('history_entry');
    const refused = (as: As) => calls.refused('serviceOrderInterventionWithdraw', withdraw, as);
    expect(await refused({ ...north, sub: 'clerk-9' })).toEqual([['NOT_YOURS', 'input.interventionId']]);
    expect(await refused(south)).toEqual([['NOT_FOUND', 'input.interventionId']]);
    expect([await count('history_entry'), (await stateOf(hold.id)).status]).toEqual([before, 'REQUESTED']);
    expect(await calls.ok('serviceOrderInterventionWithdraw', withdraw)).toMatchObject({
      status: 'WITHDRAWN',
      reply: null,
    });
    await until(() => withdrawn.length > 0);
    expect(withdrawn).toEqual([hold.interventionNo]);
    expect(await see(serviceOrderId)).toMatchObject({ openInterventions: 0, heldAt: null });
    expect(await refused(north)).toEqual([['INVALID_STATE', 'input.interventionId']]);
    // The same may be asked again; an answer that refuses or accepts comes too late, one that it is done counts.
    const again = await ask('HOLD');
    const reply = (no: string, answer: string) =>
      calls.run('serviceOrderInterventionReply', { interventionNo: no, answer, reply: 'r' }, oss);
    await reply(hold.interventionNo, 'ACCEPTED');
    await reply(hold.interventionNo, 'REFUSED');
    expect(await stateOf(hold.id)).toMatchObject({ status: 'WITHDRAWN' });
    await reply(hold.interventionNo, 'DONE');
    expect(await stateOf(hold.id)).toMatchObject({ status: 'DONE', reply: 'r' });
    expect(await see(serviceOrderId)).toMatchObject({ openInterventions: 1, heldAt: expect.any(String) });
    // Withdrawal and answer at once: one of them comes first, and what is counted is right whichever it is.
    const raced = await Promise.all([
      calls.run('serviceOrderInterventionWithdraw', { interventionId: again.id, reason: 'x' }),
      reply(again.interventionNo, 'REFUSED'),
      calls.run('serviceOrderInterventionWithdraw', { interventionId: again.id, reason: 'x' }),
    ]);
    const { status } = await stateOf(again.id);
    expect(raced.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(status === 'REFUSED' ? 1 : 2);
    expect((await see(serviceOrderId)).openInterventions).toBe(0);
    const { rows } = await graph.database.pool.query(
      `select "to_state" from "history_entry" where "type" = 'serviceOrderIntervention.status.changed' and "subject_id" = $1 order by "sequence"`,
      [decodeId(hold.id)!.uuid],
    );
    expect(rows.map((row: { to_state: string }) => row.to_state)).toEqual(['REQUESTED', 'WITHDRAWN', 'DONE']);
    const cancel = await ask('CANCEL');
    expect(await calls.refused('serviceOrderInterventionWithdraw', { ...withdraw, interventionId: cancel.id })).toEqual(
      [['STEERED', 'input.interventionId']],
    );
  });

  test('WFL-73 customers see of their service orders neither that they are held nor what is asked', async () => {
    const serviceOrderId = await dispatched();
    says = { answer: 'DONE' };
    const { id } = await calls.ok('serviceOrderIntervene', { serviceOrderId, kind: 'HOLD', reason: 'x' });
    await settled(id, 'DONE');
    const customer: As = { sub: 'me', role: 'customer', customer: 'C-NORTH' };
    const read = (query: string, as: As) => graph.query(query, { id: serviceOrderId } as never, { as });
    const own = 'query ($id: ID!) { serviceOrder(id: $id) { serviceOrderNo heldAt openInterventions } }';
    expect((await read(own, customer)).data.serviceOrder).toEqual({
      ...{ serviceOrderNo: expect.any(String), heldAt: null, openInterventions: null },
    });
    expect((await read(own, north)).data.serviceOrder).toMatchObject({
      ...{ heldAt: expect.any(String), openInterventions: 0 },
    });
    for (const filter of ['heldAt: { isNull: false }', 'openInterventions: { gt: 0 }']) {
      const { errors } = await read(`{ serviceOrders(filter: { ${filter} }) { totalCount } }`, customer);
      expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
  });

  test('WFL-73 a change takes effect when provisioning has made it, and its values are checked before', async () => {
    const serviceOrderId = await dispatched();
    const change = { serviceOrderId, kind: 'CHANGE', reason: 'As the customer wishes.' };
    const refused = (more: object) => calls.refused('serviceOrderIntervene', { ...change, ...more });
    expect(await refused({})).toEqual([['REQUIRED', 'input.characteristics']]);
    expect(await refused({ characteristics: [{ name: 'colour', value: 'red' }] })).toEqual([
      ['UNKNOWN_CHARACTERISTIC', 'input.characteristics.0.name'],
    ]);
    const characteristics = [{ name: 'sandbox', value: 'slow' }];
    expect(await refused({ kind: 'URGE', characteristics })).toEqual([['CONTRADICTION', 'input.characteristics']]);
    says = { answer: 'ACCEPTED' };
    const { id, interventionNo } = (await calls.ok('serviceOrderIntervene', {
      ...change,
      characteristics,
    })) as never as {
      id: string;
      interventionNo: string;
    };
    await settled(id, 'ACCEPTED');
    expect((await see(serviceOrderId)).characteristics).toEqual([]);
    await calls.ok('serviceOrderInterventionReply', { interventionNo, answer: 'DONE' }, oss);
    expect((await see(serviceOrderId)).characteristics).toEqual([{ name: 'sandbox', value: 'slow' }]);
    expect(await calls.refused('serviceOrderInterventionReply', { interventionNo, answer: 'REFUSED' }, oss)).toEqual([
      ['REQUIRED', 'input.reply'],
    ]);
  });

  test('WFL-73 what came back is sent again, and what supervisors had asked about the attempt before is settled', async () => {
    const serviceOrderId = await dispatched();
    const urge = await calls.ok('serviceOrderIntervene', { serviceOrderId, kind: 'URGE', reason: 'Late.' });
    expect(await calls.refused('serviceOrderIntervene', { serviceOrderId, kind: 'RESEND', reason: 'x' })).toEqual([
      ['INVALID_STATE', 'input.serviceOrderId'],
    ]);
    await report(serviceOrderId, { state: 'RETURNED', cause: 'RESOURCE', reason: 'No port.', reportId: 'r1' });
    expect(await stateOf(urge.id)).toMatchObject({ status: 'REFUSED', reply: 'Provisioning gave it back.' });
    const again = await calls.ok('serviceOrderIntervene', { serviceOrderId, kind: 'RESEND', reason: 'There is one.' });
    await settled(again.id, 'DONE');
    expect(await see(serviceOrderId)).toMatchObject({ status: 'DISPATCHED', attempt: 2, openInterventions: 0 });
  });

  test('WFL-73 to give up goes by the order: done when it is cancelled, refused when provisioning does not let go', async () => {
    const cancel = { kind: 'CANCEL', reason: 'The customer gave up.' };
    const serviceOrderId = await dispatched();
    const { id } = await calls.ok('serviceOrderIntervene', { serviceOrderId, ...cancel });
    await settled(id, 'DONE');
    expect(await see(serviceOrderId)).toMatchObject({ status: 'CANCELLED', order: { status: 'CANCELLED' } });
    expect(await calls.refused('serviceOrderIntervene', { serviceOrderId, ...cancel })).toEqual([
      ['INVALID_STATE', 'input.serviceOrderId'],
    ]);
    const signed = await dispatched();
    await report(signed, { percent: 80, reportId: 'signed' });
    const second = await calls.ok('serviceOrderIntervene', { serviceOrderId: signed, ...cancel });
    expect(await settled(second.id, 'REFUSED')).toMatchObject({
      reply: expect.stringContaining('The customer has signed'),
    });
    expect(await see(signed)).toMatchObject({ status: 'IN_PROGRESS', openInterventions: 0 });
  });

  test('WFL-73 steps of provisioning are shown with the service order, in the order of their own clock, each report once', async () => {
    const serviceOrderId = await dispatched();
    const at = (minute: number) => new Date(Date.parse('2026-11-01T08:00:00Z') + minute * 60_000).toISOString();
    const design = { code: 'DESIGN', name: 'Circuit design', operator: 'Design office' };
    const tell = (reportId: string, minute: number, state: string, more: object = {}) =>
      report(serviceOrderId, { reportId, at: at(minute), activity: { ...design, state, ...more } });
    expect(await tell('a1', 0, 'IN_PROGRESS', { dueAt: at(60) })).toMatchObject({
      applied: true,
      serviceOrder: { status: 'IN_PROGRESS' },
    });
    expect(await tell('a2', 30, 'DONE')).toMatchObject({ applied: true });
    expect(await tell('a2', 30, 'DONE')).toMatchObject({ applied: false });
    expect(await tell('a0', 10, 'IN_PROGRESS')).toMatchObject({ applied: false });
    await report(serviceOrderId, {
      ...{ reportId: 'b1', at: at(40), percent: 20 },
      activity: { code: 'BUILD', name: 'Construction', state: 'PENDING' },
    });
    const { activities } = await see(serviceOrderId);
    expect(activities.nodes).toEqual([
      {
        ...{
          code: 'DESIGN',
          name: 'Circuit design',
          state: 'DONE',
          operator: 'Design office',
          attempt: 1,
          dueAt: null,
        },
        ...{ startedAt: '2026-11-01T08:00:00.000Z', endedAt: '2026-11-01T08:30:00.000Z' },
      },
      expect.objectContaining({ code: 'BUILD', state: 'PENDING', startedAt: null, endedAt: null }),
    ]);
    expect(await report(serviceOrderId, { reportId: 'x', serviceOrderNo: 'NONE' })).toMatchObject({
      userErrors: [{ code: 'NOT_FOUND', path: ['input', 'serviceOrderNo'] }],
    });
    expect(await report(serviceOrderId, { reportId: 'x' }, north)).toBe('FORBIDDEN');
  });

  test('WFL-73 only orders of group customers are supervised, by staff who see them', async () => {
    const other = await dispatched(shop.stranger, south);
    const ask = { kind: 'URGE', reason: 'x' };
    expect(await calls.refused('serviceOrderIntervene', { serviceOrderId: other, ...ask }, south)).toEqual([
      ['NOT_SUPERVISED', 'input.serviceOrderId'],
    ]);
    const own = await dispatched();
    expect(await calls.refused('serviceOrderIntervene', { serviceOrderId: own, ...ask }, south)).toEqual([
      ['NOT_FOUND', 'input.serviceOrderId'],
    ]);
    const customer: As = { sub: 'me', role: 'customer', customer: 'C-NORTH' };
    const input = { serviceOrderId: own, ...ask };
    const { errors } = await graph.query(calls.documents.serviceOrderIntervene, { input }, { as: customer });
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const before = await count('service_order_intervention');
    await calls.ok('serviceOrderIntervene', input);
    const shown = `query ($id: ID!) { serviceOrder(id: $id) { interventions(first: 9) { totalCount } activities(first: 9) { totalCount } } }`;
    const seen = async (as: As) => (await graph.query(shown, { id: own }, { as })).data?.serviceOrder ?? null;
    expect(await seen(north)).toMatchObject({ interventions: { totalCount: 1 } });
    expect((await seen(customer))?.interventions?.totalCount ?? 0).toBe(0);
    expect(await seen(south)).toBeNull();
    expect(await count('service_order_intervention')).toBe(before + 1);
  });

  test('WFL-73 a board counts what is open, late, held, returned and done, and follows it', async () => {
    const uuids = async () =>
      (await graph.database.pool.query<{ id: string }>(`select "id" from "service_order"`)).rows.map(({ id }) => id);
    const known = new Set(await uuids());
    const from = new Date().toISOString();
    const [late, back, done] = [await dispatched(), await dispatched(), await dispatched()];
    expect((await uuids()).filter((id) => !known.has(id))).toHaveLength(3);
    const counts = 'total open returned held overdue completed completedLate sentAgain';
    const fields = `${counts} averageMinutes byState { status count } exceptions { cause count } byProduct { code ${counts} } interventions { kind requested done refused }`;
    const filter = { from, customerId: encodeId('cu', shop.customer.id), productId: encodeId('pd', shop.phone.id) };
    const board = async (as: As = north, more: object = {}) =>
      (
        await graph.query(
          `query ($filter: SupervisionFilter) { fulfilmentSupervision(filter: $filter) { ${fields} } }`,
          { filter: { ...filter, ...more } },
          { as },
        )
      ).data?.fulfilmentSupervision;
    const watch = await graph.subscribe(
      `subscription ($filter: SupervisionFilter) { fulfilmentSupervision(filter: $filter) { total returned } }`,
      { filter },
      { as: north },
    );
    await watch.until(1);
    await graph.database.pool.query(
      `update "process_task" set "due_at" = now() - interval '1 hour' where "about_key" = $1`,
      [decodeId(late)!.uuid],
    );
    await report(back, { state: 'RETURNED', cause: 'TECHNICAL', reportId: 'back' });
    await report(done, { state: 'COMPLETED', percent: 100, reportId: 'done' });
    says = { answer: 'DONE' };
    const hold = await calls.ok('serviceOrderIntervene', { serviceOrderId: late, kind: 'HOLD', reason: 'x' });
    await settled(hold.id, 'DONE');
    const figures = {
      ...{ total: 3, open: 2, returned: 1, held: 1, overdue: 1, completed: 1, completedLate: 0, sentAgain: 0 },
    };
    expect(await board()).toMatchObject({
      ...figures,
      averageMinutes: expect.any(Number),
      byState: [
        { status: 'COMPLETED', count: 1 },
        { status: 'DISPATCHED', count: 1 },
        { status: 'RETURNED', count: 1 },
      ],
      exceptions: [{ cause: 'TECHNICAL', count: 1 }],
      byProduct: [{ code: 'T_PHONE', ...figures }],
      interventions: [{ kind: 'HOLD', requested: 0, done: 1, refused: 0 }],
    });
    await until(async () => {
      const { data } = (await watch.until(2)).at(-1)!;
      return (data as never as { fulfilmentSupervision: { returned: number } }).fulfilmentSupervision.returned === 1;
    });
    await watch.close();
    expect(await board(south)).toBeUndefined();
    expect(await board(south, { customerId: null })).toMatchObject({ total: 0, byState: [] });
    expect(await board({ sub: 'me', role: 'customer', customer: 'C-NORTH' })).toBeUndefined();
    const { data } = await graph.query(
      `{ serviceOrders(first: 50, filter: { order: { supervised: { eq: true } }, openInterventions: { eq: 0 } }) { totalCount } }`,
      {},
      { as: north },
    );
    expect(data.serviceOrders.totalCount).toBeGreaterThan(2);
  });

  test('WFL-73 the process that a product names carries out the orders of group customers for it, and no others', async () => {
    const code = 'GROUP_ORDERS';
    await ensureProcesses(graph.database.systemContext('test'), [
      { ...orderFulfilment, code, applicability: 'operationType = "NONE"' },
      { ...orderFulfilment, code: 'GROUP_NOTHING', steps: [person('a', 'a', 'CLERK', 60)], ways: {}, variables: [] },
      { ...orderFulfilment, code: 'GROUP_SERVICES', objectType: 'ServiceOrder' },
    ]);
    const name = (template: string) =>
      graph.database.pool.query(
        `update "product" set "supervised" = true, "process_template_id" = (select "id" from "process_template" where "code" = $1) where "id" = $2`,
        [template, shop.phone.id],
      );
    const templateOf = async (id: string, as: As) =>
      (
        await graph.query(
          'query ($id: ID!) { serviceOrder(id: $id) { order { processInstance { template { code } } } } }',
          { id },
          { as },
        )
      ).data.serviceOrder.order.processInstance.template.code;
    await name(code);
    expect(await templateOf(await dispatched(), north)).toBe(code);
    expect(await templateOf(await dispatched(shop.stranger, south), south)).toBe('ORDER_FULFILMENT');
    // One that would not do the service orders is not used.
    await name('GROUP_NOTHING');
    expect(await templateOf(await dispatched(), north)).toBe('ORDER_FULFILMENT');
    // Nor is one that was made for other objects, though its steps are the same.
    await name('GROUP_SERVICES');
    expect(await templateOf(await dispatched(), north)).toBe('ORDER_FULFILMENT');
  });
});
