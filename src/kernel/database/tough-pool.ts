import type pg from 'pg';

type Release = (error?: Error | boolean) => void;
type Connected = (error: Error | undefined, client: pg.PoolClient | undefined, release: Release) => void;

/** How long a holder may take to give a broken connection back before that is done for it, in milliseconds. */
const GRACE_MS = 1_000;

/** A connection that is not there after this long is given up, in milliseconds: a request fails rather than waits for good. */
export const CONNECT_TIMEOUT_MS = 15_000;

/**
 * Makes a pool outlive what its users do when connections break. Some never give a broken connection back (a transaction whose
 * rollback fails keeps its own, until the pool has none left), some give it back twice, which an ordinary pool ends the process for.
 * Here a connection that the server has ended comes back by itself, and a second return does nothing.
 */
export function toughen<P extends Pick<pg.Pool, 'connect'>>(pool: P): P {
  const connect = pool.connect.bind(pool) as { (): Promise<pg.PoolClient>; (callback: Connected): void };
  const tough = (callback?: Connected): Promise<pg.PoolClient> | void => {
    if (!callback) return connect().then((client) => (hold(client, client.release.bind(client)), client));
    return connect((error, client, release) => callback(error, client, client ? hold(client, release) : release));
  };
  return Object.assign(pool, { connect: tough });
}

const ignore = (): void => undefined;

/** Watches over a connection as long as it is lent. @returns what gives it back, once */
function hold(client: pg.PoolClient, release: Release): Release {
  let lent = true;
  const once: Release = (error) => {
    if (!lent) return;
    lent = false;
    client.off('end', lost);
    client.off('error', ignore);
    release(error);
  };
  const lost = () => void setTimeout(() => once(true), GRACE_MS).unref();
  client.once('end', lost);
  // What breaks the connection also fails the statement in hand; without a listener it would end the process besides.
  client.on('error', ignore);
  client.release = once;
  return once;
}
