import { isDeepStrictEqual } from 'node:util';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { TimePeriod } from '../../kernel/model/index.js';
import {
  type Approved,
  askApproval,
  type Change,
  changeOrHold,
  holding,
  onChangeVerdicts,
  refuseOvertaken,
  type Saved,
} from '../../kernel/process/index.js';
import { applyChanges, type FieldChange } from '../../kernel/record/index.js';
import { ruleNumber } from '../../kernel/rules/index.js';
import {
  admitPriceApprover,
  changingTariffRule,
  ChargeType,
  EquivalentKind,
  isInSoldPlan,
  isSoldStandard,
  normalValues,
  ownershipFor,
  Product,
  refuseDoubled,
  requirePriceMaintainer,
  TariffRule,
  tariffRuleParts,
  requireCurrency,
} from '../catalogue/index.js';
import { checkCondition, checkFormula, requireExactly } from './price-text.js';
import { knownAttributes, withAttributes } from './known-attributes.js';
import { priceVariables } from './price-variables.js';
import type { TariffRuleSaveInput, TariffTierInput } from './tariff-rule.input.js';
import { TariffTier } from './tariff-tier.js';

const at = (field: string) => ['input', field];

/**
 * Writes a tariff rule anew or as a copy of another one, or changes it; each change makes a version and stands in its history (PRD-70 to
 * PRD-72). A rule by which customers are charged changes when somebody else has approved it, and so does one become the standard price of a
 * product (WFL-28). What was sold before goes on by the version of then, unless the change says that it applies to that too.
 */
export function saveTariffRule(context: CallContext, input: TariffRuleSaveInput): Promise<Saved<TariffRule>> {
  return changeOrHold(
    context,
    (tx) => (input.tariffRuleId ? changeRule(tx, input, null) : createRule(tx, input)),
    async (tx, changes) => {
      const rule = await tx.get(TariffRule, input.tariffRuleId!, at('tariffRuleId'));
      await holdRule(tx, rule, input, changes);
      return rule;
    },
  );
}

async function createRule(
  tx: Transaction,
  input: TariffRuleSaveInput,
): Promise<Change<TariffRule> & { held: boolean }> {
  if (input.appliesToExisting)
    refuse('CONTRADICTORY', 'Nothing has been sold by a new rule before.', at('appliesToExisting'));
  const original = input.cloneOfId ? await tx.get(TariffRule, input.cloneOfId, at('cloneOfId'), { lock: false }) : null;
  const rule = await newRule(tx, input, original);
  applyChanges(rule, await valuesOf(tx, input, rule.product ?? null));
  setValidity(tx, rule, input);
  if (rule.product) {
    await requirePriceMaintainer(tx, { rule }, at('productId'));
    keepWith(rule, rule.product);
  } else Object.assign(rule, await ownershipFor(tx, input, ['input']));
  await checkRule(tx, rule);
  await setTiers(tx, rule, original, input.tiers);
  const held = await isSoldStandard(tx, rule);
  const { product } = rule;
  // It prices nothing until somebody else has approved it.
  if (held) rule.product = null;
  tx.record({
    kind: 'BUSINESS_FACT',
    type: 'tariffRule.created',
    subject: tx.add(rule),
    reason: input.reason ?? null,
    data: { code: rule.code, cloneOf: original?.code ?? null },
  });
  if (held) {
    await tx.em.flush();
    const tariffRuleId = tx.idOf(rule);
    const tie = { tariffRuleId, productId: tx.idOf(product!), reason: input.reason };
    await holdRule(tx, rule, tie, [{ field: 'product', old: null, new: tie.productId }]);
  }
  return { item: rule, changes: [], sold: false, held };
}

/** A standard price is maintained where its product is. */
const keepWith = (rule: TariffRule, { level, owner }: Product) => Object.assign(rule, { level, owner: owner ?? null });

