import type { SyntaxNode } from '@lezer/common';
import { COMPARED, COUNTED } from './budget.js';
import { objectionsTo } from './check-meaning.js';
import { strangeValues } from './check-values.js';
import { ruleFunctions } from './functions.js';
import { bare, childrenOf } from './nodes.js';
import { readRule } from './read-rule.js';
import type { RuleFinding } from './rule-finding.js';
import { type PartType, resultsOf, typeOf } from './rule-type.js';
import type { RuleType, RuleVariable, RuleVariables } from './variables.js';

/** Longest text of a rule, in characters. */
export const MAX_RULE_LENGTH = 4000;

/** Most rounds of a loop over numbers. */
const MAX_LOOP = 1000;

/** Most rounds of loops over numbers that stand within each other. */
const MAX_NESTED = 10_000;

/** Names that the text of a rule sees at one place; null for a name whose entries are not known. */
type Scope = ReadonlyMap<string, RuleVariable | null>;

/**
 * Checks the text of a rule before it is kept: its syntax, that every name is a variable, a function or bound by the text itself, and
 * that it yields what is wanted where that can be told.
 * @param wanted type of the result; null for any
 * @returns what is wrong; empty when nothing is
 */
export function checkRule(text: string, variables: RuleVariables, wanted: RuleType | null = 'boolean'): RuleFinding[] {
  if (text.length > MAX_RULE_LENGTH)
    return [
      {
        code: 'RULE_TOO_LONG',
        message: `A rule has at most ${MAX_RULE_LENGTH} characters.`,
        from: MAX_RULE_LENGTH,
        to: text.length,
      },
    ];
  const { root, text: meant, placeOf } = readRule(text);
  const findings = [syntaxError(root, meant)].flatMap((finding) => finding ?? []);
  if (findings.length === 0) visit(root, new Map(Object.entries(variables)), meant, findings);
  if (findings.length === 0) checkNesting(root, 1, meant, findings);
  if (findings.length === 0) checkResult(root, variables, meant, wanted, findings);
  return findings.map((finding) => ({ ...finding, from: placeOf(finding.from), to: placeOf(finding.to) }));
}

/** What a rule without faults yields, as far as its form and its variables tell; null when that depends on the values. */
export function ruleYields(text: string, variables: RuleVariables): PartType | null {
  const { root, text: meant } = readRule(text);
  return yields(root, variables, meant);
}

function yields(root: SyntaxNode, variables: RuleVariables, text: string): PartType | null {
  const scope = new Map(Object.entries(variables));
  return root.firstChild ? typeOf(root.firstChild, (node) => variableOf(node, scope, text), text) : null;
}

function checkResult(
  root: SyntaxNode,
  variables: RuleVariables,
  text: string,
  wanted: RuleType | null,
  findings: RuleFinding[],
): void {
  const scope = new Map(Object.entries(variables));
  const results = root.firstChild ? resultsOf(root.firstChild) : [];
  if (wanted && wanted !== 'any' && results.length && results.every(({ name }) => name === 'null')) {
    findings.push({ code: 'RULE_TYPE', message: `This never yields a ${wanted}.`, from: 0, to: text.length });
    return;
  }
  for (const part of results) {
    const found = typeOf(part, (node) => variableOf(node, scope, text), text);
    if (!wanted || !found || wanted === 'any' || found === wanted || found === 'null') continue;
    const message =
      found === 'test' ? 'A range or half a comparison yields nothing.' : `This yields a ${found}, not a ${wanted}.`;
    const whole = bare(root.firstChild!) === part;
    findings.push({
      code: 'RULE_TYPE',
      message,
      ...(whole ? { from: 0, to: text.length } : { from: part.from, to: part.to }),
    });
  }
}

function syntaxError(root: SyntaxNode, text: string): RuleFinding | undefined {
  if (text.trim() === '') return { code: 'RULE_SYNTAX', message: 'A rule has a text.', from: 0, to: 0 };
  for (const cursor = root.cursor(); ;) {
    if (cursor.type.isError) {
      const at = text.slice(cursor.from, cursor.from + 20) || 'its end';
      return { code: 'RULE_SYNTAX', message: `The rule cannot be read at ${at}.`, from: cursor.from, to: cursor.to };
    }
    if (!cursor.next()) return undefined;
  }
}

