import { isSpan } from '../../kernel/process/index.js';
import { evaluateRule } from '../../kernel/rules/index.js';
import { type Held, stepAt } from './held.js';
import { wakeAt } from './jobs.js';

/**
 * What was left of a timer of a held instance is left when it goes on (WFL-45). One that waits for a moment rings at that moment, and one
 * that had rung before rings at once.
 */
export function postponeTimers(held: Held, since: Date): void {
  const { tx, instance, course, rows } = held;
  for (const token of course.live) {
    const row = rows.get(token.id)!;
    const { kind, timer } = stepAt(held, token);
    if (kind !== 'TIMER' || !row.wakesAt || row.failures > 0 || row.wakesAt <= since) continue;
    if (!isSpan(evaluateRule(timer!, course.scope).value)) continue;
    row.wakesAt = new Date(row.wakesAt.getTime() + tx.at.getTime() - since.getTime());
    wakeAt(tx, instance.id, token.id, row.wakesAt);
  }
}
