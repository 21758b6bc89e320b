import type { SyntaxNode } from '@lezer/common';
import { evaluate } from 'feelin';
import { argumentsOf, calledName } from './arguments.js';
import { objectionsToConstant } from './check-constants.js';
import type { ArgumentType } from './functions.js';
import { bare, childrenOf } from './nodes.js';
import { askedRange, endsOf, isLiteral } from './ranges.js';
import { type PartType, resultsOf } from './rule-type.js';

type TypeOf = (node: SyntaxNode) => PartType | null;

/** What is wrong with one part of a rule, and where it stands. */
export interface Objection {
  node: SyntaxNode;
  message: string;
}

/**
 * Whether a part of a rule can mean what stands there. The language has a value for almost anything, mostly null: without this a rule that
 * compares a number with a text, or calls a function with too little, would be kept and hold for nobody.
 */
export function objectionsTo(node: SyntaxNode, typeOf: TypeOf, text: string): Objection[] {
  switch (node.name) {
    case 'Comparison':
      return comparison(node, typeOf, text);
    case 'Conjunction':
    case 'Disjunction':
      return childrenOf(node)
        .filter(({ name }) => name !== 'and' && name !== 'or')
        .flatMap((part) => mustBe(part, 'boolean', typeOf));
    case 'IfExpression':
      return afterWord(node, 'if').flatMap((part) => mustBe(part, 'boolean', typeOf));
    case 'QuantifiedExpression':
      return afterWord(node, 'satisfies').flatMap((part) => mustBe(part, 'boolean', typeOf));
    case 'ArithmeticExpression':
      return orConstant(arithmetic(node, typeOf, text), node, text);
    case 'NumericLiteral':
      return orConstant(misread(node, text), node, text);
    case 'FunctionInvocation':
      return orConstant(call(node, typeOf, text), node, text);
    case 'DateTimeLiteral':
      return call(node, typeOf, text);
    case 'Interval':
      return interval(node, typeOf, text);
    case 'FilterExpression':
      return filter(node, text);
    default:
      return [];
  }
}

/** What is computed is looked at when its parts can be computed with. */
const orConstant = (found: Objection[], node: SyntaxNode, text: string): Objection[] =>
  found.length > 0 ? found : objectionsToConstant(node, text);

/** What evaluates takes `1e3` for 1: it sees an exponent only behind a point. */
function misread(node: SyntaxNode, text: string): Objection[] {
  const number = text.slice(node.from, node.to);
  return /^[^.]*e/i.test(number) ? [{ node, message: `Write ${Number(number)} in full, without an exponent.` }] : [];
}

const NAMES: Partial<Record<PartType, string>> = { test: 'range or half a comparison', null: 'null' };
const called = (type: PartType) => NAMES[type] ?? type;

function mustBe(node: SyntaxNode, wanted: PartType, typeOf: TypeOf): Objection[] {
  return resultsOf(node).flatMap((part) => {
    const found = typeOf(part);
    if (!found || found === wanted || found === 'null') return [];
    return [{ node: part, message: `A ${wanted} must stand here, this is a ${called(found)}.` }];
  });
}

const afterWord = (node: SyntaxNode, word: string): SyntaxNode[] => {
  const parts = childrenOf(node);
  return parts.slice(parts.findIndex(({ name }) => name === word) + 1).slice(0, 1);
};

function comparison(node: SyntaxNode, typeOf: TypeOf, text: string): Objection[] {
  const [left, ...rest] = childrenOf(node) as [SyntaxNode, ...SyntaxNode[]];
  if ([left, ...rest].some(({ name }) => name === 'Comparison'))
    return [{ node, message: 'Comparisons cannot be chained: join them by `and`, or put one in parentheses.' }];
  const tests = node.getChild('PositiveUnaryTests') ?? node;
  if (rest[0]!.name === 'in') {
    const all = tests.getChildren('PositiveUnaryTest').flatMap((test) => test.firstChild ?? []);
    return all.flatMap((test) => membership(left, test, typeOf, all.length > 1, text));
  }
  if (rest[0]!.name === 'between') {
    const range = askedRange(node)!;
    return [range.low, range.high]
      .flatMap((end) => comparable(left, end, typeOf, true))
      .concat(reversed(node, range, text));
  }
  return comparable(left, rest[1]!, typeOf, isOrder(rest[0]!, text));
}

