/**
 * After how many minutes an alarm is drawn on the border of a step: after the limit that any grade has, or else the first; null when there
 * is no limit.
 */
export function shownMinutes(
  limits: readonly { grade?: string | null; minutes: number }[],
  offsetMinutes: number | null | undefined,
): number | null {
  const limit = limits.find(({ grade }) => !grade) ?? limits[0];
  return limit ? Math.max(1, limit.minutes + (offsetMinutes ?? 0)) : null;
}
