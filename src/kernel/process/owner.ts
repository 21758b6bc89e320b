import type { Transaction } from '../database/transaction.js';

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
}

/** A process that was started, or ran already for the object. */
export interface StartedProcess {
  /** Key of the instance. */
  instanceId: string;
  instanceNo: string;
  /** Code of its template. */
  template: string;
  /** False when the object had such a process already. */
  isNew: boolean;
}

/** What runs processes; the workflow domain provides it. */
export interface ProcessEngine {
  start: (tx: Transaction, request: ProcessRequest) => Promise<StartedProcess | null>;
  end: (tx: Transaction, objectType: string, objectId: string, reason: string) => Promise<number>;
}

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
 * @returns null when no template is named and none applies
 */
export const startProcess = (tx: Transaction, request: ProcessRequest): Promise<StartedProcess | null> =>
  running().start(tx, request);

/** Ends the processes that run for an object which does not need them any more (WFL-44). @returns how many there were */
export const endProcesses = (tx: Transaction, objectType: string, objectId: string, reason: string): Promise<number> =>
  running().end(tx, objectType, objectId, reason);

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
