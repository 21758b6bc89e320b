import { conjunctsOf, type RuleConjunct } from './compared-values.js';
import { evaluateRule, ruleHolds } from './rule.js';
import type { RuleVariables } from './variables.js';

/** How that for which one condition holds lies to that for which another does. */
export type RuleRelation =
  /** Nothing is in both. */
  | 'APART'
  /** Both hold for the same. */
  | 'SAME'
  /** The first holds for a part of what the second does. */
  | 'INSIDE'
  /** The second holds for a part of what the first does. */
  | 'AROUND'
  /** Something is in both, and something in one of them only. */
  | 'OVERLAP'
  /** They do more than compare names with values that are written out, or too much of it: it cannot be told. */
  | 'UNCLEAR';

/** Most points at which conditions are tried. */
const MOST_POINTS = 2_000;

type Points = ReadonlyMap<string, readonly unknown[]>;

/**
 * Compares two conditions by what they mean, however they are written. Where all that they do is to compare names with values, each name
 * has few values that make a difference: those values, one between and beside them, and none at all. The conditions are tried at these, so
 * that what joins, negates and orders the comparisons means here what it means when they are used.
 * @param one a condition that has passed `checkRule`; null for one that always holds
 * @param variables what is known of the names
 * @param only all values that some names can have
 */
export function compareRules(
  one: string | null,
  other: string | null,
  variables: RuleVariables,
  only: Readonly<Record<string, readonly unknown[]>> = {},
): RuleRelation {
  const [first, second] = [one, other].map((text) => (text === null ? [] : conjunctsOf(text))) as [
    RuleConjunct[],
    RuleConjunct[],
  ];
  const all = [...first, ...second];
  const points = pointsOf(all, variables, only);
  const meet = canAllHold(all, points);
  if (meet === false) return 'APART';
  const [inside, around] = [implies(first, second, points), implies(second, first, points)];
  if (inside && around) return 'SAME';
  if (inside || around) return inside ? 'INSIDE' : 'AROUND';
  return meet ? 'OVERLAP' : 'UNCLEAR';
}

const isKnown = ({ compared }: RuleConjunct, points: Points): boolean =>
  compared !== null && [...compared.keys()].every((name) => points.has(name));

/** Whether conditions can hold together; null when that cannot be told. */
function canAllHold(all: readonly RuleConjunct[], points: Points): boolean | null {
  const texts = new Set(all.map(({ plain }) => plain));
  if (all.some(({ plain }) => texts.has(`not ( ${plain} )`))) return false;
  let sure = all.every((each) => isKnown(each, points));
  for (const group of groupsOf(all.filter((each) => isKnown(each, points)))) {
    const found = somewhere(group, points, (holds) => group.every(holds));
    if (found === false) return false;
    sure &&= found === true;
  }
  return sure ? true : null;
}

/** Whether whatever one side holds for, each part of the other holds for too; false also when that cannot be told. */
function implies(from: readonly RuleConjunct[], to: readonly RuleConjunct[], points: Points): boolean {
  const said = new Set(from.map(({ plain }) => plain));
  const known = from.filter((each) => isKnown(each, points));
  return to.every((part) => {
    if (said.has(part.plain)) return true;
    if (!isKnown(part, points)) return false;
    const group = groupsOf([part, ...known]).find((each) => each.includes(part))!;
    const others = group.filter((each) => each !== part);
    return somewhere(group, points, (holds) => others.every(holds) && !holds(part)) === false;
  });
}

/** Parts that name the same, directly or over others. */
function groupsOf(parts: readonly RuleConjunct[]): RuleConjunct[][] {
  const groups: { names: Set<string>; parts: RuleConjunct[] }[] = [];
  for (const part of parts) {
    const names = new Set(part.compared!.keys());
    const near = groups.filter((group) => [...names].some((name) => group.names.has(name)));
    const joined = { names: new Set([...near.flatMap((group) => [...group.names]), ...names]), parts: [part] };
    joined.parts.push(...near.flatMap((group) => group.parts));
    for (const group of near) groups.splice(groups.indexOf(group), 1);
    groups.push(joined);
  }
  return groups.map((group) => group.parts);
}

