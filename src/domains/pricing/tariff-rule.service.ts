import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { TimePeriod } from '../../kernel/model/index.js';
import { applyChanges, type FieldChange } from '../../kernel/record/index.js';
import {
  ChargeType,
  EquivalentKind,
  Product,
  refuseDoubled,
  requirePriceMaintainer,
  TariffRule,
  requireCurrency,
} from '../catalogue/index.js';
import { checkCondition, checkFormula, requireExactly } from './price-text.js';
import { priceVariables } from './price-variables.js';
import type { TariffRuleSaveInput, TariffTierInput } from './tariff-rule.input.js';
import { TariffTier } from './tariff-tier.js';

const at = (field: string) => ['input', field];

/** Writes a tariff rule anew or as a copy of another one, or changes it; each change stands in its history (PRD-70 to PRD-72). */
export async function saveTariffRule(context: CallContext, input: TariffRuleSaveInput): Promise<TariffRule> {
  return context.database.write(context, async (tx) => {
    const existing = input.tariffRuleId ? await tx.get(TariffRule, input.tariffRuleId, at('tariffRuleId')) : null;
    const original = input.cloneOfId
      ? await tx.get(TariffRule, input.cloneOfId, at('cloneOfId'), { lock: false })
      : null;
    if (existing) await requirePriceMaintainer(tx, { rule: existing }, at('tariffRuleId'));
    if (existing && original) refuse('CONTRADICTORY', 'A copy is a new rule.', at('cloneOfId'));
    const rule = existing ?? (await newRule(tx, input, original));
    const changes = applyChanges(rule, await valuesOf(tx, input));
    changes.push(...setValidity(tx, rule, input));
    if (rule.product) await requirePriceMaintainer(tx, { rule }, at('productId'));
    checkRule(rule);
    changes.push(...(await setTiers(tx, rule, original, input.tiers)));
    if (!existing)
      tx.record({
        kind: 'BUSINESS_FACT',
        type: 'tariffRule.created',
        subject: tx.add(rule),
        reason: input.reason ?? null,
        data: { code: rule.code, cloneOf: original?.code ?? null },
      });
    else if (changes.length > 0)
      tx.record({
        kind: 'RECORD_CHANGE',
        type: 'tariffRule.changed',
        subject: rule,
        reason: input.reason ?? null,
        data: { changes },
      });
    return rule;
  });
}

async function newRule(
  tx: Transaction,
  { code }: TariffRuleSaveInput,
  original: TariffRule | null,
): Promise<TariffRule> {
  if (!code) return refuse('REQUIRED', 'A new rule needs a code.', at('code'));
  if (await tx.em.findOne(TariffRule, { code })) refuse('DUPLICATE', 'Another tariff rule has this code.', at('code'));
  const { id: _id, createdAt: _created, updatedAt: _updated, ...values } = original ?? ({} as TariffRule);
  const empty = {
    equivalent: EquivalentKind.MONEY,
    value: null,
    currency: null,
    unit: null,
    period: null,
    formula: null,
    service: null,
    validity: TimePeriod.since(tx.at),
  };
  const rule = Object.assign(new TariffRule(), original ? pick(values) : empty, { code });
  if (original) rule.validity = TimePeriod.since(tx.at);
  return rule;
}

const COPIED = [
  ...(['name', 'type', 'equivalent', 'value', 'currency', 'unit', 'period', 'formula', 'service', 'feeItem'] as const),
  ...([
    'product',
    'attributeValues',
    'condition',
    'months',
    'monthDays',
    'weekDays',
    'afterMonths',
    'forMonths',
  ] as const),
] satisfies readonly (keyof TariffRule)[];

const pick = (from: Partial<TariffRule>): Partial<TariffRule> =>
  Object.fromEntries(COPIED.map((field) => [field, from[field]])) as Partial<TariffRule>;