function visit(node: SyntaxNode, scope: Scope, text: string, findings: RuleFinding[]): void {
  const inner = loopScope(node, scope, text);
  const typeIn = (part: SyntaxNode) => typeOf(part, (name) => variableOf(name, inner, text), text);
  for (const { node: part, message } of objectionsTo(node, typeIn, text))
    findings.push({ code: 'RULE_TYPE', message, from: part.from, to: part.to });
  const valuesOf = (part: SyntaxNode) => variableOf(part, inner, text)?.values;
  for (const { node: part, message } of node.name === 'Comparison' ? strangeValues(node, valuesOf, text) : [])
    findings.push({ code: 'RULE_VALUE', message, from: part.from, to: part.to });
  switch (node.name) {
    case 'VariableName':
      return knowName(node, scope, text, findings);
    case 'PathExpression':
      return visitPath(node, scope, text, findings);
    case 'FilterExpression':
      return visitFilter(node, scope, text, findings);
    case 'FunctionInvocation':
      return visitCall(node, scope, text, findings);
    case 'ForExpression':
    case 'QuantifiedExpression':
      return visitAll(node, inner, text, findings);
    case '?':
      findings.push(unknown(node, 'There is no "?" here: conditions behind `in` cannot name what is looked for.'));
      return;
    case 'FunctionDefinition':
      return visitAll(
        node,
        bound(scope, namesIn(node.getChild('FormalParameters'), 'FormalParameter', text)),
        text,
        findings,
      );
    case 'IterationContext':
      checkRange(node, text, findings);
      return visitAll(node, scope, text, findings);
    case 'Context':
      return visitAll(node, bound(scope, namesIn(node, 'ContextEntry', text)), text, findings);
    default:
      return visitAll(node, scope, text, findings);
  }
}

function visitAll(node: SyntaxNode, scope: Scope, text: string, findings: RuleFinding[]): void {
  for (const child of childrenOf(node)) visit(child, scope, text, findings);
}

function knowName(node: SyntaxNode, scope: Scope, text: string, findings: RuleFinding[]): void {
  const name = text.slice(node.from, node.to);
  if (scope.has(name) && name !== COUNTED && name !== COMPARED) return;
  const hint = /^not\s|\snot$/.test(name) ? ' Negate with not(…).' : '';
  findings.push(unknown(node, `There is no "${name}" here.${hint}`));
}

/** The name of a function stands where a variable could; one that no rule may call is unknown. */
function visitCall(node: SyntaxNode, scope: Scope, text: string, findings: RuleFinding[]): void {
  const [callee, ...rest] = childrenOf(node);
  const name = callee ? text.slice(callee.from, callee.to) : '';
  if (callee?.name !== 'VariableName') visitAll(node, scope, text, findings);
  else {
    if (!ruleFunctions.has(name) && !scope.has(name)) findings.push(unknown(callee, `There is no function "${name}".`));
    for (const child of rest) visit(child, scope, text, findings);
  }
}

function visitPath(node: SyntaxNode, scope: Scope, text: string, findings: RuleFinding[]): void {
  const [left] = childrenOf(node);
  const entry = node.getChild('PathName');
  if (!left || !entry) return visitAll(node, scope, text, findings);
  visit(left, scope, text, findings);
  const { fields, open } = variableOf(left, scope, text) ?? {};
  const name = text.slice(entry.from, entry.to);
  if (fields && !open && !Object.hasOwn(fields, name))
    findings.push(
      unknown(entry, `"${text.slice(left.from, left.to)}" has no "${name}"; it has ${Object.keys(fields).join(', ')}.`),
    );
}

/** A loop over numbers says how many: a rule is evaluated in the middle of other people's requests. */
function checkRange(node: SyntaxNode, text: string, findings: RuleFinding[]): void {
  if (roundsOf(node, text) <= MAX_LOOP) return;
  const message = `A loop over numbers has two literal ends and at most ${MAX_LOOP} rounds.`;
  findings.push({ code: 'RULE_TYPE', message, from: node.from, to: node.to });
}

/** Rounds over one list: of numbers from one literal to another, infinite for other numbers, one for what only its values tell. */
function roundsOf(list: SyntaxNode, text: string): number {
  if (!childrenOf(list).some(({ name }) => name === '..')) return list.firstChild ? lengthOf(list.firstChild, text) : 1;
  const ends = list.getChildren('NumericLiteral').map(({ from, to }) => Number(text.slice(from, to)));
  return ends.length === 2 ? Math.abs(ends[1]! - ends[0]!) + 1 : Infinity;
}

/** Rounds of a loop by itself: those of its lists times each other. */
const roundsOfLoop = (loop: SyntaxNode, text: string): number =>
  (loop.getChild('InExpressions')?.getChildren('InExpression') ?? [])
    .flatMap((each) => each.getChild('IterationContext') ?? [])
    .reduce((rounds, list) => rounds * roundsOf(list, text), 1);

