/** Most repetitions without a fixed count: over a text of 2000 characters, a third would take seconds to fail. */
const MAX_OPEN = 2;
/** Most parts that may be left out: each may double the work. */
const MAX_OPTIONAL = 10;

/**
 * Whether a regular expression is sound and fails quickly on any text: no group is repeated, nothing refers back, and few parts
 * vary in length. Patterns come from operators, and whoever writes one must not be able to halt a server.
 */
export function isQuickPattern(pattern: string): boolean {
  try {
    new RegExp(`^(?:${pattern})$`, 'u');
  } catch {
    return false;
  }
  if (/\\(?:[1-9]|k<)/.test(pattern)) return false;
  const bare = pattern
    .replace(/\\./gsu, 'x')
    .replace(/\[[^\]]*\]/gu, 'x')
    .replace(/\(\?(?::|<?[=!]|<\w+>)/gu, '(');
  const count = (part: RegExp) => bare.match(part)?.length ?? 0;
  return !/\)[+*{]/u.test(bare) && count(/[+*]|\{\d+,\d*\}/gu) <= MAX_OPEN && count(/\?/gu) <= MAX_OPTIONAL;
}
