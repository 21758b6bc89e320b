import type { CallContext } from '../../kernel/database/context.js';
import { encodeId, uuidOf } from '../../kernel/model/index.js';
import { Offering, requireKnownChannel } from '../catalogue/index.js';
import { readSaleFacts, type SaleFacts } from '../pricing/index.js';
import { addShortages } from './add-shortages.js';
import { readAdmittedValues } from './admitted-values.js';
import { judgeCandidates, type Judgement } from './judge-candidates.js';
import type { JudgedSale } from './judge-rules.js';
import type { OfferingQualificationInput } from './qualification.input.js';
import { OfferingQualification, QualifiedOffering } from './qualification.js';
import { type CandidateFilter, readAtOnce, readQualificationRows } from './read-qualification.js';
import { isToldReasons } from './sale-relations.js';

const DEFAULT_PAGE = 20;
/** Fewest offerings that are read at once when only those that may be bought are wanted; most that rules leave open are among them. */
const LEAST_READ = 50;
/** Most offerings that are judged for one page when only those that may be bought are wanted. */
const MOST_JUDGED = 1_000;

/**
 * Which offerings may be bought by whom, where and through which channel, and why not the rest (PRD-110), by the judgement by which orders
 * are taken.
 * @throws NOT_FOUND for a customer or region that the caller may not see, or a channel that there is not
 */
export async function qualifyOfferings(
  context: CallContext,
  input: OfferingQualificationInput,
): Promise<OfferingQualification> {
  const at = input.at ? new Date(input.at) : new Date();
  const filter = filterOf(input);
  const customerId = buyerOf(context, input);
  const known = readFacts(context, input, at);
  const readFirst = async () => {
    if (input.qualifiedOnly) filter.admitted = await readAdmittedValues(context, (await known).values);
    return readQualificationRows(context, filter, { at, customerId });
  };
  const [facts, first] = await Promise.all([
    known,
    readFirst(),
    requireKnownChannel(context, input.channel, ['input', 'channel']),
  ]);
  const sale = judgedSale(context, facts);
  const wanted = input.first ?? DEFAULT_PAGE;
  const items: QualifiedOffering[] = [];
  let rows = first;
  let lastId: string | null = null;
  let more = false;
  for (let judged = 0; ;) {
    const judge = await judgeCandidates(context, rows, facts, sale);
    for (const id of rows.askedIds) {
      if (items.length === wanted && !input.offeringIds) {
        more = true;
        break;
      }
      judged += 1;
      lastId = id;
      const judgement = judge(id);
      if (!input.qualifiedOnly || judgement.objections.length === 0) items.push(shown(id, judgement));
    }
    if (more || input.offeringIds) break;
    if (rows.askedIds.length < readAtOnce(filter.atLeast)) {
      // Those that were passed over behind the last one need not be looked at again.
      more = rows.lookedAt?.more ?? false;
      lastId = rows.lookedAt?.lastId ?? lastId;
      break;
    }
    if (items.length === wanted || judged >= MOST_JUDGED) {
      more = true;
      break;
    }
    rows = await readQualificationRows(context, { ...filter, afterId: lastId ?? undefined }, { at, customerId });
  }
  await addShortages(context, items, facts.regions);
  return Object.assign(new OfferingQualification(), {
    at,
    items,
    hasNextPage: more,
    endCursor: lastId && encodeId('of', lastId),
  });
}

/** Key of the customer for whom is asked, such as one at self-service; null when nobody is named. */
export const buyerOf = (
  { caller }: Pick<CallContext, 'caller'>,
  { customerId }: { customerId?: string | null },
): string | null => (customerId ? uuidOf(customerId, 'cu', ['input', 'customerId']) : (caller.customerId ?? null));

/** How a sale bears on the judgement of offerings. */
export function judgedSale({ caller }: Pick<CallContext, 'caller'>, facts: SaleFacts): JudgedSale {
  return {
    values: facts.values,
    regions: facts.regions,
    channelMustBeOpen: caller.kind === 'PARTNER',
    explained: isToldReasons(caller),
  };
}

const PARTNER = `select "code" from "party" where "id" = $1`;

/** What is known of the sale. A partner sells through the channel that bears its own code, or its name at sign-in, whatever it says (PRD-48). */
export async function readFacts(
  context: CallContext,
  input: Pick<OfferingQualificationInput, 'customerId' | 'regionId' | 'channel'>,
  at: Date,
): Promise<SaleFacts> {
  const { caller, database } = context;
  if (caller.kind !== 'PARTNER') return readSaleFacts(context, input, at);
  const { rows } = await database.pool.query<{ code: string | null }>({
    name: 'qualification_partner',
    text: PARTNER,
    values: [caller.partnerId ?? null],
  });
  return readSaleFacts(context, input, at, rows[0]?.code ?? caller.subject);
}

function filterOf(input: OfferingQualificationInput): CandidateFilter {
  const id = (value: string | null | undefined, tag: string, field: string) =>
    value ? uuidOf(value, tag, ['input', field]) : undefined;
  const ids = input.offeringIds?.map((each, index) => uuidOf(each, 'of', ['input', 'offeringIds', index]));
  return {
    ids,
    headingId: id(input.catalogueNodeId, 'cn', 'catalogueNodeId'),
    productLineId: id(input.productLineId, 'pl', 'productLineId'),
    search: input.search ?? undefined,
    afterId: id(input.after, 'of', 'after'),
    // One more than the page tells whether there is a next one; those that are left out are made up for.
    atLeast: ids?.length ?? Math.max(input.qualifiedOnly ? LEAST_READ : 0, (input.first ?? DEFAULT_PAGE) + 1),
  };
}

function shown(id: string, { objections, requiredIds }: Judgement): QualifiedOffering {
  return Object.assign(new QualifiedOffering(), {
    offering: row(id),
    qualified: objections.length === 0,
    objections,
    requires: requiredIds.map(row),
    shortages: [],
  });
}

/** Stands for an offering by its key; what is selected of it is read when it is answered. */
const row = (id: string): Offering => Object.assign(new Offering(), { id });
