import pg from 'pg';
import type { GraphQLSchema } from 'graphql';
import type { Config } from '../kernel/config/config.js';
import { eventSelection, webhookTargets } from '../domains/integration/index.js';
import { confirmationSecret, tokenIssuer } from '../kernel/access/index.js';
import { signToken } from '../kernel/access/token.js';
import { auditSealing } from '../kernel/audit/index.js';
import { connectDatabase } from '../kernel/database/connect.js';
import type { Database } from '../kernel/database/database.js';
import { toughen } from '../kernel/database/tough-pool.js';
import type { Domain } from '../kernel/domain.js';
import { historyUpkeep, startEvents } from '../kernel/events/index.js';
import { versionUpkeep } from '../kernel/versions/index.js';
import { idempotencyExpiry } from '../kernel/idempotency/index.js';
import { jobUpkeep, startJobs } from '../kernel/jobs/index.js';
import type { Logger } from '../kernel/log/log.js';
import { openPorts, type Plugin } from '../kernel/ports.js';
import type { Example } from '../graph/http/index.js';
import { entitiesOf } from './entities.js';
import { EventSelections } from './event-selection.js';
import { connectInspection, openDocuments, registerOwn } from './documents.js';
import { createServer } from './graph.js';
import { connectOperations } from './graph-operations.js';
import { graphSchema } from './graph-schema.js';

export { graphSchema } from './graph-schema.js';

export interface ApplicationOptions {
  config: Config;
  log: Logger;
  /** Connection string of a database that `prepareDatabase` has seen. */
  databaseUrl: string;
  domains: readonly Domain[];
  plugins: readonly Plugin[];
  examples?: readonly Example[];
}

/** A running Switchboard. */
export interface Application {
  url: string;
  database: Database;
  schema: GraphQLSchema;
  /** Stops taking work, finishes what runs, and lets go of the database. */
  close(): Promise<void>;
}

/** Jobs of one process that run at the same time. */
const JOB_CONCURRENCY = 4;

/** Starts events, jobs and the server over a prepared database. */
export async function startApplication(options: ApplicationOptions): Promise<Application> {
  const { config, log, domains, plugins } = options;
  const schema = graphSchema(domains);
  for (const plugin of plugins) plugin.connect({ config });
  const { poolSize, statementTimeoutMs } = config.database;
  const database = await connectDatabase({
    url: options.databaseUrl,
    entities: entitiesOf(domains),
    poolSize,
    statementTimeoutMs,
  });
  database.onPlainFault((error, operation) => log.error({ err: error, operation }, 'a plain write failed'));
  const closing: (() => Promise<unknown>)[] = [() => database.close()];
  const close = async () => {
    for (const step of closing.splice(0).reverse()) await step();
  };
  try {
    eventSelection.connect(new EventSelections(schema, database), 'graph');
    connectInspection(schema);
    connectOperations(domains, database);
    webhookTargets.connect({ allowHttp: config.environment === 'development', ...config.webhooks }, 'configuration');
    confirmationSecret.connect({ secret: config.token.secret }, 'configuration');
    tokenIssuer.connect({ sign: (claims, ttl) => signToken(config, claims, ttl) }, 'configuration');
    if (openPorts().length) throw new Error(`No plugin is connected to: ${openPorts().join(', ')}.`);
    const buses = plugins.flatMap((plugin) => plugin.openBus?.({ config, log }) ?? []);
    for (const bus of buses) closing.push(() => bus.close());
    if (buses.length > 1) throw new Error('Two plugins bring an event bus; only one can be configured.');
    const events = await startEvents({ database, log, ...(buses[0] ? { bus: buses[0] } : {}) });
    closing.push(() => events.stop());
    const jobPool = toughen(
      new pg.Pool({
        connectionString: options.databaseUrl,
        // The queue asks for as many as jobs that wait for outside systems may run at a time.
        max: 4 * JOB_CONCURRENCY,
        application_name: 'switchboard-jobs',
        keepAlive: true,
      }),
    );
    closing.push(() => jobPool.end());
    const parts = [
      jobUpkeep(),
      historyUpkeep(config.history),
      versionUpkeep(config.versions),
      idempotencyExpiry(config.idempotency),
      auditSealing(),
      ...domains,
      ...plugins,
    ];
    const jobs = await startJobs({
      database,
      pool: jobPool,
      definitions: parts.flatMap((part) => part.jobs ?? []),
      schedules: parts.flatMap((part) => part.schedules ?? []),
      byTheClock: config.schedules,
      concurrency: JOB_CONCURRENCY,
      log,
    });
    closing.push(() => jobs.stop());
    for (const domain of domains) {
      const end = domain.start?.(database.systemContext(domain.name));
      if (end) closing.push(end);
    }
    await registerOwn(database, options.examples ?? [], log);
    const trusted = openDocuments(database, log);
    closing.push(() => trusted.close());
    const downloads = domains.flatMap((domain) => domain.downloads ?? []);
    const server = createServer({
      config,
      log,
      database,
      schema,
      trusted,
      downloads,
      examples: options.examples ?? [],
    });
    const { url } = await server.listen();
    closing.push(() => server.close());
    return { url, database, schema, close };
  } catch (error) {
    await close();
    throw error;
  }
}
