import { codedError } from '../errors/coded-error.js';

/** Bytes of a type tag before the sixteen bytes of the UUID: eighteen bytes make exactly 24 base64 characters, without padding. */
const TAG_LENGTH = 2;
const GLOBAL_ID = /^[A-Za-z0-9_-]{24}$/;

/** What an opaque id stands for: the two-letter tag of its type, and the primary key. */
export interface DecodedId {
  tag: string;
  uuid: string;
}

/** The opaque id that callers see, for a row of the noun with this tag (Relay Global Object Identification). */
export function encodeId(tag: string, uuid: string): string {
  return Buffer.concat([Buffer.from(tag, 'ascii'), Buffer.from(uuid.replaceAll('-', ''), 'hex')]).toString('base64url');
}

/** The tag and key in an opaque id, or undefined when the text is not one. */
export function decodeId(id: string): DecodedId | undefined {
  if (!GLOBAL_ID.test(id)) return undefined;
  const bytes = Buffer.from(id, 'base64url');
  const tag = bytes.toString('latin1', 0, TAG_LENGTH);
  if (!/^[a-z]{2}$/.test(tag)) return undefined;
  const hex = bytes.toString('hex', TAG_LENGTH);
  const uuid = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  return { tag, uuid };
}

/**
 * The primary key in an id that an argument carries.
 * @throws BAD_USER_INPUT when the text is not an id, or is an id of another type; `path` names the argument.
 */
export function uuidOf(id: string, tags: string | readonly string[], path: readonly (string | number)[]): string {
  const decoded = decodeId(id);
  const allowed = typeof tags === 'string' ? [tags] : tags;
  if (!decoded || !allowed.includes(decoded.tag)) {
    throw codedError('BAD_USER_INPUT', `"${id.slice(0, 40)}" is not an id of the expected type.`, { path });
  }
  return decoded.uuid;
}

/** The SQL that makes the opaque id from a uuid expression; the same text as {@link encodeId}. `translate` would take six times as long. */
export function sqlId(tag: string, uuidExpression: string): string {
  const prefix = Buffer.from(tag, 'ascii').toString('hex');
  return `replace(replace(encode('\\x${prefix}'::bytea || uuid_send(${uuidExpression}), 'base64'), '+', '-'), '/', '_')`;
}
