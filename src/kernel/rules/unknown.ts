import { evaluate, FeelFunction } from 'feelin';

/**
 * What the absence of a value means to a condition. `null`: a value like any other, which differs from all others, as FEEL has it.
 * `unknown`: nobody knows the value, so that whatever is compared with it is neither so nor otherwise, and FEEL's logic of three values goes
 * on from there; a condition asks for the absence itself by writing `null`.
 */
export type Missing = 'null' | 'unknown';

/** Whether two values are the same, where both are known. */
export const SAME = 'ƒsame';
/** Whether a list contains a value, where both are known. */
export const AMONG = 'ƒamong';
/** What a function says of a value, where that is known. */
export const ASKED = 'ƒasked';
/** The name of the value in that function. No variable has one like it. */
export const VALUE = 'ƒvalue';

const read = (text: string): FeelFunction => evaluate(text).value as FeelFunction;
const same = read('function(a, b) a = b');
const among = read('function(list, a) list contains(list, a)');

const known = (...values: readonly unknown[]): boolean =>
  values.every((value) => value !== null && value !== undefined);

/** Functions that have no value where a value is missing, in whose place the interpreter's own would say that it differs. */
export const unknownFunctions: Readonly<Record<string, FeelFunction>> = {
  [SAME]: new FeelFunction((a: unknown, b: unknown) => (known(a, b) ? same.invoke([a, b]) : null), ['a', 'b']),
  [AMONG]: new FeelFunction(
    (list: unknown, a: unknown) => {
      // Nothing is in an empty list, whatever it may be.
      if (Array.isArray(list) && list.length === 0) return false;
      return known(list, a) ? among.invoke([list, a]) : null;
    },
    ['list', 'a'],
  ),
  [ASKED]: new FeelFunction(
    (a: unknown, test: unknown) => (known(a) ? (test as FeelFunction).invoke([a]) : null),
    ['a', 'test'],
  ),
};
