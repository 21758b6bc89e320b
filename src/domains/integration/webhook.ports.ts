import type { Caller } from '../../kernel/access/caller.js';
import { Port } from '../../kernel/ports.js';

/** Reads what a selection asks of an event: the graph, as this domain needs it. */
export interface EventSelectionPort {
  /** Why a selection cannot be used by this caller, in words; empty when it can. A selection is a fragment on HistoryEntry. */
  check(selection: string, caller: Caller): readonly string[];
  /**
   * Reads a selection of an event with the rights of the caller.
   * @param eventId opaque id of the entry of the history
   * @returns null when the caller may not see the event
   * @throws when the selection cannot be read now
   */
  read(selection: string, eventId: string, caller: Caller): Promise<Record<string, unknown> | null>;
}

export const eventSelection = new Port<EventSelectionPort>('event-selection');

/** Which targets webhooks may have, as the operator configured it. */
export interface WebhookTargetRules {
  /** Whether targets may be reached without encryption: in development only. */
  allowHttp: boolean;
  /** Names or addresses of hosts that are reached although they lie in a private network, and without encryption if need be. */
  allowPrivate: readonly string[];
}

export const webhookTargets = new Port<WebhookTargetRules>('webhook-targets');
