import { userError, type InputPath, type UserError } from '../../kernel/errors/index.js';
import { maskText } from '../../kernel/record/index.js';
import { PaymentAccountKind } from '../customer/index.js';

/** The number as it is checked: without blanks and hyphens. */
const squeezed = (number: string): string => number.replace(/[\s-]/g, '');

/** Whether the last digit is the check digit of the others (ISO/IEC 7812-1). */
function luhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** What is wrong with the number of a card or bank account. */
export function numberFaults(kind: PaymentAccountKind, number: string, path: InputPath): UserError[] {
  const text = squeezed(number);
  if (kind === PaymentAccountKind.CREDIT_CARD)
    return /^\d{12,19}$/.test(text) && luhn(text)
      ? []
      : [userError('INVALID_CARD_NUMBER', 'Expected are 12 to 19 digits with a right check digit.', path)];
  if (kind === PaymentAccountKind.CASH || kind === PaymentAccountKind.PREPAID_DEPOSIT)
    return [userError('CONTRADICTION', `${kind} has no number.`, path)];
  return /^[A-Za-z0-9]{6,30}$/.test(text)
    ? []
    : [userError('INVALID_ACCOUNT_NUMBER', 'Expected are 6 to 30 letters and digits.', path)];
}

/** What is kept of a number: the last four characters. */
export const keptNumber = (number: string): string => maskText(squeezed(number)).slice(-19).padStart(9, '*');
