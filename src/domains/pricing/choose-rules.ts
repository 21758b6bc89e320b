import { ruleHolds } from '../../kernel/rules/index.js';
import { attributeValue, ChargeType, CustomerServiceType, EquivalentKind } from '../catalogue/index.js';
import type { CartRows, PlanRow, RuleRow } from './cart-rows.js';
import type { CartLine } from './charge.js';
import { ofProduct } from './line-attributes.js';

/** A rule, or the main price of a plan, that bears on a line. */
export type Chosen =
  | { plan: PlanRow; rule: null }
  /** `plan` is null for the standard price of a product. */
  | { plan: PlanRow | null; rule: RuleRow };

/** The parts of a moment that rules are limited to. */
interface Calendar {
  month: number;
  day: number;
  weekDay: number;
}

/** Whether a rule holds on a day: the months, days of the month and days of the week that it names must all fit (PRD-66). */
export function fitsCalendar(rule: Pick<RuleRow, 'months' | 'monthDays' | 'weekDays'>, moment: Calendar): boolean {
  const fits = (allowed: readonly string[] | null, value: number) =>
    !allowed?.length || allowed.includes(String(value));
  return fits(rule.months, moment.month) && fits(rule.monthDays, moment.day) && fits(rule.weekDays, moment.weekDay);
}

/** Whether all attribute values that a rule asks for are carried, in whichever form it writes them; of a list any one does (PRD-74). */
export function fitsAttributes(
  wanted: Readonly<Record<string, unknown>>,
  given: Readonly<Record<string, unknown>>,
): boolean {
  return Object.entries(wanted).every(([name, value]) => {
    const has = given[name];
    if (has === undefined || has === null) return false;
    const normal = (each: unknown) => (typeof has === 'number' ? attributeValue('number', each) : each);
    return (Array.isArray(value) ? value : [value]).some((each) => String(normal(each)) === String(has));
  });
}

/**
 * The rules that price a line under its plans, in the order of their priorities (PRD-79), and the main prices of those plans. Of the
 * rules of one fee the plans' come before a product's standard, then the one that fits most attributes, then the first.
 */
export function chooseRules(line: CartLine, planIds: readonly string[], rows: CartRows, currency: string): Chosen[] {
  const plans = new Map(rows.plans.map((plan) => [plan.id, plan]));
  const rules = new Map(rows.rules.map((rule) => [rule.id, rule]));
  // A nested plan that is not sold any more goes on for those who have what it is nested in.
  const reaches = ({ ended }: { ended: boolean }) => !ended || line.sold !== null;
  const reached = planIds
    .flatMap((root) => rows.tree.filter((node) => node.root === root && reaches(node)))
    .map(({ planId }) => planId);
  const ofPlans = [...new Set(reached)].flatMap((id): Chosen[] => {
    const plan = plans.get(id)!;
    return plan.currency === currency && planCharged(plan, line.service) ? [{ plan, rule: null }] : [];
  });
  const placed = planIds.flatMap((root) =>
    rows.places.filter((place) => place.root === root && reaches(place)).sort((a, b) => inOrder(a.order, b.order)),
  );
  const candidates: Chosen[] = [
    ...placed.flatMap(({ planId, ruleId }) => {
      const rule = rules.get(ruleId);
      return rule ? [{ plan: plans.get(planId)!, rule }] : [];
    }),
    ...rows.rules
      .filter(({ productId }) => productId && line.pieces.has(productId))
      .map((rule) => ({ plan: null, rule })),
  ];
  const fitting = candidates.filter(({ rule }) => rule && holds(rule, line, currency)) as {
    plan: PlanRow | null;
    rule: RuleRow;
  }[];
  return [...ofPlans, ...onePerFee(fitting)];
}

function planCharged(plan: PlanRow, service: CustomerServiceType): boolean {
  // What runs goes on at its price: only the service itself may cost something.
  return service === CustomerServiceType.INSTALL && Number(plan.amount) !== 0;
}

function holds(rule: RuleRow, line: CartLine, currency: string): boolean {
  if (rule.type !== ChargeType.ONE_TIME && line.service !== CustomerServiceType.INSTALL) return false;
  if (rule.type === ChargeType.ONE_TIME && (rule.service ?? line.service) !== line.service) return false;
  if (rule.equivalent === EquivalentKind.MONEY && rule.currency !== currency) return false;
  const { moment } = line.values as { moment: Calendar };
  return (
    fitsCalendar(rule, moment) && carries(line, rule) && (!rule.condition || ruleHolds(rule.condition, line.values))
  );
}

/** The standard price of a product is about that product; other rules fit the line as a whole, or one of its products. */
function carries({ attributes }: CartLine, { productId, attributes: wanted }: RuleRow): boolean {
  if (productId) return fitsAttributes(wanted, ofProduct(attributes, productId));
  const products = [...attributes.products.keys()].map((id) => ofProduct(attributes, id));
  return [attributes.values, ...products].some((values) => fitsAttributes(wanted, values));
}

function onePerFee<Candidate extends { plan: PlanRow | null; rule: RuleRow }>(
  candidates: readonly Candidate[],
): Candidate[] {
  const best = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const { rule } = candidate;
    const key = rule.feeItem ? `${rule.type} ${rule.equivalent} ${rule.feeItem}` : rule.id;
    const before = best.get(key);
    if (!before || rank(candidate) > rank(before)) best.set(key, candidate);
  }
  return [...best.values()];
}

/** Rules of plans beat standards; then each further attribute counts. */
const rank = ({ plan, rule }: { plan: PlanRow | null; rule: RuleRow }): number =>
  (plan ? 1000 : 0) + Object.keys(rule.attributes).length;

/** Compares priorities level by level; what stands higher comes first. */
function inOrder(a: readonly number[], b: readonly number[]): number {
  for (let level = 0; level < Math.min(a.length, b.length); level++)
    if (a[level] !== b[level]) return a[level]! - b[level]!;
  return a.length - b.length;
}
