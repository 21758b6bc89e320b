import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { TimePeriod } from '../../kernel/model/index.js';
import { applyChanges } from '../../kernel/record/index.js';
import {
  Offering,
  OfferingTariff,
  refuseDoubled,
  requireMaintainer,
  requirePriceMaintainer,
  TariffPlan,
  TariffPlanMember,
  TariffPlanStatus,
  TariffRule,
} from '../catalogue/index.js';
import { checkCondition } from './price-text.js';
import { priceVariables } from './price-variables.js';
import type {
  OfferingTariffSaveInput,
  TariffPlanChangeInput,
  TariffPlanComposeInput,
  TariffPlanRelateInput,
} from './tariff-plan.input.js';
import { TariffPlanRelation } from './tariff-plan-relation.js';

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

/** Composes a plan of rules and other plans, in any depth up to ten; refuses circles (PRD-78, PRD-79, PRD-81). */
export async function composeTariffPlan(context: CallContext, input: TariffPlanComposeInput): Promise<TariffPlan> {
  return context.database.write(context, async (tx) => {
    // Two plans composed at once could come to contain each other. It comes before the plan, which a part of another plan locks as well.
    await tx.em.execute('lock table "tariff_plan_member" in share row exclusive mode');
    const plan = await tx.get(TariffPlan, input.tariffPlanId, ['input', 'tariffPlanId']);
    await requirePriceMaintainer(tx, { plan }, ['input', 'tariffPlanId']);
    const path = ['input', 'members'];
    refuseDoubled(input.members, (member) => member.tariffRuleId ?? member.nestedPlanId ?? '', path, 'tariffRuleId');
    const before = await tx.em.find(TariffPlanMember, { plan: plan.id }, { populate: ['rule', 'nestedPlan'] });
    for (const member of before) tx.em.remove(member);
    await tx.em.flush();
    for (const [index, member] of input.members.entries()) {
      const own = [...path, index];
      if (!member.tariffRuleId === !member.nestedPlanId)
        refuse('CONTRADICTORY', 'A part is either a rule or a plan.', [...own, 'tariffRuleId']);
      const rule = member.tariffRuleId
        ? await tx.get(TariffRule, member.tariffRuleId, [...own, 'tariffRuleId'], { lock: false })
        : null;
      const nestedPlan = member.nestedPlanId
        ? await tx.get(TariffPlan, member.nestedPlanId, [...own, 'nestedPlanId'], { lock: false })
        : null;
      tx.add(Object.assign(new TariffPlanMember(), { plan, rule, nestedPlan, priority: member.priority ?? index + 1 }));
    }
    await tx.em.flush();
    await refuseDeep(tx, plan);
    const parts = await tx.em.find(TariffPlanMember, { plan: plan.id }, { populate: ['rule', 'nestedPlan'] });
    const shown = (members: readonly TariffPlanMember[]) =>
      members.map(({ rule, nestedPlan, priority }) => ({ part: rule?.code ?? nestedPlan?.code, priority }));
    const changes = [{ field: 'members', old: shown(before), new: shown(parts) }];
    tx.record({
      kind: 'RECORD_CHANGE',
      type: 'tariffPlan.changed',
      subject: plan,
      reason: input.reason ?? null,
      data: { changes },
    });
    return plan;
  });
}

async function refuseDeep(tx: Transaction, plan: TariffPlan): Promise<void> {
  const [found] = await tx.em.execute<{ depth: number; circle: boolean }[]>(DEPTH, [plan.id, plan.id, plan.id]);
  if (found!.circle) refuse('CONTRADICTORY', 'The plan would contain itself.', ['input', 'members']);
  if (found!.depth > MAX_DEPTH)
    refuse('TOO_DEEP', `Plans nest at most ${MAX_DEPTH} levels deep.`, ['input', 'members'], { depth: found!.depth });
}

/** Changes name, condition, validity or basis of a plan (PRD-80, PRD-83, PRD-85). */
export async function changeTariffPlan(context: CallContext, input: TariffPlanChangeInput): Promise<TariffPlan> {
  return context.database.write(context, async (tx) => {
    const plan = await tx.get(TariffPlan, input.tariffPlanId, ['input', 'tariffPlanId']);
    await requirePriceMaintainer(tx, { plan }, ['input', 'tariffPlanId']);
    if (plan.status === TariffPlanStatus.EXPIRED)
      refuse('INVALID_STATE', 'The plan has expired.', ['input', 'tariffPlanId']);
    checkCondition(input.condition, priceVariables, ['input', 'condition']);
    const changes = applyChanges(plan, {
      name: input.name ?? undefined,
      condition: input.condition,
      basis: input.basis,
      validity: changedPeriod(plan.validity, input),
    });
    plan.configuredBy = tx.caller.subject;
    if (changes.length > 0)
      tx.record({
        kind: 'RECORD_CHANGE',
        type: 'tariffPlan.changed',
        subject: plan,
        reason: input.reason ?? null,
        data: { changes },
      });
    return plan;
  });
}

