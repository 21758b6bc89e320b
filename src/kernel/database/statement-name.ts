/** Texts that have names at most: each costs every connection that runs it some memory of the server. */
const MAX_NAMES = 500;

const names = new Map<string, string>();

/** The name under which connections keep a text of SQL prepared, the same each time; undefined when too many texts have one. */
export function statementName(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= MAX_NAMES) return known;
  names.set(text, `statement_${names.size}`);
  return names.get(text);
}
