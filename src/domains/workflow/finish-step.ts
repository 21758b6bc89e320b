import type { Token } from '../../kernel/process/index.js';
import { settle } from './engine.js';
import type { Held } from './held.js';
import { leaveStep } from './leave-step.js';

/** The work of a step is done: the token moves on, or first waits for instances of other processes (WFL-36, WFL-49). */
export async function finishStep(held: Held, token: Token, outputs: Record<string, unknown>): Promise<void> {
  leaveStep(held, token, outputs);
  await settle(held);
}
