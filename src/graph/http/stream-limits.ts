/** Limits of connections that stay open: WebSockets and streams of server-sent events. */
export interface StreamLimits {
  /** Bytes that may wait for a client that reads too slowly; beyond them its connection ends. */
  bufferBytes: number;
  /** Operations that may run on one WebSocket at the same time. */
  operationsPerSocket: number;
  /** WebSockets and event streams that one caller may hold. */
  connectionsPerCaller: number;
  /** Milliseconds a WebSocket client has to introduce itself. */
  initTimeoutMs: number;
  /** Milliseconds between pings, below the idle timeout of common balancers; who leaves two in a row unanswered is gone. */
  pingIntervalMs: number;
  /** Milliseconds between two looks at the rights of open subscriptions: a right withdrawn takes effect after it. */
  renewIntervalMs: number;
  /** Milliseconds that a client that was told to go has before its connection is cut, and what waits for it dropped. */
  lastWordsMs: number;
}

export const defaultStreamLimits: StreamLimits = {
  bufferBytes: 1_048_576,
  operationsPerSocket: 200,
  connectionsPerCaller: 100,
  initTimeoutMs: 5_000,
  pingIntervalMs: 20_000,
  renewIntervalMs: 2_000,
  lastWordsMs: 5_000,
};

/**
 * Close codes of our own, beside those of the protocol (4400 message not understood, 4401 not introduced or no token, 4403 token
 * refused or over, 4406 other subprotocol, 4408 introduction too late, 4409 operation id in use, 4429 introduced twice, 4500 fault).
 */
export const StreamCloseCode = {
  /** The server shuts down; the reason says after how many milliseconds to come back. */
  goingAway: 1001,
  /** More waits for the client than is kept. It may come back and go on after the last cursor it received. */
  tooSlow: 4413,
  /** The caller holds too many connections. */
  tooManyConnections: 4430,
} as const;

/** Counts the open connections of each caller. */
export class CallerQuota {
  private readonly open = new Map<string, number>();

  constructor(private readonly limit: number) {}

  /** Takes a place. @returns gives it back; undefined when the caller has no place left. */
  take(caller: string): (() => void) | undefined {
    const held = this.open.get(caller) ?? 0;
    if (held >= this.limit) return undefined;
    this.open.set(caller, held + 1);
    let taken = true;
    return () => {
      if (!taken) return;
      taken = false;
      const left = (this.open.get(caller) ?? 1) - 1;
      if (left > 0) this.open.set(caller, left);
      else this.open.delete(caller);
    };
  }
}
