import { randomBytes } from 'node:crypto';

const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * A number for a new product instance that people can read out, such as `PI4T9KQ2M7XWB3C`: 13 characters of chance in Crockford's
 * base 32 (65 bits). Without a counter, because instances are made in transactions of others; the unique index watches.
 */
export function newInstanceNo(): string {
  return `PI${[...randomBytes(13)].map((byte) => digits[byte % 32]).join('')}`;
}