const isOrder = (operator: SyntaxNode, text: string) => /[<>]/.test(text.slice(operator.from, operator.to));

function comparable(left: SyntaxNode, right: SyntaxNode, typeOf: TypeOf, ordered: boolean): Objection[] {
  const [a, b] = [typeOf(left), typeOf(right)];
  if (a === 'test' || b === 'test')
    return [
      { node: a === 'test' ? left : right, message: 'A value must stand here; ranges and tests stand behind `in`.' },
    ];
  if (a === 'null' || b === 'null')
    return ordered ? [{ node: right, message: 'null is neither more nor less than anything: ask by = or !=.' }] : [];
  if (!a || !b || a === b) return [];
  return [{ node: right, message: `A ${called(a)} is never comparable with a ${called(b)}.` }];
}

/** What stands behind `in`: a value, a list, a range, or half a comparison. */
function membership(left: SyntaxNode, test: SyntaxNode, typeOf: TypeOf, several: boolean, text: string): Objection[] {
  const inner = bare(test);
  const type = typeOf(inner);
  if (inner.name === 'SimplePositiveUnaryTest') {
    const range = inner.getChild('Interval');
    const ends = range ? [endsOf(range).low, endsOf(range).high] : childrenOf(inner).slice(-1);
    const ordered = range !== null || isOrder(inner.firstChild!, text);
    return ends.flatMap((end) => comparable(left, end, typeOf, ordered));
  }
  if (type === 'list') {
    if (several) return [{ node: test, message: 'A list stands alone behind `in`; join several by `or`.' }];
    const items = inner.name === 'List' ? childrenOf(inner).filter(({ name }) => !/^[[\],]$/.test(name)) : [];
    return items.flatMap((item) => comparable(left, item, typeOf, false));
  }
  if (inner.name === 'null' && !several) return [{ node: test, message: 'Nothing is in null: ask by = null.' }];
  if (type === 'boolean' && inner.name !== 'BooleanLiteral' && inner.name !== 'VariableName')
    return [
      {
        node: test,
        message: 'A condition cannot stand behind `in`: write `not(a in …)`, or join conditions by `and`.',
      },
    ];
  return comparable(left, test, typeOf, false);
}

function arithmetic(node: SyntaxNode, typeOf: TypeOf, text: string): Objection[] {
  const operands = childrenOf(node).filter(({ name }) => name !== 'ArithOp');
  const sum = operands.length === 2 && text.slice(operands[0]!.to, operands[1]!.from).trim() === '+';
  // Of what a condition chooses between each must do; a branch that yields nothing may be meant so.
  const parts = operands.flatMap((operand) => {
    const results = resultsOf(operand);
    return results.length > 1 ? results.filter((part) => typeOf(part) !== 'null') : [operand];
  });
  const types = parts.map(typeOf);
  const found = parts.filter((_, at) => {
    const type = types[at];
    return type && ['boolean', 'list', 'context', 'null', 'test', ...(sum ? [] : ['string'])].includes(type);
  });
  if (found.length > 0)
    return found.map((part) => ({ node: part, message: `Nothing is computed with a ${called(typeOf(part)!)}.` }));
  const mixed = types.includes('string') && types.some((type) => type && type !== 'string');
  return mixed ? [{ node, message: 'A string is joined with strings only: use string(…).' }] : [];
}

function call(node: SyntaxNode, typeOf: TypeOf, text: string): Objection[] {
  const findings = isLiteral(node) ? noMoment(node, text) : [];
  const given = argumentsOf(node, text);
  if (!given) return findings;
  if ('message' in given) return [given];
  const { rule, values } = given;
  const name = calledName(node, text);
  if (values.length < rule.least || values.length > rule.most)
    return [{ node, message: `"${name}" takes ${counted(rule.least, rule.most)}, not ${values.length}.` }];
  const misfits = values.flatMap((value, at) => {
    const wanted = rule.takes[Math.min(at, rule.takes.length - 1)]!;
    return value ? mustFit(value, wanted, typeOf) : [];
  });
  const aboutRanges = rule.takes.some((type) => type === 'range' || type === 'point or range');
  if (misfits.length > 0 || !aboutRanges) return findings.concat(misfits);
  return findings.concat(ofOneType(values as SyntaxNode[], typeOf));
}

