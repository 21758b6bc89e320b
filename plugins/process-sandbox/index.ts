import { defineJob } from '../../src/kernel/jobs/index.js';
import type { NewJob } from '../../src/kernel/jobs/index.js';
import { Refusal } from '../../src/kernel/errors/index.js';
import { defineExternalSystem } from '../../src/kernel/process/index.js';
import { takeAnswer, takeProgress } from '../../src/domains/workflow/index.js';
import type { Plugin } from '../../src/kernel/ports.js';

const name = 'process-sandbox';
const job = `${name}.work`;

/** Name by which external steps call it. */
export const PROCESS_SANDBOX = 'PROCESS_SANDBOX';

/** How fast the sandbox works; may be changed while it runs. */
export const processSandboxPace = {
  /** Milliseconds before it tells of progress, and again before it answers; 0 for no pause. */
  stepMs: 1000,
};

/** What a task may ask of the sandbox by its input `sandbox`: that it fails, does not answer, or cannot be reached. */
const FAIL = 'fail';
const SILENT = 'silent';
const BROKEN = 'broken';

interface WorkPayload extends Record<string, unknown> {
  messageId: string;
  inputs: Readonly<Record<string, unknown>>;
  /** Whether it has told of progress. */
  begun: boolean;
}

/** Where a task stands is kept in its next job, so that it goes on after a restart. */
function nextStep(payload: WorkPayload): NewJob {
  const pause = processSandboxPace.stepMs;
  return {
    ...{ name: job, payload, key: `${job}:${payload.messageId}` },
    ...(pause > 0 ? { runAt: new Date(Date.now() + pause) } : {}),
  };
}

/** Stands in for an outside system: it takes tasks, tells of progress, and gives back as outputs what it was given by the same name. */
export const processSandbox: Plugin = {
  name,
  jobs: [
    defineJob<WorkPayload>(job, async ({ messageId, inputs, begun }, { database }) => {
      const context = database.systemContext(PROCESS_SANDBOX);
      if (!begun) {
        await takeProgress(context, { messageId, progress: 'The sandbox is at it.' });
        await database.write(context, async (tx) => tx.enqueue(nextStep({ messageId, inputs, begun: true })));
        return;
      }
      const failed = (reason: string) => takeAnswer(context, { messageId, done: false, reason });
      if (inputs['sandbox'] === FAIL) return void (await failed('The sandbox was asked to fail.'));
      try {
        await takeAnswer(context, { messageId, done: true, outputs: inputs });
      } catch (error) {
        // What the step needs and was not given, nobody can make up.
        if (!(error instanceof Refusal)) throw error;
        await failed(error.message);
      }
    }),
  ],
  connect: () =>
    void defineExternalSystem(PROCESS_SANDBOX, {
      async send({ messageId, inputs }, { database }) {
        if (inputs['sandbox'] === BROKEN) throw new Error('The sandbox was asked to be broken.');
        if (inputs['sandbox'] === SILENT) return;
        const context = database.systemContext(PROCESS_SANDBOX);
        await database.write(context, async (tx) => tx.enqueue(nextStep({ messageId, inputs, begun: false })));
      },
      // It keeps nothing: an answer to what was taken back is taken note of by nobody.
      cancel: async () => {},
      reply: async () => {},
    }),
};
