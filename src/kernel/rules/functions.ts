import type { RuleType } from './variables.js';

/** What an argument must be: a type, a range that is written out, or either that or a value. */
export type ArgumentType = RuleType | 'range' | 'point or range';

/** A function that rules may call. */
export interface RuleFunction {
  /** Types of its arguments, in their order; `any` where the function itself looks. */
  takes: readonly ArgumentType[];
  /** Names of its parameters, in their order; of several for one the first stands alone, as `from` of a date does. */
  names: readonly (readonly string[])[];
  /** How many of them must be given. */
  least: number;
  /** How many may be given; infinite where the last one repeats. */
  most: number;
  /** Type of its value; `any` when that depends on the arguments. */
  yields: RuleType;
}

/**
 * What rules may call: the names of its parameters with their types, then the type of the value. `?` marks an argument that may be left out, `*` one that may stand any number of times.
 * Functions that take regular expressions are left out: a pattern can be made to run for ever, and a rule is evaluated in the middle of
 * other people's requests.
 */
const SIGNATURES: Readonly<Record<string, string>> = {
  number: 'from: any, grouping separator: string?, decimal separator: string? -> number',
  string: 'from: any -> string',
  date: 'from|year: any, month: any?, day: any? -> date',
  'date and time': 'from|date: any, time: any? -> date and time',
  time: 'from|hour: any, minute: number?, second: number?, offset: any? -> any',
  duration: 'from: string -> duration',
  'years and months duration': 'from: any, to: any? -> duration',
  now: '-> date and time',
  today: '-> date',
  not: 'negand: boolean -> boolean',
  substring: 'string: string, start position: number, length: number? -> string',
  'string length': 'string: string -> number',
  'upper case': 'string: string -> string',
  'lower case': 'string: string -> string',
  'substring before': 'string: string, match: string -> string',
  'substring after': 'string: string, match: string -> string',
  contains: 'string: string, match: string -> boolean',
  'starts with': 'string: string, match: string -> boolean',
  'ends with': 'string: string, match: string -> boolean',
  'string join': 'list: any, delimiter: string? -> string',
  'list contains': 'list: any, element: any -> boolean',
  count: 'list: any -> number',
  min: 'list: any* -> any',
  max: 'list: any* -> any',
  sum: 'list: any* -> any',
  mean: 'list: any* -> number',
  median: 'list: any* -> number',
  all: 'list: any* -> boolean',
  any: 'list: any* -> boolean',
  sublist: 'list: any, start position: number, length: number? -> list',
  append: 'list: any, item: any* -> list',
  concatenate: 'list: any* -> list',
  'insert before': 'list: any, position: number, newItem: any -> list',
  remove: 'list: any, position: number -> list',
  reverse: 'list: any -> list',
  'index of': 'list: any, match: any -> list',
  union: 'list: any* -> list',
  'distinct values': 'list: any -> list',
  flatten: 'list: any -> list',
  sort: 'list: any, precedes: any -> list',
  decimal: 'n: number, scale: number -> number',
  floor: 'n: number, scale: number? -> number',
  ceiling: 'n: number, scale: number? -> number',
  abs: 'n: any -> any',
  'round up': 'n: number, scale: number -> number',
  'round down': 'n: number, scale: number -> number',
  'round half up': 'n: number, scale: number -> number',
  'round half down': 'n: number, scale: number -> number',
  modulo: 'dividend: number, divisor: number -> number',
  sqrt: 'number: number -> number',
  odd: 'number: number -> boolean',
  even: 'number: number -> boolean',
  is: 'value1: any, value2: any -> boolean',
  before: 'point1: point or range, point2: point or range -> boolean',
  after: 'point1: point or range, point2: point or range -> boolean',
  meets: 'range1: range, range2: range -> boolean',
  'met by': 'range1: range, range2: range -> boolean',
  overlaps: 'range1: range, range2: range -> boolean',
  'overlaps before': 'range1: range, range2: range -> boolean',
  'overlaps after': 'range1: range, range2: range -> boolean',
  finishes: 'point: point or range, range: range -> boolean',
  'finished by': 'range: range, point: point or range -> boolean',
  includes: 'range: range, point: point or range -> boolean',
  during: 'point: point or range, range: range -> boolean',
  starts: 'point: point or range, range: range -> boolean',
  'started by': 'range: range, point: point or range -> boolean',
  coincides: 'point1: point or range, point2: point or range -> boolean',
  'day of year': 'date: any -> number',
  'day of week': 'date: any -> string',
  'month of year': 'date: any -> string',
  'week of year': 'date: any -> number',
  'get value': 'm: any, key: string -> any',
  'get entries': 'm: any -> list',
};

function read(signature: string): RuleFunction {
  const [given = '', yields = 'any'] = signature.split('->').map((part) => part.trim());
  const all = given === '' ? [] : given.split(', ').map((each) => each.split(': ') as [string, string]);
  return {
    takes: all.map(([, type]) => type.replace(/[?*]$/, '') as ArgumentType),
    names: all.map(([names]) => names.split('|')),
    least: all.filter(([, type]) => !/[?*]$/.test(type)).length,
    most: given.endsWith('*') ? Infinity : all.length,
    yields: yields as RuleType,
  };
}

/** The functions of FEEL that rules may call, by name. */
export const ruleFunctions: ReadonlyMap<string, RuleFunction> = new Map(
  Object.entries(SIGNATURES).map(([name, signature]) => [name, read(signature)]),
);
