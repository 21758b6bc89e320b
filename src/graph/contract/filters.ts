import {
  type FieldMeta,
  type NounMeta,
  type ScalarKind,
  concreteNouns,
  embeddableOf,
  nounFields,
  nounOf,
  type Class,
} from '../../kernel/model/registry.js';
import { camel } from '../../kernel/model/naming.js';
import { searchFilter, searchInput } from './search.js';
import { type SdlField, printType } from './sdl.js';

/** Operators of a filter on one column, with the GraphQL scalar they take. */
interface ScalarFilter {
  name: string;
  scalar: string;
  operators: readonly Operator[];
}
export type Operator =
  'eq' | 'ne' | 'in' | 'notIn' | 'lt' | 'lte' | 'gt' | 'gte' | 'contains' | 'startsWith' | 'has' | 'isNull';

const EQUALITY = ['eq', 'ne', 'in', 'notIn', 'isNull'] as const;
const RANGE = ['eq', 'ne', 'in', 'lt', 'lte', 'gt', 'gte', 'isNull'] as const;

export const scalarFilters: Partial<Record<ScalarKind, ScalarFilter>> = {
  id: { name: 'IDFilter', scalar: 'ID', operators: EQUALITY },
  text: {
    name: 'StringFilter',
    scalar: 'String',
    operators: ['eq', 'ne', 'in', 'notIn', 'lt', 'lte', 'gt', 'gte', 'contains', 'startsWith', 'isNull'],
  },
  int: { name: 'IntFilter', scalar: 'Int', operators: RANGE },
  decimal: { name: 'DecimalFilter', scalar: 'Decimal', operators: RANGE },
  date: { name: 'DateFilter', scalar: 'Date', operators: RANGE },
  dateTime: { name: 'DateTimeFilter', scalar: 'DateTime', operators: RANGE },
  boolean: { name: 'BooleanFilter', scalar: 'Boolean', operators: ['eq', 'isNull'] },
  textArray: { name: 'StringListFilter', scalar: 'String', operators: ['has'] },
};

/**
 * Whether no index finds what an operator asks for, so that it is priced as slow where no other operator beside it narrows the rows.
 * @param searched whether the column has an index of parts of its text
 */
export function isUnserved(operator: Operator, operand: unknown, searched: boolean): boolean {
  if (operator === 'isNull') return operand === false;
  return operator === 'ne' || operator === 'notIn' || (operator === 'contains' && !searched);
}

const meaning: Record<Operator, string> = {
  eq: 'Equal to this value.',
  ne: 'Different from this value; rows without a value do not match. By itself slow: no index serves it.',
  in: 'Equal to one of these values (at most 500).',
  notIn: 'Different from all of these values (at most 500). By itself slow: no index serves it.',
  lt: 'Less than, or before.',
  lte: 'Less than or equal, or not after.',
  gt: 'Greater than, or after.',
  gte: 'Greater than or equal, or not before.',
  contains: 'Contains this text, in any letter case. By itself slow, but on fields whose parts have an index.',
  startsWith: 'Begins with this text, in the same letter case.',
  has: 'The list has this value.',
  isNull: 'True: has no value. False: has a value; by itself slow, as no index serves it.',
};

function operatorFields(filter: ScalarFilter): SdlField[] {
  return filter.operators.map((operator) => {
    const type =
      operator === 'isNull'
        ? 'Boolean'
        : operator === 'in' || operator === 'notIn'
          ? `[${filter.scalar}!]`
          : filter.scalar;
    return { name: operator, type, description: meaning[operator] };
  });
}

const FILTER_TEXT = 'All operators given must hold; an operator may not be null.';

/** Comparisons of characteristics, and what they ask. */
const ORDERS = (['lt', 'lte', 'gt', 'gte'] as const).map((name) => [name, meaning[name]] as const);

