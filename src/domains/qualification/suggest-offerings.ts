import type { CallContext } from '../../kernel/database/context.js';
import { uuidOf } from '../../kernel/model/index.js';
import { Offering, type OfferingRelationKind, requireKnownChannel } from '../catalogue/index.js';
import { judgeCandidates } from './judge-candidates.js';
import type { OfferingSuggestionsInput } from './offering-relation.input.js';
import { OfferingSuggestion } from './offering-suggestion.js';
import { buyerOf, judgedSale, readFacts } from './qualify-offerings.js';
import { readQualificationRows } from './read-qualification.js';

/** Most suggestions at once. */
const MOST = 50;

const PAIRS = `
  select "r"."kind", "r"."from_id" "fromId", "r"."to_id" "toId", "r"."prompt" from "offering_relation" "r"
  where "r"."from_id" = any($1::uuid[]) and "r"."kind" in ('UPGRADE', 'CROSS_SELL') and not "r"."to_id" = any($1::uuid[])
  order by "r"."kind" desc, "r"."id" limit ${MOST}`;

/**
 * Upgrades and cross-sells for what a customer has and what is in the cart, as far as they may be bought (PRD-55).
 * @throws NOT_FOUND for a customer or region that the caller may not see, or a channel that there is not
 */
export async function suggestOfferings(
  context: CallContext,
  input: OfferingSuggestionsInput,
): Promise<OfferingSuggestion[]> {
  const at = new Date();
  await requireKnownChannel(context, input.channel, ['input', 'channel']);
  const facts = await readFacts(context, input, at);
  const cart = (input.cartOfferingIds ?? []).map((id, index) => uuidOf(id, 'of', ['input', 'cartOfferingIds', index]));
  const held = (facts.customer?.held ?? []).map(({ offeringId }) => offeringId);
  const reasons = [...new Set([...held, ...cart])];
  const { rows: pairs } = await context.database.pool.query<{
    kind: OfferingRelationKind;
    fromId: string;
    toId: string;
    prompt: string | null;
  }>({ name: 'offering_suggestions', text: PAIRS, values: [reasons] });
  if (pairs.length === 0) return [];
  const ids = [...new Set(pairs.map(({ toId }) => toId))];
  const rows = await readQualificationRows(
    context,
    { ids, atLeast: ids.length },
    { at, customerId: buyerOf(context, input), withIds: cart },
  );
  const judge = await judgeCandidates(context, rows, facts, judgedSale(context, facts));
  const isUpgrade = (id: string, of: string) =>
    pairs.some(({ kind, fromId, toId }) => kind === 'UPGRADE' && fromId === of && toId === id);
  const open = new Set(
    ids.filter((id) => {
      // What an upgrade takes the place of does not stand in its way.
      const beside = cart.filter((other) => !isUpgrade(id, other));
      return judge(id, beside).objections.length === 0;
    }),
  );
  return pairs
    .filter(({ toId }) => open.has(toId))
    .map(({ kind, fromId, toId, prompt }) =>
      Object.assign(new OfferingSuggestion(), { kind, because: row(fromId), offering: row(toId), prompt }),
    );
}

/** Stands for an offering by its key; what is selected of it is read when it is answered. */
const row = (id: string): Offering => Object.assign(new Offering(), { id });