async function changeRule(
  tx: Transaction,
  input: TariffRuleSaveInput,
  approved: Approved | null,
): Promise<Change<TariffRule>> {
  // Plans are locked before their rules, as where they are composed.
  const seen = await tx.get(TariffRule, input.tariffRuleId!, at('tariffRuleId'), { lock: false });
  await isInSoldPlan(tx, seen.id);
  const rule = await tx.get(TariffRule, input.tariffRuleId!, at('tariffRuleId'));
  if (input.cloneOfId) refuse('CONTRADICTORY', 'A copy is a new rule.', at('cloneOfId'));
  if (!approved) await requirePriceMaintainer(tx, { rule }, at('tariffRuleId'));
  const before = (await isInSoldPlan(tx, rule.id)) || (await isSoldStandard(tx, rule));
  const reason = input.reason ?? null;
  const appliesToExisting = input.appliesToExisting ?? false;
  const why = { reason, appliesToExisting, ...(approved ? { by: approved.proposedBy } : {}) };
  const changes = await changingTariffRule(tx, rule, why, async () => {
    const made = applyChanges(rule, await valuesOf(tx, input, rule.product ?? null));
    made.push(...setValidity(tx, rule, input));
    if (rule.product && !approved) await requirePriceMaintainer(tx, { rule }, at('productId'));
    if (rule.product) keepWith(rule, rule.product);
    await checkRule(tx, rule);
    made.push(...(await setTiers(tx, rule, null, input.tiers)));
    return made;
  });
  const sold = before || (await isSoldStandard(tx, rule));
  if (changes.length > 0) {
    // Whoever approves it sees that customers pay otherwise from then on who have bought before.
    if (appliesToExisting) changes.push({ field: 'appliesToExisting', old: false, new: true });
    tx.record({
      ...{ kind: 'RECORD_CHANGE', type: 'tariffRule.changed', subject: rule, reason },
      data: { version: rule.versionNumber, changes, ...approved },
    });
  }
  return { item: rule, changes, sold };
}

tariffRuleParts.keep('tiers', async (tx, rule) => shownTiers(await tx.em.find(TariffTier, { rule: rule.id })));

/** Kind of approval of a change of a rule that is sold (WFL-28, PRD-72). */
const TARIFF_RULE_CHANGE = 'TARIFF_RULE_CHANGE';

async function holdRule(
  tx: Transaction,
  rule: TariffRule,
  input: TariffRuleSaveInput,
  changes: readonly FieldChange[],
): Promise<void> {
  await askApproval(tx, {
    ...{ kind: TARIFF_RULE_CHANGE, subject: rule, title: `${rule.code} ${rule.name}`, reason: input.reason ?? null },
    ...holding(changes, { input, terms: await ruleTerms(tx, rule) }),
    variables: { amount: rule.value == null ? null : ruleNumber(rule.value), currency: rule.currency ?? null },
    path: at('tariffRuleId'),
  });
}

onChangeVerdicts<TariffRule, { input: TariffRuleSaveInput; terms: unknown }>(TARIFF_RULE_CHANGE, {
  subject: TariffRule,
  admit: (tx, _rule, path) => admitPriceApprover(tx, path),
  // In the order in which rules are changed.
  lock: async (tx, id) => void (await isInSoldPlan(tx, id)),
  make: async (tx, { input, terms }, approved, rule) => {
    // What the approver has seen is the whole rule, with the change.
    refuseOvertaken(terms, await ruleTerms(tx, rule));
    return changeRule(tx, input, approved);
  },
});

async function newRule(
  tx: Transaction,
  { code }: TariffRuleSaveInput,
  original: TariffRule | null,
): Promise<TariffRule> {
  if (!code) return refuse('REQUIRED', 'A new rule needs a code.', at('code'));
  if (await tx.em.findOne(TariffRule, { code })) refuse('DUPLICATE', 'Another tariff rule has this code.', at('code'));
  if (original) return Object.assign(copiedRule(tx, original), { code });
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
  return Object.assign(new TariffRule(), empty, { code });
}

