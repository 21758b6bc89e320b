import { type NounMeta, nounFields, nounOf } from '../../kernel/model/registry.js';
import { constant } from '../../kernel/model/naming.js';
import { columnConstant, groupableColumns, numericColumns, rangedColumns } from './lists.js';
import { type SdlField, printEnum, printType } from './sdl.js';

const SCALARS: Record<string, string> = {
  int: 'Int',
  decimal: 'Decimal',
  date: 'Date',
  dateTime: 'DateTime',
  boolean: 'Boolean',
  text: 'String',
};

/** References of a noun that aggregates may group by. */
export function groupableReferences(noun: NounMeta) {
  return [...nounFields(noun).values()].filter((field) => field.kind === 'one' && field.access !== 'none');
}

/** Aggregate types of a noun: dimensions, and count, sum, average, minimum and maximum per group. */
export function nounAggregates(noun: NounMeta): string {
  const { name } = noun;
  const columns = groupableColumns(noun);
  const references = groupableReferences(noun);
  const dimensions = [
    ...columns.map((column) => ({ name: columnConstant(column), description: column.description })),
    ...references.map((field) => ({ name: constant(field.name), description: field.description })),
  ];
  const keys: SdlField[] = [
    ...columns.map((column) => ({
      name: column.name,
      type: column.enumName ?? SCALARS[column.scalar]!,
      description: `${column.description} Null when it is not a dimension of this query.`,
    })),
    ...references.map((field) => ({
      name: field.name,
      type: field.kind === 'one' ? nounOf(field.target()).name : '',
      description: `${field.description} Null when it is not a dimension of this query.`,
    })),
  ];
  const sums: SdlField[] = numericColumns(noun).map((column) => ({
    name: column.name,
    type: 'Decimal',
    description: column.description,
  }));
  const ranges: SdlField[] = rangedColumns(noun).map((column) => ({
    name: column.name,
    type: SCALARS[column.scalar]!,
    description: column.description,
  }));
  const money = 'Amounts need one currency: group by it, or filter on it.';
  const fields: SdlField[] = [
    { name: 'count', type: 'Int!', description: 'Number of rows in the group.' },
    ...(keys.length ? [{ name: 'key', type: `${name}AggregateKey!`, description: 'Values of the dimensions.' }] : []),
    ...(sums.length
      ? [
          { name: 'sum', type: `${name}Sum!`, description: `Exact sums. ${money}` },
          { name: 'average', type: `${name}Average!`, description: `Means, rounded to six decimal places. ${money}` },
        ]
      : []),
    ...(ranges.length
      ? [
          { name: 'min', type: `${name}Min!`, description: 'Smallest values.' },
          { name: 'max', type: `${name}Max!`, description: 'Largest values.' },
        ]
      : []),
  ];
  return [
    printEnum(`${name}Dimension`, `What aggregates of ${name} may be grouped by.`, dimensions),
    dimensions.length
      ? printType('input', `${name}GroupBy`, 'One dimension of an aggregate.', [
          { name: 'dimension', type: `${name}Dimension!`, description: 'The field to group by.' },
          {
            name: 'bucket',
            type: 'TimeBucket',
            description: 'For moments and days: the length of the period; required for moments.',
          },
          {
            name: 'timeZone',
            type: 'String',
            description:
              'For moments: where days, weeks and longer periods begin, an IANA name such as `UTC`; the time zone of the operator when absent.',
          },
        ])
      : '',
    printType('type', `${name}AggregateKey`, 'Values of the dimensions of a group.', keys),
    printType('type', `${name}Sum`, 'Sums over a group; null when no row has a value.', sums),
    printType('type', `${name}Average`, 'Means over a group; null when no row has a value.', sums),
    printType('type', `${name}Min`, 'Smallest values of a group.', ranges),
    printType('type', `${name}Max`, 'Largest values of a group.', ranges),
    printType('type', `${name}Aggregate`, `A group of ${name} rows.`, fields),
  ].join('\n');
}
