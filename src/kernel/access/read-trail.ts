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
  /** Keys of the rows, of any traced noun. */
  keys: ReadonlySet<string>;
}

type Listener = (read: TracedRead) => void;

const traced = new Set<Class>();
const listeners = new Set<Listener>();

/** Says that whoever is shown rows of these nouns is to be remembered, but for customers, whose own data they are. */
export function traceReads(...nouns: Class[]): void {
  for (const noun of nouns) traced.add(noun);
}

/** Whether reads of a noun by callers of this kind are remembered. */
export function tracesReads(noun: NounMeta, kind: Caller['kind']): boolean {
  return kind !== 'CUSTOMER' && [noun, ...ancestors(noun)].some(({ target }) => traced.has(target));
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
