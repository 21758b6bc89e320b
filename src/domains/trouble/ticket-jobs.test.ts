import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestGraph, type TestGraph } from '../../testing/graph.js';
import { type Mutations, mutationsOf } from '../../testing/mutations.js';
import { createTroubleWorld, type TroubleWorld } from '../../testing/trouble-world.js';
import { until } from '../../testing/until.js';
import type { JobDefinition } from '../../kernel/jobs/job.js';
import { decodeId } from '../../kernel/model/index.js';
import { alarmJob } from './ticket-alarm.js';
import { archiveJob } from './ticket.service.js';

const INPUTS = {
  faultReport: 'FaultReportInput',
  faultConfirm: 'FaultConfirmInput',
  ticketAnswer: 'TicketAnswerInput',
  ticketClose: 'TicketCloseInput',
};
let graph: TestGraph;
let world: TroubleWorld;
let ok: Mutations<keyof typeof INPUTS>['ok'];
beforeAll(async () => {
  graph = await startTestGraph();
  world = await createTroubleWorld(graph);
  ({ ok } = mutationsOf(graph, {
    inputs: INPUTS,
    field: 'ticket',
    selection: 'id status ... on FaultTicket { ticketNo }',
    as: world.staff,
  }));
});
afterAll(() => graph.close());

const report = async () =>
  ok('faultReport', { customerId: world.ids.alice, productInstanceId: await world.line('ALICE'), content: 'dark' });
const events = async (id: string, type: string) =>
  (
    await graph.database.pool.query(
      `select "data", "actor_kind" from "history_entry" where "subject_id" = $1 and "type" = $2`,
      [decodeId(id)!.uuid, type],
    )
  ).rows;
const once = (job: JobDefinition, payload: object) =>
  job.run({ ...payload }, graph.database.systemContext('jobs'), {
    id: '1',
    attempt: 1,
    signal: new AbortController().signal,
  });

describe('alarms', () => {
  test('TRB-41 each level is raised once, however often the job runs', async () => {
    const { id } = await report();
    for (const level of [1, 1, 2, 2, 1]) await once(alarmJob, { ticketId: decodeId(id)!.uuid, level });
    expect(await events(id, 'ticket.deadline.warning')).toHaveLength(1);
    expect(await events(id, 'ticket.overdue')).toMatchObject([
      { data: { level: 2, status: 'CLASSIFIED' }, actor_kind: 'SYSTEM' },
    ]);
  });

  test('TRB-41 a ticket that is solved raises none', async () => {
    const { id } = await report();
    await ok('faultConfirm', { ticketId: id, noFaultReason: 'CUT_OVER' });
    await once(alarmJob, { ticketId: decodeId(id)!.uuid, level: 2 });
    expect(await events(id, 'ticket.overdue')).toEqual([]);
  });

  test('TRB-41 both alarms are planned at acceptance, at 80 % of the time and at its end', async () => {
    const { id } = await report();
    const planned = async () =>
      (
        await graph.database.pool.query(
          `select round(extract(epoch from j.run_at - t.accepted_at) / extract(epoch from t.due_at - t.accepted_at), 2)::float as share
       from graphile_worker.jobs j join "problem_ticket" t on j.key like '%' || t.id || '%' where t.id = $1 order by 1`,
          [decodeId(id)!.uuid],
        )
      ).rows;
    // A job that was asked for comes into the queue just after the commit.
    await until(async () => (await planned()).length === 2);
    expect(await planned()).toEqual([{ share: 0.8 }, { share: 1 }]);
  });
});

test('TRB-10 a closed ticket goes to the archive once and never leaves it', async () => {
  const { id } = await report();
  const run = () => once(archiveJob, { ticketId: decodeId(id)!.uuid });
  await run();
  expect(await events(id, 'fault.status.changed')).toHaveLength(2);
  await ok('faultConfirm', { ticketId: id, noFaultReason: 'CUT_OVER' });
  await ok('ticketAnswer', { ticketId: id, satisfaction: 'SATISFIED' });
  await ok('ticketClose', { ticketId: id });
  await run();
  await run();
  const { data } = await graph.query(`query ($id: ID!) { node(id: $id) { ... on FaultTicket { status } } }`, { id });
  expect(data.node.status).toBe('ARCHIVED');
  expect(await events(id, 'fault.status.changed')).toHaveLength(7);
});
