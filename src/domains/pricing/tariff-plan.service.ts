import { isDeepStrictEqual } from 'node:util';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import {
  type Approved,
  askApproval,
  type Change,
  changeOrHold,
  holding,
  keepAsking,
  onChangeVerdicts,
  type Saved,
} from '../../kernel/process/index.js';
import { applyChanges, type FieldChange } from '../../kernel/record/index.js';
import { ruleNumber } from '../../kernel/rules/index.js';
import {
  admitPriceApprover,
  changingTariffPlan,
  isSoldPlan,
  newTariffPlan,
  Offering,
  planApproval,
  refuseDoubled,
  requirePriceMaintainer,
  TariffPlan,
  type TariffPlanCreateInput,
  TariffPlanMember,
  type TariffPlanMemberInput,
  TariffPlanStatus,
  TariffRule,
} from '../catalogue/index.js';
import { changedPeriod } from './changed-period.js';
import { lockBoth } from './lock-both.js';
import { lockPlanRelations, refusePlanContradiction } from './plan-contradictions.js';
import { checkCondition } from './price-text.js';
import { knownAttributes, withAttributes } from './known-attributes.js';
import { priceVariables } from './price-variables.js';
import type { TariffPlanChangeInput, TariffPlanComposeInput, TariffPlanRelateInput } from './tariff-plan.input.js';
import { TariffPlanRelation, TariffPlanRelationKind } from './tariff-plan-relation.js';
import { ruleTerms } from './tariff-rule.service.js';

/** Deepest nesting of plans (PRD-81). */
const MAX_DEPTH = 10;

/** Longest way down from a plan, and whether it leads back to the plan; at most one level more than allowed. */
const DEPTH = `
  with recursive "down" as (
    select ?::uuid "plan", 0 "depth"
    union all
    select "m"."nested_plan_id", "down"."depth" + 1 from "down" join "tariff_plan_member" "m" on "m"."plan_id" = "down"."plan"
    where "m"."nested_plan_id" is not null and "down"."depth" <= ${MAX_DEPTH}
  ), "up" as (
    select ?::uuid "plan", 0 "depth"
    union all
    select "m"."plan_id", "up"."depth" + 1 from "up" join "tariff_plan_member" "m" on "m"."nested_plan_id" = "up"."plan" where "up"."depth" <= ${MAX_DEPTH}
  )
  select (select max("depth") from "down") + (select max("depth") from "up") "depth",
    exists (select 1 from "down" where "depth" > 0 and "plan" = ?::uuid) "circle"`;

/** Writes a new tariff plan, DRAFT, with its parts (PRD-78, PRD-81). */
export const createTariffPlan = (context: CallContext, input: TariffPlanCreateInput): Promise<TariffPlan> =>
  context.database.write(context, async (tx) => {
    const { members, condition } = input;
    if (members?.length) await lockParts(tx);
    await checkPlanCondition(tx, condition);
    const plan = await newTariffPlan(tx, input);
    if (members?.length) await addParts(tx, plan, members);
    return plan;
  });

async function checkPlanCondition(tx: Transaction, condition: string | null | undefined): Promise<void> {
  if (condition)
    checkCondition(condition, withAttributes(priceVariables, await knownAttributes(tx)), ['input', 'condition']);
}

/** Composes a plan of rules and other plans, in any depth up to ten; refuses circles (PRD-78, PRD-79, PRD-81). */
export const composeTariffPlan = (context: CallContext, input: TariffPlanComposeInput): Promise<Saved<TariffPlan>> =>
  changePlan(context, { operation: 'compose', input }, input.tariffPlanId, ['input', 'tariffPlanId']);

/** Two plans composed at once could come to contain each other. It comes before the plan, which a part of another plan locks as well. */
const lockParts = (tx: Transaction): Promise<unknown> =>
  tx.em.execute('lock table "tariff_plan_member" in share row exclusive mode');

