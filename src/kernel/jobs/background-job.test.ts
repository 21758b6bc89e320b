import { type As, startTestGraph, type TestGraph } from '../../testing/graph.js';
import { until } from '../../testing/until.js';

let graph: TestGraph;
beforeAll(async () => {
  graph = await startTestGraph({ SCHEDULES: 'true' });
});
afterAll(() => graph?.close());

const JOBS = `{ backgroundJobs(first: 10, filter: { name: { eq: "test.unknown" } }) {
  nodes { id name queue state attempts maxAttempts runAt startedAt lastError } } }`;

describe('jobs in the graph', () => {
  it('are those of the queue, with their state and what went wrong', async () => {
    await graph.database.pool.query(
      `select graphile_worker.add_job('test.unknown', '{}', queue_name => 'q', run_at => '2040-01-01', max_attempts => 3)`,
    );
    const [waiting] = (await graph.query(JOBS)).data.backgroundJobs.nodes;
    expect(waiting).toMatchObject({
      queue: 'q',
      state: 'WAITING',
      attempts: 0,
      maxAttempts: 3,
      runAt: '2040-01-01T00:00:00.000Z',
      startedAt: null,
      lastError: null,
    });
    const set = (sql: string) =>
      graph.database.pool.query(`update graphile_worker._private_jobs set ${sql} where max_attempts = 3`);
    await set(`attempts = 1, last_error = 'broken'`);
    const node = async () =>
      (
        await graph.query(`query ($id: ID!) { node(id: $id) { ... on BackgroundJob { state lastError } } }`, {
          id: waiting.id,
        })
      ).data.node;
    expect(await node()).toEqual({ state: 'RETRYING', lastError: 'broken' });
    await set(`locked_at = now(), locked_by = 'x'`);
    expect((await node()).state).toBe('RUNNING');
    await set(`locked_at = null, locked_by = null, attempts = 3`);
    expect((await node()).state).toBe('FAILED');
  });

  it('start by schedules, which say when they ran last', async () => {
    const { data } = await graph.query(`{ jobSchedules(first: 50) { nodes { code cron job description lastRunAt } } }`);
    expect(data.jobSchedules.nodes).toContainEqual({
      code: 'history.partitions',
      cron: '23 2 * * *',
      job: 'history.partitions',
      description: expect.any(String),
      lastRunAt: null,
    });
    const known = `update graphile_worker._private_known_crontabs set last_execution = '2026-01-01 10:00Z' where identifier = 'history.partitions'`;
    await until(async () => (await graph.database.pool.query(known)).rowCount === 1);
    const ran = await graph.query(`{ jobSchedule(code: "history.partitions") { lastRunAt } }`);
    expect(ran.data.jobSchedule.lastRunAt).toBe('2026-01-01T10:00:00.000Z');
  });

  it('are for administrators only', async () => {
    const staff: As = { sub: 's', role: 'staff', region: '44' };
    const { data } = await graph.query(
      `{ backgroundJobs { totalCount } jobSchedules { totalCount } }`,
      {},
      { as: staff },
    );
    expect(data).toEqual({ backgroundJobs: { totalCount: 0 }, jobSchedules: { totalCount: 0 } });
  });
});
