import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { decodeId } from '../../kernel/model/index.js';
import { startTestGraph, type TestGraph } from '../../testing/graph.js';
import { type Mutations, mutationsOf, type Outcome } from '../../testing/mutations.js';
import {
  instanceMutations,
  type SeenInstance,
  seeInstance,
  standing,
  taskAt,
  taskMutations,
} from '../../testing/processes.js';
import { until } from '../../testing/until.js';
import { createTroubleWorld, type TroubleWorld } from '../../testing/trouble-world.js';
import { ensureProcesses, person } from '../process/index.js';
import { ticketProcesses } from './ticket-processes.js';

const INPUTS = {
  faultReport: 'FaultReportInput',
  faultConfirm: 'FaultConfirmInput',
  faultProgress: 'FaultProgressInput',
  faultRepaired: 'FaultRepairedInput',
  ticketDispatch: 'TicketDispatchInput',
  ticketCancel: 'TicketCancelInput',
};

let graph: TestGraph;
let world: TroubleWorld;
let tickets: Mutations<keyof typeof INPUTS>;

/** The standard process of faults, with people before the confirmation and after the test. */
const [standard] = ticketProcesses;
const OWN = {
  ...standard!,
  ...{ code: 'OWN_FAULTS', name: 'Own', priority: 10 },
  steps: [
    ...standard!.steps,
    person('analyse', 'Analyse', 'FAULT_DISPATCHER', 60),
    person('verify', 'Verify', 'FAULT_DISPATCHER', 60),
  ],
  ways: {
    ...Object.fromEntries(
      Object.entries(standard!.ways!).map(([way, condition]) => [
        way.replace('accept > confirm', 'accept > analyse'),
        condition,
      ]),
    ),
    ...{ 'analyse > confirm': null, 'repair > test': null, 'test > verify': null, 'verify > revisit': null },
  },
};

beforeAll(async () => {
  graph = await startTestGraph();
  world = await createTroubleWorld(graph);
  tickets = mutationsOf(graph, { inputs: INPUTS, field: 'ticket', selection: 'id status', as: world.staff });
  await ensureProcesses(graph.database.systemContext('test'), [OWN]);
});
afterAll(() => graph.close());

/** The process of a fault. */
async function processOf(id: string): Promise<SeenInstance> {
  const { data } = await graph.query(
    'query ($id: ID!) { node(id: $id) { ... on FaultTicket { processInstance { id } } } }',
    { id },
  );
  return seeInstance(graph, data.node.processInstance.id);
}
const report = async () =>
  (
    await tickets.ok('faultReport', {
      customerId: world.ids.alice,
      productInstanceId: await world.line('ALICE'),
      ...{ content: 'No light on the modem.', categoryCode: 'FAULT_BROADBAND' },
    })
  ).id;
const complete = async (id: string, step: string) =>
  taskMutations(graph, 'admin').ok('processTaskComplete', { taskId: taskAt(await processOf(id), step) });
const dispatch = (name: Parameters<ReturnType<typeof instanceMutations>['run']>[0], input: object) =>
  instanceMutations(graph, 'admin').run(name, { reason: 'x', ...input });
const visit = async (id: string, step: string): Promise<string> =>
  (await processOf(id)).tokens.nodes.findLast((each) => each.step === step)!.id;
const refusalOf = ({ node, userErrors }: Outcome) => [
  node,
  ...userErrors.map(({ code, path, details }) => [code, path.join('.'), details]),
];
/** All that the refusal of an operation may not change. */
async function written(): Promise<unknown> {
  const tables = ['process_token', 'process_task', 'problem_ticket', 'dispatch_item', 'history_entry'];
  const rows = tables.map((table) => `(select json_agg(t.* order by t.*::text)::text from "${table}" t)`);
  return (await graph.database.pool.query(`select md5(concat(${rows.join()}))`)).rows;
}

/** Waits until no job is left to be done now. */
const jobsDone = () =>
  until(async () => {
    const { rows } = await graph.database.pool.query<{ n: number }>(
      'select count(*)::int as n from graphile_worker.jobs where run_at <= now() and attempts < max_attempts',
    );
    return rows[0]!.n === 0;
  });

