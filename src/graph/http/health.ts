import type { Logger } from '../../kernel/log/log.js';
import { json, type Handler } from './exchange.js';

/** What the server is doing: operations are accepted while `serving`. */
export type Phase = 'starting' | 'serving' | 'draining';

/** A check that has not answered by then counts as failed; balancers rarely wait longer. Milliseconds. */
const patience = 2_000;

/** Answers 200 as long as the process can answer at all. */
export const liveness: Handler = () => json(200, { status: 'ok' });

/** Answers 200 when operations can be served, and 503 with the reasons when not. */
export function readiness(phase: () => Phase, ready: () => Promise<Record<string, string>>, log: Logger): Handler {
  return async () => {
    const checks = { server: phase() === 'serving' ? 'ok' : phase(), ...(await run(ready, log)) };
    const usable = Object.values(checks).every((state) => state === 'ok');
    return json(usable ? 200 : 503, { status: usable ? 'ok' : 'unavailable', checks });
  };
}

async function run(ready: () => Promise<Record<string, string>>, log: Logger): Promise<Record<string, string>> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Record<string, string>>((resolve) => {
    timer = setTimeout(resolve, patience, { checks: `no answer within ${patience} ms` });
  });
  try {
    return await Promise.race([ready(), late]);
  } catch (error) {
    log.error({ err: error }, 'readiness check failed');
    return { checks: 'failed' };
  } finally {
    clearTimeout(timer);
  }
}
