import type { CallContext } from '../../src/kernel/database/context.js';
import { defineJob } from '../../src/kernel/jobs/index.js';
import type { NewJob } from '../../src/kernel/jobs/index.js';
import {
  type CancelAnswer,
  fulfilment,
  type FulfilmentPort,
  type FulfilmentRequest,
  reportServiceOrderProgress,
} from '../../src/domains/ordering/index.js';
import type { Plugin } from '../../src/kernel/ports.js';
import { type Behaviour, behaviourOf, pauseOf, stepOf } from './behaviour.js';

const name = 'fulfilment-sandbox';
const job = `${name}.step`;

/** From here on, the customer has signed for the work outside, and it is not undone (ORD-63). */
const SIGNED_PERCENT = 70;

/** How fast the sandbox works; may be changed while it runs. */
export const sandboxPace = {
  /** Milliseconds between two reports of a service order; 0 for no pause. A `slow` one takes ten times as long. */
  stepMs: 1000,
};

interface StepPayload extends Record<string, unknown> {
  serviceOrderNo: string;
  externalRef: string;
  behaviour: Behaviour;
  index: number;
}

/** Where a service order stands is kept in its next job, so that it goes on after a restart. */
function nextStep(payload: StepPayload): NewJob {
  const pause = pauseOf(payload.behaviour, sandboxPace.stepMs);
  return {
    name: job,
    payload,
    key: `${job}:${payload.externalRef}`,
    ...(pause > 0 ? { runAt: new Date(Date.now() + pause) } : {}),
  };
}

async function step(payload: StepPayload, context: CallContext): Promise<void> {
  const { serviceOrderNo, externalRef, behaviour, index } = payload;
  const report = stepOf(behaviour, index);
  if (!report) return;
  await reportServiceOrderProgress(context, {
    ...report,
    serviceOrderNo,
    externalRef,
    at: new Date(),
    reportId: `${externalRef}:${index}`,
  });
  if (stepOf(behaviour, index + 1)) {
    await context.database.write(context, async (tx) => tx.enqueue(nextStep({ ...payload, index: index + 1 })));
  }
}

/** Takes service orders, all or none, and begins with each. */
async function take(requests: readonly FulfilmentRequest[], context: CallContext): Promise<{ externalRef: string }[]> {
  const taken = requests.map(({ serviceOrderNo, attempt, characteristics }) => ({
    ...{ serviceOrderNo, externalRef: `SBX-${serviceOrderNo}-${attempt}`, behaviour: behaviourOf(characteristics) },
    index: 0,
  }));
  await context.database.write(context, async (tx) => taken.forEach((payload) => tx.enqueue(nextStep(payload))));
  return taken.map(({ externalRef }) => ({ externalRef }));
}

const adapter: FulfilmentPort = {
  instructions: ['sandbox'],

  async dispatch(request: FulfilmentRequest, context: CallContext) {
    const [answer] = await take([request], context);
    return answer!;
  },

  dispatchTogether: take,

  async cancel(requests: readonly FulfilmentRequest[]): Promise<CancelAnswer> {
    const signed = requests.find(({ progress }) => progress >= SIGNED_PERCENT);
    return signed
      ? { accepted: false, reason: `The customer has signed for ${signed.serviceOrderNo}.` }
      : { accepted: true };
  },
};

/**
 * Stands in for the systems that provision: it takes service orders, works for a while, reports progress, and fails on request
 * (characteristic `sandbox`: `fail`, `shortage` or `slow`).
 */
export const fulfilmentSandbox: Plugin = {
  name,
  jobs: [defineJob<StepPayload>(job, step)],
  connect: () => fulfilment.connect(adapter, name),
};
