import type { SyntaxNode } from '@lezer/common';
import type { RuleType } from './variables.js';

const BY_FORM: Readonly<Record<string, RuleType>> = {
  Comparison: 'boolean',
  Conjunction: 'boolean',
  Disjunction: 'boolean',
  QuantifiedExpression: 'boolean',
  BooleanLiteral: 'boolean',
  NumericLiteral: 'number',
  StringLiteral: 'string',
  List: 'list',
  ForExpression: 'list',
  Context: 'context',
};

/** Type that a form of expression always yields; null when it depends on the values. */
export function typeOf(node: SyntaxNode): RuleType | null {
  const inner = node.name === 'ParenthesizedExpression' ? node.firstChild?.nextSibling : null;
  return inner ? typeOf(inner) : (BY_FORM[node.name] ?? null);
}
