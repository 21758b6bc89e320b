import { type GraphQLObjectType, getNamedType } from 'graphql';
import { columnName } from '../../kernel/model/naming.js';
import { type NounMeta, nounFields, nounOf } from '../../kernel/model/registry.js';
import { operatorDays } from '../../kernel/calendar/index.js';
import { type Dimension, MAX_GROUPS, checkCurrency, dimensionsOf, sqlColumn, zoneOf } from '../contract/checks.js';
import { type NamedColumn, numericColumns, rangedColumns } from '../contract/lists.js';
import { type ArgumentValue, argumentsOf } from './argument.js';
import type { Compilation } from './compilation.js';
import { type CollectedField, collectFields, selectionsOf } from './fields.js';
import { type Part, array, concatenate, literal, object, periodText, scalarText, sql } from './json-text.js';
import { rowText } from './object.js';
import { visibleIn } from './visibility.js';

type Member = { key: string; value: Part[] };

/** The JSON text of figures over a whole list, one object per group. */
export function aggregateParts(
  compilation: Compilation,
  noun: NounMeta,
  field: CollectedField,
  whole: (alias: string) => string,
  filter: ArgumentValue,
): Part[] | undefined {
  const definition = (compilation.source.schema.getType(`${noun.name}Connection`) as GraphQLObjectType).getFields()[
    'aggregate'
  ]!;
  const given = argumentsOf(compilation.source, field, definition);
  if (!given) return undefined;
  const groupBy = given('groupBy');
  const dimensions = dimensionsOf(noun, groupBy.value);

  const alias = compilation.alias();
  const figures: string[] = [];
  /** Adds an expression over the group and gives back its column. */
  const figure = (expression: string): string => `g."f${figures.push(expression) - 1}"`;

  const type = compilation.source.schema.getType(`${noun.name}Aggregate`) as GraphQLObjectType;
  const members = collectFields(compilation.source, selectionsOf(field), `${noun.name}Aggregate`).map(
    (selected): Member => {
      const nested = () =>
        collectFields(
          compilation.source,
          selectionsOf(selected),
          getNamedType(type.getFields()[selected.name]!.type).name,
        );
      switch (selected.name) {
        case 'count':
          return { key: selected.key, value: [sql(figure('count(*)'))] };
        case 'key':
          return {
            key: selected.key,
            value: object(nested().map((member) => keyMember(compilation, noun, dimensions, member))),
          };
        case 'sum':
        case 'average':
        case 'min':
        case 'max': {
          const name = selected.name;
          return {
            key: selected.key,
            value: object(
              nested().map((member) =>
                figureMember(noun, name, alias, member, figure, (column) => {
                  compilation.demandShown(noun, column.field);
                  checkCurrency(noun, member.name, dimensions, filter.value);
                }),
              ),
            ),
          };
        }
        default:
          return { key: selected.key, value: [literal(`"${noun.name}Aggregate"`)] };
      }
    },
  );

  const keys = dimensions.map(
    (entry, index) => `${dimensionText(compilation, noun, entry, groupBy.at(index), alias)} as "k${index}"`,
  );
  const columns = [...keys, ...figures.map((expression, index) => `${expression} as "f${index}"`)];
  const positions = dimensions.map((_, index) => index + 1).join(', ');
  const grouping = dimensions.length ? ` group by ${positions} order by ${positions} limit ${MAX_GROUPS}` : '';
  const groups = `(select ${columns.length ? columns.join(', ') : 'count(*) as "f0"'} ${whole(alias)}${grouping}) g`;
  const order = dimensions.map((_, index) => `g."k${index}"`).join(', ');
  return [
    sql(`(select ${concatenate(array(concatenate(object(members)), order ? { orderBy: order } : {}))} from ${groups})`),
  ];
}

