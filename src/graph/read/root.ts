import type { GraphQLField } from 'graphql';
import { decodeId } from '../../kernel/model/global-id.js';
import { camel, columnName } from '../../kernel/model/naming.js';
import { type Report, allReports } from '../../kernel/model/report.js';
import { type NounMeta, allNouns, concreteNouns, nounByTag } from '../../kernel/model/registry.js';
import { furtherKeys } from '../contract/read-contract.js';
import { boundedIds, lookupKey, pastMoment, storable } from '../contract/checks.js';
import { type ArgumentValue, type Arguments, argumentsOf } from './argument.js';
import type { Compilation } from './compilation.js';
import { connection } from './connection.js';
import { type CollectedField, selectionsOf } from './fields.js';
import { type Part, literal, quoteLiteral, sql } from './json-text.js';
import { kindCondition, rowText } from './object.js';
import { reportParts } from './report.js';
import { visibleIn } from './visibility.js';

const NO_ROW = '00000000-0000-0000-0000-000000000000';

type RootKind =
  | { kind: 'node' }
  | { kind: 'nodes' }
  | { kind: 'lookup'; noun: NounMeta }
  | { kind: 'list'; noun: NounMeta }
  | { kind: 'report'; report: Report };

/** What the generated fields of Query stand for, by name. */
export function rootKinds(): Map<string, RootKind> {
  const kinds = new Map<string, RootKind>([
    ['node', { kind: 'node' }],
    ['nodes', { kind: 'nodes' }],
  ]);
  for (const noun of allNouns().filter((candidate) => concreteNouns(candidate).length > 0)) {
    kinds.set(camel(noun.name), { kind: 'lookup', noun });
    if (noun.root) kinds.set(noun.plural, { kind: 'list', noun });
  }
  for (const report of allReports()) kinds.set(report.name, { kind: 'report', report });
  return kinds;
}

/** The JSON text of a generated field of Query. */
export function rootParts(compilation: Compilation, field: CollectedField, root: RootKind): Part[] | undefined {
  const definition = compilation.source.schema.getQueryType()!.getFields()[field.name] as GraphQLField<
    unknown,
    unknown
  >;
  const given = argumentsOf(compilation.source, field, definition);
  if (!given) return undefined;
  switch (root.kind) {
    case 'node':
      return nodeParts(compilation, field, given('id'));
    case 'nodes':
      return nodesParts(compilation, field, given('ids'));
    case 'lookup':
      return lookupParts(compilation, field, root.noun, given);
    case 'list':
      return connection(compilation, root.noun, field, given, {});
    case 'report':
      return reportParts(compilation, field, root.report, given);
  }
}

function nodeParts(
  compilation: Compilation,
  field: CollectedField,
  id: ArgumentValue,
  nouns?: readonly NounMeta[],
): Part[] {
  const noun = nounByTag(decodeId(String(id.value))?.tag ?? '');
  if (!noun || (nouns && !nouns.includes(noun))) return [literal('null')];
  const key = compilation.parameters.add(
    (binding) => decodeId(String(id.source(binding)))?.uuid ?? NO_ROW,
    `${id.identity}:key`,
  );
  return [sql(`coalesce(${rowByKey(compilation, noun, inForce(compilation, noun, `${key}::uuid`), field)},'null')`)];
}

/** The key of the row that a key leads to: that of the row which took its place, where there is one. */
function inForce(compilation: Compilation, noun: NounMeta, key: string): string {
  if (!noun.forwardedBy) return key;
  const before = compilation.alias();
  return `coalesce((select ${before}."${columnName(noun.forwardedBy)}_id" from "${noun.table}" ${before} where ${before}."id" = ${key}), ${key})`;
}

function rowByKey(compilation: Compilation, noun: NounMeta, key: string, field: CollectedField): string {
  const row = compilation.alias();
  const visible = visibleIn(compilation, noun, row);
  const text = rowText(compilation, noun, row, selectionsOf(field));
  return `(select ${text} from "${noun.table}" ${row} where ${row}."id" = ${key}${kindCondition(noun, row)}${visible ? ` and ${visible}` : ''})`;
}

function nodesParts(compilation: Compilation, field: CollectedField, ids: ArgumentValue): Part[] {
  const given = boundedIds(ids.value as string[]);
  const nouns = [...new Set(given.map((id) => decodeId(id)?.tag))].flatMap((tag) => nounByTag(tag ?? '') ?? []);
  const list = (part: 'tag' | 'uuid', missing: string) =>
    compilation.parameters.add(
      (binding) => (ids.source(binding) as string[]).map((id) => decodeId(id)?.[part] ?? missing),
      `${ids.identity}:${part}`,
    );
  const rows = `unnest(${list('tag', '')}::text[], ${list('uuid', NO_ROW)}::uuid[]) with ordinality u("tag", "key", "place")`;
  const cases = compilation.cost.page(given.length, () =>
    compilation.cost.dearest(
      nouns.map(
        (noun) => () =>
          `when ${quoteLiteral(noun.tag!)} then ${rowByKey(compilation, noun, inForce(compilation, noun, 'u."key"'), field)}`,
      ),
    ),
  );
  const text = cases.length ? `coalesce(case u."tag" ${cases.join(' ')} end,'null')` : `'null'`;
  return [sql(`(select concat('[',string_agg(${text},',' order by u."place"),']') from ${rows})`)];
}

