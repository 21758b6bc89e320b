import type { Transaction } from '../database/transaction.js';
import type { InputPath } from '../errors/index.js';

/** A task of a process about an object, as somebody is about to end it. */
export interface EndingTask {
  /** Key of the instance that it belongs to. */
  instanceId: string;
  /** Opaque id of the object. */
  objectId: string;
  /** Code of the template. */
  template: string;
  step: string;
  /** What came out of it, by name. */
  outputs: Readonly<Record<string, unknown>>;
  reason: string | null;
}

/** A task of a process about an object that somebody gets. */
export interface GivenTask extends Pick<EndingTask, 'instanceId' | 'objectId' | 'template' | 'step'> {
  /** Key of the employee who gets it. */
  employee: string;
  /** Where a refusal points to. */
  path: InputPath;
}

/** What a domain demands of those who work on processes about its objects, or dispatch them. */
export interface TaskRule {
  /** Locks what the end of the process will change, before the process itself is locked: all operations lock in this order. */
  lock: (tx: Transaction, objectId: string) => Promise<void>;
  /**
   * Says why a process may not be ended or handed over by hand that goes where its object goes; null when it may. Without it all may.
   */
  steers?: (tx: Transaction, process: { instanceId: string; objectId: string }) => Promise<string | null>;
  /**
   * Handlers of the steps one of which the object needs next, while a process goes where it goes: nobody moves the process past them. Without it
   * such a process is not moved by hand at all.
   */
  needs?: (tx: Transaction, objectId: string) => Promise<readonly string[]>;
  /**
   * Holds the object with the process that goes where it goes, and lets it go on with that, in the same transaction (WFL-45); the object is locked.
   * Without it such a process is not held by hand: its object is.
   */
  holds?: {
    hold: (tx: Transaction, objectId: string) => Promise<void>;
    /** Called when the process goes on again. */
    resume: (tx: Transaction, objectId: string) => Promise<void>;
  };
  /** Handler of the step that a process must have which goes where its object goes: with it the work on the object is over. */
  handler?: string;
  /** Output, true or false, that a step of every process about such an object must have: with it the process says what was decided. */
  verdict?: string;
  /** Refuses whoever may not have the task of a person, and notes who has it from now on. */
  given?: (tx: Transaction, task: GivenTask) => Promise<void>;
  /** Refuses an end that is not allowed, and notes one that is. */
  ending?: (tx: Transaction, task: EndingTask) => Promise<void>;
}

const rules = new Map<string, TaskRule>();

/** Says what a domain demands of those who end tasks of processes about its objects. */
export function defineTaskRule(objectType: string, rule: TaskRule): void {
  if (rules.has(objectType)) throw new Error(`Two domains rule over the tasks of processes about ${objectType}.`);
  rules.set(objectType, rule);
}

/** The rule for tasks of processes about objects of a type, if there is one. */
export const taskRule = (objectType: string | null | undefined): TaskRule | undefined =>
  objectType ? rules.get(objectType) : undefined;
