import { refuse } from '../../kernel/errors/index.js';

/** Clocks of callers differ by a little. */
const TOLERANCE_MS = 60_000;

/** A moment of an input that must have come. */
export function pastMoment(value: string | null | undefined, at: Date, field: string): Date | null {
  const moment = value ? new Date(value) : null;
  if (moment && moment.getTime() > at.getTime() + TOLERANCE_MS)
    refuse('IN_FUTURE', 'This is still to come.', ['input', field]);
  return moment;
}

/** A moment of an input that must be still to come. */
export function futureMoment(value: string | null | undefined, at: Date, field: string): Date | null {
  const moment = value ? new Date(value) : null;
  if (moment && moment.getTime() < at.getTime() - TOLERANCE_MS) refuse('IN_PAST', 'This has passed.', ['input', field]);
  return moment;
}