/** Whether something is so at any point; null when there are too many points. */
function somewhere(
  group: readonly RuleConjunct[],
  points: Points,
  isSo: (holds: (part: RuleConjunct) => boolean) => boolean,
): boolean | null {
  const names = [...new Set(group.flatMap(({ compared }) => [...compared!.keys()]))].sort();
  const choices = names.map((name) => points.get(name)!);
  const count = choices.reduce((product, values) => product * values.length, 1);
  if (count > MOST_POINTS) return null;
  for (let at = 0; at < count; at++) {
    let rest = at;
    const scope: Record<string, unknown> = {};
    for (const [index, name] of names.entries()) {
      const values = choices[index]!;
      put(scope, name.split('.'), values[rest % values.length]);
      rest = Math.floor(rest / values.length);
    }
    if (isSo(({ text }) => ruleHolds(text, scope))) return true;
  }
  return false;
}

function put(scope: Record<string, unknown>, [name, ...rest]: string[], value: unknown): void {
  if (rest.length === 0) scope[name!] = value;
  else put((scope[name!] ??= {}) as Record<string, unknown>, rest, value);
}

/** Values of each name that make a difference; a name whose values nothing can be said of has none. */
function pointsOf(
  parts: readonly RuleConjunct[],
  variables: RuleVariables,
  only: Readonly<Record<string, readonly unknown[]>>,
): Points {
  const compared = new Map<string, unknown[]>();
  for (const part of parts)
    for (const [name, values] of part.compared ?? []) compared.set(name, [...(compared.get(name) ?? []), ...values]);
  const points = new Map<string, readonly unknown[]>();
  for (const [name, values] of compared) {
    // A name of which another is a part has more to it than what it is compared with.
    if ([...compared.keys()].some((other) => other.startsWith(`${name}.`))) continue;
    const given = Object.hasOwn(only, name) ? only[name] : undefined;
    const listed = Object.hasOwn(variables, name) ? variables[name]!.values : undefined;
    const found = given ?? (listed ? [...listed, null] : around(values));
    if (found) points.set(name, found);
  }
  return points;
}

const DAY = /^\d{4}-\d\d-\d\d$/;
const DAY_MS = 86_400_000;

/** Values and what lies between and beside them, with none at all; null when they are of several types, or of one that is not known. */
function around(values: readonly unknown[]): unknown[] | null {
  const given = values.filter((value) => value !== null);
  const numbers = given.filter((value) => typeof value === 'number');
  if (numbers.length === given.length) {
    const sorted = [...new Set(numbers.length > 0 ? numbers : [0])].sort((a, b) => a - b);
    const between = sorted.slice(1).map((value, index) => (value + sorted[index]!) / 2);
    return [null, sorted[0]! - 1, ...sorted, ...between, sorted.at(-1)! + 1];
  }
  if (given.every((value) => typeof value === 'boolean')) return [null, true, false];
  const texts = given.filter((value) => typeof value === 'string');
  if (texts.length === given.length)
    return [null, ...new Set(['', ...texts.flatMap((text) => [text, `${text}\u0001`])])];
  const days = given.map((value) => JSON.parse(JSON.stringify(value)) as unknown);
  if (!days.every((day) => typeof day === 'string' && DAY.test(day))) return null;
  const moments = (days as string[]).map((day) => Date.parse(day));
  const near = new Set(moments.flatMap((moment) => [moment - DAY_MS, moment, moment + DAY_MS]));
  const dayOf = (moment: number) => new Date(moment).toISOString().slice(0, 10);
  return [null, ...[...near].map((moment) => evaluateRule(`date("${dayOf(moment)}")`, {}).value)];
}
