import { BillDelivery, PaymentAccountKind, PaymentMode } from '../../../src/domains/customer/index.js';
import { Gender } from '../../../src/domains/party/index.js';
import type { FieldFinding, ReadRow } from '../../../src/kernel/imports/index.js';
import { type InternetServiceColumn, internetServices, type TelcoChurnColumn } from './columns.js';

/** A customer of the table. */
export interface TelcoChurnRow {
  customerId: string;
  gender: Gender;
  seniorCitizen: boolean;
  partner: boolean;
  dependents: boolean;
  /** Months with the operator. */
  tenure: number;
  /** Codes of the products that the customer has, main products first. */
  products: string[];
  /** Committed months: 1, 12 or 24. */
  termMonths: number;
  billDelivery: BillDelivery;
  paymentMode: PaymentMode;
  paymentAccountKind: PaymentAccountKind;
  /** US dollars, exact, as text. */
  monthlyCharges: string;
  totalCharges: string;
  /** Whether the customer has left. */
  churned: boolean;
}

const yesNo = { Yes: true, No: false };
const genders = { Female: Gender.FEMALE, Male: Gender.MALE };
const terms = { 'Month-to-month': 1, 'One year': 12, 'Two year': 24 };
const accesses = { DSL: 'INTERNET_DSL', 'Fiber optic': 'INTERNET_FIBER', No: null };
const payments = {
  'Electronic check': [PaymentMode.ELECTRONIC_CHECK, PaymentAccountKind.COLLECTION],
  'Mailed check': [PaymentMode.CHECK, PaymentAccountKind.CASH],
  'Bank transfer (automatic)': [PaymentMode.BANK_TRANSFER, PaymentAccountKind.COLLECTION],
  'Credit card (automatic)': [PaymentMode.CREDIT_CARD, PaymentAccountKind.CREDIT_CARD],
} as const;

const MAX_TENURE = 1200;
const MONEY = /^\d{1,9}(\.\d{1,4})?$/;
/** Room for the prefixes of the numbers that are made from it. */
const CUSTOMER_ID = /^[\p{L}\p{N}][\p{L}\p{N}_-]{0,29}$/u;

/** Reads a row and finds everything that is wrong with it at once. */
export function readTelcoChurnRow(field: (column: string) => string): ReadRow<TelcoChurnRow> {
  const findings: FieldFinding[] = [];
  const reject = (column: TelcoChurnColumn, reason: string) =>
    void findings.push({ outcome: 'rejected', column, value: field(column), reason });
  const one = <T>(column: TelcoChurnColumn, values: Record<string, T>): T | undefined => {
    if (Object.hasOwn(values, field(column))) return values[field(column)];
    reject(column, `Expected is one of: ${Object.keys(values).join(', ')}.`);
    return undefined;
  };
  const money = (column: TelcoChurnColumn) => {
    if (!MONEY.test(field(column))) reject(column, 'Expected is an amount of money, such as 29.85, not negative.');
    return field(column);
  };

  if (!CUSTOMER_ID.test(field('customerID')))
    reject('customerID', 'Expected are 1 to 30 letters, digits, hyphens and underscores.');
  const tenure = Number(field('tenure'));
  if (!/^\d{1,4}$/.test(field('tenure')) || tenure > MAX_TENURE)
    reject('tenure', `Expected is a whole number of months, 0 to ${MAX_TENURE}.`);

  const phone = one('PhoneService', yesNo);
  const lines = one('MultipleLines', { ...yesNo, 'No phone service': null });
  if (phone !== undefined && lines !== undefined && phone === (lines === null))
    reject('MultipleLines', `This contradicts PhoneService "${field('PhoneService')}".`);
  const access = one('InternetService', accesses);
  const additions = (Object.keys(internetServices) as InternetServiceColumn[]).filter((column) => {
    const value = one(column, { ...yesNo, 'No internet service': null });
    if (access !== undefined && value !== undefined && (access === null) !== (value === null))
      reject(column, `This contradicts InternetService "${field('InternetService')}".`);
    return value === true;
  });
  if (phone === false && access === null) reject('PhoneService', 'The customer has no service at all.');

  const read = {
    customerId: field('customerID'),
    gender: one('gender', genders),
    seniorCitizen: one('SeniorCitizen', { 0: false, 1: true }),
    partner: one('Partner', yesNo),
    dependents: one('Dependents', yesNo),
    tenure,
    products: [
      ...(phone ? ['PHONE'] : []),
      ...(access ? [access] : []),
      ...(lines ? ['MULTI_LINE'] : []),
      ...additions.map((column) => internetServices[column]),
    ],
    termMonths: one('Contract', terms),
    billDelivery: one('PaperlessBilling', { Yes: BillDelivery.PORTAL, No: BillDelivery.POST }),
    payment: one('PaymentMethod', payments),
    monthlyCharges: money('MonthlyCharges'),
    totalCharges: totalOf(field, tenure, money, findings),
    churned: one('Churn', yesNo),
  };
  if (findings.some(({ outcome }) => outcome === 'rejected')) return { value: undefined, findings };
  const { payment, ...rest } = read;
  const [paymentMode, paymentAccountKind] = payment!;
  return { value: { ...rest, paymentMode, paymentAccountKind } as TelcoChurnRow, findings };
}

/** A customer of less than a month has not been charged: there the table leaves the total blank, which means zero. */
function totalOf(
  field: (column: string) => string,
  tenure: number,
  money: (column: TelcoChurnColumn) => string,
  findings: FieldFinding[],
): string {
  if (field('TotalCharges') !== '') return money('TotalCharges');
  const isNew = tenure === 0;
  findings.push({
    outcome: isNew ? 'loaded' : 'rejected',
    column: 'TotalCharges',
    value: '',
    reason: isNew
      ? 'The total is blank; loaded as 0, because the tenure is 0 months.'
      : 'The total is blank although the customer has been charged.',
  });
  return '0';
}
