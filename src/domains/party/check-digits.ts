const ID_CARD_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const ID_CARD_DIGITS = '10X98765432';
const CREDIT_CODE_DIGITS = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Whether the last character of an 18-character resident identity number fits the others (GB 11643, ISO 7064 MOD 11-2). */
export function idCardCheckFits(number: string): boolean {
  return idCardCheckCharacter(number) === number[17];
}

/** The last character of a resident identity number whose first 17 digits these are. */
function idCardCheckCharacter(digits: string): string {
  const sum = ID_CARD_WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return ID_CARD_DIGITS[sum % 11]!;
}

/**
 * The numbers of one resident identity card: the one given and, of somebody born before 2000, that with which the same person had a card
 * before 1999, of 15 digits without the century and the last character, or has one since.
 */
export function idCardForms(number: string): string[] {
  if (/^\d{15}$/.test(number)) {
    const digits = `${number.slice(0, 6)}19${number.slice(6)}`;
    return [number, `${digits}${idCardCheckCharacter(digits)}`];
  }
  if (/^\d{6}19\d{9}[\dX]$/.test(number)) return [number, `${number.slice(0, 6)}${number.slice(8, 17)}`];
  return [number];
}

/** Whether the last character of a unified social credit code fits the others (GB 32100, MOD 31-3). */
export function creditCodeCheckFits(code: string): boolean {
  let sum = 0;
  let weight = 1;
  for (const character of code.slice(0, 17)) {
    sum += CREDIT_CODE_DIGITS.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return CREDIT_CODE_DIGITS[(31 - (sum % 31)) % 31] === code[17];
}

/** Whether the last digit of a former 15-digit business registration number fits the others (GS 15, ISO 7064 MOD 11,10). */
export function registrationCheckFits(number: string): boolean {
  let product = 10;
  for (const digit of number.slice(0, 14)) {
    const sum = (product + Number(digit)) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return (product + Number(number[14])) % 10 === 1;
}

/** Day of birth in a resident identity number of 15 or 18 characters, `YYYY-MM-DD`; undefined when it is not a real day. */
export function idCardBirthDate(number: string): string | undefined {
  const digits = number.length === 15 ? `19${number.slice(6, 12)}` : number.slice(6, 14);
  const day = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) ? day : undefined;
}

/** Whether the holder of a resident identity number is male: the digit of order is odd. */
export function idCardIsMale(number: string): boolean {
  return Number(number.length === 15 ? number[14] : number[16]) % 2 === 1;
}
