import { evaluate, type FeelFunction, isFunction, toFeel } from 'feelin';
import { COUNTED, COMPARED, countCalls, countingFunctions, RuleTooCostly, withinBudget } from './budget.js';
import { evaluableText } from './evaluable-text.js';
import { Kept } from './kept.js';
import { callsRangeFunction, rangeFunctions } from './range-functions.js';
import { type Missing, unknownFunctions } from './unknown.js';

countCalls();

type Warning = ReturnType<typeof evaluate>['warnings'][number];

interface RuleRun {
  value: unknown;
  problems: string[];
}

/** A rule whose text has been read once, to be evaluated again and again. */
export interface CompiledRule {
  /** @throws RuleTooCostly when it takes too many rounds for these values */
  run(values: Readonly<Record<string, unknown>>): RuleRun;
}

const kept = new Kept<CompiledRule>();

/**
 * The rule behind a text. Reading a text takes many times longer than evaluating it, and the same few texts are evaluated for every
 * offering, price and customer, so what was read is kept.
 * @param names of the variables, in the order of the values
 * @param missing what the absence of a value means
 */
export function compiledRule(text: string, names: readonly string[], missing: Missing): CompiledRule {
  return kept.get(`${missing}\n${names.join(',')}\n${text}`, () => compile(evaluableText(text, missing), names));
}

/** Names that can be parameters of a FEEL function as they are. */
const PLAIN_NAME = /^[\p{L}_][\p{L}\p{N}_]*$/u;

/** The text becomes the body of a FEEL function of the variables, which can be called without being read again. */
function compile(text: string, names: readonly string[]): CompiledRule {
  const read = names.every((name) => PLAIN_NAME.test(name)) ? readFunction(text, names) : null;
  if (!read) return { run: (values) => evaluateAtOnce(text, values) };
  const { body, warnings } = read;
  return {
    run(values) {
      // The interpreter notes the warnings of all calls in one list.
      warnings.length = 0;
      return orProblem(() => {
        const found: unknown = body.invoke(names.map((name) => toFeelDeep(values[name])));
        return { value: found, problems: warnings.map(({ message }) => message) };
      });
    },
  };
}

function readFunction(text: string, names: readonly string[]): { body: FeelFunction; warnings: Warning[] } | null {
  try {
    const { value, warnings } = evaluate(`function(${names.join(', ')}) ${text}`, functionsFor(text));
    return isFunction(value) ? { body: value, warnings } : null;
  } catch {
    // Such as a variable that is named like a word of the language.
    return null;
  }
}

/**
 * Functions that take the place of those of the interpreter, and those that count or ask of what is known, where a text calls them; each call
 * would copy them otherwise.
 */
const functionsFor = (text: string): Record<string, unknown> => ({
  ...(callsRangeFunction(text) ? rangeFunctions : {}),
  ...(text.includes(COUNTED) || text.includes(COMPARED) ? countingFunctions : {}),
  ...(Object.keys(unknownFunctions).some((name) => text.includes(name)) ? unknownFunctions : {}),
});

function evaluateAtOnce(text: string, values: Readonly<Record<string, unknown>>): RuleRun {
  return orProblem(() => {
    const { value, warnings } = evaluate(text, { ...functionsFor(text), ...values });
    return { value, problems: warnings.map(({ message }) => message) };
  });
}

/** The interpreter throws for some values, such as a range from a number to a text: that has no value either. */
function orProblem(run: () => RuleRun): RuleRun {
  try {
    return withinBudget(run);
  } catch (error) {
    if (error instanceof RuleTooCostly) throw error;
    return { value: null, problems: [error instanceof Error ? error.message : String(error)] };
  }
}

/** Dates become values of FEEL wherever they stand, as when a text is evaluated with its values at once. */
function toFeelDeep(value: unknown): unknown {
  if (value === undefined) return null;
  if (Array.isArray(value)) return value.map(toFeelDeep);
  if (value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype)
    return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, toFeelDeep(entry)]));
  return toFeel(value);
}
