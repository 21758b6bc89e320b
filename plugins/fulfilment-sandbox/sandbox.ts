import type { CallContext } from '../../src/kernel/database/context.js';
import { defineJob } from '../../src/kernel/jobs/index.js';
import type { NewJob } from '../../src/kernel/jobs/index.js';
import {
  type CancelAnswer,
  fulfilment,
  type FulfilmentIntervention,
  type FulfilmentPort,
  type FulfilmentRequest,
  InterventionAnswer,
  InterventionStatus,
  reportServiceOrderProgress,
  ServiceOrder,
  ServiceOrderIntervention,
  takeInterventionReply,
} from '../../src/domains/ordering/index.js';
import type { Plugin } from '../../src/kernel/ports.js';
import { type Behaviour, behaviourOf, pauseOf, stepOf } from './behaviour.js';

const name = 'fulfilment-sandbox';
const job = `${name}.step`;
const changeJob = `${name}.change`;

/** From here on, the customer has signed for the work outside, and it is not undone (ORD-63). */
const SIGNED_PERCENT = 70;

/** How often the sandbox looks whether it may go on with what it holds, in milliseconds. */
const HELD_MS = 1000;

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
  const held = await context.database.orm.em.fork().count(ServiceOrder, { serviceOrderNo, heldAt: { $ne: null } });
  if (held > 0) {
    const runAt = new Date(Date.now() + HELD_MS);
    await context.database.write(context, async (tx) => tx.enqueue({ ...nextStep(payload), runAt }));
    return;
  }
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

  async intervene({ interventionNo, kind, request }: FulfilmentIntervention, context: CallContext) {
    if (kind !== 'CHANGE') return { answer: 'DONE', reply: kind === 'URGE' ? 'It comes first now.' : 'As asked.' };
    if (request.progress >= SIGNED_PERCENT) return { answer: 'REFUSED', reply: 'The customer has signed for it.' };
    const runAt = new Date(Date.now() + sandboxPace.stepMs);
    await context.database.write(context, async (tx) =>
      tx.enqueue({ name: changeJob, payload: { interventionNo }, key: `${changeJob}:${interventionNo}`, runAt }),
    );
    return { answer: 'ACCEPTED', reply: 'It is being changed.' };
  },

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
  jobs: [
    defineJob<StepPayload>(job, step),
    defineJob<{ interventionNo: string }>(changeJob, async ({ interventionNo }, context) => {
      const withdrawn = { interventionNo, status: InterventionStatus.WITHDRAWN };
      if ((await context.database.orm.em.fork().count(ServiceOrderIntervention, withdrawn)) > 0) return;
      await takeInterventionReply(context, {
        interventionNo,
        answer: InterventionAnswer.DONE,
        reply: 'It is changed.',
      });
    }),
  ],
  connect: () => fulfilment.connect(adapter, name),
};
