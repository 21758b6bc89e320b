import { Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import { runMigrations } from 'graphile-worker';
import type { Migration } from '@mikro-orm/migrations';
import { migrations } from './index.js';

/**
 * Brings a database to the newest schema: the job queue's tables and ours.
 * @param to name of the last migration to run; the newest when absent
 * @returns names of the migrations that were run now
 */
export async function migrateTo(url: string, to?: string): Promise<string[]> {
  await runMigrations({ connectionString: url, logger: undefined });
  const orm = await MikroORM.init({
    clientUrl: url,
    entities: [],
    discovery: { warnWhenNoEntities: false },
    extensions: [Migrator],
    logger: () => undefined,
    migrations: {
      tableName: 'switchboard_migration',
      snapshot: false,
      migrationsList: migrations.map((migration) => ({
        name: migration.name,
        class: migration as unknown as new (...args: never) => Migration,
      })) as never,
    },
  });
  try {
    const done = await orm.migrator.up(to === undefined ? {} : { to });
    return done.map((migration) => migration.name);
  } finally {
    await orm.close(true);
  }
}
