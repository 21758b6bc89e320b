import type { GraphQLField, SelectionSetNode } from 'graphql';
import { columnName } from '../../kernel/model/naming.js';
import {
  type ComputedField,
  type EmbeddedField,
  type FieldMeta,
  type ManyField,
  type NounMeta,
  type OneField,
  allNouns,
  concreteNouns,
  embeddableOf,
  nounFields,
  nounOf,
} from '../../kernel/model/registry.js';
import { ROW_OF_PAST } from '../../kernel/model/row-key.js';
import { isAnsweredForPast, knowsPast } from '../../kernel/versions/index.js';
import { readMark } from '../../kernel/access/read-trail.js';
import { comparedColumn } from '../../kernel/access/row-predicate.js';
import { partName, partsOf, withheldParts } from '../../kernel/access/withheld-parts.js';
import { argumentsOf } from './argument.js';
import { type Compilation, HIDDEN_KEY, HIDDEN_TYPE, VIOLATION } from './compilation.js';
import { connection } from './connection.js';
import { type CollectedField, collectFields, selectionsOf } from './fields.js';
import { type Part, array, concatenate, idText, literal, object, quoteLiteral, scalarText, sql } from './json-text.js';
import { sharedTableText } from './shared-table.js';
import { traced } from './trace.js';
import { seenThrough, visibleIn } from './visibility.js';

type Sets = readonly SelectionSetNode[];

/**
 * The JSON text of one row as its selection asks; a row of an interface is printed by its concrete type.
 * @param told the row stands in the text of another, which says already what it is traced by
 */
export function rowText(compilation: Compilation, noun: NounMeta, alias: string, sets: Sets, told = false): string {
  const text = compilation.cost.object(() => {
    if (noun.abstract) return sharedTableText(compilation, noun, alias, sets);
    const members = collectFields(compilation.source, sets, noun.name).flatMap((field) => {
      const value = fieldParts(compilation, noun, alias, field);
      return value ? [{ key: field.key, value }] : [];
    });
    return concatenate(object([...members, ...hiddenMembers(compilation, noun, alias)]));
  });
  const mark = readMark(noun, compilation.caller.kind);
  if (!mark || told) return text;
  compilation.traced = true;
  const { nullable } = nounFields(noun).get(mark.field) ?? { nullable: false };
  return traced(mark.of, `${alias}."${comparedColumn(noun, mark.field)}"`, text, nullable);
}

/** What resolvers need to know of a row, where some are left to run. */
export function hiddenMembers(
  compilation: Compilation,
  noun: NounMeta,
  alias: string,
): { key: string; value: Part[] }[] {
  if (!compilation.hidden) return [];
  return [
    { key: HIDDEN_KEY, value: [literal('"'), sql(`${alias}."id"`), literal('"')] },
    { key: HIDDEN_TYPE, value: typeNameParts(noun, alias) },
    ...(compilation.ofPast ? [{ key: ROW_OF_PAST, value: [literal('true')] }] : []),
  ];
}

/** The name of a row's type. */
export function typeNameParts(noun: NounMeta, alias: string): Part[] {
  if (!noun.abstract) return [literal(`"${noun.name}"`)];
  return [literal('"'), sql(byKind(noun, alias, (concrete) => quoteLiteral(concrete.name))), literal('"')];
}

/** Chooses among expressions by the type of a row in a shared table. */
export function byKind(noun: NounMeta, alias: string, expression: (concrete: NounMeta) => string): string {
  const cases = concreteNouns(noun).map(
    (concrete) => `when ${quoteLiteral(concrete.discriminator!)} then ${expression(concrete)}`,
  );
  return `case ${alias}."kind" ${cases.join(' ')} end`;
}

/** One member of a row's object; undefined when it is left to ordinary execution. */
export function fieldParts(
  compilation: Compilation,
  noun: NounMeta,
  alias: string,
  field: CollectedField,
): Part[] | undefined {
  if (field.name === '__typename') return typeNameParts(noun, alias);
  const meta = nounFields(noun).get(field.name);
  if (meta) return metaParts(compilation, noun, alias, field, meta);
  leaveToResolver(compilation, `${noun.name}.${field.name}`);
  compilation.partial = true;
  compilation.cost.resolved();
  return undefined;
}

/** What SQL does not tell of rows of the past, resolvers do not know either: those that look for it say so, and others are not asked. */
function leaveToResolver(compilation: Compilation, name: string): void {
  if (!compilation.ofPast) return;
  if (!isAnsweredForPast(name)) compilation.demandPresent(name);
  compilation.absent.add(name);
}

