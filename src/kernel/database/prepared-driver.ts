import type { Configuration } from '@mikro-orm/core';
import { PostgreSqlConnection, PostgreSqlDriver } from '@mikro-orm/postgresql';
import type pg from 'pg';
import { positional } from './statement-text.js';

type Execute = PostgreSqlConnection['execute'];

/**
 * MikroORM's driver, but for one thing: values go beside the text of a statement, not in it. PostgreSQL parses and plans each text
 * once for a connection, and no value has to be quoted.
 */
export class PreparedDriver extends PostgreSqlDriver {
  constructor(config: Configuration) {
    super(config);
    Object.assign(this, { connection: new PreparedConnection(config) });
  }
}

class PreparedConnection extends PostgreSqlConnection {
  override async execute(...args: Parameters<Execute>): Promise<never> {
    const [given, beside = [], method = 'all', ctx, log] = args;
    const { sql, params } = typeof given === 'string' ? { sql: given, params: beside } : plain(given);
    const statement = Array.isArray(params) && params.length > 0 ? positional(sql, params) : undefined;
    if (!statement) return super.execute(...args) as Promise<never>;
    const { text, values } = statement;
    await this.ensureConnection();
    const run = async () => {
      const asked = { sql: text, parameters: values, query: { kind: 'RawNode' }, queryId: { queryId: '' } };
      return this.transformRawResult<never>(await (ctx ?? this.getClient()).executeQuery(asked), method);
    };
    return this.executeQuery(text, run, log as never);
  }
}

const plain = (query: Exclude<Parameters<Execute>[0], string>) => ('toRaw' in query ? query.toRaw() : query);

/** Texts that a connection keeps prepared at most; each costs the server some memory. */
const MAX_PREPARED = 500;
/** Texts that are counted at most, until they come a second time. */
const MAX_SEEN = 5_000;

/** Lets connections of a pool prepare the statements that come again. */
export function prepareAgain<P extends Pick<pg.Pool, 'on'>>(pool: P): P {
  const names = new Map<string, string>();
  const once = new Set<string>();
  const nameOf = (text: string): string | undefined => {
    const known = names.get(text);
    if (known || names.size >= MAX_PREPARED) return known;
    if (once.delete(text)) names.set(text, `write_${names.size}`);
    else if (once.size < MAX_SEEN) once.add(text);
    else once.clear();
    return names.get(text);
  };
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    const prepared = (...args: unknown[]) => {
      const [text, values, ...rest] = args;
      if (typeof text !== 'string' || !Array.isArray(values) || values.length === 0) return query(...args);
      return query({ text, name: nameOf(text), values }, ...rest);
    };
    Object.assign(client, { query: prepared });
  });
  return pool;
}
