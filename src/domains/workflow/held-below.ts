import type { Token } from '../../kernel/process/index.js';
import { type Held, stepAt } from './held.js';
import { OPEN_INSTANCES } from './instance.lifecycle.js';
import { ProcessInstance } from './process-instance.js';

/** Since when the sub-process is held for which a visit waits; null when it waits for none that is held (WFL-45). */
export async function heldBelow(held: Held, token: Pick<Token, 'id' | 'step'>): Promise<Date | null> {
  if (stepAt(held, token).kind !== 'SUBPROCESS') return null;
  const { tx, instance } = held;
  await tx.em.flush();
  const child = { parent: instance.id, parentToken: token.id, suspendedAt: { $ne: null } };
  const found = await tx.em.findOne(ProcessInstance, { ...child, status: { $in: [...OPEN_INSTANCES] } });
  return found?.suspendedAt ?? null;
}
