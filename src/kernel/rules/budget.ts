import { FeelFunction } from 'feelin';
import { Refusal, userError } from '../errors/index.js';

/** Most rounds of one evaluation: of loops, filters and calls of functions, and elements of the lists that functions are given. */
export const MAX_ROUNDS = 100_000;

/**
 * Thrown where a rule needs more than is given to one evaluation. It is refused with RULE_TOO_COSTLY and is no value: whoever took a
 * condition that was broken off for one that does not hold would go a way that nobody meant.
 */
export class RuleTooCostly extends Refusal {
  constructor() {
    const message = `A rule takes more than ${MAX_ROUNDS} rounds: it loops over too much for these values.`;
    super([userError('RULE_TOO_COSTLY', message, [], { max: MAX_ROUNDS })]);
  }
}

/** Rounds that are left to the evaluation that runs; they are counted only while one does. An evaluation never waits for anything. */
let left = Infinity;

/** Gives an evaluation its rounds. @throws RuleTooCostly when it needs more, or more room than there is */
export function withinBudget<T>(run: () => T): T {
  const before = left;
  left = MAX_ROUNDS;
  try {
    return run();
  } catch (error) {
    throw isOutOfRoom(error) ? new RuleTooCostly() : error;
  } finally {
    left = before;
  }
}

/** Whether the machine itself broke an evaluation off: calls within calls without end, or texts and lists beyond all bounds. */
const isOutOfRoom = (error: unknown): boolean =>
  error instanceof RangeError && /call stack|(string|array) length/i.test(error.message);

function spend(rounds: number): void {
  left -= rounds;
  if (left < 0) throw new RuleTooCostly();
}

/** Elements of a list and of the lists in it, counted no further than there are rounds left. */
function sizeOf(value: unknown): number {
  if (!Array.isArray(value)) return 0;
  let size = value.length;
  for (const each of value) {
    if (size > left) break;
    size += sizeOf(each);
  }
  return size;
}

const isPlain = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Every call of a function in a rule takes one round, and one for each element of the lists that it is given. */
export function countCalls(): void {
  const { invoke } = FeelFunction.prototype;
  FeelFunction.prototype.invoke = function (this: FeelFunction, given: unknown): unknown {
    const values: unknown[] = Array.isArray(given) ? given : isPlain(given) ? Object.values(given) : [];
    if (left !== Infinity) spend(values.reduce<number>((sum, value) => sum + sizeOf(value), 1));
    return invoke.call(this, given) as unknown;
  };
}

/** Wraps the list of a loop or a filter in the text that the interpreter is given. No variable and no rule has a name like it. */
export const COUNTED = 'ƒcounted';

/** Wraps lists whose elements are compared each with each. */
export const COMPARED = 'ƒcompared';

/** Comparisons of two elements that are as much as one round. */
const COMPARED_PER_ROUND = 16;

const lengthOf = (list: unknown): number => (Array.isArray(list) ? list.length : 0);

/** Functions that give their list back once it is counted. */
export const countingFunctions: Readonly<Record<string, FeelFunction>> = {
  // The call itself counts the elements of a list; a range is two literal numbers.
  [COUNTED]: new FeelFunction(
    (list: unknown) => {
      const range = list as { start?: unknown; end?: unknown } | null;
      if (typeof range?.start === 'number' && typeof range.end === 'number')
        spend(Math.abs(range.end - range.start) + 1);
      return list;
    },
    ['list'],
  ),
  [COMPARED]: new FeelFunction(
    (list: unknown) => {
      spend(lengthOf(list) ** 2 / COMPARED_PER_ROUND);
      return list;
    },
    ['list'],
  ),
};
