import type { CustomerServiceType } from '../../../src/domains/catalogue/index.js';
import type { Actor } from '../../bulk/history.js';
import type { Who } from '../customer/party.js';
import type { Change } from './changes.js';
import type { HeldInstance, Holding } from './holding.js';
import type { Outcome } from './outcomes.js';

/** What an order says and what becomes of it. */
export interface OrderStory {
  number: number;
  who: Who;
  account: string;
  enteredBy: Actor;
  reviewer: Actor;
  enteredAt: Date;
  /** When the last of its work is done, or was done so far. */
  until: Date;
  installs: readonly Holding[];
  changes: readonly Change[];
  /** Offerings that are given up as a whole. */
  removals: readonly Holding[];
  outcome: Outcome;
  /** Whether its service orders are kept. */
  detailed: boolean;
}

/** One line with the instances that it works on. */
export interface Line {
  id: string;
  action: CustomerServiceType;
  instances: HeldInstance[];
  change?: Change;
  reason: string | null;
}
