import type pg from 'pg';
import { Customer } from '../../src/domains/customer/index.js';
import { Employee } from '../../src/domains/organisation/index.js';
import { PartyIdentification } from '../../src/domains/party/index.js';
import type { Database } from '../../src/kernel/database/database.js';
import { Batch, inTransaction, Tables } from '../bulk/batch.js';
import { seedId } from '../bulk/seed-id.js';
import { type ProfileName, profiles } from './profile.js';
import { loadReference } from './reference.js';
import { ensureSegments } from './segments.js';
import { makeStaff } from './staff.js';
import { BLOCK, type DocumentRow, type Population, Story } from './story.js';
import { tellCustomer } from './tell-customer.js';

export { type Profile, type ProfileName, profiles } from './profile.js';

export interface SeedOptions {
  database: Database;
  /** How many customers there shall be in all. */
  customers: number;
  /** Names the population, 1 to 999,999: each seed makes other customers, the same ones each time; 1 by default. */
  seed?: number;
  /** Sizes per customer; `demo` by default. */
  profile?: ProfileName;
  /** The moment at which the population is looked at; the beginning of today in UTC by default. */
  anchor?: Date;
  /** Blocks of customers at work at the same time, each over a connection; 2 by default. */
  workers?: number;
  /** Called after each committed block with the number of customers so far. */
  progress?: (customers: number) => void;
}

/** What a run did. */
export interface SeedReport {
  /** Customers that were made now. */
  created: number;
  /** Customers of the population that were there already. */
  present: number;
  /** Rows written now, by noun; events stand under `HistoryEntry`. */
  rows: Record<string, number>;
}

/** While the database writes one, the next is made up. */
const WORKERS = 2;
/** So many new customers change the statistics of every table. */
const ANALYZE_FROM = 1_000;

/**
 * Makes a population of customers with everything that belongs to them. It is the same for the same seed, profile and anchor, and a
 * smaller one is the beginning of a larger one. Blocks are committed one by one: a run may be killed and started again, and customers
 * who are there already are left alone. The rows keep the rules of the domains; their numbers never meet those that services give.
 */
export async function seedDemo(options: SeedOptions): Promise<SeedReport> {
  const { database, customers, seed = 1, profile = 'demo', progress } = options;
  if (!Number.isInteger(customers) || customers < 0 || customers > 99_999_999)
    throw new RangeError('The number of customers must be a whole number from 0 to 99,999,999.');
  if (!Number.isInteger(seed) || seed < 1 || seed > 999_999)
    throw new RangeError('The seed must be a whole number from 1 to 999,999.');
  const anchor = new Date(options.anchor ?? new Date().toISOString().slice(0, 10));
  const tables = new Tables(database.orm);
  const reference = await loadReference(database);
  const segments = await ensureSegments(database);
  const staff = await hireStaff(database, seed, reference, tables);
  const population: Population = { seed, anchor, profile: profiles[profile], reference, staff, segments };
  const report: SeedReport = { created: 0, present: 0, rows: {} };
  let next = 0;
  const work = async () => {
    while (next < customers) {
      const first = next;
      const last = Math.min(first + BLOCK, customers);
      next = last;
      const created = await inTransaction(database.pool, (client) =>
        writeBlock(client, population, tables, first, last, report.rows),
      );
      report.created += created;
      report.present += last - first - created;
      progress?.(report.created + report.present);
    }
  };
  const workers = Array.from({ length: options.workers ?? WORKERS }, () =>
    work().catch((error: unknown) => {
      // The other worker ends after its block.
      next = customers;
      throw error;
    }),
  );
  const failed = (await Promise.allSettled(workers)).find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
  if (report.created >= ANALYZE_FROM) await database.pool.query('analyze');
  return report;
}

async function hireStaff(database: Database, seed: number, reference: Population['reference'], tables: Tables) {
  const { rows } = await database.pool.query('select 1 from "employee" where "id" = $1', [seedId(seed, Employee, -1)]);
  const batch = rows.length > 0 ? undefined : new Batch(tables);
  const staff = await makeStaff(database, seed, reference, batch);
  if (batch) await inTransaction(database.pool, (client) => batch.write(client));
  return staff;
}

/** Writes the customers of a block who are not there yet; each of them has all of its rows or none. */
async function writeBlock(
  client: pg.PoolClient,
  population: Population,
  tables: Tables,
  first: number,
  last: number,
  rows: Record<string, number>,
): Promise<number> {
  const ids = Array.from({ length: last - first }, (_, offset) => seedId(population.seed, Customer, first + offset));
  const known = await client.query<{ id: string }>('select "id" from "customer" where "id" = any($1::uuid[])', [ids]);
  const present = new Set(known.rows.map(({ id }) => id));
  if (present.size === ids.length) return 0;
  const batch = new Batch(tables);
  const documents: DocumentRow[] = [];
  for (const [offset, id] of ids.entries()) {
    if (!present.has(id)) tellCustomer(new Story(population, first + offset, batch, documents));
  }
  for (const document of await freeDocuments(client, documents)) batch.add(PartyIdentification, document);
  await batch.write(client);
  for (const [noun, count] of Object.entries(batch.counts())) rows[noun] = (rows[noun] ?? 0) + count;
  return ids.length - present.size;
}

/** A document belongs to one party only: those that another population gave out are left away. */
async function freeDocuments(client: pg.PoolClient, documents: readonly DocumentRow[]): Promise<DocumentRow[]> {
  const numbers = documents.map(({ number }) => number);
  const { rows } = await client.query<{ number: string }>(
    'select "number" from "party_identification" where "number" = any($1)',
    [numbers],
  );
  const taken = new Set(rows.map(({ number }) => number));
  return documents.filter(({ number }) => !taken.has(number!));
}
