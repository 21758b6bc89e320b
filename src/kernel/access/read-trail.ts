import type pg from 'pg';
import type { Class, NounMeta } from '../model/registry.js';
import { ancestors } from '../model/registry.js';
import type { Caller } from './caller.js';

/** Rows of personal data that an operation has shown to somebody. */
export interface TracedRead {
  /** The database that was read. */
  pool: pg.Pool;
  caller: Caller;
  /** Name of the operation in the caller's document; without one, the field of the graph that was asked. */
  operation: string;
  at: Date;
  /** Whose data it was: what the nouns of its rows are traced by, each with a key, as in `customer:0190…`. */
  marks: ReadonlySet<string>;
}

/** What the rows of a noun are traced by. */
export interface ReadMark {
  /** What the key is of, such as `customer`. */
  of: string;
  /** The field that holds the key; where it is empty, the row is nobody's. The key of the row itself is `id`. */
  field: string;
}

type Listener = (read: TracedRead) => void;

const traced = new Map<Class, ReadMark>();
const listeners = new Set<Listener>();

/**
 * Says that whoever is shown rows of a noun is to be remembered, but for customers, whose own data they are.
 * @param of what its rows are known by to whoever remembers
 * @param field the field of the noun that holds the key of that; a row is known by its own key else
 */
export function traceReads(noun: Class, of: string, field = 'id'): void {
  traced.set(noun, { of, field });
}

/** What reads of a noun by callers of this kind are remembered by; undefined when they are not. */
export function readMark(noun: NounMeta, kind: Caller['kind']): ReadMark | undefined {
  if (kind === 'CUSTOMER') return undefined;
  for (const { target } of [noun, ...ancestors(noun)]) if (traced.has(target)) return traced.get(target);
  return undefined;
}

/** Hears of traced reads; it is called before the answer goes out, so it must neither block nor throw. @returns ends it */
export function onTracedRead(listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Tells of a traced read. */
export function tellRead(read: TracedRead): void {
  for (const listener of listeners) listener(read);
}