/** A period with new ends where they are given; refuses with CONTRADICTORY one that ends before it begins. */
function changedPeriod(
  period: TimePeriod,
  { validFrom, validTo }: { validFrom?: string | null; validTo?: string | null },
): TimePeriod {
  const from = validFrom ? new Date(validFrom) : period.from;
  const to = validTo === undefined ? period.to : validTo ? new Date(validTo) : null;
  if (to && to <= from) refuse('CONTRADICTORY', 'The period must end after it begins.', ['input', 'validTo']);
  return TimePeriod.since(from, to);
}

/** Relates two plans, or takes a relation away (PRD-84, PRD-89). */
export async function relateTariffPlans(context: CallContext, input: TariffPlanRelateInput): Promise<TariffPlan> {
  return context.database.write(context, async (tx) => {
    const from = await tx.get(TariffPlan, input.fromId, ['input', 'fromId']);
    const to = await tx.get(TariffPlan, input.toId, ['input', 'toId'], { lock: false });
    await requirePriceMaintainer(tx, { plan: from }, ['input', 'fromId']);
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
    } else {
      if (present) refuse('DUPLICATE', 'The plans have this relation already.', ['input', 'kind']);
      tx.add(Object.assign(new TariffPlanRelation(), { from, to, kind, offering }));
    }
    tx.record({
      kind: 'RECORD_CHANGE',
      type: 'tariffPlan.changed',
      subject: from,
      data: {
        changes: [
          { field: `relation ${kind}`, old: input.remove ? to.code : null, new: input.remove ? null : to.code },
        ],
      },
    });
    return from;
  });
}

/** Ties a plan to an offering or changes how it is tied: default, required, for how long (PRD-86 to PRD-90). */
export async function saveOfferingTariff(
  context: CallContext,
  input: OfferingTariffSaveInput,
): Promise<OfferingTariff> {
  return context.database.write(context, async (tx) => {
    const offering = await tx.get(Offering, input.offeringId, ['input', 'offeringId']);
    await requireMaintainer(tx, offering, ['input', 'offeringId']);
    const tariffPlan = await tx.get(TariffPlan, input.tariffPlanId, ['input', 'tariffPlanId'], { lock: false });
    if (tariffPlan.status === TariffPlanStatus.EXPIRED)
      refuse('NOT_SELLABLE', 'The tariff plan has expired.', ['input', 'tariffPlanId']);
    const present = await tx.em.findOne(OfferingTariff, { offering: offering.id, tariffPlan: tariffPlan.id });
    const link =
      present ??
      tx.add(
        Object.assign(new OfferingTariff(), {
          offering,
          tariffPlan,
          isDefault: false,
          validity: TimePeriod.since(tx.at),
        }),
      );
    const changes = applyChanges(link, {
      isDefault: input.isDefault ?? undefined,
      required: input.required ?? undefined,
      priority: input.priority,
      validity: changedPeriod(link.validity, input),
    });
    if (link.isDefault) await refuseSecondDefault(tx, offering, tariffPlan);
    tx.record({
      kind: 'RECORD_CHANGE',
      type: 'offering.changed',
      subject: offering,
      data: { changes: [{ field: `tariff ${tariffPlan.code}`, old: present ? true : null, new: true }, ...changes] },
    });
    return link;
  });
}

async function refuseSecondDefault(tx: Transaction, offering: Offering, plan: TariffPlan): Promise<void> {
  const others = await tx.em.find(
    OfferingTariff,
    { offering: offering.id, isDefault: true, tariffPlan: { $ne: plan.id } },
    { populate: ['tariffPlan'] },
  );
  const same = others.find(
    ({ tariffPlan, validity }) =>
      tariffPlan.price.currency === plan.price.currency && (!validity.to || validity.to > tx.at),
  );
  if (same)
    refuse('CONTRADICTORY', `${same.tariffPlan.code} is the default in ${plan.price.currency}.`, [
      'input',
      'isDefault',
    ]);
}
