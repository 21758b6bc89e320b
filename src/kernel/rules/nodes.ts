import type { SyntaxNode } from '@lezer/common';

/** The parts of a node, words and marks among them, in the order of the text. */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) found.push(child);
  return found;
}

/** A node without the parentheses around it. */
export function bare(node: SyntaxNode): SyntaxNode {
  const inner = node.name === 'ParenthesizedExpression' ? node.firstChild?.nextSibling : null;
  return inner ? bare(inner) : node;
}
