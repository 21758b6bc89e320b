import { calledName } from './arguments.js';
import { ruleFunctions } from './functions.js';
import { Kept } from './kept.js';
import { readRule } from './read-rule.js';
import { rulePaths } from './rule-names.js';

/** Parts of rules that have values whenever the names in them have. */
const PLAIN: ReadonlySet<string> = new Set([
  ...[
    'Expression',
    'VariableName',
    'Identifier',
    'PathExpression',
    'PathName',
    'Comparison',
    'CompareOp',
    'Conjunction',
    'Disjunction',
  ],
  ...['NumericLiteral', 'StringLiteral', 'BooleanLiteral', 'ParenthesizedExpression', 'List', 'Interval', 'null'],
  ...[
    'PositiveUnaryTests',
    'PositiveUnaryTest',
    'SimplePositiveUnaryTest',
    'FunctionInvocation',
    'PositionalParameters',
  ],
  ...['and', 'or', 'in', 'between', '(', ')', '[', ']', ',', '..', '.'],
]);
const TRUTHS: ReadonlySet<string> = new Set(['not', 'list contains', 'contains', 'starts with', 'ends with']);

/** The paths that a rule reads; null when values may be missing elsewhere in it too, as in what it computes or binds itself. */
const kept = new Kept<{ paths: readonly (readonly string[])[] | null }>();

/**
 * Whether nothing is missing of what a rule compares, so that it means the same whatever an absence means: most rules meet values, and
 * to look at those costs much less than to ask in each comparison. False when that cannot be told by the names alone.
 */
export function allKnown(text: string, values: Readonly<Record<string, unknown>>): boolean {
  const { paths } = kept.get(text, () => ({ paths: isPlain(text) ? pathsOf(text) : null }));
  return paths?.every((path) => isThere(path, values)) ?? false;
}

const pathsOf = (text: string): string[][] =>
  rulePaths(text)
    .filter((path) => !ruleFunctions.has(path))
    .map((path) => path.split('.'));

function isPlain(written: string): boolean {
  const { root, text } = readRule(written);
  const cursor = root.cursor();
  do {
    if (!PLAIN.has(cursor.name)) return false;
    if (cursor.name === 'FunctionInvocation' && !TRUTHS.has(calledName(cursor.node, text))) return false;
  } while (cursor.next());
  return true;
}

function isThere(path: readonly string[], values: Readonly<Record<string, unknown>>): boolean {
  let at: unknown = values;
  for (const name of path) {
    if (typeof at !== 'object' || at === null) return false;
    at = (at as Record<string, unknown>)[name];
  }
  return at !== undefined && at !== null;
}
