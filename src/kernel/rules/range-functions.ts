import { evaluate, FeelFunction, type FeelRange, isRange } from 'feelin';
import { orderWithinTypes } from './typed-ranges.js';

orderWithinTypes();

/** Thrown where two values have no order: then the function has no value. */
class NoOrder extends Error {}

const less = evaluate('function(a, b) a < b').value as FeelFunction;

/** Whether one value is less than another, by the interpreter, which orders values of one type only. */
function below(a: unknown, b: unknown): boolean {
  const found: unknown = less.invoke([a, b]);
  if (typeof found !== 'boolean') throw new NoOrder();
  return found;
}

const same = (a: unknown, b: unknown): boolean => !below(a, b) && !below(b, a);

/** A point is a range from itself to itself. */
interface Ends {
  start: unknown;
  end: unknown;
  hasStart: boolean;
  hasEnd: boolean;
}

function endsOf(value: unknown): Ends {
  if (!isRange(value)) return { start: value, end: value, hasStart: true, hasEnd: true };
  const range = value as FeelRange & Record<'start included' | 'end included', boolean>;
  const { start, end } = range;
  return { start, end, hasStart: range['start included'], hasEnd: range['end included'] };
}

const before = (a: Ends, b: Ends): boolean =>
  below(a.end, b.start) || (same(a.end, b.start) && !(a.hasEnd && b.hasStart));

/** Whether the second begins where the first does or later, and ends where it does or earlier. */
const beginsIn = (a: Ends, b: Ends): boolean =>
  below(a.start, b.start) || (same(a.start, b.start) && (a.hasStart || !b.hasStart));
const endsIn = (a: Ends, b: Ends): boolean => below(b.end, a.end) || (same(a.end, b.end) && (a.hasEnd || !b.hasEnd));

const includes = (a: Ends, b: Ends): boolean => beginsIn(a, b) && endsIn(a, b);
const meets = (a: Ends, b: Ends): boolean => a.hasEnd && b.hasStart && same(a.end, b.start);
const overlaps = (a: Ends, b: Ends): boolean => !before(a, b) && !before(b, a);
const overlapsBefore = (a: Ends, b: Ends): boolean => overlaps(a, b) && !beginsIn(b, a) && endsIn(b, a);
const sameStart = (a: Ends, b: Ends): boolean => same(a.start, b.start) && a.hasStart === b.hasStart;
const sameEnd = (a: Ends, b: Ends): boolean => same(a.end, b.end) && a.hasEnd === b.hasEnd;

type Relation = (a: Ends, b: Ends) => boolean;

const turned =
  (relation: Relation): Relation =>
  (a, b) =>
    relation(b, a);

const starts: Relation = (a, b) => sameStart(a, b) && endsIn(b, a);
const finishes: Relation = (a, b) => sameEnd(a, b) && beginsIn(b, a);

/** How points and ranges lie to each other (DMN 1.3, table 78); the interpreter has half of them, and compares in those as JavaScript does. */
const RELATIONS: Readonly<Record<string, Relation>> = {
  before,
  after: turned(before),
  meets,
  'met by': turned(meets),
  overlaps,
  'overlaps before': overlapsBefore,
  'overlaps after': turned(overlapsBefore),
  includes,
  during: turned(includes),
  starts,
  'started by': turned(starts),
  finishes,
  'finished by': turned(finishes),
  coincides: (a, b) => sameStart(a, b) && sameEnd(a, b),
};

function judge(relation: Relation, a: unknown, b: unknown): boolean | null {
  try {
    return relation(endsOf(a), endsOf(b));
  } catch (error) {
    if (error instanceof NoOrder) return null;
    throw error;
  }
}

/** Functions about ranges that take the place of those of the interpreter; values of different types have no value in them. */
export const rangeFunctions: Readonly<Record<string, FeelFunction>> = Object.fromEntries(
  Object.entries(RELATIONS).map(([name, relation]) => [
    name,
    new FeelFunction((a: unknown = null, b: unknown = null) => judge(relation, a, b), ['a', 'b']),
  ]),
);

const NAMED = new RegExp(`\\b(${Object.keys(RELATIONS).join('|').replaceAll(' ', '\\s+')})\\s*\\(`);

/** Whether a text calls one of them. */
export const callsRangeFunction = (text: string): boolean => NAMED.test(text);
