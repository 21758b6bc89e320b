import type { SyntaxNode } from '@lezer/common';
import { bare, childrenOf } from './nodes.js';

/** The two ends of a range that a comparison asks about, and whether each belongs to it. */
export interface AskedRange {
  subject: SyntaxNode;
  low: SyntaxNode;
  high: SyntaxNode;
  lowIncluded: boolean;
  highIncluded: boolean;
}

const LITERALS: ReadonlySet<string> = new Set(['NumericLiteral', 'StringLiteral', 'AtLiteral']);

/** Whether a value is written out, so that it is known when the rule is kept. */
export function isLiteral(node: SyntaxNode): boolean {
  if (node.name !== 'DateTimeLiteral') return LITERALS.has(node.name);
  const given = node.getChild('PositionalParameters');
  if (given) return childrenOf(given).every((value) => value.name === ',' || isLiteral(value));
  const named = node.getChild('NamedParameters')?.getChildren('NamedParameter') ?? [];
  return named.every((each) => isLiteral(childrenOf(each).at(-1)!));
}

/** The range behind `between`, or behind an `in` that has it as its only test; null for anything else. */
export function askedRange(node: SyntaxNode): AskedRange | null {
  if (node.name !== 'Comparison') return null;
  const [subject, word, low, , high] = childrenOf(node);
  if (word?.name === 'between' && subject && low && high)
    return { subject, low, high, lowIncluded: true, highIncluded: true };
  const test = node.getChild('PositiveUnaryTest')?.firstChild;
  const interval = test && bare(test).getChild('Interval');
  return subject && interval ? { subject, ...endsOf(interval) } : null;
}

/** The ends of a written range. */
export function endsOf(interval: SyntaxNode): Omit<AskedRange, 'subject'> {
  const [open, low, , high, close] = childrenOf(interval) as [
    SyntaxNode,
    SyntaxNode,
    SyntaxNode,
    SyntaxNode,
    SyntaxNode,
  ];
  return { low, high, lowIncluded: open.name === '[', highIncluded: close.name === ']' };
}
