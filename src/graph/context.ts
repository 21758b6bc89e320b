import type { CallContext } from '../kernel/database/context.js';
import type { ReadEngine } from './read/engine.js';
import type { PlainReader } from './plain/plain-reader.js';

/** What the engine adds to the context that domains know. */
export interface GraphContext extends CallContext {
  engine: ReadEngine;
  /** Rows of the operation's generated fields by response key, read ahead in one statement. */
  readAhead?: Record<string, unknown>;
  /** Why reading ahead failed; every generated field of the operation fails with it. */
  failure?: unknown;
  /** Set when reads go through entities instead of the compiler: for comparison, in tests and on the bench. */
  plain?: PlainReader;
}
