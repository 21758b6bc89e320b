import { refuse } from '../../kernel/errors/index.js';
import { TimePeriod } from '../../kernel/model/index.js';

/** A period with new ends where they are given; refuses with CONTRADICTORY one that ends before it begins. */
export function changedPeriod(
  period: TimePeriod,
  { validFrom, validTo }: { validFrom?: string | null; validTo?: string | null },
): TimePeriod {
  const from = validFrom ? new Date(validFrom) : period.from;
  const to = validTo === undefined ? period.to : validTo ? new Date(validTo) : null;
  if (to && to <= from) refuse('CONTRADICTORY', 'The period must end after it begins.', ['input', 'validTo']);
  return TimePeriod.since(from, to);
}
