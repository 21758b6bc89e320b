import { SlaCycle } from './sla-term.js';

/** First moment of the cycle that a moment lies in; cycles begin at 00:00 UTC, weeks on Monday. */
export function cycleStart(cycle: SlaCycle, at: Date): Date {
  const [year, month, day] = [at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()];
  switch (cycle) {
    case SlaCycle.DAY:
      return new Date(Date.UTC(year, month, day));
    case SlaCycle.WEEK:
      return new Date(Date.UTC(year, month, day - ((at.getUTCDay() + 6) % 7)));
    case SlaCycle.MONTH:
      return new Date(Date.UTC(year, month, 1));
    case SlaCycle.QUARTER:
      return new Date(Date.UTC(year, month - (month % 3), 1));
    case SlaCycle.YEAR:
      return new Date(Date.UTC(year, 0, 1));
  }
}
