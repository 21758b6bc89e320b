/** What the runner asks of a server. */
export type Command =
  { publish: { from: number; count: number; gapMs: number; batch: number } } | { usage: true } | { stop: true };

/** What a server says. */
export type Answer = { ready: { port: number; token: string } } | { published: true } | { usage: Usage };

/** Cost of a process so far: bytes held by the program, bytes of the process, milliseconds of processor time. */
export interface Usage {
  memory: number;
  rss: number;
  cpuMs: number;
}

/** What the runner asks of the clients. */
export type ClientCommand =
  | { connect: { port: number; token: string; count: number } }
  | { subscribe: { query: string } }
  | { expect: { upTo: number } };

/** What the clients say. */
export type ClientAnswer = { done: true } | { received: Received };

/** What all subscribers together have received since the last time they were asked. */
export interface Received {
  deliveries: number;
  /** Events that a subscriber did not get, and those that it got again, summed over all. */
  lost: number;
  repeated: number;
  /** From the writing of the event to its arrival, in milliseconds. */
  p50: number;
  p99: number;
  /** From the first arrival to the last, in milliseconds. */
  ms: number;
  /** Connections that have been closed so far. */
  closed: number;
}
