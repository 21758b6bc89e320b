import type { CallContext } from '../../kernel/database/context.js';
import { askForRecharge } from './ask-for-recharge.js';
import { type CardOutcome, rechargeCards } from './recharge-cards.port.js';
import type { RechargeByCardInput } from './recharge.input.js';
import type { Recharge } from './recharge.js';
import { settle } from './settle-recharge.js';

/**
 * Tops accounts and services up with a card (RES-54). The recharge is written first, then the card system is asked, outside any
 * transaction, then its answer is noted. When that is lost the recharge stays REQUESTED and is settled by a job, without the secret.
 */
export async function rechargeByCard(context: CallContext, input: RechargeByCardInput): Promise<Recharge> {
  const { recharge, ask } = await context.database.write(context, (tx) => askForRecharge(tx, input));
  if (!ask || context.rehearsal) return recharge;
  const { rechargeNo, cardNo } = recharge;
  let outcome: CardOutcome;
  try {
    outcome = await rechargeCards.adapter.redeem({ rechargeNo, cardNo, cardSecret: input.cardSecret, ...ask }, context);
  } catch {
    // Whether the card was redeemed is not known; nothing of the failure is kept, since it may quote the request.
    return recharge;
  }
  return settle(context, recharge.id, outcome);
}
