import type { Token } from '../../kernel/process/index.js';
import { settle } from './engine.js';
import { type Held, stepAt } from './held.js';

/** The work of a step is done: the token moves on, or first waits for instances of other processes (WFL-36, WFL-49). */
export async function finishStep(held: Held, token: Token, outputs: Record<string, unknown>): Promise<void> {
  const { course, instance } = held;
  const waits = instance.correlationKey && stepAt(held, token).waitFor?.some(({ when }) => when === 'LEAVE');
  if (waits) course.set(token, { status: 'WAITING', outputs });
  else course.complete(token, outputs);
  await settle(held);
}
