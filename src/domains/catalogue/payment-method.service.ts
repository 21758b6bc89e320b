import type { CallContext } from '../../kernel/database/context.js';
import { ensureRows } from '../../kernel/database/ensure-rows.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import { applyChanges } from '../../kernel/record/index.js';
import { requireMaintainer } from './maintenance.js';
import { MaintenanceLevel } from './maintenance-level.js';
import type { PaymentMethodSaveInput } from './package.input.js';
import { PaymentMethod } from './payment-method.js';

const methods = [
  ['CASH', 'Cash'],
  ['CHEQUE', 'Cheque'],
  ['CREDIT_CARD', 'Credit card'],
  ['DEBIT_CARD', 'Debit card'],
  ['PAYMENT_CARD', 'Payment card of the operator'],
  ['CALL_BALANCE', 'Balance of an account'],
  ['POINTS', 'Points'],
  ['BANK_TRANSFER', 'Bank transfer'],
] as const;

/** Means of payment from the first start. */
export async function ensurePaymentMethods(context: CallContext): Promise<void> {
  const rows = methods.map(([code, name]) => ({ code, name, active: true }));
  await context.database.write(context, async (tx) => void (await ensureRows(tx, PaymentMethod, rows)));
}

/** Adds a means of payment, or changes one; they are common to all regions (PRD-31). */
export async function savePaymentMethod(context: CallContext, input: PaymentMethodSaveInput): Promise<PaymentMethod> {
  return context.database.write(context, async (tx) => {
    await requireMaintainer(tx, { level: MaintenanceLevel.HEADQUARTERS, owner: null }, ['input']);
    const { code, name, active } = input;
    const method =
      (await tx.em.findOne(PaymentMethod, { code })) ?? tx.add(Object.assign(new PaymentMethod(), { code }));
    const changes = applyChanges(method, { name, active: active ?? true });
    if (changes.length > 0)
      tx.record({ kind: 'RECORD_CHANGE', type: 'paymentMethod.changed', subject: method, data: { changes } });
    return method;
  });
}

/** Refuses with NOT_FOUND or DUPLICATE means of payment that are not on the list (PRD-31). */
export async function requirePaymentMethods(tx: Transaction, codes: readonly string[], path: InputPath): Promise<void> {
  if (codes.length === 0) return;
  const known = await tx.em.find(PaymentMethod, { code: [...codes], active: true });
  for (const [index, code] of codes.entries()) {
    if (codes.indexOf(code) !== index) refuse('DUPLICATE', 'It is named twice.', [...path, index]);
    if (!known.some((method) => method.code === code))
      refuse('NOT_FOUND', 'There is no such means of payment.', [...path, index]);
  }
}
