import { userError, type InputPath, type UserError } from '../../kernel/errors/index.js';
import {
  creditCodeCheckFits,
  idCardBirthDate,
  idCardCheckFits,
  idCardForms,
  registrationCheckFits,
} from './check-digits.js';
import { IdentityCheck, type IdentityRule } from './identity-rule.js';
import { IdentificationType } from './party-identification.js';

/** What of a rule decides over a number. */
export type IdentityTest = Pick<IdentityRule, 'pattern' | 'check' | 'explanation'>;

/** By what documents are judged. */
export interface IdentityRules {
  /** Rules in use by kind of document; a kind without one is not checked. */
  rules: ReadonlyMap<IdentificationType, IdentityTest>;
  /** The day that it is where the operator is, `YYYY-MM-DD`; documents end, and people are born, by it. */
  today: string;
}

/** Rules as delivered; the operator changes them as data (CUS-11). */
export const deliveredIdentityRules: IdentityRules['rules'] = new Map<IdentificationType, IdentityTest>([
  [
    IdentificationType.ID_CARD,
    {
      pattern: '[1-9]\\d{5}(\\d{9}|\\d{11}[\\dX])',
      check: IdentityCheck.RESIDENT_ID,
      explanation: '15 digits, or 17 digits and a digit or X',
    },
  ],
  [
    IdentificationType.PASSPORT,
    { pattern: '[A-Z0-9]{5,15}', check: IdentityCheck.NONE, explanation: '5 to 15 letters and digits' },
  ],
  [
    IdentificationType.MILITARY_ID,
    {
      pattern: '[\\p{Script=Han}A-Z0-9]{6,20}',
      check: IdentityCheck.NONE,
      explanation: '6 to 20 letters, digits and characters',
    },
  ],
  [
    IdentificationType.TRAVEL_PERMIT,
    {
      pattern: '([HM]\\d{8}(\\d{2})?|\\d{8}|\\d{10}[A-Z]?)',
      check: IdentityCheck.NONE,
      explanation: 'H or M and 8 or 10 digits, or 8 or 10 digits',
    },
  ],
  [
    IdentificationType.DRIVING_LICENCE,
    { pattern: '[A-Z0-9]{6,20}', check: IdentityCheck.NONE, explanation: '6 to 20 letters and digits' },
  ],
  [
    IdentificationType.REGISTRATION_NO,
    {
      pattern: '(\\d{15}|[0-9A-HJ-NPQRTUWXY]{18})',
      check: IdentityCheck.BUSINESS_REGISTRATION,
      explanation: 'a unified social credit code of 18 characters, or 15 digits',
    },
  ],
]);

const further: Record<IdentityCheck, (number: string, today: string) => string | undefined> = {
  [IdentityCheck.NONE]: () => undefined,
  [IdentityCheck.RESIDENT_ID]: residentIdProblem,
  [IdentityCheck.BUSINESS_REGISTRATION]: registrationProblem,
};

/** Nobody who lives was born before this day. */
const EARLIEST_BIRTH = '1850-01-01';

function residentIdProblem(number: string, today: string): string | undefined {
  const birthDate = idCardBirthDate(number);
  if (birthDate === undefined || birthDate < EARLIEST_BIRTH || birthDate > today)
    return 'it holds no real day of birth';
  if (number.length === 18 && !idCardCheckFits(number)) return 'its last character does not fit the others (GB 11643)';
  return undefined;
}

function registrationProblem(number: string): string | undefined {
  const fits = number.length === 18 ? creditCodeCheckFits(number) : registrationCheckFits(number);
  return fits
    ? undefined
    : `its last character does not fit the others (${number.length === 18 ? 'GB 32100' : 'GS 15'})`;
}

/** The number as it is kept: without blanks and dashes, letters in upper case, letters and digits of full width as ordinary ones. */
export function normalIdentityNumber(number: string): string {
  return number
    .normalize('NFKC')
    .replace(/[\s\p{Pd}]/gu, '')
    .toUpperCase();
}

/** The numbers, as they are kept, under which a document may be known: an identity card has one of 15 digits and one of 18 characters (CUS-12). */
export function identityNumberForms(type: IdentificationType, number: string): string[] {
  const normal = normalIdentityNumber(number);
  return type === IdentificationType.ID_CARD ? idCardForms(normal) : [normal];
}

/**
 * What is wrong with a number of this kind of document: INVALID_IDENTITY_NUMBER with the rule that it breaks, or nothing (CUS-12).
 * @param by the rules in use and the day, as `readIdentityRules` gives them
 */
export function identityFaults(
  type: IdentificationType,
  number: string,
  path: InputPath,
  { rules, today }: IdentityRules,
): UserError[] {
  const rule = rules.get(type);
  if (!rule) return [];
  const normal = normalIdentityNumber(number);
  const matches = new RegExp(`^(?:${rule.pattern})$`, 'u').test(normal);
  const problem = matches ? further[rule.check](normal, today) : `expected are ${rule.explanation}`;
  if (problem === undefined) return [];
  const message = `This is not a valid number for ${type}: ${problem}.`;
  return [userError('INVALID_IDENTITY_NUMBER', message, path, { type, rule: rule.explanation })];
}
