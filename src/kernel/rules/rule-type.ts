import type { SyntaxNode } from '@lezer/common';
import { ruleFunctions } from './functions.js';
import { bare, childrenOf } from './nodes.js';
import type { RuleType, RuleVariable } from './variables.js';

/** What a part of a rule yields, as far as its form and its variables tell; `test` is a range or a comparison without its left side. */
export type PartType = RuleType | 'null' | 'test';

/** What a name or a path stands for; null when it is not known. */
export type Declared = (node: SyntaxNode) => RuleVariable | null;

const BY_FORM: Readonly<Record<string, PartType>> = {
  Comparison: 'boolean',
  Conjunction: 'boolean',
  Disjunction: 'boolean',
  QuantifiedExpression: 'boolean',
  InstanceOfExpression: 'boolean',
  BooleanLiteral: 'boolean',
  NumericLiteral: 'number',
  StringLiteral: 'string',
  List: 'list',
  ForExpression: 'list',
  Context: 'context',
  null: 'null',
  SimplePositiveUnaryTest: 'test',
};

/** What reading a part of a moment yields. */
const PARTS_OF_MOMENTS: ReadonlySet<RuleType> = new Set(['date', 'date and time', 'duration']);

/** What a part yields; null when that depends on the values. */
export function typeOf(given: SyntaxNode, declared: Declared, text: string): PartType | null {
  const node = bare(given);
  const of = (part: SyntaxNode) => typeOf(part, declared, text);
  switch (node.name) {
    case 'VariableName':
      return known(declared(node)?.type);
    case 'PathExpression':
      return pathType(node, declared, of);
    case 'FilterExpression':
      // A list of one stands for its element, in a path behind it too.
      return null;
    case 'FunctionInvocation':
      return known(ruleFunctions.get(textOf(node.firstChild!, text))?.yields);
    case 'DateTimeLiteral':
      return momentType(node, text);
    case 'IfExpression':
      return ofBranches(branchesOf(node).map(of));
    case 'ArithmeticExpression':
      return arithmeticType(childrenOf(node).flatMap((part) => (part.name === 'ArithOp' ? [] : [of(part)])));
    default:
      return BY_FORM[node.name] ?? null;
  }
}

const textOf = ({ from, to }: SyntaxNode, text: string) => text.slice(from, to);
const known = (type: RuleType | undefined): RuleType | null => (type && type !== 'any' ? type : null);

/** A path through a list reads an entry of each of its contexts, and gives a list. */
function pathType(node: SyntaxNode, declared: Declared, of: (part: SyntaxNode) => PartType | null): PartType | null {
  const left = of(node.firstChild!);
  if (left === 'list') return 'list';
  return left && PARTS_OF_MOMENTS.has(left as RuleType) ? null : known(declared(node)?.type);
}

function momentType(node: SyntaxNode, text: string): PartType | null {
  const maker = node.getChild('DateTimeConstructor');
  if (maker) return known(ruleFunctions.get(textOf(maker, text))?.yields);
  const value = textOf(node, text).replace(/^@\s*/, '').slice(1, -1);
  if (/^-?P/.test(value)) return 'duration';
  if (/^\d+-\d+-\d+$/.test(value)) return 'date';
  return value.includes('-') && value.includes('T') ? 'date and time' : null;
}

/** The parts of which one is what a part yields: whatever a condition chooses between, however deep; else the part itself, without parentheses. */
export function resultsOf(node: SyntaxNode): SyntaxNode[] {
  const inner = bare(node);
  return inner.name === 'IfExpression' ? branchesOf(inner).flatMap(resultsOf) : [inner];
}

function branchesOf(node: SyntaxNode): SyntaxNode[] {
  const parts = childrenOf(node);
  return ['then', 'else'].flatMap((word) => parts[parts.findIndex(({ name }) => name === word) + 1] ?? []);
}

/** A branch that yields nothing leaves the type to the other. */
const ofBranches = (types: readonly (PartType | null)[]): PartType | null =>
  types.every((type) => type === 'null') ? 'null' : common(types.filter((type) => type !== 'null'));

function common(types: readonly (PartType | null)[]): PartType | null {
  const [first = null] = types;
  return types.every((type) => type === first) ? first : null;
}

function arithmeticType(types: readonly (PartType | null)[]): PartType | null {
  const all = common(types);
  return all === 'number' || all === 'string' ? all : null;
}