async function compose(
  tx: Transaction,
  input: TariffPlanComposeInput,
  approved: Approved | null,
): Promise<Change<TariffPlan>> {
  await lockParts(tx);
  const plan = await tx.get(TariffPlan, input.tariffPlanId, ['input', 'tariffPlanId']);
  if (!approved) await requirePriceMaintainer(tx, { plan }, ['input', 'tariffPlanId']);
  const before = await partsOf(tx, plan);
  const { appliesToExisting } = input;
  await versioned(tx, plan, { reason: input.reason, appliesToExisting, approved }, () =>
    replaceParts(tx, plan, before, input.members),
  );
  const parts = await partsOf(tx, plan);
  const shown = (members: readonly TariffPlanMember[]) =>
    members.map(({ rule, nestedPlan, priority }) => ({ part: rule?.code ?? nestedPlan?.code, priority }));
  const changes: FieldChange[] = [{ field: 'members', old: shown(before), new: shown(parts) }];
  if (isDeepStrictEqual(changes[0]!.old, changes[0]!.new)) return { item: plan, changes: [], sold: false };
  // Whoever approves it sees that customers pay otherwise from then on who have bought before.
  if (appliesToExisting) changes.push({ field: 'appliesToExisting', old: false, new: true });
  await recordChange(tx, plan, input.reason, changes, approved);
  const known = new Set(before.map(({ rule }) => rule?.id));
  const added = parts.flatMap(({ rule }) => (rule && !known.has(rule.id) ? [rule] : []));
  const terms: object[] = [];
  for (const rule of added) terms.push(await ruleTerms(tx, rule));
  const rules = terms.length > 0 ? [{ field: 'rules', old: null, new: terms }] : [];
  return { item: plan, changes: [...changes, ...rules], sold: await isSoldPlan(tx, plan) };
}

/** Changes a plan; once it has been approved, what it was before is kept as a version of its own. */
async function versioned<T>(
  tx: Transaction,
  plan: TariffPlan,
  {
    reason = null,
    appliesToExisting,
    approved,
  }: { reason?: string | null | undefined; appliesToExisting?: boolean | null | undefined; approved: Approved | null },
  make: () => Promise<T>,
): Promise<T> {
  if (plan.versionNumber === 1 && !(await isSoldPlan(tx, plan))) return make();
  const by = approved ? { by: approved.proposedBy } : {};
  return changingTariffPlan(tx, plan, { reason, appliesToExisting: appliesToExisting ?? false, ...by }, make);
}

async function replaceParts(
  tx: Transaction,
  plan: TariffPlan,
  before: readonly TariffPlanMember[],
  inputs: readonly TariffPlanMemberInput[],
): Promise<void> {
  for (const member of before) tx.em.remove(member);
  await tx.em.flush();
  await addParts(tx, plan, inputs);
}

/** Adds parts to a plan that has none. */
async function addParts(tx: Transaction, plan: TariffPlan, members: readonly TariffPlanMemberInput[]): Promise<void> {
  const path = ['input', 'members'];
  refuseDoubled(members, (member) => member.tariffRuleId ?? member.nestedPlanId ?? '', path, 'tariffRuleId');
  for (const [index, member] of members.entries()) {
    const own = [...path, index];
    if (!member.tariffRuleId === !member.nestedPlanId)
      refuse('CONTRADICTORY', 'A part is either a rule or a plan.', [...own, 'tariffRuleId']);
    // Locked: what the plan is approved with is what is in it.
    const rule = member.tariffRuleId ? await tx.get(TariffRule, member.tariffRuleId, [...own, 'tariffRuleId']) : null;
    const nestedPlan = member.nestedPlanId
      ? await tx.get(TariffPlan, member.nestedPlanId, [...own, 'nestedPlanId'], { lock: false })
      : null;
    // A cart has one currency: the price of such a part would stand in none that the plan is bought in.
    if (nestedPlan && nestedPlan.price.currency !== plan.price.currency)
      refuse(
        'CONTRADICTORY',
        `The plan is priced in ${plan.price.currency}, ${nestedPlan.code} in ${nestedPlan.price.currency}.`,
        [...own, 'nestedPlanId'],
        { currency: nestedPlan.price.currency },
      );
    tx.add(Object.assign(new TariffPlanMember(), { plan, rule, nestedPlan, priority: member.priority ?? index + 1 }));
  }
  await tx.em.flush();
  await refuseDeep(tx, plan);
}