/** Elements of a list that a loop over numbers makes, also when it is filtered; one for any other. */
function lengthOf(node: SyntaxNode, text: string): number {
  const list = bare(node);
  if (list.name === 'ForExpression') return roundsOfLoop(list, text);
  return list.name === 'FilterExpression' && list.firstChild ? lengthOf(list.firstChild, text) : 1;
}

/** Loops and filters within each other multiply. What depends on the lengths of lists is counted when the rule is evaluated. */
function checkNesting(node: SyntaxNode, outer: number, text: string, findings: RuleFinding[]): void {
  const isLoop = node.name === 'ForExpression' || node.name === 'QuantifiedExpression';
  const own = isLoop ? roundsOfLoop(node, text) : node.name === 'FilterExpression' ? lengthOf(node, text) : 1;
  if (outer * own > MAX_NESTED) {
    const message = `Loops over numbers within each other have at most ${MAX_NESTED} rounds, multiplied.`;
    findings.push({ code: 'RULE_TYPE', message, from: node.from, to: node.to });
    return;
  }
  const [list, ...rest] = childrenOf(node);
  if (isLoop) return checkLoop(node, outer, text, findings);
  // The list of a filter is made once.
  if (list) checkNesting(list, outer, text, findings);
  for (const child of rest) checkNesting(child, outer * own, text, findings);
}

/** The first list of a loop is made once, the next for each element of the first, and so on. */
function checkLoop(loop: SyntaxNode, outer: number, text: string, findings: RuleFinding[]): void {
  let rounds = outer;
  for (const child of childrenOf(loop)) {
    const lists = child.name === 'InExpressions' ? child.getChildren('InExpression') : [];
    if (lists.length === 0) checkNesting(child, rounds, text, findings);
    for (const each of lists) {
      checkNesting(each, rounds, text, findings);
      const list = each.getChild('IterationContext');
      rounds *= list ? roundsOf(list, text) : 1;
    }
  }
}

/** Inside a filter, `item` and the entries of what is filtered can be named. */
function visitFilter(node: SyntaxNode, scope: Scope, text: string, findings: RuleFinding[]): void {
  const [list, ...rest] = childrenOf(node);
  if (!list) return;
  visit(list, scope, text, findings);
  const variable = variableOf(list, scope, text);
  const inner = new Map([...scope, ['item', elementOf(variable)], ...Object.entries(variable?.fields ?? {})] as const);
  for (const child of rest) visit(child, inner, text, findings);
}

/** What a loop over a list sees of it one after another. */
const elementOf = (list: RuleVariable | null): RuleVariable | null =>
  list?.fields ? { ...list, type: 'context' } : null;

/** Names within a loop: each stands for the elements of its list. */
function loopScope(node: SyntaxNode, scope: Scope, text: string): Scope {
  if (node.name !== 'ForExpression' && node.name !== 'QuantifiedExpression') return scope;
  const inner = new Map(scope);
  for (const each of node.getChild('InExpressions')?.getChildren('InExpression') ?? []) {
    const [name] = namesOf(each, text);
    const list = each.getChild('IterationContext')?.firstChild;
    if (name) inner.set(name, list ? elementOf(variableOf(list, inner, text)) : null);
  }
  return inner;
}

/** The declaration behind a name or a path, as far as it is known. */
function variableOf(node: SyntaxNode, scope: Scope, text: string): RuleVariable | null {
  if (node.name === 'VariableName') return scope.get(text.slice(node.from, node.to)) ?? null;
  const [left] = childrenOf(node);
  if (node.name === 'FilterExpression' && left) return variableOf(left, scope, text);
  const entry = node.getChild('PathName');
  if (node.name !== 'PathExpression' || !left || !entry) return null;
  return entryOf(variableOf(left, scope, text), text.slice(entry.from, entry.to));
}

const entryOf = (context: RuleVariable | null, name: string): RuleVariable | null =>
  context?.fields && Object.hasOwn(context.fields, name) ? context.fields[name]! : null;

function namesIn(node: SyntaxNode | null, kind: string, text: string): string[] {
  return (node?.getChildren(kind) ?? []).flatMap((each) => namesOf(each, text));
}

/** The name that a part binds, if it does. */
function namesOf(part: SyntaxNode, text: string): string[] {
  const cursor = part.cursor();
  do if (cursor.name === 'Name') return [text.slice(cursor.from, cursor.to)];
  while (cursor.next() && cursor.from < part.to);
  return [];
}

const bound = (scope: Scope, names: readonly string[]): Scope =>
  new Map([...scope, ...names.map((name) => [name, null] as const)]);

const unknown = ({ from, to }: SyntaxNode, message: string): RuleFinding => ({
  code: 'RULE_UNKNOWN_NAME',
  message,
  from,
  to,
});
