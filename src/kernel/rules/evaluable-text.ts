import type { SyntaxNode } from '@lezer/common';
import { COMPARED, COUNTED } from './budget.js';
import { argumentsOf, calledName } from './arguments.js';
import { ruleFunctions } from './functions.js';
import { bare, childrenOf } from './nodes.js';
import { askedRange, isLiteral } from './ranges.js';
import { readRule } from './read-rule.js';
import { AMONG, ASKED, type Missing, SAME, VALUE } from './unknown.js';

/** The text that is rendered, and what a missing value means in it. */
interface Source {
  text: string;
  missing: Missing;
}

/**
 * The text that the interpreter is given. It turns the ends of a range round when they are in the wrong order, and takes an end without a
 * value as no limit at all; both would let everybody pass. Ranges with ends that only the values tell become two comparisons, which hold
 * for nothing then. Arguments that are given by name are put in their order, since the interpreter has names of its own for some. The
 * lists of loops and filters are counted as they are gone through. Where a missing value is unknown, what is compared with it is too.
 */
export function evaluableText(written: string, missing: Missing = 'null'): string {
  const { text, root } = readRule(written);
  return render(root, { text, missing });
}

/** Functions that compare the elements of a list each with each. */
const COMPARING: ReadonlySet<string> = new Set(['distinct values', 'union']);

/** Functions that take a missing value as one that differs from others. */
const DIFFERING: Readonly<Record<string, string>> = { 'list contains': AMONG, is: SAME };

/** The text of a list that is gone through, so that it is counted; undefined for any other node. */
function counted(node: SyntaxNode, source: Source): string | undefined {
  if (node.name === 'IterationContext') {
    const parts = renderAll(node, source);
    return `${COUNTED}(${childrenOf(node).some(({ name }) => name === '..') ? `[${parts}]` : parts})`;
  }
  const isFiltered = node.parent?.name === 'FilterExpression' && node.parent.firstChild?.from === node.from;
  return isFiltered && !isPlace(node.parent!) ? `${COUNTED}(${renderAny(node, source)})` : undefined;
}

/** Whether a filter only takes the element at a place that is written out. */
const isPlace = (filter: SyntaxNode): boolean => filter.firstChild?.nextSibling?.nextSibling?.name === 'NumericLiteral';

function render(node: SyntaxNode, source: Source): string {
  const text = counted(node, source) ?? renderAny(node, source);
  return isCalledTest(node, source) ? `(${text} and true)` : text;
}

/** Whether a filter asks each element by a call, which the interpreter would take for the place of one and not show the elements. */
function isCalledTest(node: SyntaxNode, { text, missing }: Source): boolean {
  const test =
    node.parent?.name === 'FilterExpression' && node.parent.firstChild?.from !== node.from ? bare(node) : null;
  if (test?.name === 'FunctionInvocation') return ruleFunctions.get(calledName(test, text))?.yields === 'boolean';
  return missing === 'unknown' && (test?.name === 'Comparison' || test?.name === 'QuantifiedExpression');
}

function renderAny(node: SyntaxNode, source: Source): string {
  const isStrict = source.missing === 'unknown';
  const range = askedRange(node);
  if (range && (isStrict || !(isLiteral(range.low) && isLiteral(range.high)))) {
    const [subject, low, high] = [range.subject, range.low, range.high].map((each) => `(${render(each, source)})`);
    return `(${subject} ${range.lowIncluded ? '>=' : '>'} ${low} and ${subject} ${range.highIncluded ? '<=' : '<'} ${high})`;
  }
  return (isStrict ? renderUnknown(node, source) : undefined) ?? renderCall(node, source) ?? renderAll(node, source);
}

/** What says of a missing value that it differs from others, so that it says nothing of it; undefined for anything else. */
function renderUnknown(node: SyntaxNode, source: Source): string | undefined {
  switch (node.name) {
    case 'Comparison':
      return comparison(node, source);
    case 'QuantifiedExpression':
      return quantified(node, source);
    case 'FunctionInvocation': {
      const name = DIFFERING[calledName(node, source.text)];
      const call = name && argumentsOf(node, source.text);
      if (!call || !('values' in call) || call.values.some((value) => !value || asksNull(value))) return undefined;
      return `${name}(${call.values.map((value) => render(value!, source)).join(', ')})`;
    }
    default:
      return undefined;
  }
}

function comparison(node: SyntaxNode, source: Source): string | undefined {
  const [left, word, ...rest] = childrenOf(node) as [SyntaxNode, SyntaxNode, ...SyntaxNode[]];
  if (word.name === 'in') {
    if (rest.some(asksNull)) return undefined;
    // One call of a function, so that what stands before is worked out once.
    return `${ASKED}(${render(left, source)}, function(${VALUE}) ${VALUE} in ${renderAfter(word, node, source)})`;
  }
  const operator = source.text.slice(word.from, word.to);
  const [right] = rest;
  if (!right || (operator !== '=' && operator !== '!=') || asksNull(left) || asksNull(right)) return undefined;
  const same = `${SAME}(${render(left, source)}, ${render(right, source)})`;
  return operator === '=' ? same : `not(${same})`;
}

/** The interpreter takes a part of which nothing is known as one that does not hold; its functions over lists do not. */
function quantified(node: SyntaxNode, source: Source): string | undefined {
  const [word, lists, , condition] = childrenOf(node);
  if (!word || !lists || !condition) return undefined;
  return `${word.name === 'some' ? 'any' : 'all'}(for ${render(lists, source)} return ${render(condition, source)})`;
}

/** Whether `null` is written there, alone or in a list. */
function asksNull(node: SyntaxNode): boolean {
  const inner = bare(node);
  if (inner.name === 'null') return true;
  return ['List', 'PositiveUnaryTests', 'PositiveUnaryTest'].includes(inner.name) && childrenOf(inner).some(asksNull);
}

function renderCall(node: SyntaxNode, source: Source): string | undefined {
  const compares = node.name === 'FunctionInvocation' && COMPARING.has(calledName(node, source.text));
  const call = (compares || node.getChild('NamedParameters')) && argumentsOf(node, source.text);
  if (!call || !('values' in call)) return undefined;
  const values = call.values.map((value) => (value ? render(value, source) : 'null'));
  return `${calledName(node, source.text)}(${values.map((value) => (compares ? `${COMPARED}(${value})` : value)).join(', ')})`;
}

const renderAll = (node: SyntaxNode, source: Source): string => renderFrom(node.from, childrenOf(node), node, source);

/** What stands behind a part of a node. */
function renderAfter(part: SyntaxNode, node: SyntaxNode, source: Source): string {
  return renderFrom(
    part.to,
    childrenOf(node).filter(({ from }) => from >= part.to),
    node,
    source,
  ).trim();
}

function renderFrom(start: number, parts: readonly SyntaxNode[], node: SyntaxNode, source: Source): string {
  let written = '';
  let from = start;
  for (const part of parts) {
    written += source.text.slice(from, part.from) + render(part, source);
    from = part.to;
  }
  return written + source.text.slice(from, node.to);
}