const partsOf = (tx: Transaction, plan: TariffPlan): Promise<TariffPlanMember[]> =>
  tx.em.find(
    TariffPlanMember,
    { plan: plan.id },
    {
      populate: ['rule', 'nestedPlan'],
      orderBy: { priority: 'asc', rule: { code: 'asc' }, nestedPlan: { code: 'asc' } },
    },
  );

async function recordChange(
  tx: Transaction,
  plan: TariffPlan,
  reason: string | null | undefined,
  changes: FieldChange[],
  approved: Approved | null,
): Promise<void> {
  // Whoever changes a draft last is its author, and so does not approve it.
  plan.configuredBy = approved?.proposedBy ?? tx.caller.subject;
  tx.record({
    kind: 'RECORD_CHANGE',
    type: 'tariffPlan.changed',
    subject: plan,
    reason: reason ?? null,
    data: { version: plan.versionNumber, changes, ...approved },
  });
  // A draft that was refused, or that somebody has approved at the first of several steps, is asked for anew.
  if (plan.status === TariffPlanStatus.DRAFT) await keepAsking(tx, planApproval(plan));
}

async function refuseDeep(tx: Transaction, plan: TariffPlan): Promise<void> {
  const [found] = await tx.em.execute<{ depth: number; circle: boolean }[]>(DEPTH, [plan.id, plan.id, plan.id]);
  if (found!.circle) refuse('CONTRADICTORY', 'The plan would contain itself.', ['input', 'members']);
  if (found!.depth > MAX_DEPTH)
    refuse('TOO_DEEP', `Plans nest at most ${MAX_DEPTH} levels deep.`, ['input', 'members'], { depth: found!.depth });
}

/** Changes name, condition, validity or basis of a plan (PRD-80, PRD-83, PRD-85). */
export const changeTariffPlan = (context: CallContext, input: TariffPlanChangeInput): Promise<Saved<TariffPlan>> =>
  changePlan(context, { operation: 'change', input }, input.tariffPlanId, ['input', 'tariffPlanId']);

async function change(
  tx: Transaction,
  input: TariffPlanChangeInput,
  approved: Approved | null,
): Promise<Change<TariffPlan>> {
  const plan = await tx.get(TariffPlan, input.tariffPlanId, ['input', 'tariffPlanId']);
  if (!approved) await requirePriceMaintainer(tx, { plan }, ['input', 'tariffPlanId']);
  if (plan.status === TariffPlanStatus.EXPIRED)
    refuse('INVALID_STATE', 'The plan has expired.', ['input', 'tariffPlanId']);
  await checkPlanCondition(tx, input.condition);
  const changes = await versioned(tx, plan, { reason: input.reason, approved }, () =>
    Promise.resolve(
      applyChanges(plan, {
        name: input.name ?? undefined,
        condition: input.condition,
        basis: input.basis,
        validity: changedPeriod(plan.validity, input),
      }),
    ),
  );
  if (changes.length > 0) await recordChange(tx, plan, input.reason, changes, approved);
  return { item: plan, changes, sold: await isSoldPlan(tx, plan) };
}

/** Relates two plans, or takes a relation away (PRD-84, PRD-89). */
export const relateTariffPlans = (context: CallContext, input: TariffPlanRelateInput): Promise<Saved<TariffPlan>> =>
  changePlan(context, { operation: 'relate', input }, input.fromId, ['input', 'fromId']);

