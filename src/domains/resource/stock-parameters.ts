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
