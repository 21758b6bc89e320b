import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { MikroORM } from '@mikro-orm/postgresql';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Node } from '../../src/kernel/model/noun.js';
import type { Class } from '../../src/kernel/model/registry.js';
import { HISTORY_COPY, historyLine, type PastEvent, positionField, takePositions } from './history.js';
import { LineBuffer } from './line-buffer.js';
import { type Row, type Table, tableOf } from './table.js';

/** Bytes of one message to the server. */
const CHUNK = 256 * 1024;

/** Which tables there are and in which order they are filled; made once for many batches. */
export class Tables {
  private readonly known = new Map<Class, Table>();

  constructor(private readonly orm: MikroORM) {}

  of(noun: Class): Table {
    let table = this.known.get(noun);
    if (!table) this.known.set(noun, (table = tableOf(this.orm, noun)));
    return table;
  }

  /** The nouns sorted so that each stands behind those it refers to. */
  inOrder(nouns: Iterable<Class>): Class[] {
    const wanted = new Set(nouns);
    const sorted = new Set<Class>();
    const visit = (noun: Class, path: readonly Class[]): void => {
      if (sorted.has(noun) || path.includes(noun)) return;
      for (const other of wanted) {
        const refers = this.of(noun).targets.some((target) => target === other || other.prototype instanceof target);
        if (other !== noun && refers) visit(other, [...path, noun]);
      }
      sorted.add(noun);
    };
    for (const noun of wanted) visit(noun, []);
    return [...sorted];
  }
}

/** Rows and events that are written together. */
export class Batch {
  private readonly lines = new Map<Class, LineBuffer>();
  private readonly events = new LineBuffer();

  constructor(private readonly tables: Tables) {}

  /** Adds a row; whoever calls makes sure that it obeys the rules of its domain. */
  add<T extends Node>(noun: Class<T>, row: Row<T>): void {
    let lines = this.lines.get(noun);
    if (!lines) this.lines.set(noun, (lines = new LineBuffer()));
    lines.add(this.tables.of(noun).line(row));
  }

  /** Adds events to the history; those of one subject in the order in which they happened. */
  record(...events: readonly PastEvent[]): void {
    for (const event of events) this.events.add(historyLine(event));
  }

  /** How many rows of each noun the batch holds, by name; events stand under `HistoryEntry`. */
  counts(): Record<string, number> {
    const rows = [...this.lines].map(([noun, lines]) => [noun.name, lines.count] as const);
    return Object.fromEntries([...rows, ['HistoryEntry', this.events.count]]);
  }

  /** Writes everything over a connection that is in a transaction. */
  async write(client: pg.PoolClient): Promise<void> {
    for (const noun of this.tables.inOrder(this.lines.keys()))
      await copy(client, this.tables.of(noun).copy, this.lines.get(noun)!);
    if (this.events.count === 0) return;
    // Last, because the relay of a running server waits for the counter until the commit.
    const first = await takePositions(client, this.events.count);
    await copy(
      client,
      HISTORY_COPY,
      this.events.with((index) => positionField(first + index)),
    );
  }
}

async function copy(client: pg.PoolClient, statement: string, lines: LineBuffer): Promise<void> {
  const stream = client.query(copyFrom(statement));
  const done = finished(stream);
  // Awaited below; a failure in between must not count as unhandled.
  done.catch(() => undefined);
  const bytes = lines.whole();
  for (let start = 0; start < bytes.length; start += CHUNK) {
    if (!stream.write(bytes.subarray(start, start + CHUNK))) await Promise.race([once(stream, 'drain'), done]);
  }
  stream.end();
  await done;
}

/** Runs `work` in a transaction of its own over one connection of the pool; slow indexes do not run into the statement timeout. */
export async function inTransaction<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query(`begin; set local statement_timeout = 0; set local synchronous_commit = off`);
    const result = await work(client);
    await client.query('commit');
    client.release();
    return result;
  } catch (error) {
    await client.query('rollback').then(
      () => client.release(),
      (failure: Error) => client.release(failure),
    );
    throw error;
  }
}
