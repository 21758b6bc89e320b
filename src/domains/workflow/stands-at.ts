import type { EntityManager } from '@mikro-orm/postgresql';
import { LIVE, type StepBefore } from '../../kernel/process/index.js';
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

/** Kinds of steps at which somebody, or something else, works. */
const WORK: readonly string[] = ['HUMAN', 'EXTERNAL', 'SUBPROCESS', 'TIMER'];

/** The step before those of some handlers at which an instance stands and waits for others; null when it stands at one of them, or at none before. */
export async function standsBefore(
  em: EntityManager,
  instanceId: string,
  handlers: readonly string[],
): Promise<StepBefore | null> {
  const stands = await standing(em, instanceId);
  if (!stands) return null;
  const { steps, reach } = stands.process;
  const own = [...steps.values()].filter(({ handler }) => handler !== null && handlers.includes(handler));
  const codes = own.map(({ code }) => code);
  if (stands.tokens.some(({ step }) => codes.includes(step))) return null;
  const before = stands.tokens.find(
    ({ step, status }) =>
      (WORK.includes(steps.get(step)!.kind) || status === 'WAITING') &&
      status !== 'JOINING' &&
      codes.some((code) => reach.get(step)?.has(code)),
  );
  return before ? { step: before.step, name: steps.get(before.step)!.name } : null;
}
