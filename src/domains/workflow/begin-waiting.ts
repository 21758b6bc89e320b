import type { Token } from '../../kernel/process/index.js';
import { type Held, rowOf, stepAt } from './held.js';
import { planAlarms } from './limit-alarms.js';
import { dueAt } from './limits.js';

/**
 * A token has come to a step that waits for other instances before its work begins (WFL-49). Its limit runs meanwhile, so that somebody
 * is told when they do not come; the work gets the whole of it again once it begins.
 */
export async function beginWaiting(held: Held, token: Token): Promise<void> {
  held.course.set(token, { status: 'WAITING' });
  const row = rowOf(held, token);
  row.dueAt = await dueAt(held, stepAt(held, token));
  await planAlarms(held, token, row.dueAt);
}
