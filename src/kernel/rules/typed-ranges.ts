import { evaluate, isRange } from 'feelin';

/** What of a range of the interpreter is used here; every comparison by order is one. */
interface Range {
  start: unknown;
  end: unknown;
  includes(value: unknown): boolean | null;
}

const SIMPLE: ReadonlySet<string> = new Set(['number', 'string', 'boolean']);

/**
 * Lets the interpreter order values of one type only. It compares as JavaScript does, for which `18 > "3"` holds and the text "z" lies
 * between 1 and 3; by the standard such a comparison has no value. Types that are declared are checked when a rule is saved; this is for
 * values whose type nobody declared.
 */
export function orderWithinTypes(): void {
  const ranges = Object.getPrototypeOf(evaluate('[1..2]').value) as Range;
  const includes = ranges.includes;
  ranges.includes = function (this: Range, given: unknown) {
    // A list of one stands for its element.
    const value: unknown = Array.isArray(given) && given.length === 1 ? given[0] : given;
    const end = this.start ?? this.end;
    if (
      end !== null &&
      !isRange(value) &&
      typeof value !== typeof end &&
      (SIMPLE.has(typeof value) || SIMPLE.has(typeof end))
    )
      return null;
    return includes.call(this, value);
  };
}
