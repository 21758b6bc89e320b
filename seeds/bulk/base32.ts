const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A whole number in Crockford's base 32, filled up to `length`. */
export function base32(value: number, length = 0): string {
  let text = '';
  for (let rest = value; rest > 0; rest = Math.floor(rest / 32)) text = DIGITS[rest % 32]! + text;
  return text.padStart(length, '0');
}
