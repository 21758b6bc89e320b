import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestGraph, type As, type TestGraph } from '../../testing/graph.js';
import { hire, type Hired } from '../../testing/staff.js';
import { encodeId } from '../../kernel/model/index.js';

const STATUS = `{ systemStatus {
  database { version migration megabytes connections maxConnections longestTransactionSeconds }
  jobs { due oldestDueSeconds running planned failed }
  events { waiting oldestWaitingSeconds }
  server { node uptimeSeconds megabytes }
} }`;

let graph: TestGraph;
let clerk: Hired;

beforeAll(async () => {
  graph = await startTestGraph();
  clerk = await hire(graph, 'S1', 'H4401', ['HALL_CLERK']);
});
afterAll(() => graph.close());

const status = async (as: As = 'admin') => (await graph.query(STATUS, {}, { as })).data.systemStatus;

/** The employee as another caller: rights are remembered for seconds by the claims of a token. */
const again = (as: As): As => ({ ...(as as object), name: 'Again' }) as As;

describe('system monitoring', () => {
  test('SYS-58 tells those who run the system how database, jobs, events and server do, as they change', async () => {
    const before = await status();
    const { rows } = await graph.database.pool.query(
      `select "name" from "switchboard_migration" order by "id" desc limit 1`,
    );
    expect(before.database.migration).toBe(rows[0].name);
    expect(before.database.connections).toBeGreaterThan(0);
    expect(before.database.connections).toBeLessThanOrEqual(before.database.maxConnections);
    expect(before.server.node).toBe(process.version);

    const add = (task: string, more: string) =>
      graph.database.pool.query(`select "graphile_worker"."add_job"('${task}', '{}'::json, ${more})`);
    // No worker here has a handler of this name, so both stay.
    await add('nobody.does', `run_at := now() - interval '1 minute'`);
    await add('nobody.does', `run_at := now() + interval '1 hour'`);
    const client = await graph.database.pool.connect();
    try {
      await client.query('begin');
      await client.query(`select pg_sleep(1.1)`);
      const after = await status();
      expect(after.jobs.due).toBe(before.jobs.due + 1);
      expect(after.jobs.oldestDueSeconds).toBeGreaterThanOrEqual(60);
      expect(after.jobs.planned).toBeGreaterThanOrEqual(before.jobs.planned + 1);
      expect(after.database.longestTransactionSeconds).toBeGreaterThanOrEqual(1);
    } finally {
      await client.query('rollback');
      client.release();
    }
  });

  test('SYS-58 is under a permission of its own, which is granted like any other', async () => {
    const partner: As = { sub: 'somebody', role: 'partner' };
    for (const as of [clerk.as, partner]) {
      const { data, errors } = await graph.query(STATUS, {}, { as });
      expect([data ?? null, errors?.[0]?.extensions['code']]).toEqual([null, 'FORBIDDEN']);
    }
    const { rows } = await graph.database.pool.query(
      `select "id" from "function_point" where "code" = 'system.monitor'`,
    );
    const input = { employeeIds: [clerk.id], functionPointIds: [encodeId('fp', rows[0].id)] };
    const grant = `mutation ($input: PermissionGrantInput!) { permissionGrant(input: $input) { userErrors { code } rejections { row } } }`;
    expect((await graph.query(grant, { input })).data.permissionGrant).toEqual({ userErrors: [], rejections: [] });
    expect(await status(again(clerk.as))).toMatchObject({ server: { node: process.version } });
  });
});
