import type { Claims } from '../../kernel/access/token.js';
import { UnauthenticatedError } from '../../kernel/access/token.error.js';
import { codedError } from '../../kernel/errors/coded-error.js';
import type { Connection } from './connection.js';
import { bearerToken } from './credentials.js';
import { CallerQuota } from './stream-limits.js';

/** Lets callers in, and lets them renew their tokens on the open connection. */
export class Admission {
  private readonly quota: CallerQuota;

  constructor(
    private readonly authenticate: (token: string) => Promise<Claims>,
    /** Resolves the rights of a connection's subscriptions again. */
    private readonly renewed: (connection: Connection) => Promise<void>,
    connectionsPerCaller: number,
  ) {
    this.quota = new CallerQuota(connectionsPerCaller);
  }

  /**
   * Notes who calls on a socket, which counts among the caller's connections until it is closed.
   * @throws UnauthenticatedError; TOO_MANY_CONNECTIONS.
   */
  async introduce(connection: Connection, token: string | undefined): Promise<void> {
    if (!token) throw new UnauthenticatedError('missing');
    const claims = await this.authenticate(token);
    const release = this.enter(claims);
    connection.claims = claims;
    const { socket } = connection.parts;
    if (socket.readyState === socket.OPEN) socket.once('close', release);
    else release();
  }

  /** Takes one of the caller's places. @returns gives it back. @throws TOO_MANY_CONNECTIONS. */
  enter({ role, sub }: Claims): () => void {
    const release = this.quota.take(`${role} ${sub}`);
    if (release) return release;
    throw codedError('TOO_MANY_CONNECTIONS', 'The caller holds too many connections.');
  }

  /**
   * Answers a client's ping. With `{ authorization: "Bearer …" }` the token takes the place of the one before, for the same caller,
   * and the pong says `{ renewed: true, expiresAt }` when its rights hold; a token that is refused changes nothing, and the pong says
   * `{ renewed: false, code: "UNAUTHENTICATED", message }`. Any other payload comes back as it is.
   */
  async answerPing(connection: Connection, payload: Record<string, unknown> | undefined): Promise<object | undefined> {
    if (typeof payload?.['authorization'] !== 'string' || !connection.claims) return payload;
    try {
      const token = bearerToken(payload['authorization']);
      if (!token) throw new UnauthenticatedError('missing');
      const claims = await this.authenticate(token);
      // Another person would take over subscriptions, counts and log lines that are not theirs.
      if (claims.sub !== connection.claims.sub || claims.role !== connection.claims.role)
        throw new UnauthenticatedError('invalid');
      connection.claims = claims;
      await this.renewed(connection);
      return { renewed: true, expiresAt: new Date(claims.exp * 1_000).toISOString() };
    } catch (error) {
      if (!(error instanceof UnauthenticatedError)) throw error;
      return { renewed: false, code: error.code, message: error.message };
    }
  }
}
