import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import type { Transaction } from '../../kernel/database/transaction.js';
import type { InputPath } from '../../kernel/errors/index.js';
import {
  readRule,
  refuseBadRule,
  ruleFunctions,
  ruleNames,
  type RuleType,
  type RuleVariable,
  type RuleVariables,
} from '../../kernel/rules/index.js';
import {
  ApplicabilityVariable,
  ApplicabilityVariableStatus,
  ApplicabilityVariableType as T,
} from './applicability-variable.js';
import { ANY_TYPE } from './process-template.js';

/**
 * Values that conditions may always name: those that a start gives, if it does. Administrators add others, and say for these where the
 * value comes from when a start gives none (WFL-06).
 */
export const givenVariables: RuleVariables = {
  objectType: { type: 'string', description: 'Type of the object, such as `Order`.' },
  handlingGrade: { type: 'string', description: 'Grade that chooses time limits.' },
  customerType: { type: 'string', description: 'Market group of the customer.' },
  customerLevel: { type: 'string', description: 'Service level of the customer.' },
  region: { type: 'string', description: 'Code of the region.' },
  productType: { type: 'string', description: 'Kind of product.' },
  operationType: { type: 'string', description: 'What is asked for, such as `INSTALL`.' },
  channel: { type: 'string', description: 'Channel by which it came.' },
  severity: { type: 'string', description: 'How much it disturbs.' },
  amount: { type: 'number', description: 'Amount of money.' },
  kind: { type: 'string', description: 'Kind of approval, such as `OFFERING`.' },
  variables: { type: 'context', description: 'Everything that was given at the start.' },
};

const TYPES: Readonly<Record<T, RuleType>> = {
  ...{ STRING: 'string', NUMBER: 'number', BOOLEAN: 'boolean', DATE: 'date', ENUMERATION: 'string', LIST: 'list' },
};

/** A configured variable as rules see it. */
export const ruleVariableOf = ({ type, name, allowedValues }: ApplicabilityVariable): RuleVariable => ({
  ...{ type: TYPES[type], description: name },
  ...(type === T.ENUMERATION ? { values: allowedValues } : {}),
});

/** Names whose values come from the start itself, so that there is nothing to configure. */
const OF_THE_START: ReadonlySet<string> = new Set(['objectType', 'handlingGrade', 'region', 'variables']);

/** Whether a name means the same in all conditions, whatever is configured. */
export const isReserved = (name: string): boolean => OF_THE_START.has(name) || ruleFunctions.has(name);

/** Whether conditions may name it though nobody has configured it. */
export const isGiven = (name: string): boolean => Object.hasOwn(givenVariables, name);

/** Names in a text that an administrator must have configured, or may have for what a start does not give. */
export const configuredNames = (text: string): string[] => [...ruleNames(text)].filter((name) => !isReserved(name));

/** Whether a variable is for objects of a type; conditions of templates for all types name only what all types have. */
export const isFor = ({ objectTypes }: ApplicabilityVariable, objectType: string): boolean =>
  objectTypes.length === 0 || (objectType !== ANY_TYPE && objectTypes.includes(objectType));

/** Conditions by which a template is chosen, and the grade of its instances (WFL-05, WFL-16). */
export interface Conditions {
  applicability?: string | null | undefined;
  gradeRule?: string | null | undefined;
}

/**
 * Refuses conditions that cannot be read, or name or compare what is not there for objects of a type. The variables that they name
 * are held until the end of the transaction, so that none is taken out of use meanwhile.
 * @param paths the input fields that hold the texts
 */
export async function refuseBadConditions(
  { em }: Transaction,
  { applicability, gradeRule }: Conditions,
  objectType: string,
  paths: Readonly<Record<keyof Conditions, InputPath>>,
): Promise<void> {
  const names = [applicability, gradeRule].flatMap((text) => (text ? configuredNames(text) : []));
  const where = { code: { $in: [...new Set(names)] } };
  const how = { lockMode: LockMode.PESSIMISTIC_READ, refresh: true, orderBy: { id: 'asc' } } as const;
  const named = names.length > 0 ? await em.find(ApplicabilityVariable, where, how) : [];
  const usable = named.filter(
    (variable) => variable.status === ApplicabilityVariableStatus.PUBLISHED && isFor(variable, objectType),
  );
  const variables = { ...givenVariables, ...rulesOf(usable) };
  if (applicability) refuseBadRule(applicability, variables, paths.applicability);
  // The handling grade is a text.
  if (gradeRule) refuseBadRule(gradeRule, variables, paths.gradeRule, 'string');
}

/** What is known of the names in conditions that are in use: what starts give, and the configured variables. */
export async function ruleVariablesOf(em: EntityManager, texts: readonly string[]): Promise<RuleVariables> {
  const names = [...new Set(texts.flatMap(configuredNames))];
  const where = { code: { $in: names }, status: ApplicabilityVariableStatus.PUBLISHED };
  return { ...givenVariables, ...rulesOf(names.length > 0 ? await em.find(ApplicabilityVariable, where) : []) };
}

/** Configured variables by their names in rules. */
export const rulesOf = (variables: readonly ApplicabilityVariable[]): RuleVariables =>
  Object.fromEntries(variables.map((variable) => [variable.code, ruleVariableOf(variable)]));

/** How many conditions a text joins by `and`: of two templates with the same priority, the one with more is taken. */
export function specificityOf(text: string): number {
  let count = 1;
  const cursor = readRule(text).root.cursor();
  do if (cursor.name === 'and' && cursor.node.parent?.name === 'Conjunction') count++;
  while (cursor.next());
  return count;
}
