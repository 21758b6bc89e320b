import { defineParameter, ParameterType } from '../parameter/index.js';

/** After how many attempts a delivery is given up. */
export const attemptLimit = defineParameter({
  code: 'customer.sync.attempts',
  name: 'Attempts to deliver customer data',
  type: ParameterType.INT,
  unit: 'attempt',
  description: 'After so many attempts without an answer a delivery of customer data is given up (CUS-58).',
  bounds: { min: '1', max: '100' },
  defaultValue: 12,
});

/** How long the first pause between two attempts is. */
export const firstPause = defineParameter({
  code: 'customer.sync.pause.seconds',
  name: 'Pause before customer data are sent again',
  type: ParameterType.INT,
  unit: 'second',
  description:
    'Seconds before the second attempt to deliver customer data; each further pause is twice as long, an hour at most (CUS-58).',
  bounds: { min: '0', max: '3600' },
  defaultValue: 5,
});

/** For how many days what was sent is kept. */
export const contentDays = defineParameter({
  code: 'customer.sync.content.days',
  name: 'Days that sent customer data are kept',
  type: ParameterType.INT,
  unit: 'day',
  description:
    'So many days after customer data were taken by a system, what was sent is erased; that it was sent stays (CUS-58).',
  bounds: { min: '1', max: '3650' },
  defaultValue: 30,
});

const LONGEST_MS = 3_600_000;

/** The pause after so many failed attempts, in milliseconds: doubled each time, an hour at most. */
export const pauseAfter = (failed: number, firstSeconds: number): number =>
  Math.min(firstSeconds * 1000 * 2 ** Math.min(failed - 1, 20), LONGEST_MS);
