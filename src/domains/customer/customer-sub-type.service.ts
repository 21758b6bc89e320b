import type { CallContext } from '../../kernel/database/context.js';
import { ensureRows } from '../../kernel/database/ensure-rows.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, userError, type UserError } from '../../kernel/errors/index.js';
import { applyChanges } from '../../kernel/record/index.js';
import { CustomerType } from './customer-enums.js';
import type { CustomerSubTypeSaveInput } from './customer-sub-type.inputs.js';
import { CustomerSubType } from './customer-sub-type.js';

/** Value and name by market group, as delivered (CUS-16). */
const delivered: readonly [CustomerType, string, string][] = [
  [CustomerType.PUBLIC, 'IMPORTANT', '重要'],
  [CustomerType.PUBLIC, 'NOT_IMPORTANT', '非重要'],
  ...['A', 'B', 'C', 'D'].map((value): [CustomerType, string, string] => [
    CustomerType.COMMERCIAL,
    value,
    `${value} 类`,
  ]),
  ...['1A', '2A', '3A', '4A', '5A'].map((value): [CustomerType, string, string] => [
    CustomerType.BIG,
    value,
    `${value} 级`,
  ]),
];

const codeOf = (customerType: CustomerType, value: string): string => `${customerType}.${value}`;

/** INVALID_SUB_TYPE when customers of the market group may not get the sub-type, or nothing (CUS-16). */
export async function subTypeFaults(
  tx: Transaction,
  customerType: CustomerType,
  subType: string | null | undefined,
  path: InputPath,
): Promise<UserError[]> {
  if (!subType) return [];
  const rows = await tx.em.find(CustomerSubType, { customerType, active: true }, { orderBy: { value: 'asc' } });
  const allowed = rows.map(({ value }) => value);
  if (allowed.includes(subType)) return [];
  const message = `${customerType} customers have no sub-type "${subType}".`;
  return [userError('INVALID_SUB_TYPE', message, path, { customerType, allowed })];
}

/** Makes a sub-type, or changes the one with the same market group and value (CUS-16). */
export function saveSubTypeOfCustomers(
  context: CallContext,
  input: CustomerSubTypeSaveInput,
): Promise<CustomerSubType> {
  return context.database.write(context, async (tx) => {
    const { customerType, value } = input;
    const code = codeOf(customerType, value);
    const known = await tx.em.findOne(CustomerSubType, { code });
    const subType = known ?? tx.add(Object.assign(new CustomerSubType(), { code, customerType, value }));
    const changes = applyChanges(subType, { name: input.name, active: input.active ?? true });
    if (changes.length > 0)
      tx.record({ kind: 'RECORD_CHANGE', type: 'customer-sub-type.saved', subject: subType, data: { code, changes } });
    return subType;
  });
}

/** Writes the sub-types that the requirements name; those that exist stay as the operator changed them. */
export async function ensureCustomerSubTypes(context: CallContext): Promise<void> {
  const rows = delivered.map(([customerType, value, name]) => ({
    code: codeOf(customerType, value),
    customerType,
    value,
    name,
    active: true,
  }));
  await context.database.write(context, async (tx) => void (await ensureRows(tx, CustomerSubType, rows)));
}