describe('the own process of a fault', () => {
  test('WFL-36 lets nobody do what belongs to a step while it stands before that, at a step of people', async () => {
    const ticketId = await report();
    expect(standing(await processOf(ticketId))).toEqual(['analyse']);
    const before = await written();
    const early = [null, ['NOT_ITS_TURN', '', { step: 'analyse', name: 'Analyse' }]];
    expect(refusalOf(await tickets.run('faultConfirm', { ticketId }))).toEqual(early);
    expect(await written()).toEqual(before);
    await complete(ticketId, 'analyse');
    expect(await tickets.ok('faultConfirm', { ticketId })).toMatchObject({ status: 'CONFIRMING' });
    expect(await tickets.ok('ticketDispatch', { ticketId })).toMatchObject({ status: 'DISPATCHED' });
    // Whoever withdraws a ticket need not wait for its process.
    const other = await report();
    expect(await tickets.ok('ticketCancel', { ticketId: other, reason: 'x' })).toMatchObject({ status: 'CANCELLED' });
  });

  test('WFL-37 WFL-42 WFL-43 WFL-47 is moved by a dispatcher to where the ticket is, not past it, and never back over what was done on it', async () => {
    const ticketId = await report();
    const taskId = taskAt(await processOf(ticketId), 'analyse');
    await taskMutations(graph, 'admin').ok('processTaskReject', { taskId, reason: 'Whose?', toDispatcher: true });
    expect(await processOf(ticketId)).toMatchObject({ status: 'ABNORMAL', exceptionCode: 'REJECTED' });
    const tokenId = await visit(ticketId, 'analyse');
    const before = await written();
    expect(refusalOf(await dispatch('processInstanceMove', { tokenId, step: 'verify' }))).toEqual([
      null,
      ['STEP_NEEDED', 'input.step', { step: 'confirm', name: '预检与派单' }],
    ]);
    expect(await written()).toEqual(before);
    expect((await dispatch('processInstanceMove', { tokenId, step: 'confirm' })).userErrors).toEqual([]);
    await tickets.ok('faultConfirm', { ticketId });
    await tickets.ok('ticketDispatch', { ticketId });
    await tickets.ok('faultProgress', { ticketId });
    await tickets.ok('faultRepaired', { ticketId, cause: 'Cut.' });
    expect(standing(await processOf(ticketId))).toEqual(['test']);
    const later = await written();
    expect(refusalOf(await dispatch('processInstanceRollBack', { tokenId: await visit(ticketId, 'confirm') }))).toEqual(
      [null, ['STEP_NOT_UNDONE', 'input.tokenId', { step: 'repair', name: '故障修复' }]],
    );
    expect(await written()).toEqual(later);
  });

  test('WFL-45 is held with its ticket: nobody works on it, its deadline stands still, and what was left of it is left when it goes on', async () => {
    const ticketId = await report();
    const { id } = await processOf(ticketId);
    const late = await report();
    const orphan = (await processOf(late)).id;
    await tickets.ok('ticketCancel', { ticketId: late, reason: 'x' });
    const many = (name: string, input: object) =>
      graph.query(
        `mutation ($input: ProcessInstancesInput!) { ${name}(input: $input) { instances { id status } refused { index code } userErrors { code path } } }`,
        { input: { reason: 'The customer is away.', ...input } },
      );
    const before = await written();
    // All or none, as ever.
    expect((await many('processInstanceSuspend', { instanceIds: [orphan, id] })).data.processInstanceSuspend).toEqual({
      ...{ instances: null, refused: null },
      userErrors: [{ code: 'INVALID_STATE', path: ['input', 'instanceIds', '0'] }],
    });
    expect(await written()).toEqual(before);
    // Each by itself where that is asked for.
    const held = await many('processInstanceSuspend', { instanceIds: [orphan, id], skipRefused: true });
    expect(held.data.processInstanceSuspend).toEqual({
      instances: [{ id, status: 'SUSPENDED' }],
      ...{ refused: [{ index: 0, code: 'INVALID_STATE' }], userErrors: [] },
    });
    const times = async () =>
      (
        await graph.query(
          'query ($id: ID!) { node(id: $id) { ... on FaultTicket { dueAt heldAt overdue alarmLevel } } }',
          {
            id: ticketId,
          },
        )
      ).data.node;
    const { dueAt, heldAt } = await times();
    expect(heldAt).not.toBeNull();
    const stands = await written();
    expect(refusalOf(await tickets.run('faultConfirm', { ticketId }))).toEqual([null, ['ON_HOLD', '', { heldAt }]]);
    expect(await written()).toEqual(stands);
    // It is held long past its deadline.
    const { pool } = graph.database;
    await pool.query(
      `update "problem_ticket" set "held_at" = "held_at" - interval '90 days', "due_at" = "due_at" - interval '90 days' where "held_at" is not null`,
    );
    const away = 90 * 86_400_000;
    await graph.database.write(graph.database.systemContext('test'), async (tx) =>
      tx.enqueue({ name: 'trouble.alarm', payload: { ticketId: decodeId(ticketId)!.uuid, level: 2 } }),
    );
    await jobsDone();
    expect(await times()).toMatchObject({ overdue: false, alarmLevel: 0 });
    const on = await many('processInstanceResume', { instanceIds: [id] });
    expect(on.data.processInstanceResume).toMatchObject({ instances: [{ id, status: 'RUNNING' }], userErrors: [] });
    const after = await times();
    expect(after.heldAt).toBeNull();
    const [was, now] = [Date.parse(dueAt) - away, Date.parse(after.dueAt)];
    // As much later as it was held.
    expect(now - was).toBeGreaterThanOrEqual(away);
    expect(now).toBeLessThan(Date.parse(dueAt) + 600_000);
    await complete(ticketId, 'analyse');
    expect(await tickets.ok('faultConfirm', { ticketId })).toMatchObject({ status: 'CONFIRMING' });
  });
});
