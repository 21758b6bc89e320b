import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { type Class, TimePeriod } from '../../kernel/model/index.js';
import {
  draftTariffPlan,
  type MaintenanceLevel,
  ownershipFor,
  TariffPlan,
  TariffPlanMember,
  TariffRule,
} from '../catalogue/index.js';
import type { Region } from '../region/index.js';
import { lockPlanRelations } from './plan-contradictions.js';
import type { TariffPlanCloneInput } from './tariff-plan.input.js';
import { TariffPlanRelation, TariffPlanRelationKind } from './tariff-plan-relation.js';
import { copiedRule } from './tariff-rule.service.js';
import { TariffTier } from './tariff-tier.js';

/** What the copies of one plan and its parts have in common. */
interface Copying {
  ownership: { level: MaintenanceLevel; owner: Region | null };
  /** Code of the plan at the top; those of the parts are numbered after it. */
  code: string;
  /** What was copied already, by the key of the original: a part may stand in several plans. */
  plans: Map<string, TariffPlan>;
  rules: Map<string, TariffRule>;
}

/**
 * Makes a copy of a plan that the caller owns, with all its parts, whoever owns the original: a province that sells by the plan of somebody
 * else changes the copy as it likes (PRD-46, PRD-70, PRD-78). The original and what is sold by it stay as they are.
 */
export function cloneTariffPlan(context: CallContext, input: TariffPlanCloneInput): Promise<TariffPlan> {
  return context.database.write(context, async (tx) => {
    // Relations that are copied while others change could contradict each other.
    await lockPlanRelations(tx);
    const source = await tx.get(TariffPlan, input.tariffPlanId, ['input', 'tariffPlanId'], { lock: false });
    const ownership = await ownershipFor(tx, input, ['input']);
    const { code } = input;
    if (await tx.em.findOne(TariffPlan, { code }))
      refuse('DUPLICATE', 'Another tariff plan has this code.', ['input', 'code']);
    const copying: Copying = { ownership, code, plans: new Map(), rules: new Map() };
    const plan = await copyPlan(tx, copying, source, { code, name: input.name ?? source.name });
    await copyRelations(tx, source, plan);
    tx.record({
      kind: 'BUSINESS_FACT',
      type: 'tariffPlan.cloned',
      subject: plan,
      reason: input.reason ?? null,
      data: { code, cloneOf: source.code },
    });
    return plan;
  });
}

async function copyPlan(
  tx: Transaction,
  copying: Copying,
  source: TariffPlan,
  { code, name }: { code: string; name: string },
): Promise<TariffPlan> {
  const { type, price, period, basis, condition } = source;
  const validity = TimePeriod.since(tx.at);
  const plan = await draftTariffPlan(tx, {
    ...{ code, name, type, price, period: period ?? null, basis: basis ?? null, condition: condition ?? null },
    ...{ validity, clonedFrom: source, ...copying.ownership },
  });
  copying.plans.set(source.id, plan);
  const members = await tx.em.find(
    TariffPlanMember,
    { plan: source.id },
    { populate: ['rule', 'nestedPlan'], orderBy: { priority: 'asc', id: 'asc' } },
  );
  for (const { rule, nestedPlan, priority } of members)
    tx.add(
      Object.assign(new TariffPlanMember(), {
        plan,
        rule: rule ? await copyRule(tx, copying, rule) : null,
        nestedPlan: nestedPlan ? await copyNested(tx, copying, nestedPlan) : null,
        priority,
      }),
    );
  return plan;
}

async function copyNested(tx: Transaction, copying: Copying, source: TariffPlan): Promise<TariffPlan> {
  const present = copying.plans.get(source.id);
  if (present) return present;
  const code = await freeCode(tx, TariffPlan, `${copying.code}_P`, copying.plans.size);
  return copyPlan(tx, copying, source, { code, name: source.name });
}

/** The standard price of a product stays that of the product. */
async function copyRule(tx: Transaction, copying: Copying, source: TariffRule): Promise<TariffRule> {
  if (source.product) return source;
  const present = copying.rules.get(source.id);
  if (present) return present;
  const code = await freeCode(tx, TariffRule, `${copying.code}_R`, copying.rules.size + 1);
  const rule = Object.assign(copiedRule(tx, source), { code, ...copying.ownership });
  tx.record({
    kind: 'BUSINESS_FACT',
    type: 'tariffRule.created',
    subject: tx.add(rule),
    data: { code, cloneOf: source.code },
  });
  for (const { basis, threshold, value } of await tx.em.find(TariffTier, { rule: source.id }))
    tx.add(Object.assign(new TariffTier(), { rule, basis, threshold, value }));
  copying.rules.set(source.id, rule);
  return rule;
}

/** The first code that nothing has yet, counted on from a number. */
async function freeCode(
  tx: Transaction,
  noun: Class<TariffPlan> | Class<TariffRule>,
  start: string,
  from: number,
): Promise<string> {
  for (let number = from; ; number++) {
    const code = `${start}${number}`;
    if (!(await tx.em.findOne(noun as Class<TariffPlan>, { code }))) return code;
  }
}

/**
 * Relations that start from the original, and those that exclude it or let it be had along: they hold for the copy everywhere too. The latter work
 * both ways and so start from the copy, whose owner may take them away, not from a plan of somebody else.
 */
async function copyRelations(tx: Transaction, source: TariffPlan, plan: TariffPlan): Promise<void> {
  const mutual = { $in: [TariffPlanRelationKind.EXCLUDE, TariffPlanRelationKind.COEXIST] };
  const own = await tx.em.find(TariffPlanRelation, { from: source.id, offering: null });
  const others = await tx.em.find(TariffPlanRelation, { to: source.id, kind: mutual, offering: null });
  const related = [
    ...own.map(({ to, kind }) => ({ to, kind })),
    ...others.map(({ from, kind }) => ({ to: from, kind })),
  ];
  for (const relation of new Map(related.map((each) => [`${each.kind} ${each.to.id}`, each])).values())
    tx.add(Object.assign(new TariffPlanRelation(), { from: plan, ...relation, offering: null }));
}
