import { outputsFrom, type Token } from '../../kernel/process/index.js';
import { type Held, stepAt } from './held.js';

/** The work of a step is done: the token moves on, or first waits for instances of other processes. What follows is settled by whoever calls. */
export function leaveStep(held: Held, token: Token, outputs: Record<string, unknown>): void {
  const { course, instance } = held;
  const waits = instance.correlationKey && stepAt(held, token).waitFor?.some(({ when }) => when === 'LEAVE');
  if (waits) course.set(token, { status: 'WAITING', outputs });
  else course.complete(token, outputs);
}

/** What a step gives to the variables of the process, out of what its handler or its domain gave. */
export const outputsOf = (held: Held, token: Token, result: Readonly<Record<string, unknown>>) =>
  outputsFrom(stepAt(held, token).outputs, result, held.course.scope);
