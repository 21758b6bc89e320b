import { MikroORM } from '@mikro-orm/postgresql';
import { connectDatabase } from '../../kernel/database/connect.js';
import type { Database } from '../../kernel/database/database.js';
import { eventEntities } from '../../kernel/events/index.js';
import { Money, TimePeriod } from '../../kernel/model/index.js';
import { createTestDatabase } from '../database.js';
import { sample, sampleRows } from './model.js';
import './reports.js';

/** A database with the tables and rows of the sample model. */
export async function openSampleDatabase(): Promise<{ database: Database; close(): Promise<void> }> {
  const test = await createTestDatabase();
  const orm = await MikroORM.init({
    clientUrl: test.url,
    entities: [Money, TimePeriod, ...sample.entities] as never[],
  });
  await orm.em.getConnection().execute(await orm.schema.getCreateSchemaSQL());
  await orm.close();
  const database = await connectDatabase({
    url: test.url,
    entities: [Money, TimePeriod, ...eventEntities, ...sample.entities],
    poolSize: 4,
    statementTimeoutMs: 10_000,
  });
  const em = database.orm.em.fork();
  em.persist(sampleRows());
  await em.flush();
  return {
    database,
    close: async () => {
      await database.close();
      await test.drop();
    },
  };
}
