import type { SyntaxNode } from '@lezer/common';
import { parseExpression } from 'feelin';
import { Kept } from './kept.js';
import { childrenOf } from './nodes.js';

/** A rule's text as it is meant, and where each of its characters stands in the text that was written. */
export interface ReadRule {
  text: string;
  root: SyntaxNode;
  /** The place in the written text of a place in this one. */
  placeOf(at: number): number;
}

/** Most rounds in which parentheses are set: each settles one level of nesting. */
const MAX_ROUNDS = 50;

const kept = new Kept<ReadRule>();

/** The syntax tree of a text. */
const parseRule = (text: string): SyntaxNode => parseExpression(text, {}, undefined).topNode;

/**
 * Reads a rule as people mean it. The parser takes everything behind `in` for the test, so that `a in [1..5] and b` would ask whether `a`
 * is in `([1..5] and b)`, which nothing ever is: `in` must bind as every comparison does, tighter than `and` and `or`. Parentheses are
 * set around each such comparison; nothing else of the text changes.
 */
export function readRule(text: string): ReadRule {
  return kept.get(text, () => read(text));
}

function read(written: string): ReadRule {
  let text = written;
  let root = parseRule(text);
  if (missingParentheses(root).length === 0) return { text, root, placeOf: (at) => at };
  let places = Array.from({ length: written.length + 1 }, (_, at) => at);
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const marks = missingParentheses(root);
    if (marks.length === 0) break;
    const parts: string[] = [];
    const moved: number[] = [];
    let from = 0;
    for (const { at, mark } of marks) {
      parts.push(text.slice(from, at), mark);
      moved.push(...places.slice(from, at), places[at]!);
      from = at;
    }
    text = parts.join('') + text.slice(from);
    places = [...moved, ...places.slice(from)];
    root = parseRule(text);
  }
  const end = written.length;
  return { text, root, placeOf: (at) => places[at] ?? end };
}

interface Mark {
  at: number;
  mark: '(' | ')';
}

/** Where parentheses must stand around comparisons by `in`, in the order of the text. */
function missingParentheses(root: SyntaxNode): Mark[] {
  const found: Mark[] = [];
  const cursor = root.cursor();
  do {
    const test = cursor.name === 'PositiveUnaryTest' ? cursor.node : null;
    const comparison = test?.parent?.name === 'Comparison' ? test.parent : null;
    const first = test?.firstChild ? firstOfJoined(test.firstChild) : null;
    if (comparison && first) found.push({ at: comparison.from, mark: '(' }, { at: first.to, mark: ')' });
  } while (cursor.next());
  // A closing mark goes before an opening one at the same place.
  return found.sort((a, b) => a.at - b.at || (a.mark === ')' ? -1 : 1));
}

/** The first of several that `and` and `or` join; null when nothing is joined. */
function firstOfJoined(node: SyntaxNode): SyntaxNode | null {
  if (node.name === 'SimplePositiveUnaryTest') {
    const operand = childrenOf(node).at(-1);
    return operand && operand.from > node.from ? firstOfJoined(operand) : null;
  }
  if (node.name !== 'Conjunction' && node.name !== 'Disjunction') return null;
  const first = node.firstChild;
  return first ? (firstOfJoined(first) ?? first) : null;
}
