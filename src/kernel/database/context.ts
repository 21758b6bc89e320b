import type { EntityManager } from '@mikro-orm/postgresql';
import type { Caller } from '../access/caller.js';
import type { Node } from '../model/noun.js';
import type { EventFeed } from '../events/feed.js';
import type { IdempotentCall } from '../idempotency/idempotent-call.js';
import type { Database } from './database.js';

/** What every operation of the graph runs with: one per request, or per operation on a socket. */
export interface CallContext {
  caller: Caller;
  database: Database;
  /** Events as they happen, for subscriptions. */
  feed: EventFeed;
  /** Id of the request, in logs and as the correlation id of events. */
  requestId: string;
  /** Name of the mutation that runs now; absent in reads and in work that no mutation asked for. */
  operation?: string;
  /** From where the operation was asked for; absent for work that no request asked for. */
  origin?: { ip: string; client: string | null };
  /** Set when a transaction of the running mutation has told of it in the operation log. */
  audited?: boolean;
  /** What the running mutation turned out to be about, for the operation log, where its input does not name it by an id. */
  about?: Node;
  /** True: a rehearsal. What its transactions do is undone at their end, so that only what they would answer is learnt. */
  rehearsal?: boolean;
  /** The transaction in which the operations of a rehearsal follow each other, when each is to see what those before it did. */
  stage?: EntityManager;
  /** The token that an earlier try was answered with, and that confirms it now. */
  confirmToken?: string;
  /** The proof that the customer whom the operation is about has shown a service password. */
  customerVerification?: string;
  /** The caller's idempotency key of this operation: each of its mutations takes effect once under it. */
  idempotencyKey?: string;
  /** The mutation that is running under the key; its first transaction claims it. */
  idempotency?: IdempotentCall;
}
