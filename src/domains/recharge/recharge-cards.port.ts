import type { CallContext } from '../../kernel/database/context.js';
import { Port } from '../../kernel/ports.js';

/** A card that is to be redeemed. No tables are shared. */
export interface RedeemRequest {
  /** Number of the recharge: the card system redeems once for it, however often it is asked. */
  rechargeNo: string;
  cardNo: string;
  /** Secret under the coating of the card. Not to be kept or logged. */
  cardSecret: string;
  /** Currency, ISO 4217, in which the value is needed; a card of another one is refused unused. */
  currency: string;
  /** The card is refused unused when it is worth less; decimal text. */
  least: string;
}

/** Why a card was not redeemed. */
export type CardRefusal = 'BAD_SECRET' | 'UNKNOWN_CARD' | 'USED' | 'EXPIRED' | 'VALUE_TOO_SMALL' | 'OTHER_CURRENCY';

/** What became of a card. */
export type CardOutcome =
  | { status: 'REDEEMED'; amount: string; currency: string; externalRef: string }
  | { status: 'REFUSED'; code: CardRefusal; externalRef: string };

/** The recharge card system as this domain needs it (RES-54). A call that throws leaves open what became of the card. */
export interface RechargeCardsPort {
  /** Redeems a card, once for each number of a recharge. */
  redeem(request: RedeemRequest, context: CallContext): Promise<CardOutcome>;
  /**
   * What became of a recharge whose answer was lost. After NOT_ARRIVED the card system refuses to redeem anything under the number,
   * so that a request that is still on its way comes to nothing.
   */
  outcome(rechargeNo: string, context: CallContext): Promise<CardOutcome | { status: 'NOT_ARRIVED' }>;
}

export const rechargeCards = new Port<RechargeCardsPort>('recharge-cards');
