import type { SyntaxNode } from '@lezer/common';
import { COMPARED, COUNTED } from './budget.js';
import { argumentsOf, calledName } from './arguments.js';
import { childrenOf } from './nodes.js';
import { askedRange, isLiteral } from './ranges.js';
import { readRule } from './read-rule.js';

/**
 * The text that the interpreter is given. It turns the ends of a range round when they are in the wrong order, and takes an end without a
 * value as no limit at all; both would let everybody pass. Ranges with ends that only the values tell become two comparisons, which hold
 * for nothing then. Arguments that are given by name are put in their order, since the interpreter has names of its own for some. The
 * lists of loops and filters are counted as they are gone through.
 */
export function evaluableText(written: string): string {
  const { text, root } = readRule(written);
  return render(root, text);
}

/** Functions that compare the elements of a list each with each. */
const COMPARING: ReadonlySet<string> = new Set(['distinct values', 'union']);

/** The text of a list that is gone through, so that it is counted; undefined for any other node. */
function counted(node: SyntaxNode, text: string): string | undefined {
  if (node.name === 'IterationContext') {
    const parts = renderAll(node, text);
    return `${COUNTED}(${childrenOf(node).some(({ name }) => name === '..') ? `[${parts}]` : parts})`;
  }
  const isFiltered = node.parent?.name === 'FilterExpression' && node.parent.firstChild?.from === node.from;
  return isFiltered && !isPlace(node.parent!) ? `${COUNTED}(${renderAny(node, text)})` : undefined;
}

/** Whether a filter only takes the element at a place that is written out. */
const isPlace = (filter: SyntaxNode): boolean => filter.firstChild?.nextSibling?.nextSibling?.name === 'NumericLiteral';

function render(node: SyntaxNode, text: string): string {
  return counted(node, text) ?? renderAny(node, text);
}

function renderAny(node: SyntaxNode, text: string): string {
  const range = askedRange(node);
  if (range && !(isLiteral(range.low) && isLiteral(range.high))) {
    const [subject, low, high] = [range.subject, range.low, range.high].map((each) => `(${render(each, text)})`);
    return `(${subject} ${range.lowIncluded ? '>=' : '>'} ${low} and ${subject} ${range.highIncluded ? '<=' : '<'} ${high})`;
  }
  const compares = node.name === 'FunctionInvocation' && COMPARING.has(calledName(node, text));
  const call = (compares || node.getChild('NamedParameters')) && argumentsOf(node, text);
  if (call && 'values' in call) {
    const values = call.values.map((value) => (value ? render(value, text) : 'null'));
    return `${calledName(node, text)}(${values.map((value) => (compares ? `${COMPARED}(${value})` : value)).join(', ')})`;
  }
  return renderAll(node, text);
}

function renderAll(node: SyntaxNode, text: string): string {
  let written = '';
  let from = node.from;
  for (const child of childrenOf(node)) {
    written += text.slice(from, child.from) + render(child, text);
    from = child.to;
  }
  return written + text.slice(from, node.to);
}
