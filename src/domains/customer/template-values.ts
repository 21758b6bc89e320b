import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, userError, type UserError } from '../../kernel/errors/index.js';
import { attributeDefault, attributeKinds, attributeObjection, normalValues } from '../catalogue/index.js';
import type { CustomerType } from './customer-enums.js';
import { CustomerTemplateField } from './customer-template-field.js';

/** Attributes in use of the template of a market group, in the order of the form; none when it has no template. */
export function fieldsInUse(tx: Transaction, customerType: CustomerType): Promise<CustomerTemplateField[]> {
  return tx.em.find(
    CustomerTemplateField,
    { template: { customerType }, active: true },
    { orderBy: { position: 'asc' } },
  );
}

/** A default as it stands in `characteristics`. */
export const typedDefault = (field: CustomerTemplateField): unknown => attributeDefault(field);

/** Values as they are kept: those of attributes in the one form that their type has, so that "3" and 3 are the same (CUS-10). */
export const typedValues = (
  fields: readonly CustomerTemplateField[],
  given: Readonly<Record<string, unknown>>,
): Record<string, unknown> => normalValues(attributeKinds(fields), given);

/** The given values, and the defaults of attributes for which none is given (CUS-13). */
export function withDefaults(
  fields: readonly CustomerTemplateField[],
  given: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const defaults = fields.flatMap((field) => {
    const value = typedDefault(field);
    return value === undefined ? [] : [[field.code, value] as const];
  });
  return { ...Object.fromEntries(defaults), ...given };
}

/** Null, and what only looks like a value. */
const isBlank = (value: unknown): boolean =>
  value === null || (typeof value === 'string' && value.trim() === '') || (Array.isArray(value) && value.length === 0);

/**
 * What is wrong with values that are given now: BAD_VALUE where one does not fit its attribute, REQUIRED where a mandatory one is
 * missing from a new customer or taken from a known one; a blank text is none. What was kept before an attribute came stays valid (CUS-10).
 */
export function templateFaults(
  fields: readonly CustomerTemplateField[],
  given: Readonly<Record<string, unknown>>,
  path: InputPath,
  isNew: boolean,
): UserError[] {
  return fields.flatMap((field) => {
    const at = [...path, field.code];
    // Names such as `constructor` are attributes like others.
    const value = Object.hasOwn(given, field.code) ? given[field.code] : undefined;
    if (value === undefined && !isNew) return [];
    if (field.mandatory && (value === undefined || isBlank(value)))
      return [userError('REQUIRED', `${field.name} is needed.`, at, { field: field.code })];
    if (value === undefined || value === null) return [];
    const objection = attributeObjection(field, value);
    return objection ? [userError('BAD_VALUE', `${field.name}: ${objection}.`, at, { field: field.code })] : [];
  });
}
