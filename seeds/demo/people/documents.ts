const ID_CARD_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CREDIT_CODE_DIGITS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
const DAY_MS = 86_400_000;
const FIRST_BIRTH = Date.UTC(1945, 0, 1);
/** Days of birth that are given out: 1945 to 2006. */
const BIRTH_DAYS = 22_600;
/** Places of registration that identity numbers begin with. */
const ID_REGIONS = [
  '110101',
  '110105',
  '310101',
  '310115',
  '320102',
  '320505',
  '330106',
  '330203',
  '420106',
  '420502',
  '440103',
  '440106',
  '440304',
  '440305',
  '440604',
  '510104',
  '510107',
  '510703',
  '610102',
  '610113',
];
const ORDERS = 500;

/** A resident identity number with what it says about its holder. */
export interface IdCard {
  number: string;
  /** `YYYY-MM-DD`. */
  birthDate: string;
}

/**
 * The identity number (GB 11643) of the person with this index: indexes up to two hundred million give different numbers, each with a
 * fitting check character.
 * @param seed 32 bits that move the sequence, so that two populations seldom meet
 */
export function idCardOf(seed: number, index: number, male: boolean): IdCard {
  const size = BIRTH_DAYS * ID_REGIONS.length * ORDERS;
  // A step without a common divisor with the size visits every number once.
  const place = Number((BigInt(index) * 104_395_301n + BigInt(seed >>> 0)) % BigInt(size));
  const day = new Date(FIRST_BIRTH + (place % BIRTH_DAYS) * DAY_MS).toISOString().slice(0, 10);
  const region = ID_REGIONS[Math.floor(place / BIRTH_DAYS) % ID_REGIONS.length]!;
  const order = Math.floor(place / BIRTH_DAYS / ID_REGIONS.length) * 2 + (male ? 1 : 0);
  const body = `${region}${day.replaceAll('-', '')}${String(order).padStart(3, '0')}`;
  const sum = ID_CARD_WEIGHTS.reduce((total, weight, position) => total + weight * Number(body[position]), 0);
  return { number: `${body}${'10X98765432'[sum % 11]}`, birthDate: day };
}

/** The unified social credit code (GB 32100) of the company with this index, with the check characters of GB 11714 and GB 32100. */
export function creditCodeOf(seed: number, index: number, region: string): string {
  let rest = (BigInt(seed >>> 0) * 1_000_003n + BigInt(index)) % 29n ** 8n;
  let organisation = '';
  for (let digit = 0; digit < 8; digit++, rest /= 29n) organisation += CREDIT_CODE_DIGITS[Number(rest % 29n)];
  const values = [...organisation].map((digit) => (/\d/.test(digit) ? Number(digit) : digit.charCodeAt(0) - 55));
  const check =
    (11 - (values.reduce((sum, value, position) => sum + value * ORGANISATION_WEIGHTS[position]!, 0) % 11)) % 11;
  const body = `91${region.padEnd(6, '0').slice(0, 6)}${organisation}${check === 10 ? 'X' : check}`;
  let sum = 0;
  let weight = 1;
  for (const digit of body) {
    sum += CREDIT_CODE_DIGITS.indexOf(digit) * weight;
    weight = (weight * 3) % 31;
  }
  return `${body}${CREDIT_CODE_DIGITS[(31 - (sum % 31)) % 31]}`;
}
