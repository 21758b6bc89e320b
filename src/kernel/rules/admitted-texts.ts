import type { SyntaxNode } from '@lezer/common';
import { calledName } from './arguments.js';
import { Kept } from './kept.js';
import { bare, childrenOf } from './nodes.js';
import { readRule } from './read-rule.js';
import { evaluateRule } from './rule.js';

/** What a list of texts is compared with: the value of a name, or each one of several. */
interface Membership {
  /** A name or path, such as `customer.type`. */
  path: string;
  several: boolean;
}

const kept = new Kept<{ membership: Membership | null }>();

/** What a list must have for a condition to hold. */
export interface AdmittedTexts {
  /** One of these; none admits nothing. Null where they are not known: nothing can be told then of any list that is not empty. */
  texts: readonly string[] | null;
}

/**
 * The texts of which a list must have one for a condition to hold, where that is all that the condition asks, as `list contains(list, name)`
 * and `some x in list satisfies list contains(name, x)` do, for what is known. Null when it asks anything else, or for what are no texts.
 * @param text a condition that has passed `checkRule`
 * @param list name of the list in it
 * @param values its other variables by name
 */
export function admittedTexts(
  text: string,
  list: string,
  values: Readonly<Record<string, unknown>>,
): AdmittedTexts | null {
  const { membership } = kept.get(`${list}\n${text}`, () => ({ membership: membershipIn(text, list) }));
  if (!membership) return null;
  const { value } = evaluateRule(membership.path, values);
  if (value === null) return { texts: null };
  if (typeof value === 'string') return { texts: [value] };
  const texts = membership.several && Array.isArray(value) ? (value as unknown[]) : null;
  return texts?.every((each) => typeof each === 'string') ? { texts } : null;
}

function membershipIn(written: string, list: string): Membership | null {
  const { root, text } = readRule(written);
  const part = root.firstChild && !root.firstChild.nextSibling ? bare(root.firstChild) : null;
  const says = (node: SyntaxNode): string => text.slice(node.from, node.to);
  const known = (node: SyntaxNode | undefined, bound: readonly string[]): string | null => {
    const named = node && (node.name === 'VariableName' || node.name === 'PathExpression');
    return named && !bound.includes(says(node).split('.', 1)[0]!.trim()) ? says(node) : null;
  };
  const one = part ? containing(part, text) : null;
  if (one) {
    const path = says(one.list) === list ? known(one.element, [list]) : null;
    return path ? { path, several: false } : null;
  }
  const each = part ? quantified(part, list, text) : null;
  const path = each && says(each.element) === each.name ? known(each.list, [list, each.name]) : null;
  return path ? { path, several: true } : null;
}

/** What `list contains(list, element)` is given; null for anything else. */
function containing(node: SyntaxNode, text: string): { list: SyntaxNode; element: SyntaxNode } | null {
  if (node.name !== 'FunctionInvocation' || calledName(node, text) !== 'list contains') return null;
  const given = node.getChild('PositionalParameters');
  const parts = given ? childrenOf(given).filter(({ name }) => name !== ',') : [];
  const [list, element] = parts.map(bare);
  return list && element && parts.length === 2 ? { list, element } : null;
}

/** What `some name in list satisfies list contains(…)` asks of each; null for anything else, such as of two names. */
function quantified(node: SyntaxNode, list: string, text: string) {
  if (node.name !== 'QuantifiedExpression' || node.firstChild?.name !== 'some') return null;
  const bound = node.getChild('InExpressions')?.getChildren('InExpression') ?? [];
  const [name, among] = [bound[0]?.getChild('Name'), bound[0]?.getChild('IterationContext')];
  const asked = node.lastChild && containing(bare(node.lastChild), text);
  if (bound.length !== 1 || !name || !among || !asked) return null;
  if (text.slice(among.from, among.to).trim() !== list) return null;
  return { ...asked, name: text.slice(name.from, name.to) };
}
