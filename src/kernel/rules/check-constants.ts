import type { SyntaxNode } from '@lezer/common';
import { evaluate } from 'feelin';
import { argumentsOf, calledName } from './arguments.js';
import type { Objection } from './check-meaning.js';
import { ruleFunctions } from './functions.js';
import { bare, childrenOf } from './nodes.js';
import { isLiteral } from './ranges.js';

/** What a part computes that is written out; `null` when nothing can be computed so. */
type Constant = { value: unknown } | null;

/** What a part that is computed of literals alone can never have: no value at all, or one beyond all numbers; and what is divided by 0. */
export function objectionsToConstant(node: SyntaxNode, text: string): Objection[] {
  const constant = constantOf(node, text);
  if (constant) {
    // The part of it that is to blame says so itself.
    const blamed =
      !isNumber(constant.value) && operandsOf(node, text).every((part) => hasValue(constantOf(part, text)));
    return blamed ? [{ node, message: `${text.slice(node.from, node.to)} has no value.` }] : [];
  }
  const divisor = divisorOf(node, text);
  const by = divisor && constantOf(divisor, text);
  return by && by.value === 0 ? [{ node: divisor, message: 'Nothing is divided by 0.' }] : [];
}

const isNumber = (value: unknown): boolean =>
  typeof value === 'number' ? Number.isFinite(value) : value !== null && value !== undefined;

const hasValue = (constant: Constant): boolean => constant === null || isNumber(constant.value);

/** What is computed from literals; null when it depends on the values of the rule, or on the time. */
function constantOf(given: SyntaxNode, text: string): Constant {
  const node = bare(given);
  return isConstant(node, text) ? { value: valueOf(text.slice(node.from, node.to)) } : null;
}

function isConstant(given: SyntaxNode, text: string): boolean {
  const node = bare(given);
  if (isLiteral(node)) return true;
  const operands = operandsOf(node, text);
  return operands.length > 0 && operands.every((part) => isConstant(part, text));
}

/** What a computation or a call that yields a number is made of; nothing for any other part. */
function operandsOf(given: SyntaxNode, text: string): SyntaxNode[] {
  const node = bare(given);
  if (node.name === 'ArithmeticExpression') return childrenOf(node).filter(({ name }) => name !== 'ArithOp');
  return node.name === 'FunctionInvocation' ? numberArguments(node, text) : [];
}

function numberArguments(node: SyntaxNode, text: string): SyntaxNode[] {
  const name = calledName(node, text);
  if (name !== 'abs' && ruleFunctions.get(name)?.yields !== 'number') return [];
  const given = argumentsOf(node, text);
  return given && 'values' in given ? given.values.flatMap((value) => value ?? []) : [];
}

function divisorOf(node: SyntaxNode, text: string): SyntaxNode | null {
  const [left, right] = operandsOf(node, text);
  if (!left || !right) return null;
  if (node.name === 'FunctionInvocation') return calledName(node, text) === 'modulo' ? right : null;
  return text.slice(left.to, right.from).trim() === '/' ? right : null;
}

function valueOf(written: string): unknown {
  try {
    return evaluate(written).value;
  } catch {
    return null;
  }
}
