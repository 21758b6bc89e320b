const SPECIAL = /[\\\t\n\r]/;
const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** A value as a field of PostgreSQL's text format for COPY; lists become arrays of text. Null and undefined are for the caller. */
export function copyText(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'string') return escape(value);
  if (Array.isArray(value))
    return escape(`{${value.map((item) => `"${String(item).replace(/["\\]/g, '\\$&')}"`).join(',')}}`);
  return String(value);
}

function escape(text: string): string {
  // PostgreSQL text cannot hold the null character; everything else passes.
  const clean = text.includes('\u0000') ? text.replaceAll('\u0000', '') : text;
  return SPECIAL.test(clean) ? clean.replace(/[\\\t\n\r]/g, (character) => escapes[character]!) : clean;
}
