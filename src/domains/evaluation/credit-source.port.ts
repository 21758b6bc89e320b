import type { CallContext } from '../../kernel/database/context.js';
import { Port } from '../../kernel/ports.js';

/** A rating as the source gives it; nothing of it is trusted. Decimals are texts. */
export interface GivenRating {
  customerCode: string;
  /** 0 to 100. */
  score: string;
  /** ISO 8601. */
  evaluatedAt: string;
}

/** A part of the ratings of a cycle. */
export interface RatingsPage {
  ratings: readonly GivenRating[];
  /** Where the next part begins; null at the end. */
  next: string | null;
}

/**
 * Where credit is worked out, such as billing (CRD-03). It may be asked for the same part again; an error ends the collection,
 * which is tried again later.
 */
export interface CreditSourcePort {
  /** @param after `next` of the part before; null for the first one */
  ratings(cycle: string, after: string | null, context: CallContext): Promise<RatingsPage>;
}

export const creditSource = new Port<CreditSourcePort>('credit-source');
