import type { BenchCaller } from '../data/caller.ts';
import type { Operation, Variables } from '../operations/operation.ts';

/** What a measured server is started with. */
export interface Surroundings {
  databaseUrl: string;
  caller: BenchCaller;
  /** Connections to PostgreSQL, the same for all. */
  pool: number;
  /** A folder for what a server writes; removed at the end. */
  scratch: string;
}

/** A server that takes part. */
export interface Contestant {
  /** Name in the figures. */
  name: string;
  /** Why it cannot take part in this build, if so. */
  missing?: () => string | undefined;
  /** Another contestant whose process it asks as a caller of its own; `script` and `environment` are that one's. */
  inProcessOf?: string;
  /** The script of its process. */
  script: string;
  /** Environment of its process; `PORT` is added. */
  environment: (surroundings: Surroundings) => Record<string, string>;
  path: string;
  headers: (surroundings: Surroundings) => Record<string, string>;
  /** True: its answers are the JSON values that Switchboard gives; otherwise they only hold the same scalar values. */
  sameAnswer?: boolean;
  /** True: its answers are Switchboard's byte for byte. */
  sameBytes?: boolean;
  /** The body of a request, in its language. */
  body: (operation: Operation, variables: Variables, surroundings: Surroundings) => string;
}

/** A contestant's running process. */
export interface RunningServer {
  contestant: Contestant;
  surroundings: Surroundings;
  port: number;
  pid: number;
  stop(): Promise<void>;
}
