import type { Claims } from '../../kernel/access/token.js';
import { UnauthenticatedError } from '../../kernel/access/token.error.js';
import { isConnectionLoss } from '../../kernel/database/failures.js';
import type { Logger } from '../../kernel/log/log.js';
import type { OpenSubscription } from '../subscribe/subscriptions.js';

/** A connection whose rights are looked at again while it is open. */
export interface Renewable {
  readonly claims: Claims | undefined;
  readonly subscriptions: ReadonlySet<OpenSubscription<object>>;
  /** The context of its subscriptions with the rights that hold now. */
  context(): Promise<object>;
  /** Ends the connection: its token is over. */
  expire(message: string): void;
}

interface Parts {
  connections: () => Iterable<Renewable>;
  refreshRights: ((claims: readonly Claims[]) => Promise<void>) | undefined;
  /** Lets go of what is held for clients that reconnect; called now and then. */
  forgetOld: () => void;
  log: Logger;
}

/** How often tokens are compared with the clock, in milliseconds. */
const CLOCK_MS = 500;

/** Ends connections with their tokens, and resolves the rights of running subscriptions again and again. */
export class Renewal {
  private readonly timers: NodeJS.Timeout[];
  private running = false;

  /** @param interval milliseconds between two looks at the rights. */
  constructor(
    private readonly parts: Parts,
    interval: number,
  ) {
    this.timers = [setInterval(() => this.expire(), CLOCK_MS), setInterval(() => void this.renewAll(), interval)];
    for (const timer of this.timers) timer.unref();
  }

  stop(): void {
    for (const timer of this.timers) clearInterval(timer);
  }

  /** Looks at the rights of one connection now. */
  async renew(connection: Renewable): Promise<void> {
    if (connection.subscriptions.size === 0) return;
    let context: object;
    try {
      context = await connection.context();
    } catch (error) {
      // Without the database no event comes either; once it is back, so is the answer.
      if (isConnectionLoss(error)) return;
      for (const { subscriber } of connection.subscriptions) subscriber.end(error);
      return;
    }
    for (const subscription of connection.subscriptions)
      await subscription.renew(context).catch((error: unknown) => subscription.subscriber.end(error));
  }

  private expire(): void {
    const now = Date.now();
    for (const connection of this.parts.connections())
      if (connection.claims && connection.claims.exp * 1_000 <= now)
        connection.expire(new UnauthenticatedError('expired').message);
  }

  private async renewAll(): Promise<void> {
    if (this.running) return;
    this.running = true;
    this.parts.forgetOld();
    try {
      const connections = [...this.parts.connections()].filter(({ subscriptions }) => subscriptions.size > 0);
      await this.parts.refreshRights?.(connections.flatMap(({ claims }) => claims ?? []));
      for (const connection of connections) await this.renew(connection);
    } catch (error) {
      this.parts.log.warn({ err: error }, 'The rights of subscribers could not be looked up.');
    } finally {
      this.running = false;
    }
  }
}
