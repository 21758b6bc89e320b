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

/** An outside system that can be given tasks (WFL-51). What it answers comes back by `processExternalAnswer`. */
export interface ExternalSystem {
  name: string;
  /** Hands the task over; throws to be tried again. Called at least once for each message. */
  send: (task: ExternalTask, context: CallContext) => Promise<void>;
  /** Takes it back because the process does not need it any more (WFL-44). */
  cancel?: (messageId: string, context: CallContext) => Promise<void>;
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
