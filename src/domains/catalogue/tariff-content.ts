import type { Transaction } from '../../kernel/database/transaction.js';
import { TariffPlanMember } from './tariff-plan-member.js';
import type { TariffPlan } from './tariff-plan.js';
import type { TariffRule } from './tariff-rule.js';
import { contentPeriod, type VersionContent } from './version-content.js';
import { tariffRuleParts } from './version-parts.js';

/** What a tariff rule says now (PRD-72), with what later domains keep of it. */
export async function tariffRuleContent(tx: Transaction, rule: TariffRule): Promise<VersionContent> {
  await tx.em.populate(rule, ['product']);
  return {
    name: rule.name,
    type: rule.type,
    equivalent: rule.equivalent,
    value: rule.value ?? null,
    currency: rule.currency ?? null,
    unit: rule.unit ?? null,
    period: rule.period ?? null,
    formula: rule.formula ?? null,
    service: rule.service ?? null,
    validity: contentPeriod(rule.validity),
    feeItem: rule.feeItem ?? null,
    product: rule.product?.code ?? null,
    attributeValues: rule.attributeValues,
    condition: rule.condition ?? null,
    months: rule.months ?? null,
    monthDays: rule.monthDays ?? null,
    weekDays: rule.weekDays ?? null,
    afterMonths: rule.afterMonths ?? null,
    forMonths: rule.forMonths ?? null,
    ...(await tariffRuleParts.read(tx, rule)),
  };
}

/** What a tariff plan is made of now (PRD-78). */
export async function tariffPlanContent(tx: Transaction, plan: TariffPlan): Promise<VersionContent> {
  const members = await tx.em.find(
    TariffPlanMember,
    { plan: plan.id },
    {
      populate: ['rule', 'nestedPlan'],
      orderBy: { priority: 'asc', rule: { code: 'asc' }, nestedPlan: { code: 'asc' } },
    },
  );
  return {
    name: plan.name,
    type: plan.type,
    price: { amount: plan.price.amount, currency: plan.price.currency },
    period: plan.period ?? null,
    validity: contentPeriod(plan.validity),
    condition: plan.condition ?? null,
    basis: plan.basis ?? null,
    members: members.map(({ rule, nestedPlan, priority }) => ({
      rule: rule?.code ?? null,
      plan: nestedPlan?.code ?? null,
      priority,
    })),
  };
}
