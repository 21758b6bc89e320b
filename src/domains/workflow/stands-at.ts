import type { EntityManager } from '@mikro-orm/postgresql';
import { LIVE } from '../../kernel/process/index.js';
import { ProcessInstance } from './process-instance.js';
import { ProcessToken } from './process-token.js';
import { compiledVersion } from './versions.js';

/** Visits at which an instance stands, as they have come, with its steps; null for one that has not begun. */
export async function standing(em: EntityManager, instanceId: string) {
  // What this transaction has moved so far counts.
  await em.flush();
  const { startedAt, version } = await em.findOneOrFail(ProcessInstance, { id: instanceId });
  if (!startedAt || !version) return null;
  const where = { instance: instanceId, status: { $in: [...LIVE] as never[] } };
  const tokens = await em.find(ProcessToken, where, { orderBy: { seq: 'asc' } });
  return { tokens, process: await compiledVersion(em, version.id) };
}

/** See `standsAt` of the kernel. */
export async function standsAt(em: EntityManager, instanceId: string, handler: string): Promise<boolean> {
  const stands = await standing(em, instanceId);
  return (stands?.tokens ?? []).some(
    ({ step, status }) => ['ACTIVE', 'STUCK'].includes(status) && stands!.process.steps.get(step)!.handler === handler,
  );
}
