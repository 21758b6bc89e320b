import { userError, type InputPath, type UserError } from '../../kernel/errors/index.js';
import { ContactMediumKind, contactFaults } from '../party/index.js';
import { BillDelivery } from './account-enums.js';
import type { AccountDataInput } from './account.inputs.js';
import { characteristicsFaults } from './customer-checks.js';

const mediumOf: Partial<Record<BillDelivery, ContactMediumKind>> = {
  [BillDelivery.POST]: ContactMediumKind.POST,
  [BillDelivery.EMAIL]: ContactMediumKind.EMAIL,
  [BillDelivery.SMS]: ContactMediumKind.MOBILE,
};

/** What is wrong with the way bills are delivered: a delivery without an address, or one that does not fit it. */
export function deliveryFaults(
  account: { billDelivery: BillDelivery; billAddress?: string | null; billPostcode?: string | null },
  path: InputPath,
): UserError[] {
  const kind = mediumOf[account.billDelivery];
  const faults: UserError[] = [];
  if (kind && !account.billAddress) {
    faults.push(
      userError('REQUIRED', `Delivery by ${account.billDelivery} needs an address.`, [...path, 'billAddress'], {
        billDelivery: account.billDelivery,
      }),
    );
  }
  if (kind && account.billAddress) {
    const misfit = contactFaults({ kind, value: account.billAddress }, path);
    faults.push(...misfit.map((fault) => ({ ...fault, path: [...path, 'billAddress'].map(String) })));
  }
  if (account.billPostcode && account.billDelivery !== BillDelivery.POST) {
    faults.push(
      userError('CONTRADICTION', 'Only delivery by post has a postcode.', [...path, 'billPostcode'], {
        billDelivery: account.billDelivery,
      }),
    );
  }
  return faults;
}

/** What is wrong with the preferences of an account taken by themselves. */
export function accountFaults(input: AccountDataInput & { currency?: string | null }, path: InputPath): UserError[] {
  const faults = characteristicsFaults(input.characteristics, [...path, 'characteristics']);
  if (input.currency && !/^[A-Z]{3}$/.test(input.currency)) {
    faults.push(
      userError('INVALID_CURRENCY', 'Expected are three capital letters of ISO 4217, such as CNY.', [
        ...path,
        'currency',
      ]),
    );
  }
  if (input.contactPhone) {
    const misfit = contactFaults({ kind: ContactMediumKind.PHONE_FIXED, value: input.contactPhone }, path);
    faults.push(...misfit.map((fault) => ({ ...fault, path: [...path, 'contactPhone'].map(String) })));
  }
  return faults;
}
