import type { SyntaxNode } from '@lezer/common';
import { Kept } from './kept.js';
import { readRule } from './read-rule.js';
import { knownTruth, ruleHolds } from './rule.js';
import { pathsIn, rulePaths } from './rule-names.js';
import type { Missing } from './unknown.js';

/** A part of a condition that does not hold. */
export interface RuleObjection {
  /** The part, as it is written. */
  text: string;
  /** Values that it named, by name or path. */
  values: Record<string, unknown>;
  /** Names and paths in it of which no value is known, where that is why it does not hold. */
  unknown?: readonly string[];
}

/** A part of a condition with the names and paths that stand in it. */
interface RulePart {
  text: string;
  paths: readonly string[];
}

const parts = new Kept<readonly RulePart[]>();

/**
 * Why a condition does not hold: those of its parts, joined by `and`, that do not. Empty when it holds.
 * @param missing what the absence of a value means
 */
export function explainRule(
  text: string,
  values: Readonly<Record<string, unknown>>,
  missing: Missing = 'null',
): RuleObjection[] {
  if (ruleHolds(text, values, missing)) return [];
  const failed = parts.get(text, () => partsOf(text)).filter((part) => !ruleHolds(part.text, values, missing));
  return failed.map((part) => ({
    ...{ text: part.text, values: named(part, values) },
    ...(missing === 'unknown' && knownTruth(part.text, values) === null ? unknownIn(part.paths, values) : {}),
  }));
}

/**
 * Why the contrary of a condition does not hold for what is known: the whole of it, with the values that it met, null for those that are not
 * known. What cannot be told has no contrary either. Empty when the condition is false.
 */
export function explainContrary(text: string, values: Readonly<Record<string, unknown>>): RuleObjection[] {
  const truth = knownTruth(text, values);
  if (truth === false) return [];
  const paths = rulePaths(text);
  const absent = Object.fromEntries(paths.flatMap((path) => (lacks(path, values) ? [[path, null]] : [])));
  return [
    {
      ...{ text: `not(${text})`, values: { ...absent, ...named({ text, paths }, values) } },
      ...(truth === null ? unknownIn(paths, values) : {}),
    },
  ];
}

/** The names and paths without a value; the parts of a path stand for no more than the whole of it. */
function unknownIn(
  paths: readonly string[],
  values: Readonly<Record<string, unknown>>,
): Pick<RuleObjection, 'unknown'> {
  const absent = [...new Set(paths)].filter((path) => lacks(path, values));
  return { unknown: absent.filter((path) => !absent.some((other) => other.startsWith(`${path}.`))) };
}

/** Whether a name or path stands for something of the values, and not for a function or what the text binds itself; and has no value there. */
function lacks(path: string, values: Readonly<Record<string, unknown>>): boolean {
  const [first, ...rest] = path.split('.') as [string, ...string[]];
  if (!Object.hasOwn(values, first)) return false;
  let at: unknown = values[first];
  for (const name of rest) at = (at as Record<string, unknown> | null | undefined)?.[name];
  return at === undefined || at === null;
}

function partsOf(written: string): RulePart[] {
  const { root, text } = readRule(written);
  const found = root.firstChild ? conjuncts(root.firstChild) : [];
  return found.map((part) => ({ text: text.slice(part.from, part.to), paths: pathsIn(part, text) }));
}

function conjuncts(node: SyntaxNode): SyntaxNode[] {
  if (node.name !== 'Conjunction' && node.name !== 'ParenthesizedExpression') return [node];
  const found: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling)
    if (child.name !== 'and' && child.name !== '(' && child.name !== ')') found.push(...conjuncts(child));
  return found;
}

function named(part: RulePart, values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const path of part.paths) {
    const value = path
      .split('.')
      .reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], values);
    if (value !== undefined && (typeof value !== 'object' || value === null)) found[path] = value;
  }
  return found;
}
