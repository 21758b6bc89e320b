/** Stands around what a row is traced by in PostgreSQL's text. JSON escapes this character, so no data can look like it. */
const MARK = '\u0001';

/** SQL of a traced row's text: what it is traced by goes before it; where the column may be empty, perhaps nothing. */
export const traced = (of: string, column: string, text: string, mayBeEmpty = false): string =>
  `('${MARK}${of}:'||${mayBeEmpty ? `coalesce(${column}::text,'')` : column}||'${MARK}'||${text})`;

/** The text without its marks, and the marks. */
export function takeTraces(text: string): { text: string; marks: Set<string> } {
  const parts = text.split(MARK);
  if (parts.length === 1) return { text, marks: new Set() };
  const marks = new Set<string>();
  let rest = parts[0]!;
  for (let at = 1; at < parts.length; at += 2) {
    // Of a row that belongs to nobody, nobody was looked at.
    if (!parts[at]!.endsWith(':')) marks.add(parts[at]!);
    rest += parts[at + 1]!;
  }
  return { text: rest, marks };
}