async function relate(
  tx: Transaction,
  input: TariffPlanRelateInput,
  approved: Approved | null,
): Promise<Change<TariffPlan>> {
  await lockPlanRelations(tx);
  const [from, to] = await lockBoth(tx, TariffPlan, input);
  if (!approved) await requirePriceMaintainer(tx, { plan: from }, ['input', 'fromId']);
  if (from.id === to.id) refuse('CONTRADICTORY', 'A plan has no relation to itself.', ['input', 'toId']);
  const offering = input.offeringId
    ? await tx.get(Offering, input.offeringId, ['input', 'offeringId'], { lock: false })
    : null;
  const { kind } = input;
  const present = await tx.em.findOne(TariffPlanRelation, {
    from: from.id,
    to: to.id,
    kind,
    offering: offering?.id ?? null,
  });
  if (input.remove) {
    if (!present) refuse('NOT_FOUND', 'There is no such relation.', ['input', 'kind']);
    tx.em.remove(present!);
    await tx.em.flush();
    // What let them be had together may have been all that let one need the other.
    if (kind === TariffPlanRelationKind.COEXIST) await refusePlanContradiction(tx, { from, to, kind, offering });
  } else {
    if (present) refuse('DUPLICATE', 'The plans have this relation already.', ['input', 'kind']);
    if (kind !== TariffPlanRelationKind.COEXIST) await refusePlanContradiction(tx, { from, to, kind, offering });
    tx.add(Object.assign(new TariffPlanRelation(), { from, to, kind, offering }));
  }
  const changes = [
    { field: `relation ${kind}`, old: input.remove ? to.code : null, new: input.remove ? null : to.code },
  ];
  await recordChange(tx, from, null, changes, approved);
  // These hold for both, whichever they start from.
  const both = kind === TariffPlanRelationKind.EXCLUDE || kind === TariffPlanRelationKind.COEXIST;
  return { item: from, changes, sold: (await isSoldPlan(tx, from)) || (both && (await isSoldPlan(tx, to))) };
}

/** A change of a plan, as it is asked for and held. */
type PlanChange =
  | { operation: 'compose'; input: TariffPlanComposeInput }
  | { operation: 'change'; input: TariffPlanChangeInput }
  | { operation: 'relate'; input: TariffPlanRelateInput };

function make(tx: Transaction, what: PlanChange, approved: Approved | null): Promise<Change<TariffPlan>> {
  switch (what.operation) {
    case 'compose':
      return compose(tx, what.input, approved);
    case 'change':
      return change(tx, what.input, approved);
    case 'relate':
      return relate(tx, what.input, approved);
  }
}

/** Kind of approval of a change of a plan that is sold (WFL-28, PRD-82). */
const TARIFF_PLAN_CHANGE = 'TARIFF_PLAN_CHANGE';

/** Changes a draft; a plan that has been approved changes when somebody else approves that too. */
function changePlan(
  context: CallContext,
  what: PlanChange,
  planId: string,
  path: InputPath,
): Promise<Saved<TariffPlan>> {
  return changeOrHold(
    context,
    (tx) => make(tx, what, null),
    async (tx, changes) => {
      const plan = await tx.get(TariffPlan, planId, path);
      const reason = what.operation === 'relate' ? null : (what.input.reason ?? null);
      await askApproval(tx, {
        ...{ kind: TARIFF_PLAN_CHANGE, subject: plan, title: `${plan.code} ${plan.name}`, reason, path },
        ...holding(changes, { what }),
        variables: { amount: ruleNumber(plan.price.amount), currency: plan.price.currency },
      });
      return plan;
    },
  );
}

onChangeVerdicts<TariffPlan, { what: PlanChange }>(TARIFF_PLAN_CHANGE, {
  subject: TariffPlan,
  admit: (tx, _plan, path) => admitPriceApprover(tx, path),
  lock: async (tx) => {
    await lockParts(tx);
    await lockPlanRelations(tx);
  },
  make: (tx, { what }, approved) => make(tx, what, approved),
});
