import type { ProcessSystem } from '../../src/kernel/config/environment.js';
import { defineExternalSystem, type ExternalSystem } from '../../src/kernel/process/index.js';
import type { Plugin } from '../../src/kernel/ports.js';
import { AttemptOutcome, postSigned } from '../../src/domains/integration/index.js';

const CONTENT_TYPE = 'application/json; charset=utf-8';

/**
 * Sends a message once; what the system does not take is thrown, and tried again by whoever sends.
 * @param key names what is asked for good: the system does it once, however often it comes
 */
async function post({ name, url, secret }: ProcessSystem, key: string, message: object): Promise<void> {
  const body = JSON.stringify(message);
  const headers = { 'idempotency-key': key };
  const { outcome, error } = await postSigned({
    ...{ url, id: key, body, contentType: CONTENT_TYPE, secrets: [secret], headers },
  });
  if (outcome !== AttemptOutcome.ACCEPTED) throw new Error(`${name} did not take it: ${error ?? outcome}`);
}

/** A system at an address: it is sent tasks, withdrawals and results, and answers by `processExternalAnswer` with a key of its name. */
const systemAt = (system: ProcessSystem): Omit<ExternalSystem, 'name'> => ({
  send: (task) => post(system, task.messageId, { type: 'task', ...task }),
  cancel: (messageId) => post(system, `${messageId}.withdrawal`, { type: 'withdrawal', messageId }),
  reply: (reply) => post(system, `${reply.messageId}.result`, { type: 'result', ...reply }),
});

/** Outside systems of processes that are reached by signed JSON over HTTP, as the configuration names them (PROCESS_SYSTEMS). */
export const processHttp: Plugin = {
  name: 'process-http',
  connect({ config }) {
    for (const system of config?.processSystems ?? []) defineExternalSystem(system.name, systemAt(system));
  },
};
