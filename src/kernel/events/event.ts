import type { Node } from '../model/noun.js';

/** How an event names the parties it concerns, so that row policies and timelines find it. */
export interface EventScope {
  customerId?: string | null | undefined;
  regionId?: string | null | undefined;
  /**
   * Key of the customer of whose bills, payments, balance or consumption its data tell: who does not see these does not see the event
   * either (CUS-03). Absent when they tell of none.
   */
  figuresOf?: string | null | undefined;
}

/** What kind of history entry an event becomes. */
export type EventKind = 'STATE_CHANGE' | 'RECORD_CHANGE' | 'BUSINESS_FACT';

/** An event that a transaction records about a subject; type names are CloudEvents types such as `order.status.changed`. */
export interface NewEvent extends EventScope {
  kind: EventKind;
  type: string;
  subject: Node;
  /** States before and after, for STATE_CHANGE; null before the first. */
  from?: string | null;
  to?: string | null;
  /** The action that caused it, such as `submit`. */
  action?: string;
  /** Why, in the caller's words. */
  reason?: string | null;
  /** Typed data of the event type; JSON, ids opaque, money as text. */
  data?: Record<string, unknown>;
}
