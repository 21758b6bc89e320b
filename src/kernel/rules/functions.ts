import type { RuleType } from './variables.js';

/** A function that rules may call. */
export interface RuleFunction {
  /** Types of its arguments, in their order; `any` where the function itself looks. */
  takes: readonly RuleType[];
  /** How many of them must be given. */
  least: number;
  /** How many may be given; infinite where the last one repeats. */
  most: number;
  /** Type of its value; `any` when that depends on the arguments. */
  yields: RuleType;
}

/**
 * What rules may call: arguments, then the value. `?` marks an argument that may be left out, `*` one that may stand any number of times.
 * Functions that take regular expressions are left out: a pattern can be made to run for ever, and a rule is evaluated in the middle of
 * other people's requests.
 */
const SIGNATURES: Readonly<Record<string, string>> = {
  number: 'any, string?, string? -> number',
  string: 'any -> string',
  date: 'any, any?, any? -> date',
  'date and time': 'any, any? -> date and time',
  time: 'any, number?, number?, any? -> any',
  duration: 'string -> duration',
  'years and months duration': 'any, any? -> duration',
  now: '-> date and time',
  today: '-> date',
  not: 'boolean -> boolean',
  substring: 'string, number, number? -> string',
  'string length': 'string -> number',
  'upper case': 'string -> string',
  'lower case': 'string -> string',
  'substring before': 'string, string -> string',
  'substring after': 'string, string -> string',
  contains: 'string, string -> boolean',
  'starts with': 'string, string -> boolean',
  'ends with': 'string, string -> boolean',
  'string join': 'any, string? -> string',
  'list contains': 'any, any -> boolean',
  count: 'any -> number',
  min: 'any* -> any',
  max: 'any* -> any',
  sum: 'any* -> any',
  mean: 'any* -> number',
  median: 'any* -> number',
  all: 'any* -> boolean',
  any: 'any* -> boolean',
  sublist: 'any, number, number? -> list',
  append: 'any, any* -> list',
  concatenate: 'any* -> list',
  'insert before': 'any, number, any -> list',
  remove: 'any, number -> list',
  reverse: 'any -> list',
  'index of': 'any, any -> list',
  union: 'any* -> list',
  'distinct values': 'any -> list',
  flatten: 'any -> list',
  sort: 'any, any -> list',
  decimal: 'number, number -> number',
  floor: 'number, number? -> number',
  ceiling: 'number, number? -> number',
  abs: 'any -> any',
  'round up': 'number, number -> number',
  'round down': 'number, number -> number',
  'round half up': 'number, number -> number',
  'round half down': 'number, number -> number',
  modulo: 'number, number -> number',
  sqrt: 'number -> number',
  odd: 'number -> boolean',
  even: 'number -> boolean',
  is: 'any, any -> boolean',
  before: 'any, any -> boolean',
  after: 'any, any -> boolean',
  meets: 'any, any -> boolean',
  'met by': 'any, any -> boolean',
  overlaps: 'any, any -> boolean',
  includes: 'any, any -> boolean',
  during: 'any, any -> boolean',
  starts: 'any, any -> boolean',
  finishes: 'any, any -> boolean',
  'day of year': 'any -> number',
  'day of week': 'any -> string',
  'month of year': 'any -> string',
  'week of year': 'any -> number',
  'get value': 'any, string -> any',
  'get entries': 'any -> list',
};

function read(signature: string): RuleFunction {
  const [given = '', yields = 'any'] = signature.split('->').map((part) => part.trim());
  const all = given === '' ? [] : given.split(', ');
  return {
    takes: all.map((each) => each.replace(/[?*]$/, '') as RuleType),
    least: all.filter((each) => !/[?*]$/.test(each)).length,
    most: given.endsWith('*') ? Infinity : all.length,
    yields: yields as RuleType,
  };
}

/** The functions of FEEL that rules may call, by name. */
export const ruleFunctions: ReadonlyMap<string, RuleFunction> = new Map(
  Object.entries(SIGNATURES).map(([name, signature]) => [name, read(signature)]),
);
