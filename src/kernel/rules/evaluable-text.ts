import type { SyntaxNode } from '@lezer/common';
import { argumentsOf, calledName } from './arguments.js';
import { childrenOf } from './nodes.js';
import { askedRange, isLiteral } from './ranges.js';
import { readRule } from './read-rule.js';

/**
 * The text that the interpreter is given. It turns the ends of a range round when they are in the wrong order, and takes an end without a
 * value as no limit at all; both would let everybody pass. Ranges with ends that only the values tell become two comparisons, which hold
 * for nothing then. Arguments that are given by name are put in their order, since the interpreter has names of its own for some.
 */
export function evaluableText(written: string): string {
  const { text, root } = readRule(written);
  return render(root, text);
}

function render(node: SyntaxNode, text: string): string {
  const range = askedRange(node);
  if (range && !(isLiteral(range.low) && isLiteral(range.high))) {
    const [subject, low, high] = [range.subject, range.low, range.high].map((each) => `(${render(each, text)})`);
    return `(${subject} ${range.lowIncluded ? '>=' : '>'} ${low} and ${subject} ${range.highIncluded ? '<=' : '<'} ${high})`;
  }
  const call = node.getChild('NamedParameters') && argumentsOf(node, text);
  if (call && 'values' in call)
    return `${calledName(node, text)}(${call.values.map((value) => (value ? render(value, text) : 'null')).join(', ')})`;
  let written = '';
  let from = node.from;
  for (const child of childrenOf(node)) {
    written += text.slice(from, child.from) + render(child, text);
    from = child.to;
  }
  return written + text.slice(from, node.to);
}
