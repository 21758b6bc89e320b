import { GraphQLError } from 'graphql';
import type { CallContext } from '../../kernel/database/context.js';
import type { UserError } from '../../kernel/errors/index.js';
import { decodeId } from '../../kernel/model/index.js';
import { judgeCandidates } from './judge-candidates.js';
import { judgeRules as judgeByRules } from './judge-rules.js';
import type { QualificationRows } from './qualification-rows.js';
import { buyerOf, judgedSale, readFacts } from './qualify-offerings.js';
import { readQualificationRows, readRuleRows } from './read-qualification.js';

/** To whom and how offerings are sold together. */
export interface SaleOfOfferings {
  customerId: string;
  channel?: string | null;
}

/** What speaks against the sale of an offering. */
export interface SaleJudgement {
  objections: UserError[];
  /** Number of the version by whose rules it was judged (PRD-53). */
  version: number;
}

/**
 * What speaks now against the sale of offerings to a customer, all of them together, by their keys, for those who have asked for the prices
 * and know what speaks against the plans (PRD-110). Empty for a customer that the caller may not see: what is made of it will say so.
 */
export async function judgeSale(
  context: CallContext,
  sale: SaleOfOfferings,
  offeringIds: readonly string[],
): Promise<Map<string, SaleJudgement>> {
  const ids = keysOf(offeringIds);
  if (ids.length === 0) return new Map();
  return unlessUnseen(async () => {
    const at = new Date();
    const [facts, rows] = await Promise.all([
      readFacts(context, asked(sale), at),
      readQualificationRows(context, { ids, atLeast: ids.length }, { at, customerId: buyerOf(context, sale) }),
    ]);
    const judge = await judgeCandidates(context, rows, facts, judgedSale(context, facts));
    return judgements(rows, (id) => {
      const { objections, ofPlans } = judge(id, rows.askedIds);
      return objections.filter((each) => !ofPlans.includes(each));
    });
  });
}

/**
 * What state, area, channel, seller and target say against the sale of offerings, by their keys, for those who take orders: what goes
 * together they find themselves, while nothing of the customer changes. Empty for a customer that the caller may not see.
 */
export async function judgeRules(
  context: CallContext,
  sale: SaleOfOfferings,
  offeringIds: readonly string[],
): Promise<Map<string, SaleJudgement>> {
  const ids = keysOf(offeringIds);
  if (ids.length === 0) return new Map();
  return unlessUnseen(async () => {
    const at = new Date();
    const [facts, rows] = await Promise.all([
      readFacts(context, asked(sale), at),
      readRuleRows(context, ids, { at, customerId: buyerOf(context, sale) }),
    ]);
    const judged = judgeByRules(rows, judgedSale(context, facts));
    return judgements({ ...rows, askedIds: [...judged.keys()] }, (id) => judged.get(id)!);
  });
}

function judgements(
  { offerings, askedIds }: Pick<QualificationRows, 'offerings' | 'askedIds'>,
  against: (id: string) => UserError[],
): Map<string, SaleJudgement> {
  const versions = new Map(offerings.map(({ id, version }) => [id, version]));
  return new Map(askedIds.map((id) => [id, { objections: against(id), version: versions.get(id)! }]));
}

const keysOf = (offeringIds: readonly string[]): string[] => offeringIds.flatMap((id) => decodeId(id)?.uuid ?? []);

const asked = ({ customerId, channel }: SaleOfOfferings) => ({ customerId, ...(channel ? { channel } : {}) });

async function unlessUnseen(judge: () => Promise<Map<string, SaleJudgement>>): Promise<Map<string, SaleJudgement>> {
  try {
    return await judge();
  } catch (error) {
    if (error instanceof GraphQLError && error.extensions['code'] === 'NOT_FOUND') return new Map();
    throw error;
  }
}