/** What rows are grouped by. A reference that the caller may not follow counts as missing, so that groups tell nothing of it. */
function dimensionText(
  compilation: Compilation,
  noun: NounMeta,
  dimension: Dimension,
  given: ArgumentValue,
  alias: string,
): string {
  if ('column' in dimension) {
    compilation.demandShown(noun, dimension.column.field);
    const column = `${alias}."${sqlColumn(dimension.column)}"`;
    if (!dimension.bucket) return column;
    return dimension.column.scalar === 'date'
      ? `date_trunc('${dimension.bucket}', ${column}::timestamp)::date`
      : `date_trunc('${dimension.bucket}', ${column}, ${zoneText(compilation, dimension, given.at('timeZone'))})`;
  }
  const key = `${alias}."${columnName(dimension.reference)}_id"`;
  const target = targetOf(noun, dimension.reference);
  const row = compilation.alias();
  const visible = visibleIn(compilation, target, row);
  return visible
    ? `(select ${row}."id" from ${compilation.rowsBy(target, '"id"', key)} ${row} where ${row}."id" = ${key} and ${visible})`
    : key;
}

/** The time zone of periods: that of the query, or of the operator. */
const zoneText = (compilation: Compilation, { zone }: { zone?: string }, given: ArgumentValue): string =>
  zone === undefined
    ? operatorDays().sql
    : compilation.parameters.add((binding) => zoneOf(given.source(binding)), given.identity);

function targetOf(noun: NounMeta, reference: string): NounMeta {
  const field = nounFields(noun).get(reference);
  if (field?.kind !== 'one') throw new Error(`${noun.name}.${reference} is not a reference.`);
  return nounOf(field.target());
}

function keyMember(
  compilation: Compilation,
  noun: NounMeta,
  dimensions: readonly Dimension[],
  member: CollectedField,
): Member {
  if (member.name === '__typename') return { key: member.key, value: [literal(`"${noun.name}AggregateKey"`)] };
  const index = dimensions.findIndex((entry) => entry.name === member.name);
  const found = dimensions[index];
  if (!found) return { key: member.key, value: [literal('null')] };
  const column = `g."k${index}"`;
  if ('column' in found) {
    const isPeriod = found.bucket && found.column.scalar === 'dateTime';
    return { key: member.key, value: isPeriod ? periodText(column) : scalarText(found.column.scalar, column, true) };
  }
  const row = compilation.alias();
  const target = targetOf(noun, found.reference);
  const text = rowText(compilation, target, row, selectionsOf(member));
  return {
    key: member.key,
    value: [
      sql(
        `coalesce((select ${text} from ${compilation.rowsBy(target, '"id"', column)} ${row} where ${row}."id" = ${column}),'null')`,
      ),
    ],
  };
}

type Figure = 'sum' | 'average' | 'min' | 'max';

function figureMember(
  noun: NounMeta,
  name: Figure,
  alias: string,
  member: CollectedField,
  figure: (expression: string) => string,
  check: (column: NamedColumn) => void,
): Member {
  if (member.name === '__typename')
    return { key: member.key, value: [literal(`"${noun.name}${name.charAt(0).toUpperCase()}${name.slice(1)}"`)] };
  const sums = name === 'sum' || name === 'average';
  const column = (sums ? numericColumns(noun) : rangedColumns(noun)).find(
    (candidate) => candidate.name === member.name,
  )!;
  check(column);
  const over = `${alias}."${sqlColumn(column)}"`;
  if (name === 'sum')
    return { key: member.key, value: scalarText('decimal', figure(`trim_scale(sum(${over})::numeric)`), true) };
  // A division has as many places as its operands have, or sixteen digits: enough of them are asked for before it is rounded.
  if (name === 'average')
    return {
      key: member.key,
      value: scalarText(
        'decimal',
        figure(`trim_scale(round(sum(${over}) * 1.${'0'.repeat(20)} / count(${over}), 6))`),
        true,
      ),
    };
  const extreme = `${name}(${over})`;
  return {
    key: member.key,
    value: scalarText(column.scalar, figure(column.scalar === 'decimal' ? `trim_scale(${extreme})` : extreme), true),
  };
}
