import type { Transaction } from '../../kernel/database/transaction.js';
import { type Class, decodeId, type Node, nounByName } from '../../kernel/model/index.js';
import { checkValues, keptValue, readableValues } from '../../kernel/process/index.js';
import { evaluateRule, rulePaths } from '../../kernel/rules/index.js';
import { configuredNames, givenVariables, isFor, isGiven, ruleVariableOf } from './applicability.js';
import {
  ApplicabilityResolverKind as K,
  ApplicabilityVariable,
  ApplicabilityVariableStatus,
} from './applicability-variable.js';
import { type Eyes, everything } from './eyes.js';
import { characteristicPath, valueAt, variableAt } from './object-view.js';

/** What a process is to be about, as conditions see it. */
export interface ConditionSubject {
  objectType: string | null;
  /** Opaque id; null for a process without an object. */
  objectId: string | null;
  handlingGrade: string | null;
  /** Code of the region. */
  region: string | null;
  /** What was handed over at the start. */
  variables: Readonly<Record<string, unknown>>;
}

/**
 * Values of what conditions name: what the start gives, and the configured variables, found as they say (WFL-06). One that has no value for
 * the object, or one of another type than was said, is null.
 * @param texts the conditions
 * @param eyes who looks; what they do not see has no value
 */
export async function conditionValues(
  tx: Transaction,
  texts: readonly string[],
  about: ConditionSubject,
  eyes: Eyes = everything(tx),
): Promise<Record<string, unknown>> {
  const { em } = tx;
  const { objectType, objectId, handlingGrade, region, variables } = about;
  const values: Record<string, unknown> = { ...NOT_GIVEN, ...variables, objectType, handlingGrade, region, variables };
  const names = [...new Set(texts.flatMap(configuredNames))].filter((name) => !isGiven(name) || values[name] === null);
  if (names.length === 0) return values;
  const configured = await em.find(ApplicabilityVariable, { code: { $in: names } }, { orderBy: { code: 'asc' } });
  const object = configured.some(({ resolverKind }) => resolverKind !== K.GIVEN)
    ? await objectOf(tx, objectType, objectId)
    : null;
  const given = { ...values };
  for (const variable of configured) {
    const usable = variable.status === ApplicabilityVariableStatus.PUBLISHED && isFor(variable, objectType ?? '');
    values[variable.code] = usable ? await resolved(eyes, variable, object, given) : null;
  }
  return values;
}

/** What a start does not give has no value. */
const NOT_GIVEN = Object.fromEntries(Object.keys(givenVariables).map((name) => [name, null]));

/**
 * Of names of values those that serve the choice of a template and the handling grade, whether a process has such variables or not: what
 * conditions always may name, and what variables are given by.
 */
export async function servingConditions({ em }: Transaction, names: readonly string[]): Promise<ReadonlySet<string>> {
  const others = names.filter((name) => !isGiven(name));
  const where = { resolver: { $in: others }, resolverKind: K.GIVEN, status: ApplicabilityVariableStatus.PUBLISHED };
  const found = others.length > 0 ? await em.find(ApplicabilityVariable, where) : [];
  const known = new Set(found.map(({ resolver }) => resolver));
  return new Set(names.filter((name) => isGiven(name) || known.has(name)));
}

async function objectOf({ em }: Transaction, type: string | null, id: string | null): Promise<Node | null> {
  const noun = type && id ? nounByName(type) : undefined;
  if (!noun) return null;
  // It may be new, and not written yet.
  if (em.getUnitOfWork().getPersistStack().size > 0) await em.flush();
  return em.findOne(noun.target as Class<Node>, decodeId(id!)!.uuid as never);
}

async function resolved(
  eyes: Eyes,
  variable: ApplicabilityVariable,
  object: Node | null,
  values: Readonly<Record<string, unknown>>,
): Promise<unknown> {
  const { type, values: allowed } = ruleVariableOf(variable);
  const value = (await found(eyes, variable, object, values)) ?? null;
  if (value === null || checkValues([{ name: 'value', type } as never], { value }).length > 0) return null;
  if (allowed && !allowed.includes(value as string)) return null;
  return readableValues({ value }, { value: { type, description: '' } })['value'];
}

async function found(
  eyes: Eyes,
  { resolverKind, resolver }: ApplicabilityVariable,
  object: Node | null,
  values: Readonly<Record<string, unknown>>,
): Promise<unknown> {
  switch (resolverKind) {
    case K.GIVEN:
      return (values['variables'] as Record<string, unknown>)[resolver];
    case K.PATH:
      return object && valueAt(eyes, object, resolver.split('.'));
    case K.CHARACTERISTIC: {
      const path = object && characteristicPath(object.constructor as Class, resolver);
      return path && valueAt(eyes, object, path);
    }
    case K.EXPRESSION: {
      const { variables, objectType, handlingGrade, region } = values;
      const scope = {
        variables,
        objectType,
        handlingGrade,
        region,
        object: object && (await viewFor(eyes, resolver, object)),
      };
      return keptValue(evaluateRule(resolver, scope).value);
    }
  }
}

const OBJECT = 'object.';

/** An object with those of its fields that an expression names, and no others. */
async function viewFor(eyes: Eyes, text: string, object: Node): Promise<Record<string, unknown>> {
  const view = {};
  const named = rulePaths(text).flatMap((path) => (path.startsWith(OBJECT) ? [path.slice(OBJECT.length)] : []));
  for (const path of named)
    if (!named.some((other) => other.startsWith(`${path}.`))) await putAt(view, path.split('.'), eyes, object);
  return view;
}

/** Puts in what a path leads to; a reference on the way that leads nowhere is null itself, and so may be compared with null. */
async function putAt(view: object, path: readonly string[], eyes: Eyes, object: Node): Promise<void> {
  for (let length = 1; length <= path.length; length++) {
    const way = path.slice(0, length);
    const value = await readableAt(eyes, object, way);
    if (value === null || length === path.length) return put(view as Record<string, unknown>, way, value);
  }
}

function put(view: Record<string, unknown>, [name, ...rest]: string[], value: unknown): void {
  if (rest.length === 0) view[name!] = value;
  else put((view[name!] ??= {}) as Record<string, unknown>, rest, value);
}

/** Days and moments as rules reckon with them. */
async function readableAt(eyes: Eyes, object: Node, path: readonly string[]): Promise<unknown> {
  const value = await valueAt(eyes, object, path);
  const type = variableAt(object.constructor as Class, path.join('.'))?.type ?? 'any';
  return readableValues({ value }, { value: { type, description: '' } })['value'];
}
