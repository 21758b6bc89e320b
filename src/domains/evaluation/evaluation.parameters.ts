import { defineParameter, ParameterType } from '../parameter/index.js';

export const creditCycle = defineParameter({
  code: 'evaluation.credit.cycle',
  name: 'Cycle of the collection of credit',
  type: ParameterType.TEXT,
  description:
    'How often credit is collected: `MONTHLY`, `WEEKLY`, `DAILY`, or `MANUAL` for only when asked (CRD-07). Days, weeks and months are those of the operator (parameter `operator.time-zone`).',
  defaultValue: 'MONTHLY',
});

export const manualCreditDays = defineParameter({
  code: 'evaluation.credit.manual.days',
  name: 'How long credit that was set by hand holds',
  type: ParameterType.INT,
  unit: 'day',
  description:
    'For how many days ratings leave credit that was set by hand when the assessor names no moment (CRD-08).',
  bounds: { min: '1', max: '3650' },
  defaultValue: 31,
});
