import type { SyntaxNode } from '@lezer/common';
import { type RuleFunction, ruleFunctions } from './functions.js';
import { childrenOf } from './nodes.js';

/** What a call hands over, in the order of the parameters; null where an optional one is left out. */
export interface GivenArguments {
  rule: RuleFunction;
  values: (SyntaxNode | null)[];
}

/** Why the names of the arguments do not fit, and where. */
export interface MisnamedArgument {
  node: SyntaxNode;
  message: string;
}

/** The name of the function that is called. */
export const calledName = (call: SyntaxNode, text: string): string => {
  const callee = call.firstChild!;
  return text.slice(callee.from, callee.to).replace(/\s+/g, ' ');
};

/** The arguments of a call of a known function by order or by name; null for anything else; what is wrong with the names otherwise. */
export function argumentsOf(call: SyntaxNode, text: string): GivenArguments | MisnamedArgument | null {
  const name = calledName(call, text);
  const rule = ruleFunctions.get(name);
  const named = call.getChild('NamedParameters');
  if (named)
    return rule
      ? inOrder(call, named, name, rule, text)
      : { node: call, message: `The arguments of "${name}" are given in their order, without names.` };
  const given = call.getChild('PositionalParameters');
  if (!rule || !given) return null;
  return { rule, values: childrenOf(given).filter(({ name: mark }) => mark !== ',') };
}

function inOrder(
  call: SyntaxNode,
  given: SyntaxNode,
  name: string,
  rule: RuleFunction,
  text: string,
): GivenArguments | MisnamedArgument {
  const values: (SyntaxNode | null)[] = rule.names.map(() => null);
  const all = given.getChildren('NamedParameter');
  for (const node of all) {
    const word = node.getChild('ParameterName') ?? node.firstChild!;
    const parameter = text.slice(word.from, word.to).replace(/\s+/g, ' ');
    const at = rule.names.findIndex((names) => names.includes(parameter));
    if (at < 0)
      return { node, message: `"${name}" has no parameter "${parameter}"; it has ${rule.names.flat().join(', ')}.` };
    if (values[at]) return { node, message: `"${parameter}" is given twice.` };
    // Of two names for one place the first is for a value that says everything, such as `from` of a date.
    if (rule.names[at]!.length > 1 && parameter === rule.names[at]![0] && all.length > 1)
      return { node, message: `"${parameter}" stands alone.` };
    values[at] = childrenOf(node).at(-1)!;
  }
  const lacking = rule.names.findIndex((_, at) => at < rule.least && !values[at]);
  if (lacking >= 0) return { node: call, message: `"${name}" needs "${rule.names[lacking]!.join('" or "')}".` };
  while (values.length > 0 && !values.at(-1)) values.pop();
  return { rule, values };
}
