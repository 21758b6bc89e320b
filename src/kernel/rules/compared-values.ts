import type { SyntaxNode } from '@lezer/common';
import { bare, childrenOf } from './nodes.js';
import { readRule } from './read-rule.js';
import { evaluateRule } from './rule.js';

/** A part of a condition that `and` joins to others. */
export interface RuleConjunct {
  /** As it was written. */
  text: string;
  /** Without what makes no difference: blanks, and parentheses around the whole. */
  plain: string;
  /**
   * The values with which it compares each name or path, when it does nothing but compare names with values that are written out; null
   * when it does anything else, so that nothing is known of it.
   */
  compared: ReadonlyMap<string, readonly unknown[]> | null;
}

/** The parts of a condition that `and` joins. */
export function conjunctsOf(written: string): RuleConjunct[] {
  const { root, text } = readRule(written);
  const parts = root.firstChild ? joined(root.firstChild) : [];
  return parts.map((node) => {
    const compared = new Map<string, unknown[]>();
    const known = compares(node, text, compared);
    return { text: text.slice(node.from, node.to), plain: plainText(node, text), compared: known ? compared : null };
  });
}

function joined(given: SyntaxNode): SyntaxNode[] {
  const node = bare(given);
  if (node.name !== 'Conjunction') return [node];
  return childrenOf(node).flatMap((part) => (part.name === 'and' ? [] : joined(part)));
}

function plainText(node: SyntaxNode, text: string): string {
  const parts = childrenOf(bare(node));
  if (parts.length === 0) return text.slice(bare(node).from, bare(node).to);
  return parts.map((part) => plainText(part, text)).join(' ');
}

/** Whether a part only compares names with written values, which it puts down; what it joins and negates is up to it. */
function compares(given: SyntaxNode, text: string, into: Map<string, unknown[]>): boolean {
  const node = bare(given);
  switch (node.name) {
    case 'Conjunction':
    case 'Disjunction':
      return childrenOf(node).every((part) => part.name === 'and' || part.name === 'or' || compares(part, text, into));
    case 'FunctionInvocation':
      return called(node, text, into);
    case 'Comparison':
      return comparison(node, text, into);
    case 'BooleanLiteral':
      return true;
    default: {
      const name = nameOf(node, text);
      if (name === null) return false;
      put(into, name, [true]);
      return true;
    }
  }
}

/** `not(…)` around comparisons, and a written list that contains a name. */
function called(node: SyntaxNode, text: string, into: Map<string, unknown[]>): boolean {
  const callee = node.firstChild!;
  const given = childrenOf(node.getChild('PositionalParameters') ?? node).filter(
    (part) => ![',', '(', ')'].includes(part.name) && part.from !== callee.from,
  );
  const name = text.slice(callee.from, callee.to);
  if (name === 'not' && given.length === 1) return compares(given[0]!, text, into);
  if (name !== 'list contains' || given.length !== 2) return false;
  return compare(given[1]!, literals(given[0]!, text), text, into);
}

function comparison(node: SyntaxNode, text: string, into: Map<string, unknown[]>): boolean {
  const [left, word, ...rest] = childrenOf(node) as [SyntaxNode, SyntaxNode, ...SyntaxNode[]];
  if (word.name === 'between') {
    const ends = [rest[0], rest[2]].map((end) => (end ? literals(end, text) : null));
    return compare(left, ends.includes(null) ? null : ends.flatMap((end) => end!), text, into);
  }
  if (word.name === 'in') {
    const tests = (node.getChild('PositiveUnaryTests') ?? node).getChildren('PositiveUnaryTest');
    const values = tests.map((test) => tested(test, text));
    return compare(left, values.includes(null) ? null : values.flatMap((value) => value!), text, into);
  }
  const [right] = rest;
  if (!right || rest.length > 1) return false;
  return nameOf(bare(left), text) === null
    ? compare(right, literals(left, text), text, into)
    : compare(left, literals(right, text), text, into);
}

/** Values of what stands behind `in`: of a value, a list, a range, or half a comparison. */
function tested(test: SyntaxNode, text: string): unknown[] | null {
  const inner = test.firstChild && bare(test.firstChild);
  if (!inner) return null;
  if (inner.name !== 'SimplePositiveUnaryTest' && inner.name !== 'Interval') return literals(inner, text);
  const interval = inner.name === 'Interval' ? inner : inner.getChild('Interval');
  const parts = interval ? childrenOf(interval).filter(({ name }) => !['[', ']', '(', ')', '..'].includes(name)) : [];
  const values = (interval ? parts : childrenOf(inner).slice(-1)).map((part) => literals(part, text));
  return values.length === 0 || values.includes(null) ? null : values.flatMap((value) => value!);
}

function compare(subject: SyntaxNode, values: unknown[] | null, text: string, into: Map<string, unknown[]>): boolean {
  const name = nameOf(bare(subject), text);
  if (name === null || values === null) return false;
  put(into, name, values);
  return true;
}

function put(into: Map<string, unknown[]>, name: string, values: readonly unknown[]): void {
  into.set(name, [...(into.get(name) ?? []), ...values]);
}

/** A name, or a path of names without blanks; null for anything else. */
function nameOf(node: SyntaxNode, text: string): string | null {
  if (node.name !== 'VariableName' && node.name !== 'PathExpression') return null;
  const name = text.slice(node.from, node.to).replace(/\s*\.\s*/g, '.');
  return /^[\p{L}_][\p{L}\p{N}_]*(\.[\p{L}_][\p{L}\p{N}_]*)*$/u.test(name) ? name : null;
}

const WRITTEN: ReadonlySet<string> = new Set([
  ...['NumericLiteral', 'StringLiteral', 'BooleanLiteral', 'null', 'AtLiteral', 'List', 'ParenthesizedExpression'],
  ...['DateTimeLiteral', 'DateTimeConstructor', 'PositionalParameters', 'ArithmeticExpression', 'ArithOp'],
  ...['date', 'time', 'and', 'duration'],
  ...['(', ')', '[', ']', ','],
]);

/** The value that is written out, or the values of a list; null when a name or anything else stands there. */
function literals(node: SyntaxNode, text: string): unknown[] | null {
  const cursor = node.cursor();
  do if (!WRITTEN.has(cursor.name)) return null;
  while (cursor.next() && cursor.from < node.to);
  const { value, problems } = evaluateRule(text.slice(node.from, node.to), {});
  if (problems.length > 0) return null;
  return Array.isArray(value) ? (value as unknown[]) : [value];
}
