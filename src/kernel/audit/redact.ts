/** Names under which secrets travel. */
const SECRET = /passw|secret|token|credential|digest|hash|\bpin\b|paymentNumber/i;

/** Numbers of Chinese identity cards, of 18 or 15 characters. */
const IDENTITY = /(?<!\d)(\d{17}[\dXx]|\d{15})(?![\dXx])/g;

const hidden = '***';

/** Longer texts are files rather than values: the log keeps how they begin. */
const MAX_TEXT = 20_000;
/** So many of their characters; numbers are hidden before it is cut, since half of one would not be known as such. */
const BEGINNING = 100;

/** A text without numbers of identity cards: their last four characters stay, so that people can tell them apart. */
const redactText = (text: string): string =>
  text.length > MAX_TEXT
    ? `${redactText(text.slice(0, 2 * BEGINNING)).slice(0, BEGINNING)}… (${text.length} characters)`
    : text.replace(IDENTITY, (number) => '*'.repeat(number.length - 4) + number.slice(-4));

/** A value for the log: what stands under a secret's name is hidden, and so are numbers of identity cards. */
export function redact(value: unknown, name = ''): unknown {
  if (value === null || value === undefined) return null;
  if (SECRET.test(name)) return hidden;
  if (typeof value === 'string') return redactText(value);
  if (Array.isArray(value)) return value.map((item) => redact(item, name));
  if (typeof value !== 'object') return value;
  const record = value as Record<string, unknown>;
  // A changed field names what its values are.
  const field = typeof record['field'] === 'string' ? record['field'] : undefined;
  return Object.fromEntries(
    Object.entries(record).map(([key, item]) => [
      key,
      redact(item, (key === 'old' || key === 'new') && field ? field : key),
    ]),
  );
}
