import { userError, type InputPath, type UserError } from '../../kernel/errors/index.js';
import { ContactMediumKind } from './contact-medium.js';

const EMAIL = /^[^\s@<>"(),:;\\[\]]+@([\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}]{2,}$/u;
const MOBILE = /^(1[3-9]\d{9}|\+\d{7,15})$/;
const PHONE = /^\+?\d{5,15}$/;

function isUrl(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

interface ContactRule {
  code: string;
  fits: (value: string) => boolean;
  rule: string;
}

const phoneRule: ContactRule = {
  code: 'INVALID_PHONE',
  fits: (value) => PHONE.test(value),
  rule: '5 to 15 digits with an optional leading +',
};

const contactRules: Record<ContactMediumKind, ContactRule> = {
  [ContactMediumKind.PHONE_FIXED]: phoneRule,
  [ContactMediumKind.FAX]: phoneRule,
  [ContactMediumKind.MOBILE]: {
    code: 'INVALID_PHONE',
    fits: (value) => MOBILE.test(value),
    rule: '11 digits from 13 to 19, or + with country code and number',
  },
  [ContactMediumKind.PAGER]: {
    code: 'INVALID_PHONE',
    fits: (value) => /^\d{3,15}$/.test(value),
    rule: '3 to 15 digits',
  },
  [ContactMediumKind.EMAIL]: {
    code: 'INVALID_EMAIL',
    fits: (value) => value.length <= 254 && EMAIL.test(value),
    rule: 'an address such as name@example.com',
  },
  [ContactMediumKind.WEB]: {
    code: 'INVALID_URL',
    fits: isUrl,
    rule: 'an address that begins with http:// or https://',
  },
  [ContactMediumKind.POST]: {
    code: 'INVALID_ADDRESS',
    fits: (value) => value.length >= 3,
    rule: 'a postal address of at least 3 characters',
  },
};

const telephones = new Set([
  ContactMediumKind.PHONE_FIXED,
  ContactMediumKind.MOBILE,
  ContactMediumKind.PAGER,
  ContactMediumKind.FAX,
]);

/**
 * The value as it is kept: telephone numbers in digits of ASCII, without blanks, dashes, dots and brackets, and with `+` before the code of
 * a country, also where 00 stood there, or nothing before the 86 of a mobile number.
 */
export function normalContactValue(kind: ContactMediumKind, value: string): string {
  if (!telephones.has(kind)) return value.trim();
  const number = value
    .normalize('NFKC')
    .replace(/[\s().\p{Pd}]/gu, '')
    .replace(/^00(?=[1-9]\d{7,})/, '+');
  return kind === ContactMediumKind.MOBILE ? number.replace(/^86(?=1[3-9]\d{9}$)/, '+86') : number;
}

/** What is wrong with a contact medium: INVALID_PHONE, INVALID_EMAIL, INVALID_URL, INVALID_ADDRESS or CONTRADICTION, or nothing. */
export function contactFaults(
  medium: { kind: ContactMediumKind; value: string; postcode?: string | null },
  path: InputPath,
): UserError[] {
  const { code, fits, rule } = contactRules[medium.kind];
  const faults = fits(normalContactValue(medium.kind, medium.value))
    ? []
    : [userError(code, `Expected is ${rule}.`, [...path, 'value'], { kind: medium.kind })];
  if (medium.postcode && medium.kind !== ContactMediumKind.POST) {
    faults.push(
      userError('CONTRADICTION', 'Only a postal address has a postcode.', [...path, 'postcode'], { kind: medium.kind }),
    );
  }
  return faults;
}
