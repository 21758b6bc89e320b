import type { EntityManager } from '@mikro-orm/postgresql';
import type { Transaction } from '../database/transaction.js';
import { type InputPath, refuse } from '../errors/index.js';
import type { Node } from '../model/index.js';
import type { WorkState } from './step-handler.js';

/** How a process ended. */
export interface ProcessOutcome {
  /** Key of the instance. */
  instanceId: string;
  instanceNo: string;
  template: string;
  objectType: string;
  /** Opaque id of the object. */
  objectId: string;
  /** COMPLETED: it came to its end; TERMINATED: a person ended it. */
  status: 'COMPLETED' | 'TERMINATED';
  /** Values of its variables. */
  variables: Readonly<Record<string, unknown>>;
  reason: string | null;
}

/** What a domain wants started for one of its objects. */
export interface ProcessRequest {
  /** Type of the object, such as `Order`; templates are chosen by it. */
  objectType: string;
  /** Opaque id of the object. */
  objectId: string;
  /** What it is about, for people. */
  subject?: string | null;
  /** Code of the template; without it the one that applies is chosen. */
  template?: string;
  /** Only templates for exactly this type of object are chosen, none for any type. */
  ownTemplatesOnly?: boolean;
  /** Key of the region whose staff work on it. */
  regionId?: string | null;
  handlingGrade?: string | null;
  /** Instances with the same key wait for each other. */
  correlationKey?: string | null;
  /** Values of the variables, and what applicability rules may ask for. */
  variables?: Readonly<Record<string, unknown>>;
  /** Only templates with a step that this handler does are chosen: those that do what the domain needs done. */
  handler?: string;
  /** When no template applies, an instance without one waits for a dispatcher, who names it; else nothing is started. */
  toDispatcher?: boolean;
  /** True when the object is new, so that nothing can run for it already. */
  fresh?: boolean;
}

/** A process that was started, or ran already for the object. */
export interface StartedProcess {
  /** Key of the instance. */
  instanceId: string;
  instanceNo: string;
  /** The row of the instance. */
  instance: Node;
  /** Code of its template; null when a dispatcher is to name it. */
  template: string | null;
  /** False when the object had such a process already. */
  isNew: boolean;
}

/** A step that is to be done before another. */
export interface StepBefore {
  step: string;
  name: string;
}

/** What runs processes; the workflow domain provides it. */
export interface ProcessEngine {
  start: (tx: Transaction, request: ProcessRequest) => Promise<StartedProcess | null>;
  end: (tx: Transaction, objectType: string, objectId: string, reason: string) => Promise<number>;
  terminate: (tx: Transaction, instanceId: string, reason: string) => Promise<void>;
  hold: (tx: Transaction, instanceId: string, reason: string | null) => Promise<void>;
  resume: (tx: Transaction, instanceId: string, reason: string | null) => Promise<void>;
  wake: (tx: Transaction, instanceId: string) => void;
  standsAt: (em: EntityManager, instanceId: string, handler: string) => Promise<boolean>;
  standsBefore: (em: EntityManager, instanceId: string, handlers: readonly string[]) => Promise<StepBefore | null>;
  endStep: (tx: Transaction, instanceId: string, ends: StepEnds) => Promise<boolean>;
  renewSteps: (tx: Transaction, instanceId: string, handlers: readonly string[]) => Promise<void>;
  workOn: (tx: Transaction, about: Node, state: WorkState, reason: string | null) => Promise<boolean>;
  holdWork: (tx: Transaction, about: Node) => Promise<boolean>;
  resumeWork: (tx: Transaction, about: Node) => Promise<boolean>;
}

/** What comes out of steps, by the names of the handlers that do them. */
export type StepEnds = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

let engine: ProcessEngine | undefined;
const owners = new Map<string, (tx: Transaction, outcome: ProcessOutcome) => Promise<void>>();

/** Connects what runs processes. */
export function provideProcessEngine(provided: ProcessEngine): void {
  engine = provided;
}

function running(): ProcessEngine {
  if (!engine) throw new Error('Nothing here runs processes: the workflow domain is not loaded.');
  return engine;
}

/**
 * Starts a process for an object, such as an approval, in the transaction of the caller (WFL-34, WFL-35). Its outcome is told to the
 * owner of the object's type in the transaction in which the process ends.
 * @returns null when no template applies and no dispatcher is to name one
 */
export const startProcess = (tx: Transaction, request: ProcessRequest): Promise<StartedProcess | null> =>
  running().start(tx, request);