/** Filter inputs that all nouns share. */
export function sharedFilters(): string {
  const scalars = Object.values(scalarFilters).map((filter) =>
    printType('input', filter.name, `Condition on a value. ${FILTER_TEXT}`, operatorFields(filter)),
  );
  const characteristic = printType(
    'input',
    'CharacteristicFilter',
    `Condition on a characteristic of the row (MOD-80). ${FILTER_TEXT} Slow unless one of those of a row asks by \`eq\` or \`in\`.`,
    [
      { name: 'name', type: 'String!', description: 'Name of the characteristic.' },
      { name: 'eq', type: 'JSON', description: 'The value it must have, with the same JSON type.' },
      { name: 'in', type: '[JSON!]', description: 'Values of which it must have one (at most 500).' },
      ...ORDERS.map(([name, order]) => ({
        name,
        type: 'JSON',
        description: `${order} Numbers are compared with a number, texts, such as days, with a text; others are refused.`,
      })),
      { name: 'contains', type: 'String', description: 'A text that contains this one, in any letter case.' },
      { name: 'startsWith', type: 'String', description: 'A text that begins with this one, in the same letter case.' },
      { name: 'isNull', type: 'Boolean', description: 'True: the row has no value of the name. False: it has one.' },
    ],
  );
  return [...scalars, characteristic].join('\n');
}

/** The filter type of a field, or undefined when it cannot be filtered. */
export function filterType(field: FieldMeta): string | undefined {
  switch (field.kind) {
    case 'column':
      if (field.access === 'none') return undefined;
      return field.scalar === 'enum' ? `${field.enumName}Filter` : scalarFilters[field.scalar]?.name;
    case 'one':
      return field.access === 'none' ? undefined : `${nounOf(field.target()).name}Filter`;
    case 'embedded':
      return field.access === 'none' ? undefined : `${field.value().name}Filter`;
    case 'characteristics':
      return '[CharacteristicFilter!]';
    default:
      return undefined;
  }
}

/** What a caller needs to know of how a field is found. */
function found(field: FieldMeta): string {
  if (field.kind !== 'column') return '';
  if (field.access === 'slow') return ' Slow: no index.';
  return field.access === 'search' ? ' Parts of it have an index.' : '';
}

/** The filter input of a noun, with those of its enums and value objects that `seen` does not hold yet. */
export function nounFilter(noun: NounMeta, seen: Set<string>): string {
  const fields = [...nounFields(noun).values()];
  const parts = fields.map((field) => enumFilter(field, seen) + valueFilter(field, seen));
  const own: SdlField[] = fields.flatMap((field) => {
    const type = filterType(field);
    return type ? [{ name: field.name, type, description: `${field.description}${found(field)}` }] : [];
  });
  const logic: SdlField[] = [
    { name: 'and', type: `[${noun.name}Filter!]`, description: 'All of these hold.' },
    { name: 'or', type: `[${noun.name}Filter!]`, description: 'At least one of these holds.' },
    { name: 'not', type: `${noun.name}Filter`, description: 'This does not hold.' },
  ];
  const types: SdlField[] = typeMembers(noun).map(([name, type]) => ({
    name,
    type: `${type.name}Filter`,
    description: `It is a ${type.name}, of which this holds; an empty condition asks for the type alone.`,
  }));
  return (
    parts.join('') +
    searchInput(noun) +
    printType('input', `${noun.name}Filter`, `Condition on a ${noun.name}; all fields given must hold.`, [
      ...logic,
      ...searchFilter(noun),
      ...own,
      ...types,
    ])
  );
}

/** Members of an interface's filter that stand for its types, by name, such as `individual` in that of parties. */
export function typeMembers(noun: NounMeta): [string, NounMeta][] {
  if (!noun.abstract) return [];
  return concreteNouns(noun).map((type) => {
    const name = camel(type.name);
    if (nounFields(noun).has(name)) throw new Error(`${noun.name}.${name} is named like one of its types.`);
    return [name, type];
  });
}

function enumFilter(field: FieldMeta, seen: Set<string>): string {
  if (field.kind !== 'column' || field.scalar !== 'enum' || field.access === 'none') return '';
  const name = `${field.enumName}Filter`;
  if (seen.has(name)) return '';
  seen.add(name);
  return printType(
    'input',
    name,
    `Condition on a ${field.enumName}. ${FILTER_TEXT}`,
    operatorFields({ name, scalar: field.enumName!, operators: EQUALITY }),
  );
}

function valueFilter(field: FieldMeta, seen: Set<string>): string {
  if (field.kind !== 'embedded' || field.access === 'none') return '';
  const value: Class = field.value();
  const name = `${value.name}Filter`;
  if (seen.has(name)) return '';
  seen.add(name);
  const parts = [...embeddableOf(value).fields.values()];
  const fields = parts.flatMap((part): SdlField[] => {
    const type = filterType(part);
    return type ? [{ name: part.name, type, description: part.description }] : [];
  });
  return (
    parts.map((part) => enumFilter(part, seen)).join('') +
    printType('input', name, `Condition on a ${value.name}; all fields given must hold.`, fields)
  );
}
