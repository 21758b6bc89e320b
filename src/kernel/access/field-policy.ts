import { codedError } from '../errors/coded-error.js';
import { maskText } from '../record/mask-text.js';
import { type Class, nounFields, nounOf } from '../model/registry.js';
import type { Caller, CallerKind } from './caller.js';
import { holds, namedPermissions } from './permission.js';
import type { RowRule } from './policy.js';

/** Who sees a field in full, and what the others see instead. Who does not see it cannot filter, sort or count by it either. */
export interface FieldRule {
  /** Named permission that shows it. */
  permission: string;
  /** What stands in its place: a masked text, or null. */
  otherwise: 'MASKED' | 'NULL';
  /** Kinds of callers who see it in any case, because they see their own rows only. */
  openTo: readonly CallerKind[];
  /**
   * A rule of secrets, under whose rows it is seen also by those without the permission, whom only such a rule asks: then they are asked
   * for the secrets of customers, and the others are not.
   */
  where?: RowRule;
}

/** All but the last four characters are hidden, unless the caller holds the permission or is of one of the kinds. */
export const maskedUnless = (permission: string, ...openTo: CallerKind[]): FieldRule => ({
  permission,
  otherwise: 'MASKED',
  openTo,
});
/** The field is null, unless the caller holds the permission or is of one of the kinds. */
export const absentUnless = (permission: string, ...openTo: CallerKind[]): FieldRule => ({
  permission,
  otherwise: 'NULL',
  openTo,
});

/**
 * The field is null in rows that a rule of secrets does not admit, for callers who are asked for them and hold no such permission; they
 * cannot filter, sort or count by it in any row.
 */
export const absentOutside = (where: RowRule, permission: string, ...openTo: CallerKind[]): FieldRule => ({
  ...{ permission, otherwise: 'NULL', openTo, where },
});

const rules = new Map<Class, Map<string, FieldRule>>();

/** Declares which fields of a noun not everybody sees who sees its rows. */
export function defineFieldPolicy(noun: Class, fields: Record<string, FieldRule>): void {
  const own = rules.get(noun) ?? new Map<string, FieldRule>();
  for (const [name, rule] of Object.entries(fields)) {
    if (own.has(name)) throw new Error(`${noun.name}.${name} has two field policies.`);
    own.set(name, rule);
  }
  rules.set(noun, own);
}

/** The rule of a field; inherited ones count. */
export function fieldRule(noun: Class, field: string): FieldRule | undefined {
  for (let at: Class | null = noun; at && at !== Function.prototype; at = Object.getPrototypeOf(at) as Class | null) {
    const found = rules.get(at)?.get(field);
    if (found) return found;
  }
  return undefined;
}

/** What is wrong with the field policies, for the check at start. */
export function fieldPolicyFaults(): string[] {
  const known = new Set(namedPermissions().map(({ name }) => name));
  return [...rules].flatMap(([noun, own]) =>
    [...own].flatMap(([name, { permission, otherwise, where }]) => {
      const field = nounFields(nounOf(noun)).get(name);
      const ofValue = field?.kind === 'embedded' && where !== undefined;
      if (!ofValue && (field?.kind !== 'column' || field.scalar === 'id'))
        return [`The field policy of ${noun.name} names ${name}, which is no column of its own.`];
      if (!known.has(permission))
        return [`The field policy of ${noun.name}.${name} names ${permission}, which is no permission.`];
      if (otherwise === 'MASKED' && (field.kind !== 'column' || field.scalar !== 'text'))
        return [`${noun.name}.${name} cannot be masked: it is no text.`];
      if (otherwise === 'NULL' && !field.nullable)
        return [`${noun.name}.${name} cannot be absent: the contract says that it is there.`];
      return [];
    }),
  );
}

/** Whether the caller sees the field in full, in every row. */
export const shows = (caller: Pick<Caller, 'kind' | 'permissions' | 'verifiedCustomerIds'>, rule: FieldRule): boolean =>
  rule.openTo.includes(caller.kind) ||
  (rule.where ? caller.verifiedCustomerIds === undefined : holds(caller, rule.permission));

/** What the caller sees of a value. */
export function shownValue(caller: Caller, noun: Class, field: string, value: unknown): unknown {
  const rule = fieldRule(noun, field);
  if (!rule || value === null || value === undefined || shows(caller, rule)) return value;
  return rule.otherwise === 'MASKED' ? maskText(String(value)) : null;
}

/** @throws FORBIDDEN when the caller does not see the field, and so may not search, sort or count by it. */
export function requireShown(caller: Caller, noun: Class, field: string): void {
  const rule = fieldRule(noun, field);
  if (!rule || shows(caller, rule)) return;
  throw codedError('FORBIDDEN', `${field} may be used here only with the permission ${rule.permission}.`, {
    field,
    permission: rule.permission,
  });
}