/** Ends the processes that run for an object which does not need them any more (WFL-44). @returns how many there were */
export const endProcesses = (tx: Transaction, objectType: string, objectId: string, reason: string): Promise<number> =>
  running().end(tx, objectType, objectId, reason);

/** Ends one process, whatever it is about (WFL-44). One that has ended stays as it is. */
export const endProcess = (tx: Transaction, instanceId: string, reason: string): Promise<void> =>
  running().terminate(tx, instanceId, reason);

/** Holds a process of the caller's domain: nothing in it goes on, and its limits stand still (WFL-45). One that is held stays so. */
export const holdProcess = (tx: Transaction, instanceId: string, reason: string | null): Promise<void> =>
  running().hold(tx, instanceId, reason);

/** Lets a held process of the caller's domain go on (WFL-45). One that is not held stays as it is. */
export const resumeProcess = (tx: Transaction, instanceId: string, reason: string | null): Promise<void> =>
  running().resume(tx, instanceId, reason);

/** Has everything done in a process that can be done by itself, once this transaction has committed. */
export const wakeProcess = (tx: Transaction, instanceId: string): void => running().wake(tx, instanceId);

/**
 * Whether a process stands at a step that a handler does, whose work is not over: what its domain does outside, it does there only.
 * @param em of the transaction that has moved it, or of who only reads
 */
export const standsAt = (em: EntityManager, instanceId: string, handler: string): Promise<boolean> =>
  running().standsAt(em, instanceId, handler);

/**
 * Refuses what belongs to steps that some handlers do while their process stands before them, at work of others that is not done: naming that
 * step (WFL-36). What only goes on by itself is not waited for, nor is a process that has not begun, or comes to no such step.
 */
export async function refuseBeforeTurn(
  em: EntityManager,
  instanceId: string,
  handlers: readonly string[],
  path: InputPath,
): Promise<void> {
  const before = await running().standsBefore(em, instanceId, handlers);
  if (before) refuse('NOT_ITS_TURN', `${before.name} comes first.`, path, { ...before });
}

/**
 * Ends the steps at which a process stands and that one of the handlers does, with what came out of them: work that a domain began there, or
 * in place of a handler that has not run yet. The process goes on in the transaction of the caller. Tasks of persons end with their step;
 * those of the domain itself stay as they are, and go on when the process comes to such a step again.
 * @returns whether there was such a step; false too while the process is just coming to it, and the handler itself says what comes out
 */
export const endStep = (tx: Transaction, instanceId: string, ends: StepEnds): Promise<boolean> =>
  running().endStep(tx, instanceId, ends);

/**
 * Asks the handlers that begin work anew at the steps where a process stands, because their object has changed: what they begin is shown
 * as tasks, what it takes the place of is taken back, and a step whose work they say is over is left, with the tasks of persons that it
 * still has. Nothing while the process is just coming to a step, for then its handler sees the object as it is.
 */
export const renewSteps = (tx: Transaction, instanceId: string, handlers: readonly string[]): Promise<void> =>
  running().renewSteps(tx, instanceId, handlers);

/**
 * Brings the task about an object into the state in which the work stands, in the transaction in which the domain learns of it. The domain
 * holds what its process is about, so that two never tell at once. @returns whether there is a task that is not ended
 */
export const workOn = (
  tx: Transaction,
  about: Node,
  state: WorkState,
  reason: string | null = null,
): Promise<boolean> => running().workOn(tx, about, state, reason);

/**
 * Lets the limits stand still that the work on an object has in its process: that of its task, and of the process as a whole, which cannot end
 * without it; other work goes on by its own limits (WFL-45). @returns false when there is no such task, or it is held already
 */
export const holdWork = (tx: Transaction, about: Node): Promise<boolean> => running().holdWork(tx, about);

/** Lets the work on an object go on; what was left of its limits is left still (WFL-45). @returns false when it was not held */
export const resumeWork = (tx: Transaction, about: Node): Promise<boolean> => running().resumeWork(tx, about);

/** Says what a domain does when a process about one of its objects has ended; what it refuses keeps the process from ending. */
export function onProcessEnd(
  objectType: string,
  told: (tx: Transaction, outcome: ProcessOutcome) => Promise<void>,
): void {
  if (owners.has(objectType)) throw new Error(`Two domains want to know of the ends of processes about ${objectType}.`);
  owners.set(objectType, told);
}

/** Tells the owner of the object, if there is one. */
export async function tellOwner(tx: Transaction, outcome: ProcessOutcome): Promise<void> {
  await owners.get(outcome.objectType)?.(tx, outcome);
}
