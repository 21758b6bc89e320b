/** @isolated: it declares a noun of its own. */
import type { Caller } from '../../kernel/access/caller.js';
import type { Database } from '../../kernel/database/database.js';
import { Bill, Client, clientA, northern } from '../../testing/reads/model.js';
import { openSampleDatabase } from '../../testing/reads/sample-database.js';
import { EntityReader } from './plain-reader.js';

let database: Database;
let close: () => Promise<void>;
const north: Caller = { kind: 'STAFF', subject: 'north', name: 'North', regionIds: northern };

beforeAll(async () => ({ database, close } = await openSampleDatabase()));
afterAll(() => close?.());

describe('reading without the compiler', () => {
  it('gives an entity again only to a caller who may see it', async () => {
    const em = database.orm.em.fork();
    const reader = new EntityReader(database, north);
    const [seen, hidden] = [
      await em.findOneOrFail(Client, { id: clientA }),
      await em.findOneOrFail(Client, { code: 'B' }),
    ];
    expect(await reader.again(seen)).toMatchObject({ code: 'A' });
    expect(await reader.again(hidden)).toBeNull();
    expect(await reader.again(await em.findOneOrFail(Bill, { number: 'B-4' }))).toBeNull();
  });
});
