import { defineParameter, ParameterType } from '../parameter/index.js';

export const stockInHours = defineParameter({
  code: 'resource.stockIn.hours',
  name: 'Limit of a stock-in',
  type: ParameterType.INT,
  unit: 'hour',
  description: 'Within how many hours a stock-in order is to be posted when it names no moment (RES-02).',
  bounds: { min: '1', max: '8760' },
  defaultValue: 72,
});

export const refusalsBeforeAlarm = defineParameter({
  code: 'resource.number.refusals',
  name: 'Refusals of a number before an alarm',
  type: ParameterType.INT,
  unit: 'time',
  description:
    'How often the outside number subsystem refuses a number that is free here before the event `number.refusal.lasting` tells of it (RES-42).',
  bounds: { min: '1', max: '1000' },
  defaultValue: 6,
});
