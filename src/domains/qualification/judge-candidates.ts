import type { CallContext } from '../../kernel/database/context.js';
import type { UserError } from '../../kernel/errors/index.js';
import {
  formersOf,
  type Holding,
  type JudgedPlans,
  judgePlans,
  readPlansOfSale,
  type SaleFacts,
} from '../pricing/index.js';
import { Candidates, type Bought } from './candidates.js';
import { judgeRules, type JudgedSale } from './judge-rules.js';
import type { QualificationRows } from './qualification-rows.js';
import { offeringObjections, productObjections, requiring, upgradeUnderWay } from './sale-relations.js';

/** What speaks against the sale of an offering, and what must be bought with it. */
export interface Judgement {
  objections: UserError[];
  /** Those of them that are about its plans. */
  ofPlans: readonly UserError[];
  /** Keys of offerings that it needs, with what those need in turn, of which the customer has none and gets none. */
  requiredIds: string[];
}

/**
 * Judges an offering by its key.
 * @param withIds keys of offerings that are bought with it
 */
export type Judge = (offeringId: string, withIds?: readonly string[]) => Judgement;

/**
 * Judges offerings of which everything was read as an order of one of each, as it is proposed, together with what it needs, would be judged
 * (PRD-110, PRD-111). What an order must say besides, such as guarantors, a number or values of attributes, is not asked for.
 */
export async function judgeCandidates(
  context: Pick<CallContext, 'database' | 'caller'>,
  rows: QualificationRows,
  facts: SaleFacts,
  sale: JudgedSale,
): Promise<Judge> {
  const plansOfSale = await readPlansOfSale(
    context,
    facts,
    rows.offerings.map(({ id }) => id),
  );
  const rules = judgeRules(rows, sale);
  const candidates = new Candidates(rows, facts.customer?.held ?? []);
  const ordered = new Set(rows.pending.planIds);
  const plansOf = (id: string, besides: readonly string[]) =>
    judgePlans(plansOfSale, [id, ...besides.filter((other) => other !== id)], ordered);
  const alone = (id: string): UserError[] => [...(rules.get(id) ?? []), ...candidates.openedBy(id).objections];

  /** @param former what the offering takes the place of; null when it takes nobody's */
  function judgeBeside(
    offeringId: string,
    { withIds, former, plans }: { withIds: readonly string[]; former: Holding | null; plans: JudgedPlans },
  ): Judgement {
    const present = candidates.presentWithout(former);
    const isThere = (id: string) => withIds.includes(id) || present.hasOffering(id);
    const requiredIds = candidates.neededBy(offeringId, isThere);
    const ids = [offeringId, ...requiredIds, ...withIds];
    const lines = ids.map((id): Bought => candidates.openedBy(id));
    const together = offeringObjections(lines, candidates.relationsOf(ids), present, sale.explained);
    const mixed = productObjections(lines, candidates.linksOf(lines), present);
    const blocked = new Set(
      requiredIds.filter((id, index) => {
        const here = index + 1;
        const against = [...alone(id), ...together[here]!, ...mixed[here]!, ...plansOf(id, ids).objections];
        return !rules.has(id) || against.length > 0;
      }),
    );
    const wanting = candidates.needs(offeringId).filter(({ to: { id } }) => {
      if (!requiredIds.includes(id)) return false;
      return [id, ...candidates.neededBy(id, isThere)].some((each) => blocked.has(each));
    });
    // Most need nothing: their plans have been judged.
    const ofPlans = requiredIds.length > 0 ? plansOf(offeringId, ids).objections : plans.objections;
    const objections = [
      ...ofPlans,
      ...together[0]!,
      ...wanting.map((link) => requiring(link, sale.explained)),
      ...mixed[0]!,
    ];
    return { objections, ofPlans, requiredIds };
  }

  return (offeringId, withIds = []) => {
    const beside = withIds.filter((id) => id !== offeringId);
    const plans = plansOf(offeringId, beside);
    const formers = formersOf(plansOfSale, offeringId, plans.planIds);
    const free = formers.filter((former) => candidates.replaced(former).length < former.count);
    const first = free.length === 0 ? formers.flatMap((former) => candidates.replaced(former))[0] : undefined;
    // An order says which of several it takes the place of: one that nothing speaks against will do.
    const tried = (free.length > 0 ? free : [formers[0] ?? null]).map((former) =>
      judgeBeside(offeringId, { withIds: beside, former, plans }),
    );
    const best = tried.find((each) => each.objections.length === 0) ?? tried[0]!;
    const wait = first ? [upgradeUnderWay(first.orderNo, 'INSTALL')] : [];
    return { ...best, objections: [...alone(offeringId), ...wait, ...best.objections] };
  };
}
