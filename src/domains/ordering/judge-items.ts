import type { CallContext } from '../../kernel/database/context.js';
import { type UserError, userError } from '../../kernel/errors/index.js';
import { decodeId } from '../../kernel/model/index.js';
import { CustomerServiceType } from '../catalogue/index.js';
import { judgeRules } from '../qualification/index.js';
import { levelTooGood } from '../resource/index.js';
import type { OrderSubmitInput } from './order.inputs.js';

/** Codes of what a submission finds by itself, in its own transaction. */
const FOUND_ELSEWHERE = ['NOT_IN_SALE'];

/** What was said about a submission before its transaction. */
export interface JudgedItems {
  /** What speaks against the sale of the offerings of the lines, by their keys, and against the levels of their numbers, by number. */
  against: ReadonlyMap<string, readonly UserError[]>;
  /** Numbers of the versions by whose rules the offerings were judged, by their keys (PRD-53). */
  versions: ReadonlyMap<string, number>;
}

/** Of a submission that is not judged. */
export const NOT_JUDGED: JudgedItems = { against: new Map(), versions: new Map() };

/**
 * What the rules of sale say against the offerings that a submission installs, by their keys (PRD-44 to PRD-49), and what speaks against the
 * levels of the numbers that it chooses, by number (RES-38).
 */
export async function judgeItems(context: CallContext, input: OrderSubmitInput): Promise<JudgedItems> {
  const offeringIds = input.items.flatMap(({ action, offeringId }) =>
    action === CustomerServiceType.INSTALL && offeringId ? [offeringId] : [],
  );
  const judged = await judgeRules(context, input, [...new Set(offeringIds)]);
  const against = new Map(
    [...judged].map(([id, { objections }]) => [id, objections.filter(({ code }) => !FOUND_ELSEWHERE.includes(code))]),
  );
  const customerId = decodeId(input.customerId)!.uuid;
  for (const number of new Set(input.items.flatMap((item) => item.number ?? []))) {
    const found = await levelTooGood(context, number, customerId);
    if (!found) continue;
    const message = `Numbers may be chosen from level ${found.from}.`;
    against.set(number, [userError('LEVEL_TOO_GOOD', message, ['number'], { ...found })]);
  }
  return { against, versions: new Map([...judged].map(([id, { version }]) => [id, version])) };
}
