import type pg from 'pg';

/** Statements that a connection keeps prepared at most: each costs the server some hundred kilobytes. */
const MAX_PREPARED = 250;

/** A statement as `pg` takes it; the rows of the answer come as lists. */
export interface NamedStatement {
  name: string;
  text: string;
  values: unknown[];
}

interface Internals {
  /** What `pg` believes to be prepared, by name. */
  connection?: { parsedStatements?: Record<string, string> };
}

/**
 * Runs statements of reads on the connections of a pool. A statement is prepared when it comes a second time, and those that were not
 * asked for longest make room: a client that sends another text each time costs the server no memory.
 */
export class PreparedReads {
  /** Names that a connection has prepared, the one used last at the end. */
  private readonly prepared = new WeakMap<object, Map<string, true>>();

  /** @param limit statements that a connection keeps prepared */
  constructor(
    private readonly pool: Pick<pg.Pool, 'connect'>,
    private readonly limit = MAX_PREPARED,
  ) {}

  /** @param again whether the statement has run before, so that it is worth preparing */
  run({ name, text, values }: NamedStatement, again: boolean): Promise<pg.QueryArrayResult> {
    return new Promise((resolve, reject) => {
      this.pool.connect((fault, client, release) => {
        if (fault || !client) return reject(fault ?? new Error('The pool gave no connection.'));
        // As the pool's own query does: a connection on which something failed is not used again.
        const fail = (error: Error) => {
          release(error);
          reject(error);
        };
        const ask = () =>
          client.query({ ...(again ? { name } : {}), text, values, rowMode: 'array' }, (error, result) => {
            if (error) return fail(error);
            release();
            resolve(result as unknown as pg.QueryArrayResult);
          });
        const oldest = again ? this.roomFor(client, name) : undefined;
        if (oldest === undefined) return ask();
        client.query(`deallocate "${oldest}"`, (error) => {
          if (error) return fail(error);
          delete (client as Internals).connection?.parsedStatements?.[oldest];
          ask();
        });
      });
    });
  }

  /** Takes note that a connection prepares or uses a statement. @returns the one that has to go for it, if any */
  private roomFor(client: object, name: string): string | undefined {
    let names = this.prepared.get(client);
    if (!names) this.prepared.set(client, (names = new Map()));
    const known = names.delete(name);
    names.set(name, true);
    if (known || names.size <= this.limit) return undefined;
    const oldest = names.keys().next().value!;
    names.delete(oldest);
    return oldest;
  }
}
