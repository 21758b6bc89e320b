import type { Transaction } from '../database/transaction.js';
import type { Refusal } from '../errors/index.js';
import type { Node } from '../model/index.js';
import type { StepDefinition } from './definition.js';

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
  /** Code and name of the step. */
  step: string;
  name: string;
  /** Who does it, where the process says so. */
  operator: StepDefinition['operator'];
  /** Values of the step's inputs. */
  inputs: Readonly<Record<string, unknown>>;
  /** True in a test of the template: nothing may be told to outside systems (WFL-27). */
  test: boolean;
}

/** Where a piece of work stands that a domain shows as a task; for a task of a person only OPEN, DONE and TAKEN_BACK. */
export type WorkState =
  /** Not handed over yet, or to be handed over again. */
  | 'OPEN'
  /** An outside system has it. */
  | 'SENT'
  /** The outside system has told of progress. */
  | 'UNDER_WAY'
  /** The outside system could not do it. */
  | 'FAILED'
  | 'DONE'
  /** Not needed any more. */
  | 'TAKEN_BACK';

/** A piece of work that a step consists of; it is shown as a task, in work lists and when processes are watched (WFL-40). */
export interface StepTask {
  /** What is worked on, such as a service order. */
  about: Node;
  /** What is to be done, for people. */
  name: string;
  /** Who does it; absent or null when an outside system does, with which the domain speaks itself. */
  operator?: StepDefinition['operator'];
  /** By when it should be done; absent or null for the limit of the step. */
  dueAt?: Date | null;
  /** Where it stands already; OPEN when absent. */
  state?: WorkState;
}

/**
 * What a domain has begun at a step: tasks, also none, that it ends with `endStep`; or what came out of it, when nothing is left to be done
 * there, also with tasks that go on meanwhile.
 */
export type StepWork =
  { tasks: readonly StepTask[] } | { outputs: Readonly<Record<string, unknown>>; tasks?: readonly StepTask[] };

/** What an automatic step does, and how it is undone. All run in the transaction that moves the token, so they happen once. */
export interface StepHandler {
  name: string;
  /** Does the work. @returns values for the step's outputs */
  run?: (tx: Transaction, step: StepRun) => Promise<Record<string, unknown> | void>;
  /**
   * In place of `run`, begins work that takes its time and that the domain ends with `endStep`; called when the process comes to the step,
   * in that transaction, and again after a retry. It may not end steps of the process itself: what it gives back says whether it is done.
   */
  begin?: (tx: Transaction, step: StepRun) => Promise<StepWork>;
  /**
   * Lets `run` work in the transaction that comes to the step instead of a job of its own: ALWAYS, where whoever brings the process there
   * must find it done and a refusal must refuse what they do; IN_RUN, when a job of the process brings it there.
   */
  inline?: 'ALWAYS' | 'IN_RUN';
  /** What comes out of the step when the business refuses its work; without it the process stops there for a dispatcher (WFL-46). */
  refused?: (tx: Transaction, step: StepRun, refusal: Refusal) => Promise<Record<string, unknown> | void>;
  /**
   * For a step whose work is done on the object with which its process goes: says why the process cannot be taken back from or over it; null when
   * it can. Asked of such a process only. Nobody passes such a step over by hand while the object needs it (WFL-37, WFL-42).
   * @param outputs what came out of its work; null while the process stands there
   */
  binds?: (
    tx: Transaction,
    step: StepRun,
    outputs: Readonly<Record<string, unknown>> | null,
  ) => Promise<string | null> | string | null;
  /** Undoes what was done, given the outputs that came of it (WFL-43): where a step names the handler for it, and always where it `binds`. */
  compensate?: (tx: Transaction, step: StepRun, outputs: Readonly<Record<string, unknown>>) => Promise<void>;
}

const handlers = new Map<string, StepHandler>();

/** Registers what automatic steps may name (WFL-14); a domain does it when it is loaded. */
export function defineStepHandler(name: string, work: Omit<StepHandler, 'name'>): StepHandler {
  if (handlers.has(name)) throw new Error(`Two step handlers are named ${name}.`);
  if (!work.run === !work.begin) throw new Error(`The step handler ${name} either runs or begins something.`);
  const handler = { name, ...work };
  handlers.set(name, handler);
  return handler;
}

/** The handler of this name, if there is one. */
export const stepHandler = (name: string): StepHandler | undefined => handlers.get(name);

/** Names of all handlers, for those who design processes. */
export const stepHandlerNames = (): string[] => [...handlers.keys()].sort();