function lookupParts(compilation: Compilation, field: CollectedField, noun: NounMeta, given: Arguments): Part[] {
  const asOf = given('asOf');
  if (asOf.value == null) return presentParts(compilation, field, noun, given);
  const moment = compilation.parameters.add((binding) => pastMoment(String(asOf.source(binding))), asOf.identity);
  return compilation.asOf(`${moment}::timestamptz`, () => formerParts(compilation, field, noun, given));
}

/** A row as it stood. The key is looked up as it stands now, and who does not see the row now does not see what it was. */
function formerParts(compilation: Compilation, field: CollectedField, noun: NounMeta, given: Arguments): Part[] {
  const name = lookupKey(noun, field.name, (key) => given(key).value);
  const value = given(name);
  const [row, now] = [compilation.alias(), compilation.alias()];
  let key: string;
  if (name === 'id') {
    const target = nounByTag(decodeId(String(value.value))?.tag ?? '');
    if (!target || !concreteNouns(noun).includes(target)) return [literal('null')];
    key = `${compilation.parameters.add((binding) => decodeId(String(value.source(binding)))?.uuid ?? NO_ROW, `${value.identity}:key`)}::uuid`;
  } else {
    compilation.demandShown(noun, name);
    const source = compilation.parameters.add((binding) => storable(value.source(binding)), value.identity);
    const own = `(select ${now}."id" from "${noun.table}" ${now} where ${now}."${columnName(name)}" = ${source})`;
    const further = furtherKeys(noun, name);
    key = further ? `coalesce(${own}, ${ownerOf(compilation, further, name, source)})` : own;
  }
  const conditions = [visibleIn(compilation, noun, row), hiddenNow(compilation, noun, key)].filter(Boolean);
  const text = rowText(compilation, noun, row, selectionsOf(field));
  const from = `${compilation.rowsBy(noun, '"id"', key)} ${row} where ${row}."id" = ${key}${kindCondition(noun, row)}`;
  return [sql(`coalesce((select ${text} from ${[from, ...conditions].join(' and ')}),'null')`)];
}

function hiddenNow(compilation: Compilation, noun: NounMeta, key: string): string | undefined {
  const now = compilation.alias();
  const visible = visibleIn(compilation, noun, now);
  return (
    visible &&
    `not exists (select 1 from "${noun.table}" ${now} where ${now}."id" = ${key} and not coalesce(${visible}, false))`
  );
}

function presentParts(compilation: Compilation, field: CollectedField, noun: NounMeta, given: Arguments): Part[] {
  const name = lookupKey(noun, field.name, (key) => given(key).value);
  const value = given(name);
  // The id says the type of the row; one of another type names none.
  if (name === 'id') return nodeParts(compilation, field, value, concreteNouns(noun));
  compilation.demandShown(noun, name);
  const row = compilation.alias();
  const source = compilation.parameters.add((binding) => storable(value.source(binding)), value.identity);
  const found = keyed(compilation, noun, row, name, source);
  const visible = visibleIn(compilation, noun, row);
  const text = rowText(compilation, noun, row, selectionsOf(field));
  return [
    sql(
      `coalesce((select ${text} from "${noun.table}" ${row} where ${found}${kindCondition(noun, row)}${visible ? ` and ${visible}` : ''}),'null')`,
    ),
  ];
}

/** The condition of the row that a unique value leads to. */
function keyed(compilation: Compilation, noun: NounMeta, row: string, name: string, source: string): string {
  const further = furtherKeys(noun, name);
  const column = columnName(name);
  if (!noun.forwardedBy && !further) return `${row}."${column}" = ${source}`;
  const before = compilation.alias();
  const next = noun.forwardedBy
    ? `coalesce(${before}."${columnName(noun.forwardedBy)}_id", ${before}."id")`
    : `${before}."id"`;
  const own = `(select ${next} from "${noun.table}" ${before} where ${before}."${column}" = ${source})`;
  // What stands in the row itself is looked for first; then the other table is not read.
  return further
    ? `${row}."id" = coalesce(${own}, ${inForce(compilation, noun, ownerOf(compilation, further, name, source))})`
    : `${row}."id" = ${own}`;
}

/** The key of the row that a further value of its unique column leads to. */
function ownerOf(
  compilation: Compilation,
  { noun, by }: { noun: NounMeta; by: string },
  name: string,
  source: string,
): string {
  const held = compilation.alias();
  return `(select ${held}."${columnName(by)}_id" from "${noun.table}" ${held} where ${held}."${columnName(name)}" = ${source})`;
}

/** The JSON text of rows whose keys the engine binds, as a list in the order of the keys; null where one is gone or hidden. */
export function rowsByKeys(compilation: Compilation, noun: NounMeta, field: CollectedField): string {
  const keys = compilation.parameters.add((binding) => binding.keys, 'keys');
  const text = rowByKey(compilation, noun, 'u."key"', field);
  return `select concat('[',string_agg(coalesce(${text},'null'),',' order by u."place"),']') from unnest(${keys}::uuid[]) with ordinality u("key", "place")`;
}
