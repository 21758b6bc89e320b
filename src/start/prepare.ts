import { access, ensureFunctionPoints, functionPointsOf } from '../domains/access/index.js';
import { graphResolvers } from '../graph/schema.js';
import { connectDatabase } from '../kernel/database/connect.js';
import type { Domain } from '../kernel/domain.js';
import { ensureHistoryPartitions } from '../kernel/events/index.js';
import { migrateTo } from '../migrations/migrate.js';
import { entitiesOf } from './entities.js';

/** Migrates a database and writes the reference data of the domains; what is there already stays. */
export async function prepareDatabase(url: string, domains: readonly Domain[]): Promise<void> {
  await migrateTo(url);
  const database = await connectDatabase({ url, entities: entitiesOf(domains), poolSize: 2, statementTimeoutMs: 0 });
  try {
    await ensureHistoryPartitions(database.pool);
    const context = database.systemContext('baseline');
    for (const domain of domains) await domain.baseline?.(context);
    // Fewer domains, as in tests of one, may come without a table of function points.
    if (domains.includes(access))
      await ensureFunctionPoints(context, functionPointsOf([{ name: 'graph', resolvers: graphResolvers }, ...domains]));
  } finally {
    await database.close();
  }
}
