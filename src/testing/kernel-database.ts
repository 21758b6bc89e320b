import { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import { Database } from '../kernel/database/database.js';
import { PreparedDriver, prepareAgain } from '../kernel/database/prepared-driver.js';
import { eventEntities } from '../kernel/events/index.js';
import { jobEntities } from '../kernel/jobs/index.js';
import { Bool, Node, Noun } from '../kernel/model/index.js';
import { createTestDatabase } from './database.js';
import { demandIsolation } from './isolated.js';

demandIsolation();

@Noun({ tag: 'zz', description: 'Something for tests of the kernel, which knows no domain.' })
export class Sample extends Node {
  @Bool({ description: 'Changed by tests.' })
  done: boolean = false;
}

/** A database with the kernel's tables and {@link Sample}. */
export interface KernelDatabase {
  database: Database;
  /** Another view of the same database, as another server process has it. */
  another(): Promise<Database>;
  /** Closes every view and drops the database. */
  end(): Promise<void>;
}

/** Copies the test database and adds what the kernel's tests need. */
export async function createKernelDatabase(): Promise<KernelDatabase> {
  const test = await createTestDatabase();
  const opened: Database[] = [];
  const open = async () => {
    const orm = await MikroORM.init({
      clientUrl: test.url,
      entities: [Sample, ...eventEntities, ...jobEntities] as never[],
      pool: { max: 12 },
      driver: PreparedDriver,
      driverOptions: { onPoolCreated: (created: pg.Pool) => void prepareAgain(created) },
    });
    const pool = new pg.Pool({ connectionString: test.url, max: 12 });
    pool.on('error', () => undefined);
    const database = new Database(orm, pool);
    opened.push(database);
    return database;
  };
  const database = await open();
  // Only the sample is missing; the generator of schemas knows nothing of the history's partitions.
  await database.pool.query(
    'create table "sample" ("id" uuid primary key, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "done" boolean not null)',
  );
  return {
    database,
    another: open,
    end: async () => {
      for (const each of opened) await each.close();
      await test.drop();
    },
  };
}