function metaParts(
  compilation: Compilation,
  noun: NounMeta,
  alias: string,
  field: CollectedField,
  meta: FieldMeta,
): Part[] | undefined {
  const column = `${alias}."${columnName(meta.name)}"`;
  switch (meta.kind) {
    case 'column':
      return meta.scalar === 'id'
        ? ownId(noun, alias)
        : scalarText(meta.scalar, compilation.shown(noun, meta.name, alias, column), meta.nullable);
    case 'computed':
      return computedParts(compilation, noun, alias, meta);
    case 'embedded':
      return embeddedParts(compilation, noun, alias, meta, selectionsOf(field));
    case 'characteristics':
      return characteristicParts(compilation, column, selectionsOf(field));
    case 'one':
      return oneParts(compilation, noun, alias, meta, selectionsOf(field));
    case 'any':
      return anyParts(compilation, `${alias}."${meta.typeColumn}"`, `${alias}."${meta.idColumn}"`, selectionsOf(field));
    case 'many':
      return manyParts(compilation, noun, alias, field, meta);
    case 'withheld':
      return withheldText(compilation, noun, alias);
  }
}

/** The names of the parts that the caller is denied, and in rows of the past of those that are not known; each look at the rows behind costs like a count of them. */
function withheldText(compilation: Compilation, noun: NounMeta, alias: string): Part[] {
  const { kind } = compilation.caller;
  const parts = withheldParts(noun, kind, alias, {
    value: (value) => compilation.parameters.caller(value),
    shown: (rule) => compilation.shownFlag(rule),
  });
  const unknown = new Set(compilation.ofPast ? partsOf(noun).filter(isUnknown).map(partName) : []);
  const conditions = new Map([...unknown].map((name) => [name, 'true']));
  for (const { name, condition } of parts)
    // The condition stays where it does not matter: its values are bound already.
    conditions.set(name, unknown.has(name) && condition !== 'true' ? `true or ${condition}` : condition);
  const names = [...conditions].toSorted(byName).map(([name, condition]) => {
    if (condition === 'true') return `'"${name}"'`;
    if (condition.startsWith('exists')) compilation.cost.wholeList();
    return `case when ${condition} then '"${name}"' end`;
  });
  return [literal('['), sql(names.length ? `concat_ws(',',${names.join(',')})` : `''::text`), literal(']')];
}

const byName = ([one]: [string, string], [two]: [string, string]): number => (one < two ? -1 : 1);

/** Whether only the present is known of a part. */
const isUnknown = (part: FieldMeta): boolean => part.kind === 'many' && !knowsPast(nounOf(part.target()));

function ownId(noun: NounMeta, alias: string): Part[] {
  const tag = noun.abstract ? { of: byKind(noun, alias, (concrete) => quoteLiteral(concrete.tag!)) } : noun.tag!;
  return idText(tag, `${alias}."id"`);
}

function manyParts(
  compilation: Compilation,
  noun: NounMeta,
  alias: string,
  field: CollectedField,
  meta: ManyField,
): Part[] | undefined {
  const definition = compilation.typeOf(noun).getFields()[meta.name] as GraphQLField<unknown, unknown>;
  const given = argumentsOf(compilation.source, field, definition);
  if (!given) return undefined;
  const target = nounOf(meta.target());
  const place = {
    parent: noun,
    by: meta.by,
    column: `"${columnName(meta.by)}${meta.raw ? '' : '_id'}"`,
    key: `${alias}."id"`,
  };
  if (!compilation.ofPast || knowsPast(target)) return connection(compilation, target, field, given, place);
  compilation.absent.add(`${noun.name}.${field.name}`);
  return compilation.present(() => connection(compilation, target, field, given, { ...place, absent: true }));
}

/** A value that the contract calls non-null stands marked where it is missing after all. */
export function required(compilation: Compilation, text: string): Part[] {
  compilation.mayViolate = true;
  return [sql(`coalesce(${text},'"${VIOLATION}"')`)];
}

