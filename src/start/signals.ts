import type { Logger } from '../kernel/log/log.js';

/** Steps that stop the process in order. */
export interface Stopping {
  /** Adds a step before those known so far. */
  first(step: () => Promise<void>): void;
}

/** Stops cleanly on SIGTERM and SIGINT: the newest step first, each once; a second signal does not wait. */
export function stopOnSignals(log: Logger, last: () => Promise<void>): Stopping {
  const steps = [last];
  let stopping = false;
  const stop = async (signal: NodeJS.Signals) => {
    if (stopping) process.exit(1);
    stopping = true;
    log.info({ signal }, 'Stopping.');
    for (const step of steps) {
      await step().catch((error: unknown) => log.error({ err: error }, 'A part did not stop cleanly.'));
    }
    log.info('Stopped.');
    process.exit(0);
  };
  process.on('SIGTERM', (signal) => void stop(signal));
  process.on('SIGINT', (signal) => void stop(signal));
  return { first: (step) => void steps.unshift(step) };
}
