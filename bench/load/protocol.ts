/** Where requests go and what they say. */
export interface Target {
  port: number;
  path: string;
  /** Beside `content-type`, `content-length` and `host`. */
  headers: Readonly<Record<string, string>>;
  /** Bodies, asked one after another and then from the beginning. */
  bodies: readonly string[];
  /** Bytes of each answer when they are known: another size is a failure. */
  sizes?: readonly number[];
}

/** When the generator stops. */
export interface Extent {
  connections: number;
  seconds?: number;
  requests?: number;
}

/** What one measurement gave. */
export interface Measured {
  requests: number;
  seconds: number;
  /** Milliseconds within which half of the answers came. */
  p50: number;
  p95: number;
  p99: number;
  /** Mean size of an answer's body. */
  bytes: number;
  /** Why answers were refused; at most a few. */
  failures: string[];
}

/** What the parent asks of the generator's process. */
export interface Job {
  target: Target;
  extent: Extent;
}
