import type { EntityManager } from '@mikro-orm/postgresql';
import type { Node } from '../model/noun.js';
import type { Class } from '../model/registry.js';
import type { Database, WriteContext } from './database.js';
import type { NativeInsert } from './native-insert.js';
import { NotPlain } from './not-plain.js';
import { PlainRows } from './plain-rows.js';
import { statementName } from './statement-name.js';
import { positional } from './statement-text.js';
import { type Reader, Transaction } from './transaction.js';

/** Whoever asks the entity manager for anything needs the database. */
const ABSENT = new Proxy(
  {},
  {
    get() {
      throw new NotPlain();
    },
  },
) as EntityManager;

/**
 * One business operation on rows that one look has found. It is worked out in memory by the same code as in an ordinary
 * transaction, and written by one statement, if every row still is as it was seen. Whatever needs more throws {@link NotPlain}.
 */
export class PlainTransaction extends Transaction {
  private readonly rows: PlainRows;

  constructor(
    private readonly database: Database,
    context: WriteContext,
  ) {
    super(ABSENT, context.caller, context.requestId, database.pool, database.clock());
    this.rows = new PlainRows(database.orm.getMetadata());
  }

  /** An entity of a row that a look has found as JSON; written with the others if it is changed. @param mark its `xmin` */
  row<T extends Node>(noun: Class<T>, row: Readonly<Record<string, unknown>>, mark: string): T {
    return this.rows.found(noun, row, mark);
  }

  /** Takes an entity of a plain operation before this one up, as that has left it. */
  keep(entity: Node): void {
    this.rows.keep(entity);
  }

  override add<T extends Node>(entity: T): T {
    this.rows.add(entity);
    return entity;
  }

  override get reader(): Reader {
    const { pool } = this.database;
    return {
      execute: async <T>(sql: string, values: readonly unknown[]) => {
        const statement = positional(sql, values)!;
        return (await pool.query({ ...statement, name: statementName(statement.text) })).rows as T;
      },
    };
  }

  /** An object of which only some fields are known. */
  partial<T extends Node>(noun: Class<T>, fields: Partial<T> & { id: string }): T {
    return this.rows.partial(noun, fields);
  }

  /** The one statement that writes all of it, if every row still is as it was seen. @param beside what is written with it */
  statement(beside: NativeInsert | undefined): PlainStatement {
    const inserts = [...this.records(), beside].filter((insert) => insert !== undefined);
    return this.rows.statement(inserts, this.at);
  }

  /** Writes all or nothing. @returns the mark that all rows have now that were changed; undefined when one did not stand as it was seen */
  async write({ text, values }: PlainStatement): Promise<string | undefined> {
    const { rows } = await this.pool.query<{ mark: string }>({ text, values, name: statementName(text) });
    const mark = rows[0]?.mark;
    if (mark !== undefined) this.rows.written(mark);
    return mark;
  }
}

/** A statement with its values. */
export interface PlainStatement {
  text: string;
  values: unknown[];
}