function mustFit(value: SyntaxNode, wanted: ArgumentType, typeOf: TypeOf): Objection[] {
  const range = writtenRange(value);
  if (wanted === 'range')
    return range ? [] : [{ node: value, message: 'A range must stand here, written out, such as [1..3].' }];
  if (wanted === 'point or range') return range ? [] : mustBePoint(value, typeOf);
  return wanted === 'any' ? [] : mustBe(value, wanted, typeOf);
}

const NO_POINTS: ReadonlySet<PartType> = new Set(['boolean', 'list', 'context', 'null', 'test']);

function mustBePoint(value: SyntaxNode, typeOf: TypeOf): Objection[] {
  const type = typeOf(value);
  return type && NO_POINTS.has(type)
    ? [{ node: value, message: `A ${called(type)} lies neither in nor beside a range.` }]
    : [];
}

/** Points and ends of ranges that a function holds against each other have one type. */
function ofOneType(values: readonly SyntaxNode[], typeOf: TypeOf): Objection[] {
  const points = values.map((value) => {
    const range = writtenRange(value);
    return range ? endsOf(range).low : value;
  });
  return points.slice(1).flatMap((point) => comparable(points[0]!, point, typeOf, true));
}

/** The range that an argument is; null for a value. */
function writtenRange(value: SyntaxNode): SyntaxNode | null {
  const inner = bare(value);
  return inner.name === 'Interval' ? inner : inner.getChild('Interval');
}

const counted = (least: number, most: number) => {
  const range = most === Infinity ? `at least ${least}` : least === most ? `${least}` : `${least} to ${most}`;
  return `${range} ${range === '1' ? 'argument' : 'arguments'}`;
};

/** A date that is written out must be one. */
function noMoment(node: SyntaxNode, text: string): Objection[] {
  const written = text.slice(node.from, node.to);
  return evaluate(written).value === null ? [{ node, message: `${written} is no moment and no time span.` }] : [];
}

/** A range whose ends only the values tell is understood alone behind `in`: elsewhere an end without a value would be no limit. */
function interval(node: SyntaxNode, typeOf: TypeOf, text: string): Objection[] {
  const { low, high } = endsOf(node);
  if (isLiteral(low) && isLiteral(high)) {
    const [a, b] = [typeOf(low), typeOf(high)];
    if (a !== b) return [{ node, message: 'Both ends of a range have the same type.' }];
    return reversed(node, { low, high }, text);
  }
  const test = node.parent?.parent;
  const alone = outOfParentheses(test ?? node)?.name === 'PositiveUnaryTest' && isOnlyTest(outOfParentheses(test!)!);
  return alone
    ? []
    : [
        {
          node,
          message: 'A range with ends that are not written out stands alone behind `in`: use >= and <= instead.',
        },
      ];
}

const outOfParentheses = (node: SyntaxNode): SyntaxNode | null =>
  node.name === 'ParenthesizedExpression' && node.parent ? outOfParentheses(node.parent) : node;
const isOnlyTest = (test: SyntaxNode) => test.parent?.name === 'Comparison';

/** The language turns ends round that are in the wrong order: whoever wrote them meant something else. */
function reversed(node: SyntaxNode, { low, high }: { low: SyntaxNode; high: SyntaxNode }, text: string): Objection[] {
  if (!isLiteral(low) || !isLiteral(high)) return [];
  const [a, b] = [low, high].map(({ from, to }) => text.slice(from, to));
  const { value } = evaluate(`${a} > ${b}`);
  return value === true ? [{ node, message: `The range ends before it begins: ${a} is more than ${b}.` }] : [];
}

/** Lists count from 1. */
function filter(node: SyntaxNode, text: string): Objection[] {
  const index = node.getChildren('NumericLiteral').at(-1);
  if (!index || index.from === node.from || Number(text.slice(index.from, index.to)) !== 0) return [];
  return [{ node: index, message: 'Lists count from 1.' }];
}
