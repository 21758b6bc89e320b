/** Most repeats of open length in a pattern: over numbers of at most 40 characters, more could be tried for too long. */
const MAX_OPEN_REPEATS = 4;

const PART =
  /\\p\{Script=Han\}|\\d|\\w|\[(?:\\d|\\w|\\p\{Script=Han\}|[^\]\\[^])+\]|\((?:\?:)?|\)|\||\{\d{1,2}(?:,\d{1,2})?\}|\?|[\p{L}\p{N}./:]/uy;

/**
 * Why a regular expression of an operator is not taken, or undefined. Allowed are characters, `\d`, `\w`, `\p{Script=Han}`, classes of
 * them, groups, alternatives and bounded repeats, and none of a group except `?`: a pattern can then not be made to run for long.
 */
export function patternProblem(pattern: string): string | undefined {
  const parts: string[] = [];
  PART.lastIndex = 0;
  while (PART.lastIndex < pattern.length) {
    const at = PART.lastIndex;
    const found = PART.exec(pattern);
    if (!found) return `it is not understood at "${pattern.slice(at, at + 10)}"`;
    parts.push(found[0]);
  }
  if (parts.some((part, index) => part.startsWith('{') && parts[index - 1] === ')')) return 'it repeats a group';
  if (parts.filter((part) => part.includes(',') && part.startsWith('{')).length > MAX_OPEN_REPEATS)
    return `it has more than ${MAX_OPEN_REPEATS} repeats of open length`;
  try {
    new RegExp(`^(?:${pattern})$`, 'u');
    return undefined;
  } catch {
    return 'it is no regular expression';
  }
}
