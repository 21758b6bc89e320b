import { Decimal } from 'decimal.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { Money } from '../../kernel/model/index.js';
import { GuaranteeKind, toCoins } from '../catalogue/index.js';
import { ProductInstance, ProductInstanceStatus } from '../inventory/index.js';
import { Employee, EmployeeStatus } from '../organisation/index.js';
import type { CheckedItem } from './checked-item.js';
import type { Findings } from './findings.js';
import type { OrderGuarantorInput } from './order.inputs.js';
import type { OrderGuarantee } from './order-guarantee.js';
import { times } from './pricing.js';

/** A guarantee that a line comes with, before the line is written. */
export type GivenGuarantee = Pick<
  OrderGuarantee,
  'kind' | 'type' | 'productInstance' | 'employee' | 'documentNo' | 'amount'
>;

const NOTHING = { productInstance: null, employee: null, documentNo: null, amount: null };
/** Which field names a guarantor of a kind. */
const FIELDS = { INSTANCE: 'productInstanceId', EMPLOYEE: 'employeeId', DOCUMENT: 'documentNo' } as const;
/** How something is given that is named in an order. */
type Named = keyof typeof FIELDS;

/**
 * What a line that installs gives as guarantee: the guarantors or papers that its offering asks for, as many as it asks for, or the
 * deposit, computed from its configuration (PRD-42, ORD-30, ORD-110). Needs the plan of the line, for the currency.
 */
export async function checkGuarantee(
  tx: Transaction,
  item: CheckedItem,
  findings: Findings,
): Promise<GivenGuarantee[]> {
  const { guarantee: kind, guaranteeType: type = null, guaranteeCount, guaranteeAmount } = item.offering!;
  const given = item.input.guarantors ?? [];
  const path = [...item.path, 'guarantors'];
  if (kind === GuaranteeKind.NONE || kind === GuaranteeKind.DEPOSIT) {
    if (given.length > 0) findings.add('CONTRADICTORY', 'The offering asks for nobody to stand in.', path, { kind });
    const currency = item.tariffPlan?.price.currency;
    return kind === GuaranteeKind.DEPOSIT && currency && guaranteeAmount
      ? [{ ...NOTHING, kind, type, amount: times(depositFor(guaranteeAmount, currency), item.quantity) }]
      : [];
  }
  const needed = guaranteeCount ?? 1;
  if (given.length < needed) {
    const message = `The offering asks for a guarantee: ${needed} of kind ${kind}.`;
    findings.add('GUARANTEE_MISSING', message, path, { kind, needed, given: given.length });
  }
  const found: GivenGuarantee[] = [];
  const seen = new Set<string>();
  for (const [index, guarantor] of given.entries()) {
    const one = await guarantorOf(tx, kind, guarantor, [...path, index], findings);
    if (!one) continue;
    const key = (one.productInstance ?? one.employee)?.id ?? one.documentNo!;
    if (seen.has(key)) findings.add('DUPLICATE', 'It stands in already.', [...path, index, FIELDS[kind]]);
    else found.push({ ...NOTHING, kind, type, ...one });
    seen.add(key);
  }
  return found;
}

/** Who or what stands in for one place of a kind; null when it does not. */
async function guarantorOf(
  tx: Transaction,
  kind: Named,
  guarantor: OrderGuarantorInput,
  path: (string | number)[],
  findings: Findings,
): Promise<Partial<GivenGuarantee> | null> {
  const field = FIELDS[kind];
  const [value, at] = [guarantor[field], [...path, field]];
  const wrong = Object.values(FIELDS).filter((other) => other !== field && guarantor[other]);
  for (const other of wrong)
    findings.add('CONTRADICTORY', `The offering asks for guarantors of kind ${kind}.`, [...path, other]);
  if (!value) findings.add('REQUIRED', 'Who or what stands in?', at);
  if (wrong.length > 0 || !value) return null;
  if (kind === 'DOCUMENT') return { documentNo: value };
  const isInstance = kind === 'INSTANCE';
  const found = await findings.lookup<Employee | ProductInstance>(
    tx,
    isInstance ? ProductInstance : Employee,
    value,
    at,
  );
  if (!found) return null;
  const stands = found.status === (isInstance ? ProductInstanceStatus.ACTIVE : EmployeeStatus.ACTIVE);
  if (!stands) findings.add('NOT_ACTIVE', 'Only what is active stands in.', at, { status: found.status });
  if (!stands) return null;
  return found instanceof ProductInstance ? { productInstance: found } : { employee: found };
}

/** The deposit for one piece, in whole coins as in the price of a cart. */
const depositFor = (amount: string, currency: string): Money =>
  Money.of(toCoins(new Decimal(amount), currency).toFixed(), currency);
