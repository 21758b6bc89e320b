/**
 * How a spreadsheet knows a formula, where characters have full width by these too; tabs and returns before one are skipped. What has apostrophes before it gets one more, so that it is
 * told from what was made safe.
 */
const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/;

/** A field of CSV (RFC 4180); what a spreadsheet would take for a formula gets an apostrophe, which makes it text there. */
export function csvField(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The text behind a field that {@link csvField} made safe. */
export const withoutApostrophe = (field: string): string =>
  field.startsWith("'") && FORMULA.test(field.slice(1)) ? field.slice(1) : field;

/** Fields as a line of CSV. */
export const csvLine = (fields: readonly string[]): string => `${fields.map(csvField).join(',')}\r\n`;
