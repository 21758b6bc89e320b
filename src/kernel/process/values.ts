import { evaluateRule, type RuleType, type RuleVariables } from '../rules/index.js';
import type { ParameterDefinition } from './definition.js';

/** What is wrong with a value that was given for a parameter. */
export interface ValueFault {
  name: string;
  code: 'REQUIRED' | 'WRONG_TYPE' | 'UNKNOWN_VALUE';
  message: string;
}

type Values = Readonly<Record<string, unknown>>;

/** Functions of FEEL that make a value of its text, which is how variables are kept. */
const TEMPORAL: Partial<Record<RuleType, string>> = {
  date: 'date',
  'date and time': 'date and time',
  duration: 'duration',
};

/** A value as rules read it: days, moments and spans of time are kept as texts. */
function readable(value: unknown, type: RuleType | undefined): unknown {
  const make = type && typeof value === 'string' ? TEMPORAL[type] : undefined;
  return make ? evaluateRule(`${make}(text)`, { text: value }).value : value;
}

/** Variables as rules read them. @param types what is known of their types */
export function readableValues(values: Values, types: RuleVariables): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, readable(value, types[name]?.type)]));
}

/** A result of FEEL as it is kept: JSON, temporal values as texts. */
export function keptValue(value: unknown): unknown {
  const text = JSON.stringify(value);
  return text === undefined ? null : (JSON.parse(text) as unknown);
}

function fits(value: unknown, type: RuleType): boolean {
  switch (type) {
    case 'any':
      return true;
    case 'number':
    case 'string':
    case 'boolean':
      return typeof value === type;
    case 'list':
      return Array.isArray(value);
    case 'context':
      return typeof value === 'object' && !Array.isArray(value);
    default:
      return typeof value === 'string' && readable(value, type) !== null;
  }
}

/**
 * Checks values against the parameters that take them (WFL-12).
 * @param strict false passes over names that no parameter has
 */
export function checkValues(parameters: readonly ParameterDefinition[], values: Values, strict = true): ValueFault[] {
  const faults: ValueFault[] = [];
  const known = new Set(parameters.map(({ name }) => name));
  for (const { name, type, required } of parameters) {
    const value = values[name] ?? null;
    if (value === null) {
      if (required) faults.push({ name, code: 'REQUIRED', message: `${name} is needed.` });
    } else if (!fits(value, type)) faults.push({ name, code: 'WRONG_TYPE', message: `${name} is a ${type}.` });
  }
  for (const name of strict ? Object.keys(values) : [])
    if (!known.has(name)) faults.push({ name, code: 'UNKNOWN_VALUE', message: `Nothing here is called ${name}.` });
  return faults;
}

/** Values of the inputs of a step. @param scope variables as rules read them */
export function inputsFrom(inputs: readonly ParameterDefinition[], scope: Values): Record<string, unknown> {
  return Object.fromEntries(
    inputs.map(({ name, from }) => [name, keptValue(from ? evaluateRule(from, scope).value : (scope[name] ?? null))]),
  );
}

/** What a step gives to the variables, out of what it gave back; what it does not declare is left out. */
export function outputsFrom(
  outputs: readonly ParameterDefinition[],
  result: Values,
  scope: Values,
): Record<string, unknown> {
  const given: Record<string, unknown> = {};
  for (const { name, from } of outputs) {
    if (from) given[name] = keptValue(evaluateRule(from, { ...scope, result }).value);
    else if (result[name] !== undefined) given[name] = keptValue(result[name]);
  }
  return given;
}