/** A new rule with the content of another one, valid from now on; it still needs a code (PRD-70). */
export function copiedRule(tx: Transaction, original: TariffRule): TariffRule {
  return Object.assign(new TariffRule(), pick(original), { validity: TimePeriod.since(tx.at) });
}

/** What a copy of a rule begins with. */
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

const pick = (from: TariffRule): Partial<TariffRule> =>
  Object.fromEntries(COPIED.map((field) => [field, from[field]])) as Partial<TariffRule>;

async function valuesOf(
  tx: Transaction,
  input: TariffRuleSaveInput,
  before: Product | null,
): Promise<Partial<TariffRule>> {
  const product = input.productId ? await tx.get(Product, input.productId, at('productId')) : input.productId;
  const { attributeValues } = input;
  const priced = product === undefined ? before : product instanceof Product ? product : null;
  const kinds = attributeValues ? await knownAttributes(tx, priced?.id) : null;
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
    attributeValues:
      attributeValues && kinds
        ? normalValues(kinds, Object.fromEntries(attributeValues.map(({ name, value }) => [name, value])))
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
async function checkRule(tx: Transaction, rule: TariffRule): Promise<void> {
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
  const variables = withAttributes(priceVariables, await knownAttributes(tx, rule.product?.id));
  checkCondition(rule.condition, variables, at('condition'));
  checkFormula(rule.formula, variables, at('formula'));
}

function checkNumbers(values: readonly string[] | null | undefined, most: number, field: string): void {
  for (const [index, value] of (values ?? []).entries())
    if (!/^[1-9]\d?$/.test(value) || Number(value) > most)
      refuse('BAD_VALUE', `Whole numbers from 1 to ${most} are expected.`, ['input', field, index]);
}

/** What a rule says as the database has it, to see whether it is still what somebody was asked about. */
export async function ruleTerms(tx: Transaction, rule: TariffRule): Promise<Record<string, unknown>> {
  await tx.em.flush();
  await tx.em.refresh(rule);
  const tiers = await tx.em.find(
    TariffTier,
    { rule: rule.id },
    { refresh: true, orderBy: { basis: 'asc', threshold: 'asc' } },
  );
  return {
    ...{ ...pick(rule), code: rule.code, product: rule.product?.id ?? null, validity: rule.validity },
    tiers: shownTiers(tiers),
  };
}

const shownTiers = (tiers: readonly TariffTierInput[]) =>
  [...tiers]
    .sort((a, b) => a.basis.localeCompare(b.basis) || a.threshold - b.threshold)
    .map(({ basis, threshold, value }) => ({ basis, threshold, value }));

/** Replaces the tiers of a rule; a copy begins with those of its original. */
async function setTiers(
  tx: Transaction,
  rule: TariffRule,
  original: TariffRule | null,
  given: TariffTierInput[] | null | undefined,
): Promise<FieldChange[]> {
  const before = await tx.em.find(
    TariffTier,
    { rule: (original ?? rule).id },
    { orderBy: { basis: 'asc', threshold: 'asc' } },
  );
  const wanted = given === undefined ? (original ? before : null) : (given ?? []);
  if (!wanted) return [];
  refuseDoubled(wanted, ({ basis, threshold }) => `${basis} ${threshold}`, at('tiers'), 'threshold');
  if (!original && isDeepStrictEqual(shownTiers(before), shownTiers(wanted))) return [];
  if (!original) {
    for (const tier of before) tx.em.remove(tier);
    await tx.em.flush();
  }
  for (const { basis, threshold, value } of wanted)
    tx.add(Object.assign(new TariffTier(), { rule, basis, threshold, value }));
  return [{ field: 'tiers', old: original ? [] : shownTiers(before), new: shownTiers(wanted) }];
}
