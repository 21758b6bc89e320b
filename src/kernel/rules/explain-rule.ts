import type { SyntaxNode } from '@lezer/common';
import { parseExpression } from 'feelin';
import { ruleHolds } from './rule.js';

/** A part of a condition that does not hold. */
export interface RuleObjection {
  /** The part, as it is written. */
  text: string;
  /** Values that it named, by name or path. */
  values: Record<string, unknown>;
}

/** Why a condition does not hold: those of its parts, joined by `and`, that do not. Empty when it holds. */
export function explainRule(text: string, values: Readonly<Record<string, unknown>>): RuleObjection[] {
  if (ruleHolds(text, values)) return [];
  const root = parseExpression(text, {}, undefined).topNode.firstChild;
  const parts = root ? conjuncts(root) : [];
  const failed = parts.filter((part) => !ruleHolds(text.slice(part.from, part.to), values));
  return failed.map((part) => ({ text: text.slice(part.from, part.to), values: named(part, text, values) }));
}

function conjuncts(node: SyntaxNode): SyntaxNode[] {
  if (node.name !== 'Conjunction' && node.name !== 'ParenthesizedExpression') return [node];
  const found: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling)
    if (child.name !== 'and' && child.name !== '(' && child.name !== ')') found.push(...conjuncts(child));
  return found;
}

function named(part: SyntaxNode, text: string, values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  const cursor = part.cursor();
  do {
    const path = text.slice(cursor.from, cursor.to);
    const outer = cursor.node.parent?.name === 'PathExpression';
    if (cursor.name !== 'PathExpression' && (cursor.name !== 'VariableName' || outer)) continue;
    const value = path
      .split('.')
      .reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], values);
    if (value !== undefined && (typeof value !== 'object' || value === null)) found[path] = value;
  } while (cursor.next() && cursor.from < part.to);
  return found;
}
