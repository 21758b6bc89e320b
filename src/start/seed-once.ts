import { seedDemo } from '../../seeds/demo/index.js';
import type { Config } from '../kernel/config/config.js';
import type { Database } from '../kernel/database/database.js';
import type { Logger } from '../kernel/log/log.js';

/** On the first start, fills an empty database with demo customers, so that there is something to look at. */
export async function seedOnce(config: Pick<Config, 'demoCustomers'>, log: Logger, database: Database): Promise<void> {
  if (config.demoCustomers === 0) return;
  const { rows } = await database.pool.query('select 1 from customer limit 1');
  if (rows.length > 0) return;
  log.info({ customers: config.demoCustomers }, 'Seeding demo customers.');
  await seedDemo({ database, customers: config.demoCustomers });
}
