import { defineParameter, ParameterType } from '../parameter/index.js';

/** How late a shift may be taken over, or how early handed over, before that counts as a violation (OPS-31). */
export const shiftGrace = defineParameter<number>({
  code: 'shift.grace.minutes',
  name: 'Grace of hand-overs',
  type: ParameterType.INT,
  unit: 'min',
  description:
    'How late a shift may be taken over, or how early handed over, before that counts as a violation (OPS-31).',
  bounds: { min: '0', max: '240' },
  defaultValue: 5,
});
