import { codedError } from '../errors/coded-error.js';

/** Distinguishes event cursors from those of connections, and this form of them from later ones. */
const PREFIX = 'e1:';

/** The opaque text that callers keep to go on after an event. */
export function encodeCursor(position: number): string {
  return Buffer.from(`${PREFIX}${position}`).toString('base64url');
}

/**
 * The position in a cursor.
 * @throws CURSOR_INVALID when the text is not a cursor of events.
 */
export function decodeCursor(cursor: string): number {
  const text = Buffer.from(cursor.slice(0, 64), 'base64url').toString('latin1');
  const position = /^e1:(0|[1-9]\d{0,15})$/.exec(text)?.[1];
  if (position === undefined || !Number.isSafeInteger(Number(position)) || encodeCursor(Number(position)) !== cursor)
    throw invalidCursor(cursor);
  return Number(position);
}

/** The refusal of a cursor that this feed cannot have given. */
export function invalidCursor(cursor: string): Error {
  return codedError('CURSOR_INVALID', `"${cursor.slice(0, 40)}" is not a cursor of an event.`, { path: ['after'] });
}

/** The SQL of the same text, null while the row has no position. */
export function sqlCursor(alias: string): string {
  return `translate(encode(convert_to('${PREFIX}' || ${alias}."position", 'UTF8'), 'base64'), '+/=', '-_')`;
}
