import { GraphQLError } from 'graphql';
import type { CallContext } from '../../kernel/database/context.js';
import type { UserError } from '../../kernel/errors/index.js';
import { decodeId } from '../../kernel/model/index.js';
import { judgeOfferings } from './judge-offering.js';
import { readQualificationRows } from './qualification-rows.js';
import { buyerOf, judgedSale, readFacts } from './qualify-offerings.js';

/** What speaks against the sale of an offering. */
export interface SaleJudgement {
  objections: UserError[];
  /** Number of the version by whose rules it was judged (PRD-53). */
  version: number;
}

/**
 * What speaks now against the sale of offerings to a customer through a channel, by their keys, for those who take orders. Empty for a
 * customer that the caller may not see: the order itself will say so.
 */
export async function judgeSale(
  context: CallContext,
  { customerId, channel }: { customerId: string; channel?: string | null },
  offeringIds: readonly string[],
): Promise<Map<string, SaleJudgement>> {
  const ids = offeringIds.flatMap((id) => decodeId(id)?.uuid ?? []);
  if (ids.length === 0) return new Map();
  const at = new Date();
  try {
    const [facts, rows] = await Promise.all([
      readFacts(context, { customerId, ...(channel ? { channel } : {}) }, at),
      readQualificationRows(context, { ids, atLeast: ids.length }, at, buyerOf(context, { customerId })),
    ]);
    const judgements = judgeOfferings(rows, judgedSale(context, facts));
    return new Map(
      rows.offerings.map(({ id, version }) => [id, { objections: judgements.get(id)!.objections, version }]),
    );
  } catch (error) {
    if (error instanceof GraphQLError && error.extensions['code'] === 'NOT_FOUND') return new Map();
    throw error;
  }
}
