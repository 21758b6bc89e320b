import type { CallContext } from '../../kernel/database/context.js';
import type { Caller } from '../../kernel/access/index.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';

/** What another system is asked. No tables are shared. */
export interface CollaborationRequest {
  /** Names the request for good: the receiver must take it once however often it comes. */
  messageId: string;
  orderNo: string;
  event: string;
  detail: string;
  /** Code and name of the unit that asks. */
  requester: { code: string; name: string };
  /** When the reply is wanted; null without a limit. */
  dueAt: Date | null;
}

/** What became of something that another system asked of us. */
export interface CollaborationAnswer {
  /** The message with which it was asked. */
  messageId: string;
  orderNo: string;
  /** False when it was given up. */
  done: boolean;
  /** Why it was given up; null otherwise. */
  reason: string | null;
  /** What the units replied. */
  replies: readonly { organization: string; handler: string | null; repliedAt: Date | null; reply: string | null }[];
}

/** Another system, perhaps that of another region, with which collaboration orders are exchanged (OPS-41 to OPS-43). */
export interface CollaborationSystem {
  name: string;
  /** Hands a request over and answers with its reference; throws to be tried again. Called at least once for each message. */
  send: (request: CollaborationRequest, context: CallContext) => Promise<{ externalRef: string | null }>;
  /** Takes a request back that was replaced or cancelled. Called at least once. */
  withdraw?: (messageId: string, context: CallContext) => Promise<void>;
  /** Tells it what became of what it asked; throws to be tried again. Called at least once for each message. */
  answer?: (answer: CollaborationAnswer, context: CallContext) => Promise<void>;
}

const systems = new Map<string, CollaborationSystem>();

/** Connects another system under the name by which orders are sent to it; a plugin does it. A later one replaces an earlier. */
export function defineCollaborationSystem(name: string, system: Omit<CollaborationSystem, 'name'>): void {
  systems.set(name, { name, ...system });
}

/** The other system of this name, if one is connected. */
export const collaborationSystem = (name: string): CollaborationSystem | undefined => systems.get(name);

/**
 * The other system that calls: by the name of its key, or, for an administrator who acts in its place, by the name that they give.
 * Refuses with UNKNOWN_SYSTEM one that is not connected.
 */
export function callingSystem(caller: Caller, named: string | null | undefined, path: InputPath): string {
  const own = caller.kind === 'SYSTEM' ? caller.name : named;
  if (named && own !== named) refuse('UNKNOWN_SYSTEM', 'A system calls in its own name.', path);
  if (!own || !systems.has(own)) return refuse('UNKNOWN_SYSTEM', 'No other system of this name is connected.', path);
  return own;
}