async function valuesOf(tx: Transaction, input: TariffRuleSaveInput): Promise<Partial<TariffRule>> {
  const product = input.productId
    ? await tx.get(Product, input.productId, at('productId'), { lock: false })
    : input.productId;
  return {
    name: input.name ?? undefined,
    type: input.type ?? undefined,
    equivalent: input.equivalent ?? undefined,
    value: input.value,
    formula: input.formula,
    currency: input.currency,
    unit: input.unit,
    period: input.period,
    service: input.service,
    feeItem: input.feeItem,
    product,
    attributeValues: input.attributeValues
      ? Object.fromEntries(input.attributeValues.map(({ name, value }) => [name, value]))
      : undefined,
    condition: input.condition,
    months: input.months,
    monthDays: input.monthDays,
    weekDays: input.weekDays,
    afterMonths: input.afterMonths,
    forMonths: input.forMonths,
  } as Partial<TariffRule>;
}

function setValidity(tx: Transaction, rule: TariffRule, { validFrom, validTo }: TariffRuleSaveInput): FieldChange[] {
  const before = rule.validity;
  const from = validFrom ? new Date(validFrom) : before.from;
  const to = validTo === undefined ? before.to : validTo ? new Date(validTo) : null;
  if (to && to <= from) refuse('CONTRADICTORY', 'The period must end after it begins.', at('validTo'));
  if (from.getTime() === before.from.getTime() && to?.getTime() === before.to?.getTime()) return [];
  rule.validity = TimePeriod.since(from, to);
  return [{ field: 'validity', old: before, new: rule.validity }];
}

/** What the fields of a rule must say together. */
function checkRule(rule: TariffRule): void {
  if (!rule.name) refuse('REQUIRED', 'A rule needs a name.', at('name'));
  if (!rule.type) refuse('REQUIRED', 'A rule needs a class of charge.', at('type'));
  requireExactly(!rule.formula, rule.value, 'A fixed value, when no formula gives it,', at('value'));
  requireExactly(rule.equivalent === EquivalentKind.MONEY, rule.currency, 'A currency', at('currency'));
  if (rule.currency) requireCurrency(rule.currency, at('currency'));
  requireExactly(rule.type === ChargeType.PERIODIC, rule.period, 'A period', at('period'));
  if ((rule.type === ChargeType.USAGE || rule.equivalent === EquivalentKind.TRAFFIC) && !rule.unit)
    refuse('REQUIRED', 'Usage and allowances have a unit.', at('unit'));
  if (rule.service && rule.type !== ChargeType.ONE_TIME)
    refuse('CONTRADICTORY', 'Only a ONE_TIME fee belongs to a customer service.', at('service'));
  checkNumbers(rule.months, 12, 'months');
  checkNumbers(rule.monthDays, 31, 'monthDays');
  checkNumbers(rule.weekDays, 7, 'weekDays');
  checkCondition(rule.condition, priceVariables, at('condition'));
  checkFormula(rule.formula, priceVariables, at('formula'));
}

function checkNumbers(values: readonly string[] | null | undefined, most: number, field: string): void {
  for (const [index, value] of (values ?? []).entries())
    if (!/^[1-9]\d?$/.test(value) || Number(value) > most)
      refuse('BAD_VALUE', `Whole numbers from 1 to ${most} are expected.`, ['input', field, index]);
}

/** Replaces the tiers of a rule; a copy begins with those of its original. */
async function setTiers(
  tx: Transaction,
  rule: TariffRule,
  original: TariffRule | null,
  given: TariffTierInput[] | null | undefined,
): Promise<FieldChange[]> {
  const before = await tx.em.find(TariffTier, { rule: (original ?? rule).id });
  const wanted = given === undefined ? (original ? before : null) : (given ?? []);
  if (!wanted) return [];
  refuseDoubled(wanted, ({ basis, threshold }) => `${basis} ${threshold}`, at('tiers'), 'threshold');
  if (!original) {
    for (const tier of before) tx.em.remove(tier);
    await tx.em.flush();
  }
  for (const { basis, threshold, value } of wanted)
    tx.add(Object.assign(new TariffTier(), { rule, basis, threshold, value }));
  const shown = (tiers: readonly TariffTierInput[]) =>
    tiers.map(({ basis, threshold, value }) => ({ basis, threshold, value }));
  return [{ field: 'tiers', old: original ? [] : shown(before), new: shown(wanted) }];
}
