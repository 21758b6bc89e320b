import { encodeId } from '../../kernel/model/index.js';
import { columnName, constant } from '../../kernel/model/naming.js';
import {
  type FieldMeta,
  type NounMeta,
  allNouns,
  concreteNouns,
  nounByName,
  nounFields,
  nounOf,
} from '../../kernel/model/registry.js';
import type { Ground, Row, Subject } from './ground.js';
import type { FieldCell } from './matrix.js';

/** Whether a caller of the matrix sees a field in full. */
export const showsField = ({ kind, without }: Subject, cell: FieldCell): boolean =>
  !cell.otherwise ||
  kind === 'ADMIN' ||
  kind === 'SYSTEM' ||
  cell.openTo!.includes(kind) ||
  (kind === 'STAFF' && !without);

/** What a caller sees of a value that an administrator sees whole. */
export function shownAs(ground: Ground, subject: Subject, cell: FieldCell, noun: NounMeta, row: Row, whole: unknown) {
  if (whole === null || showsField(subject, cell)) return whole;
  if (cell.where && ground.admits(cell.where, subject, noun, row)) return whole;
  if (cell.otherwise === 'NULL') return null;
  const text = [...(whole as string)];
  return text.map((character, at) => (text.length > 8 && at >= text.length - 4 ? character : '*')).join('');
}

/** The id behind a reference of a row, when the caller sees the row there. */
export function behind(ground: Ground, subject: Subject, field: FieldMeta, row: Row): string | null {
  const found =
    field.kind === 'any'
      ? nounByName(row[field.typeColumn] as string) &&
        ground.find(nounByName(row[field.typeColumn] as string)!, row[field.idColumn])
      : field.kind === 'one'
        ? ground.find(nounOf(field.target()), row[`${columnName(field.name)}_id`])
        : undefined;
  return found && ground.sees(subject, found.noun, found.row)
    ? encodeId(found.noun.tag!, found.row['id'] as string)
    : null;
}

/** How many rows of a list of a row the caller sees. */
export function held(ground: Ground, subject: Subject, field: FieldMeta, row: Row): number {
  if (field.kind !== 'many') return 0;
  const column = `${columnName(field.by)}_id`;
  return concreteNouns(nounOf(field.target())).reduce(
    (count, noun) =>
      count +
      ground.rows.get(noun.name)!.filter((other) => other[column] === row['id'] && ground.sees(subject, noun, other))
        .length,
    0,
  );
}

/** Documents that would tell something of a field by filter, sort, group or figure, in a list of its noun. */
export function probesOf(noun: NounMeta, field: string): string[] {
  const probe = probeIn(noun);
  if (!probe) return [];
  if (nounFields(noun).get(field)?.kind === 'embedded') return moneyProbes(probe, field);
  return [
    probe(`(filter: { ${field}: { isNull: false } }) { totalCount }`),
    probe(`(filter: { not: { ${field}: { isNull: true } } }) { totalCount }`),
    probe(`(filter: { or: [{ id: { isNull: true } }, { ${field}: { isNull: true } }] }) { totalCount }`),
    probe(`(orderBy: [{ field: ${constant(field)} }]) { nodes { id } }`),
    probe(`{ aggregate(groupBy: [{ dimension: ${constant(field)} }]) { count } }`),
    probe(`{ aggregate { max { ${field} } } }`),
  ];
}

/** The same for an amount of money. */
function moneyProbes(probe: (rest: string) => string, field: string): string[] {
  const currency = `${field}: { currency: { eq: "CNY" } }`;
  const group = `groupBy: [{ dimension: ${constant(field)}_CURRENCY }]`;
  return [
    probe(`(filter: { ${currency} }) { totalCount }`),
    probe(`(filter: { not: { ${currency} } }) { totalCount }`),
    probe(`(orderBy: [{ field: ${constant(field)}_AMOUNT }]) { nodes { id } }`),
    probe(`{ aggregate(${group}) { count } }`),
    probe(`(filter: { ${currency} }) { aggregate { max { ${field}Amount } } }`),
  ];
}

/** A document with a list of the noun: from the root, or from a row that holds such a list. */
function probeIn(noun: NounMeta): ((rest: string) => string) | undefined {
  if (noun.root) return (rest) => `{ ${noun.plural}${rest} }`;
  for (const holder of allNouns().filter(({ abstract }) => !abstract))
    for (const field of nounFields(holder).values())
      if (field.kind === 'many' && nounOf(field.target()) === noun) {
        const id = encodeId(holder.tag!, '00000000-0000-7000-8000-000000000000');
        return (rest) => `{ node(id: "${id}") { ... on ${holder.name} { ${field.name}${rest} } } }`;
      }
  return undefined;
}