/** Whether a computed value hangs on the columns of its row alone, and not on other rows or the time. */
const isOfRowAlone = ({ sql: text }: ComputedField): boolean =>
  !/\bselect\b|\bnow\(|\bcurrent_|\bclock_timestamp\b|_today"\(/i.test(text('"r"'));

function computedParts(compilation: Compilation, noun: NounMeta, alias: string, meta: ComputedField): Part[] {
  if (compilation.ofPast && !isOfRowAlone(meta)) {
    if (!meta.nullable) compilation.demandPresent(`${noun.name}.${meta.name}`);
    compilation.absent.add(`${noun.name}.${meta.name}`);
    return [literal('null')];
  }
  const text = scalarText(meta.scalar, `(${meta.sql(alias)})`, meta.nullable);
  if (meta.nullable) return text;
  const [only] = text;
  const parts = text.map((part) => ('literal' in part ? quoteLiteral(part.literal) : part.sql));
  return required(compilation, text.length === 1 && only && 'sql' in only ? only.sql : parts.join('||'));
}

function embeddedParts(
  compilation: Compilation,
  noun: NounMeta,
  alias: string,
  meta: EmbeddedField,
  sets: Sets,
): Part[] {
  const { name, fields } = embeddableOf(meta.value());
  const column = (part: string) => `${alias}."${columnName(meta.name)}_${columnName(part)}"`;
  const members = collectFields(compilation.source, sets, name).flatMap((field) => {
    if (field.name === '__typename') return [{ key: field.key, value: [literal(`"${name}"`)] }];
    const part = fields.get(field.name);
    return part?.kind === 'column'
      ? [{ key: field.key, value: scalarText(part.scalar, column(part.name), part.nullable) }]
      : [];
  });
  if (!meta.nullable) return object(members);
  const parts = [...fields.values()].filter((part) => part.kind === 'column');
  const telling = parts.filter((part) => !part.nullable);
  const absent = (telling.length ? telling.slice(0, 1) : parts)
    .map((part) => `${column(part.name)} is null`)
    .join(' and ');
  const shown = compilation.shownIn(noun, meta.name, alias);
  const hidden = shown === undefined ? absent : `${absent} or (${shown}) is not true`;
  return [sql(`case when ${hidden} then 'null' else ${concatenate(object(members))} end`)];
}

function characteristicParts(compilation: Compilation, column: string, sets: Sets): Part[] {
  const members = collectFields(compilation.source, sets, 'Characteristic').map((field) => {
    if (field.name === '__typename') return { key: field.key, value: [literal('"Characteristic"')] };
    return { key: field.key, value: [sql(field.name === 'name' ? 'to_json(c.key)::text' : `c.value::text`)] };
  });
  const list = concatenate(array(concatenate(object(members)), { orderBy: 'c.key collate "C"' }));
  return [sql(`(select ${list} from jsonb_each(${column}) c)`)];
}

function oneParts(compilation: Compilation, parent: NounMeta, alias: string, meta: OneField, sets: Sets): Part[] {
  const target = nounOf(meta.target());
  const row = compilation.alias();
  const visible = seenThrough(compilation, parent, meta.name, target) ? undefined : visibleIn(compilation, target, row);
  const text = rowText(compilation, target, row, sets);
  const key = `${alias}."${columnName(meta.name)}_id"`;
  const subquery = `(select ${text} from ${compilation.rowsBy(target, '"id"', key)} ${row} where ${row}."id" = ${key}${visible ? ` and ${visible}` : ''})`;
  if (meta.nullable) return [sql(`coalesce(${subquery},'null')`)];
  // A policy may hide what the contract calls non-null: mark the place, so that the null goes up as the specification says.
  return visible ? required(compilation, subquery) : [sql(subquery)];
}

/**
 * A reference to a row of any noun, one form per table. A type that no fragment names gives what every node has, so its form is
 * short; that it must be there at all is because its rows may be missing or hidden.
 */
function anyParts(compilation: Compilation, typeExpression: string, idExpression: string, sets: Sets): Part[] {
  const tables = allNouns().filter((noun) => !noun.parent && concreteNouns(noun).length > 0);
  const forms = compilation.cost.dearest(
    tables.map((noun) => () => {
      const row = compilation.alias();
      const visible = visibleIn(compilation, noun, row);
      const text = rowText(compilation, noun, row, sets);
      const types = concreteNouns(noun);
      const kinds = types.map(
        (type) => `when ${quoteLiteral(type.name)} then ${quoteLiteral(type.discriminator ?? '')}`,
      );
      const kind = noun.abstract ? ` and ${row}."kind" = case ${typeExpression} ${kinds.join(' ')} end` : '';
      const from = `from ${compilation.rowsBy(noun, '"id"', idExpression)} ${row} where ${row}."id" = ${idExpression}${kind}${visible ? ` and ${visible}` : ''}`;
      return `when ${typeExpression} in (${types.map((type) => quoteLiteral(type.name)).join(',')}) then (select ${text} ${from})`;
    }),
  );
  return [sql(`coalesce(case ${forms.join(' ')} end,'null')`)];
}

/** Restricts a shared table to one of its types. */
export function kindCondition(noun: NounMeta, alias: string): string {
  if (noun.discriminator) return ` and ${alias}."kind" = ${quoteLiteral(noun.discriminator)}`;
  if (!noun.abstract || !noun.parent) return '';
  const kinds = concreteNouns(noun).map((concrete) => quoteLiteral(concrete.discriminator!));
  return ` and ${alias}."kind" in (${kinds.join(',')})`;
}
