import { GraphQLScalarType, Kind, valueFromASTUntyped } from 'graphql';
import { codedError } from '../errors/coded-error.js';

const RFC3339 =
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
/** Years that PostgreSQL reads from ISO 8601: 0001 to 9999, in UTC. */
const YEARS = /^(?!0000)\d{4}-/;
const DECIMAL = /^-?\d{1,20}(\.\d{1,10})?$/;

function refuse(type: string, value: unknown, expected: string): never {
  throw codedError('BAD_USER_INPUT', `${JSON.stringify(value)?.slice(0, 60)} is not a valid ${type}: ${expected}.`);
}

function isRealDate(text: string): boolean {
  const day = new Date(`${text.slice(0, 10)}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text.slice(0, 10));
}

/** A scalar whose values travel as strings: `parse` checks and converts the text, `print` makes it again. */
function textScalar<T>(
  name: string,
  description: string,
  parse: (text: unknown) => T,
  print: (value: unknown) => string,
) {
  return new GraphQLScalarType<T, string>({
    name,
    description,
    serialize: print,
    parseValue: parse,
    parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : valueFromASTUntyped(node)),
  });
}

export const DateTime = textScalar<string>(
  'DateTime',
  'A point in time, RFC 3339 with an offset, such as `2026-03-01T08:30:00Z`; answers are in UTC with milliseconds.',
  (value) => {
    const moment =
      typeof value === 'string' && RFC3339.test(value) && isRealDate(value) ? new Date(value).toISOString() : '';
    if (YEARS.test(moment)) return moment;
    return refuse('DateTime', value, 'RFC 3339 with an offset is expected');
  },
  (value) => (value instanceof Date ? value.toISOString() : String(value)),
);

export const DateOnly = textScalar<string>(
  'Date',
  'A calendar day without time, ISO 8601, such as `2026-03-01`.',
  (value) => {
    if (typeof value === 'string' && DATE.test(value) && YEARS.test(value) && isRealDate(value)) return value;
    return refuse('Date', value, 'YYYY-MM-DD is expected');
  },
  (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : String(value)),
);

export const Decimal = new GraphQLScalarType<string, string>({
  name: 'Decimal',
  description:
    'An exact decimal number as text, such as `"29.85"`: at most 20 digits before and 10 after the point. Integers may be given as numbers.',
  serialize: String,
  parseValue: (value) => {
    const text = typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value;
    if (typeof text === 'string' && DECIMAL.test(text)) return text;
    return refuse('Decimal', value, 'a decimal number as text is expected');
  },
  parseLiteral: (node) => {
    if ((node.kind === Kind.STRING || node.kind === Kind.INT || node.kind === Kind.FLOAT) && DECIMAL.test(node.value))
      return node.value;
    return refuse('Decimal', valueFromASTUntyped(node), 'a decimal number as text is expected');
  },
});

export const Json = new GraphQLScalarType({
  name: 'JSON',
  description: 'Any JSON value; its form is said where it is used.',
  serialize: (value) => value,
  parseValue: (value) => value,
  parseLiteral: (node, variables) => valueFromASTUntyped(node, variables),
});
