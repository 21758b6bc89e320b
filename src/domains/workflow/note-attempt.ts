import { attemptsOf, pauseAfter, type Token } from '../../kernel/process/index.js';
import { type Held, stepAt } from './held.js';

/**
 * Notes that the work of a step was tried and failed (WFL-46, WFL-47).
 * @param last whether another attempt would come to the same
 * @returns when it is tried again; null when it is left to a dispatcher
 */
export function noteAttempt(held: Held, token: Token, error: string, last: boolean): Date | null {
  const { tx, instance, rows } = held;
  const step = stepAt(held, token);
  const row = rows.get(token.id)!;
  const attempts = attemptsOf(step);
  const attempt = row.failures + 1;
  row.failures = last ? attempts : attempt;
  row.error = error.slice(0, 2000);
  const nextAt = row.failures < attempts ? new Date(tx.at.getTime() + pauseAfter(step, row.failures)) : null;
  tx.record({
    ...{ kind: 'BUSINESS_FACT', type: 'process-instance.attempt-failed', subject: instance, reason: row.error },
    regionId: instance.region?.id,
    data: {
      step: step.code,
      undoes: token.status === 'COMPENSATING',
      attempt,
      attempts,
      nextAt: nextAt?.toISOString() ?? null,
    },
  });
  return nextAt;
}
