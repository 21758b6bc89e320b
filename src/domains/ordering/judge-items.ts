import type { CallContext } from '../../kernel/database/context.js';
import type { UserError } from '../../kernel/errors/index.js';
import { CustomerServiceType } from '../catalogue/index.js';
import { judgeSale } from '../qualification/index.js';
import type { OrderSubmitInput } from './order.inputs.js';

/** Codes of what a submission finds by itself, in its own transaction. */
const FOUND_ELSEWHERE = ['NOT_IN_SALE', 'OFFERING_EXCLUDED'];

/** What the rules of sale say against the offerings that a submission installs, by their keys (PRD-44 to PRD-49). */
export async function judgeItems(context: CallContext, input: OrderSubmitInput): Promise<Map<string, UserError[]>> {
  const offeringIds = input.items.flatMap(({ action, offeringId }) =>
    action === CustomerServiceType.INSTALL && offeringId ? [offeringId] : [],
  );
  const judged = await judgeSale(context, input, [...new Set(offeringIds)]);
  return new Map(
    [...judged].map(([id, objections]) => [id, objections.filter(({ code }) => !FOUND_ELSEWHERE.includes(code))]),
  );
}
