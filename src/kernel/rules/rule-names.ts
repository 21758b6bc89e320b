import type { SyntaxNode } from '@lezer/common';
import { ruleFunctions } from './functions.js';
import { Kept } from './kept.js';
import { readRule } from './read-rule.js';
import type { RuleVariables } from './variables.js';

/** Names and paths that stand in a part of a rule, in the order of the text; the parts of a path stand among them too. */
export function pathsIn(part: SyntaxNode, text: string): string[] {
  const found: string[] = [];
  const cursor = part.cursor();
  do {
    const outer = cursor.node.parent?.name === 'PathExpression';
    if (cursor.name === 'PathExpression' || (cursor.name === 'VariableName' && !outer))
      found.push(text.slice(cursor.from, cursor.to));
  } while (cursor.next() && cursor.from < part.to);
  return found;
}

const paths = new Kept<readonly string[]>();

/** Names and paths that a rule reads, such as `object.region.code`, written without blanks. */
export const rulePaths = (written: string): readonly string[] =>
  paths.get(written, () => {
    const { root, text } = readRule(written);
    return [...new Set(pathsIn(root, text).map((path) => path.replace(/\s*\.\s*/g, '.')))];
  });

/** First names of what a rule reads: the variables that it needs, and what it calls and binds itself. */
export const ruleNames = (text: string): ReadonlySet<string> =>
  new Set(rulePaths(text).map((path) => path.split('.', 1)[0]!));

/** Functions whose values depend on when they are asked. */
const CLOCKS: ReadonlySet<string> = new Set(['now', 'today']);

/** Whether a rule reads no variable and no clock, so that it always yields the same; false for one that binds names itself. */
export const isConstant = (text: string, variables: RuleVariables): boolean =>
  [...ruleNames(text)].every((name) => ruleFunctions.has(name) && !CLOCKS.has(name) && !Object.hasOwn(variables, name));
