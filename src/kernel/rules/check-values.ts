import type { SyntaxNode } from '@lezer/common';
import type { Objection } from './check-meaning.js';
import { bare, childrenOf } from './nodes.js';

/** What is worked out from other values, or compared by itself, is no value of the comparison around it. */
const OTHERS: ReadonlySet<string> = new Set(['FunctionInvocation', 'Comparison', 'PathExpression', 'FilterExpression']);

/** Texts in a comparison that the value compared with them can never be. @param valuesOf all that a name can be, if that is known */
export function strangeValues(
  comparison: SyntaxNode,
  valuesOf: (part: SyntaxNode) => readonly string[] | undefined,
  text: string,
): Objection[] {
  const parts = childrenOf(comparison);
  const values = parts.map((part) => valuesOf(bare(part))).find((each) => each);
  if (!values) return [];
  return parts.flatMap(textsIn).flatMap((node) => {
    const value = text.slice(node.from + 1, node.to - 1);
    return values.includes(value) ? [] : [{ node, message: `It is never "${value}", only ${values.join(', ')}.` }];
  });
}

const textsIn = (node: SyntaxNode): SyntaxNode[] =>
  node.name === 'StringLiteral' ? [node] : OTHERS.has(node.name) ? [] : childrenOf(node).flatMap(textsIn);
