import './parameter.events.js';
import type { Domain } from '../../kernel/domain.js';
import { Alarm } from './alarm.js';
import { measureItems, measureItemsSchedule } from './measure-items.job.js';
import { ParameterValue } from './parameter-value.js';
import { Parameter } from './parameter.js';
import './parameter.policy.js';
import { ParameterResolver } from './parameter.resolver.js';
import { ensureParameters } from './parameters.js';

export * from './alarm.js';
export * from './measure-items.job.js';
export * from './parameter-value.js';
export * from './parameter.js';
export * from './parameters.js';
export * from './parameter.service.js';
export { valueFaults } from './value-types.js';

export const parameter: Domain = {
  name: 'parameter',
  entities: [Parameter, ParameterValue, Alarm],
  jobs: [measureItems],
  schedules: [measureItemsSchedule],
  resolvers: [ParameterResolver],
  baseline: ensureParameters,
};
