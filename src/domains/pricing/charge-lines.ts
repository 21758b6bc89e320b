import { Decimal } from 'decimal.js';
import { userError, type UserError } from '../../kernel/errors/index.js';
import { evaluateRule, ruleDecimal } from '../../kernel/rules/index.js';
import { ChargeType, CustomerServiceType, EquivalentKind, toCoins } from '../catalogue/index.js';
import type { PlanRow, RuleRow } from './cart-rows.js';
import { ChargeSource } from './charge-source.js';
import { type CartLine, type Charge, ZERO } from './charge.js';
import type { Chosen } from './choose-rules.js';
import type { HeldPieces } from './held-pieces.js';
import { type Quantities, tierFor } from './tiers.js';

/** A line with the rules that price it. */
export interface RuledLine {
  line: CartLine;
  chosen: readonly Chosen[];
}

/** What a line costs before discounts, and which of its rules yield no value. */
export interface ChargedLine {
  charges: Charge[];
  objections: UserError[];
}

/** Pieces of a line that a rule prices: of its product, where it is the price of one that the line has, else of the offering (PRD-33, PRD-62). */
const piecesOf = ({ quantity, pieces }: CartLine, { productId }: RuleRow): number =>
  quantity * ((productId && pieces.get(productId)) || 1);

/**
 * Pieces that a rule prices, by what is counted: in the order those on all lines; in total those that the customer, or the groups of the
 * customer, will have with it. What a line does something to is held already, and what ends with the cart is not held any more.
 * @param held what is held of each offering that the rule prices
 * @param ended how many pieces of an offering end with the cart, of those in `held`
 */
export function quantitiesOf(
  rule: RuleRow,
  lines: readonly RuledLine[],
  held: readonly HeldPieces[],
  ended: (offeringId: string) => number,
): Quantities {
  const priced = lines.filter(({ chosen }) => chosen.some((each) => each.rule?.id === rule.id)).map(({ line }) => line);
  const pieces = (counted: readonly CartLine[]) => counted.reduce((sum, line) => sum + piecesOf(line, rule), 0);
  const added = pieces(priced.filter(({ service }) => service === CustomerServiceType.INSTALL));
  const kept = (whose: 'customer' | 'group') =>
    held.reduce((sum, each) => sum + Math.max(0, each[whose] - each.perOffering * ended(each.offeringId)), 0);
  return { ORDER: pieces(priced), CUSTOMER: added + kept('customer'), GROUP: added + kept('group') };
}

/** Prices a line by its rules, in exact decimals; each amount of money in whole coins. */
export function chargeLine({ line, chosen }: RuledLine, quantities: (rule: RuleRow) => Quantities): ChargedLine {
  const charges: Charge[] = [];
  const objections: UserError[] = [];
  for (const each of chosen) {
    const charge = each.rule ? ofRule(line, each.rule, each.plan, quantities) : ofPlan(line, each.plan);
    if ('code' in charge && 'path' in charge) objections.push(charge);
    else charges.push(charge);
  }
  return { charges, objections };
}

function ofPlan(line: CartLine, plan: PlanRow): Charge {
  const unitPrice = new Decimal(plan.amount);
  const amount = toCoins(unitPrice.times(line.quantity), plan.currency);
  return {
    ...none,
    source: ChargeSource.PLAN,
    planId: plan.id,
    versionNumber: plan.version,
    code: plan.code,
    name: plan.name,
    // The base fee of a plan by usage is charged for each period, as that of a periodic one.
    type: plan.type === ChargeType.ONE_TIME ? ChargeType.ONE_TIME : ChargeType.PERIODIC,
    equivalent: EquivalentKind.MONEY,
    currency: plan.currency,
    period: plan.period,
    quantity: line.quantity,
    unitPrice,
    amount,
    left: amount,
  };
}

function ofRule(
  line: CartLine,
  rule: RuleRow,
  plan: PlanRow | null,
  quantities: (rule: RuleRow) => Quantities,
): Charge | UserError {
  const tier = rule.tiers ? tierFor(rule.tiers, quantities(rule)) : null;
  const outcome = rule.formula && !tier ? evaluateRule(rule.formula, line.values) : null;
  const found = tier ? new Decimal(tier.value) : outcome ? ruleDecimal(outcome) : new Decimal(rule.value ?? 0);
  if (!found)
    return userError(
      'RULE_WITHOUT_VALUE',
      `Rule ${rule.code} yields no number for this line.`,
      ['input', 'lines', line.index],
      {
        rule: rule.code,
        problems: outcome!.problems,
      },
    );
  // What a formula falls below zero is no credit: those are discounts, with their own approval and limits.
  const unitPrice = Decimal.max(found, 0);
  const quantity = piecesOf(line, rule);
  const whole = unitPrice.times(quantity);
  const amount =
    rule.type === ChargeType.USAGE
      ? null
      : rule.equivalent === EquivalentKind.MONEY
        ? toCoins(whole, rule.currency!)
        : whole;
  return {
    ...none,
    source: plan ? ChargeSource.RULE : ChargeSource.STANDARD,
    ruleId: rule.id,
    planId: plan?.id ?? null,
    versionNumber: rule.version,
    code: rule.code,
    name: rule.name,
    type: rule.type,
    equivalent: rule.equivalent,
    feeItem: rule.feeItem,
    currency: rule.currency,
    unit: rule.unit,
    period: rule.period,
    quantity,
    unitPrice,
    amount,
    left: amount ?? ZERO,
    tier: tier && { basis: tier.basis, threshold: tier.threshold },
    formula: outcome ? rule.formula : null,
    afterMonths: rule.afterMonths,
    forMonths: rule.forMonths,
  };
}

const none = {
  ruleId: null,
  planId: null,
  discountId: null,
  versionNumber: null,
  feeItem: null,
  unit: null,
  period: null,
  tier: null,
  formula: null,
  afterMonths: null,
  forMonths: null,
} as const;
