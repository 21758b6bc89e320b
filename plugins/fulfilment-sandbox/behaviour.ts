import type { ProgressReport } from '../../src/domains/ordering/index.js';

/** What a service order asks of the sandbox, in its characteristic `sandbox`; anything else is done as ordered. */
export type Behaviour = 'normal' | 'slow' | 'fail' | 'shortage';

/** One report of the sandbox. */
export type Step = Pick<ProgressReport, 'state' | 'percent' | 'cause' | 'reason'>;

const accepted: Step = { state: 'ACCEPTED', percent: 0 };
const done: readonly Step[] = [
  accepted,
  { state: 'IN_PROGRESS', percent: 30 },
  { state: 'IN_PROGRESS', percent: 70 },
  { state: 'COMPLETED', percent: 100 },
];

const stepsOf: Record<Behaviour, readonly Step[]> = {
  normal: done,
  slow: done,
  fail: [
    accepted,
    { state: 'IN_PROGRESS', percent: 30 },
    { state: 'RETURNED', percent: 30, cause: 'TECHNICAL', reason: 'The sandbox was asked to fail.' },
  ],
  shortage: [
    accepted,
    { state: 'RETURNED', percent: 0, cause: 'RESOURCE', reason: 'The sandbox was asked to lack a resource.' },
  ],
};

/** How many times longer a step of a slow service order takes. */
const SLOWNESS = 10;

export function behaviourOf(characteristics: Readonly<Record<string, unknown>>): Behaviour {
  const asked = String(characteristics.sandbox ?? 'normal');
  return asked in stepsOf ? (asked as Behaviour) : 'normal';
}

/** The report at a place in the course of a service order; undefined after the last one. */
export function stepOf(behaviour: Behaviour, index: number): Step | undefined {
  return stepsOf[behaviour][index];
}

/** Milliseconds before the next report. */
export function pauseOf(behaviour: Behaviour, stepMs: number): number {
  return behaviour === 'slow' ? stepMs * SLOWNESS : stepMs;
}
