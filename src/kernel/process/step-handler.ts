import type { Transaction } from '../database/transaction.js';

/** What a handler of an automatic step works on. */
export interface StepRun {
  /** Key of the visit to the step: the same at each attempt, so the idempotency key for effects outside the database. */
  tokenId: string;
  /** 1 for the first attempt. */
  attempt: number;
  instanceId: string;
  /** Type and key of the object that the process is about; null when it is about none. */
  objectType: string | null;
  objectId: string | null;
  /** Values of the step's inputs. */
  inputs: Readonly<Record<string, unknown>>;
  /** True in a test of the template: nothing may be told to outside systems (WFL-27). */
  test: boolean;
}

/** What an automatic step does, and how it is undone. Both run in the transaction that moves the token, so they happen once. */
export interface StepHandler {
  name: string;
  /** @returns values for the step's outputs */
  run: (tx: Transaction, step: StepRun) => Promise<Record<string, unknown> | void>;
  /** Undoes what `run` did, given the outputs that it gave back (WFL-43). */
  compensate?: (tx: Transaction, step: StepRun, outputs: Readonly<Record<string, unknown>>) => Promise<void>;
}

const handlers = new Map<string, StepHandler>();

/** Registers what automatic steps may name (WFL-14); a domain does it when it is loaded. */
export function defineStepHandler(name: string, work: Omit<StepHandler, 'name'>): StepHandler {
  if (handlers.has(name)) throw new Error(`Two step handlers are named ${name}.`);
  const handler = { name, ...work };
  handlers.set(name, handler);
  return handler;
}

/** The handler of this name, if there is one. */
export const stepHandler = (name: string): StepHandler | undefined => handlers.get(name);

/** Names of all handlers, for those who design processes. */
export const stepHandlerNames = (): string[] => [...handlers.keys()].sort();
