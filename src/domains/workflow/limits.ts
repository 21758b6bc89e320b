import type { StepDefinition, TimeLimitDefinition } from '../../kernel/process/index.js';
import type { Held } from './held.js';

const MINUTE = 60_000;

/** The limit for a handling grade: its own, or that for any (WFL-16, WFL-17). */
export function limitFor(
  limits: readonly TimeLimitDefinition[],
  grade: string | null,
): TimeLimitDefinition | undefined {
  return limits.find((limit) => limit.grade === grade) ?? limits.find((limit) => limit.grade === null);
}

/** By when the work of a step, or the whole process, should be done; null without a limit. */
export async function dueAt(
  { tx, instance, course }: Pick<Held, 'tx' | 'instance' | 'course'>,
  step: StepDefinition | null,
): Promise<Date | null> {
  const limit = limitFor((step ?? course.process.definition).timeLimits, instance.handlingGrade ?? null);
  return limit ? new Date(tx.at.getTime() + limit.minutes * MINUTE) : null;
}
