import { userError, type InputPath } from '../../kernel/errors/index.js';
import type { UserError } from '../../kernel/errors/index.js';
import { creditCodeCheckFits, idCardBirthDate, idCardCheckFits, registrationCheckFits } from './check-digits.js';
import { IdentificationType } from './party-identification.js';

/** How numbers of one kind of document look, as data (CUS-11). */
export interface IdentityRule {
  pattern: RegExp;
  /** Says the rule to a person. */
  rule: string;
  /** Further check of a number that has the pattern; answers why it fails. */
  check?: (number: string) => string | undefined;
}

function checkIdCard(number: string): string | undefined {
  const birthDate = idCardBirthDate(number);
  if (birthDate === undefined || birthDate > new Date().toISOString().slice(0, 10))
    return 'it holds no real day of birth';
  if (number.length === 18 && !idCardCheckFits(number)) return 'its last character does not fit the others (GB 11643)';
  return undefined;
}

function checkRegistration(number: string): string | undefined {
  const fits = number.length === 18 ? creditCodeCheckFits(number) : registrationCheckFits(number);
  return fits
    ? undefined
    : `its last character does not fit the others (${number.length === 18 ? 'GB 32100' : 'GS 15'})`;
}

export const identityRules: Record<IdentificationType, IdentityRule> = {
  [IdentificationType.ID_CARD]: {
    pattern: /^[1-9]\d{5}(\d{9}|\d{11}[\dX])$/,
    rule: '15 digits, or 17 digits and a digit or X',
    check: checkIdCard,
  },
  [IdentificationType.PASSPORT]: { pattern: /^[A-Z0-9]{5,15}$/, rule: '5 to 15 letters and digits' },
  [IdentificationType.MILITARY_ID]: {
    pattern: /^[\p{Script=Han}A-Z0-9]{6,20}$/u,
    rule: '6 to 20 letters, digits and characters',
  },
  [IdentificationType.TRAVEL_PERMIT]: {
    pattern: /^([HM]\d{8}(\d{2})?|\d{8}|\d{10}[A-Z]?)$/,
    rule: 'H or M and 8 or 10 digits, or 8 or 10 digits',
  },
  [IdentificationType.DRIVING_LICENCE]: { pattern: /^[A-Z0-9]{6,20}$/, rule: '6 to 20 letters and digits' },
  [IdentificationType.REGISTRATION_NO]: {
    pattern: /^(\d{15}|[0-9A-HJ-NPQRTUWXY]{18})$/,
    rule: 'a unified social credit code of 18 characters, or 15 digits',
    check: checkRegistration,
  },
};

/** The number as it is kept: without spaces and hyphens, letters in upper case. */
export function normalIdentityNumber(number: string): string {
  return number.replace(/[\s-]/g, '').toUpperCase();
}

/** What is wrong with a number of this kind of document: INVALID_IDENTITY_NUMBER with the rule that it breaks, or nothing (CUS-12). */
export function identityFaults(type: IdentificationType, number: string, path: InputPath): UserError[] {
  const { pattern, rule, check } = identityRules[type];
  const normal = normalIdentityNumber(number);
  const problem = pattern.test(normal) ? check?.(normal) : `expected are ${rule}`;
  return problem === undefined
    ? []
    : [
        userError('INVALID_IDENTITY_NUMBER', `This is not a valid number for ${type}: ${problem}.`, path, {
          type,
          rule,
        }),
      ];
}
