/** Stands around the key of a traced row in PostgreSQL's text. JSON escapes this character, so no data can look like it. */
const MARK = '\u0001';

/** SQL of a traced row's text: its key goes before it. */
export const traced = (alias: string, text: string): string => `('${MARK}'||${alias}."id"||'${MARK}'||${text})`;

/** The text without the keys of traced rows, and the keys. */
export function takeTraces(text: string): { text: string; keys: Set<string> } {
  const parts = text.split(MARK);
  if (parts.length === 1) return { text, keys: new Set() };
  const keys = new Set<string>();
  let rest = parts[0]!;
  for (let at = 1; at < parts.length; at += 2) {
    keys.add(parts[at]!);
    rest += parts[at + 1]!;
  }
  return { text: rest, keys };
}
