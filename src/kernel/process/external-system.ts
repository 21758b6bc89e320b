import type { CallContext } from '../database/context.js';

/** A task for an outside system. */
export interface ExternalTask {
  /** Names the message for good: the receiver must take it once however often it comes. */
  messageId: string;
  /** Code of the step. */
  step: string;
  instanceNo: string;
  objectType: string | null;
  objectId: string | null;
  inputs: Readonly<Record<string, unknown>>;
}

/** What became of something that an outside system gave us to do. */
export interface ExternalReply {
  /** The message with which it was given. */
  messageId: string;
  instanceNo: string;
  /** False when it was ended by hand. */
  done: boolean;
  /** Values of the variables of the process. */
  variables: Readonly<Record<string, unknown>>;
}

/** How far an outside system is with a task. */
export interface ExternalStatus {
  /** State, in the words of the system. */
  status: string;
  /** Progress, in the words of the system. */
  progress?: string | null;
  /** When it expects to be done, as an ISO text. */
  expectedAt?: string | null;
}

/** An outside system that can be given tasks (WFL-51). What it answers comes back by `processExternalAnswer`. */
export interface ExternalSystem {
  name: string;
  /** Hands the task over; throws to be tried again. Called at least once for each message. */
  send: (task: ExternalTask, context: CallContext) => Promise<void>;
  /**
   * Takes it back because the process does not need it any more (WFL-44), or has it undone because the process goes back to before it
   * (WFL-43); throws to be tried again. Called at least once. Without it a person is asked to undo what was done.
   */
  cancel?: (messageId: string, context: CallContext) => Promise<void>;
  /** Tells it what became of what it gave us (WFL-54); throws to be tried again. Called at least once for each message. */
  reply?: (reply: ExternalReply, context: CallContext) => Promise<void>;
  /** Asks it how far a task is (WFL-66); throws when it does not say. */
  status?: (messageId: string, context: CallContext) => Promise<ExternalStatus>;
}

const systems = new Map<string, ExternalSystem>();

/** Connects an outside system under the name that steps use; a plugin does it. A later one replaces an earlier. */
export function defineExternalSystem(name: string, system: Omit<ExternalSystem, 'name'>): ExternalSystem {
  const defined = { name, ...system };
  systems.set(name, defined);
  return defined;
}

/** The outside system of this name, if one is connected. */
export const externalSystem = (name: string): ExternalSystem | undefined => systems.get(name);
