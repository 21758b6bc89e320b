import { type GraphQLObjectType, type GraphQLSchema, isInterfaceType, isObjectType } from 'graphql';
import {
  allowedKinds,
  type CallerKind,
  fieldRule,
  isOpen,
  needsNoPermission,
  type RowRule,
  rowRule,
} from '../../kernel/access/index.js';
import { isValueObject, type NounMeta, allNouns, nounByName } from '../../kernel/model/registry.js';
import { ruleOf, ruleText } from './rule-text.js';

/** Kinds of callers whose rights differ by policy; administrators and systems see and may do everything. */
const KINDS: readonly CallerKind[] = ['STAFF', 'CUSTOMER', 'PARTNER'];

/** How a field is seen in a row that is seen. */
export interface FieldCell {
  otherwise?: 'MASKED' | 'NULL';
  permission?: string;
  openTo?: string[];
  /** Rule of the rows in which those without the permission see it too. */
  where?: RowRule;
}

/** The matrix as it was read: what each kind of caller sees and does. */
export interface Matrix {
  /** By type: rules of its rows by kind, and its fields. */
  nouns: Map<string, { rows: Map<CallerKind, RowRule>; fields: Map<string, FieldCell> }>;
  /** By mutation or subscription: kinds that may run it, `everyone`, or `signed in`. */
  operations: Map<string, string[]>;
}

const HEAD = `Who sees and does what: every type, field, mutation and subscription of schema.graphql.
Written by \`UPDATE_MATRIX=1 npm test -- src/start/matrix\` from the policies; a change here is to be reviewed like a change of rights.
Administrators and systems without a limited key see and do everything; who shows no token does what is open to everyone only.
Rows: all, none, match(path to a key, the caller's keys), via(a reference: seen with that row), through(a reference, a rule for that
row), referrer(Type.reference: seen by who sees such a row), values(column, values), any(of them), confided(reference, secrets by whose reference, their column, a rule: of
customers with such a service password seen by staff only once it was shown, or with customer.query.unverified). Fields without a
remark are seen with their row; "where" names a rule of the rows in which they are seen without the permission; references and lists as far as the rows behind them are. Operations: kinds of callers; staff need
the permission of the same name besides.`;

/** The matrix of a graph, as text. */
export function printMatrix(schema: GraphQLSchema): string {
  const types = Object.values(schema.getTypeMap()).filter(
    (type): type is GraphQLObjectType =>
      isObjectType(type) && !type.name.startsWith('__') && !isRoot(schema, type) && !isGenerated(type.name),
  );
  const operations = [schema.getMutationType(), schema.getSubscriptionType()].flatMap((root) =>
    Object.keys(root?.getFields() ?? {}).map((name) => `${root!.name.toLowerCase()} ${name}: ${mayRunText(name)}`),
  );
  const lookups = new Set(allNouns().flatMap(({ name, plural }) => [name[0]!.toLowerCase() + name.slice(1), plural]));
  const queries = Object.keys(schema.getQueryType()!.getFields()).filter((name) => !lookups.has(name));
  return [HEAD, ...types.map(typeText), operations.join('\n'), queries.map((name) => `query ${name}`).join('\n')]
    .join('\n\n')
    .concat('\n');
}

const isRoot = (schema: GraphQLSchema, type: GraphQLObjectType): boolean =>
  [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].includes(type);

/** Types of lists and figures follow from the noun, whose policy holds for them. */
function isGenerated(name: string): boolean {
  const [, noun] = /^(.+?)(Connection|Edge|Aggregate|AggregateKey|Sum|Average|Min|Max)$/.exec(name) ?? [];
  return noun !== undefined && nounByName(noun) !== undefined && nounByName(name) === undefined;
}

function typeText(type: GraphQLObjectType): string {
  const noun = nounByName(type.name);
  const rows = noun ? KINDS.map((kind) => `  ${kind}: ${ruleText(rowRule(noun.target, kind))}`) : [`  ${kindOf(type)}`];
  return [
    `type ${type.name}`,
    ...rows,
    ...Object.keys(type.getFields()).map((name) => `  .${name}${noun ? remark(noun, name) : ''}`),
  ].join('\n');
}

function kindOf(type: GraphQLObjectType): string {
  if (isValueObject(type.name)) return 'a value, seen with the row that holds it';
  return type.getInterfaces().some(isInterfaceType) || type.name.endsWith('Payload')
    ? 'the answer of an operation, seen by who may run it'
    : 'made for an answer, seen by who may ask';
}

function remark(noun: NounMeta, field: string): string {
  const rule = fieldRule(noun.target, field);
  if (!rule) return '';
  const where = rule.where ? ` where ${ruleText(rule.where)}` : '';
  return ` ${rule.otherwise} unless ${[rule.permission, ...rule.openTo].join(' or ')}${where}`;
}

function mayRunText(name: string): string {
  if (isOpen(name)) return 'everyone';
  return needsNoPermission(name) ? 'signed in' : allowedKinds(name).join(', ') || 'administrators';
}

/** Reads a matrix back from its text. */
export function readMatrix(text: string): Matrix {
  const matrix: Matrix = { nouns: new Map(), operations: new Map() };
  for (const block of text.split('\n\n')) {
    const [head, ...lines] = block.split('\n');
    for (const [, name, who] of block.matchAll(/^(?:mutation|subscription) (\w+): (.*)$/gm))
      matrix.operations.set(name!, who!.split(', '));
    const name = /^type (\w+)$/.exec(head!)?.[1];
    const rows = new Map(
      lines.flatMap((line) => {
        const [, kind, rule] = /^ {2}([A-Z]+): (.*)$/.exec(line) ?? [];
        return kind ? [[kind as CallerKind, ruleOf(rule!)] as const] : [];
      }),
    );
    if (name && rows.size) matrix.nouns.set(name, { rows, fields: new Map(lines.flatMap(fieldOf)) });
  }
  return matrix;
}

function fieldOf(line: string): [string, FieldCell][] {
  const [, name, otherwise, list, where] =
    /^ {2}\.(\w+)(?: (MASKED|NULL) unless (.*?)(?: where (.*))?)?$/.exec(line) ?? [];
  if (!name) return [];
  const [permission, ...openTo] = list?.split(' or ') ?? [];
  if (!otherwise) return [[name, {}]];
  const cell = { otherwise: otherwise as 'MASKED' | 'NULL', permission: permission!, openTo };
  return [[name, where ? { ...cell, where: ruleOf(where) } : cell]];
}
