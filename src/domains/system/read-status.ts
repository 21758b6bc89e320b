import type { CallContext } from '../../kernel/database/context.js';
import { DatabaseStatus, EventLogStatus, JobQueueStatus, ServerStatus, SystemStatus } from './system-status.js';

const SECONDS_SINCE = (moment: string) => `coalesce(extract(epoch from now() - ${moment}), 0)::int`;

const DATABASE = `
  select current_setting('server_version') as "version", (pg_database_size(current_database()) / 1048576)::int as "megabytes",
    (select "name" from "switchboard_migration" order by "id" desc limit 1) as "migration",
    (select count(*)::int from pg_stat_activity where "backend_type" = 'client backend') as "connections",
    current_setting('max_connections')::int as "maxConnections",
    (select ${SECONDS_SINCE('min("xact_start")')} from pg_stat_activity where "backend_type" = 'client backend' and "pid" <> pg_backend_pid())
      as "longestTransactionSeconds"`;

const JOBS = `
  select count(*) filter (where "locked_at" is null and "run_at" <= now() and "attempts" < "max_attempts")::int as "due",
    ${SECONDS_SINCE('min("run_at") filter (where "locked_at" is null and "run_at" <= now() and "attempts" < "max_attempts")')} as "oldestDueSeconds",
    count(*) filter (where "locked_at" is not null)::int as "running",
    count(*) filter (where "locked_at" is null and "run_at" > now() and "attempts" < "max_attempts")::int as "planned",
    count(*) filter (where "locked_at" is null and "attempts" >= "max_attempts")::int as "failed"
  from "graphile_worker"."jobs"`;

const EVENTS = `
  select count(*)::int as "waiting", ${SECONDS_SINCE('min("occurred_at")')} as "oldestWaitingSeconds"
  from (select "occurred_at" from "history_entry" where "position" is null limit 1000) "waiting"`;

/** Measures the system; each part by one statement. */
export async function readSystemStatus({ database: { pool } }: Pick<CallContext, 'database'>): Promise<SystemStatus> {
  const first = async <T>(text: string): Promise<T> => (await pool.query(text)).rows[0] as T;
  return Object.assign(new SystemStatus(), {
    database: Object.assign(new DatabaseStatus(), await first<object>(DATABASE)),
    jobs: Object.assign(new JobQueueStatus(), await first<object>(JOBS)),
    events: Object.assign(new EventLogStatus(), await first<object>(EVENTS)),
    server: Object.assign(new ServerStatus(), {
      node: process.version,
      uptimeSeconds: Math.round(process.uptime()),
      megabytes: Math.round(process.memoryUsage.rss() / 1048576),
    }),
  });
}
