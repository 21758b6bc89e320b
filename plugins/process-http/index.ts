import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { ProcessSystem } from '../../src/kernel/config/environment.js';
import { defineExternalSystem, type ExternalStatus, type ExternalSystem } from '../../src/kernel/process/index.js';
import type { Plugin } from '../../src/kernel/ports.js';
import { AttemptOutcome, postSigned } from '../../src/domains/integration/index.js';

const CONTENT_TYPE = 'application/json; charset=utf-8';

/**
 * Sends a message once; what the system does not take is thrown, and tried again by whoever sends.
 * @param key names what is asked for good: the system does it once, however often it comes
 */
async function post({ name, url, secret }: ProcessSystem, key: string, message: object): Promise<string | null> {
  const body = JSON.stringify(message);
  const headers = { 'idempotency-key': key };
  const { outcome, error, responseBody } = await postSigned({
    ...{ url, id: key, body, contentType: CONTENT_TYPE, secrets: [secret], headers, reads: true },
  });
  if (outcome !== AttemptOutcome.ACCEPTED) throw new Error(`${name} did not take it: ${error ?? outcome}`);
  return responseBody;
}

const statusAnswer = z.object({
  status: z.string().max(200),
  progress: z.string().max(500).nullish(),
  expectedAt: z.iso.datetime({ offset: true }).nullish(),
});

/** How far the system says that it is; each time it is asked under another key, for the answer changes. */
async function statusOf(system: ProcessSystem, messageId: string): Promise<ExternalStatus> {
  const answer = await post(system, `${messageId}.query.${randomUUID()}`, { type: 'query', messageId });
  const said = statusAnswer.safeParse(parsed(answer ?? ''));
  if (!said.success) throw new Error(`${system.name} does not say how far it is.`);
  const { status, progress = null, expectedAt = null } = said.data;
  return { status, progress, expectedAt };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * A system at an address: it is sent tasks, withdrawals, results and queries. It answers tasks by `processExternalAnswer` with a key of its
 * name, and queries at once, by JSON with `status`, `progress` and `expectedAt`.
 */
const systemAt = (system: ProcessSystem): Omit<ExternalSystem, 'name'> => ({
  send: async (task) => void (await post(system, task.messageId, { type: 'task', ...task })),
  cancel: async (messageId) => void (await post(system, `${messageId}.withdrawal`, { type: 'withdrawal', messageId })),
  reply: async (reply) => void (await post(system, `${reply.messageId}.result`, { type: 'result', ...reply })),
  status: (messageId) => statusOf(system, messageId),
});

/** Outside systems of processes that are reached by signed JSON over HTTP, as the configuration names them (PROCESS_SYSTEMS). */
export const processHttp: Plugin = {
  name: 'process-http',
  connect({ config }) {
    for (const system of config?.processSystems ?? []) defineExternalSystem(system.name, systemAt(system));
  },
};
