import './parameter.events.js';
import type { Domain } from '../../kernel/domain.js';
import { ParameterValue } from './parameter-value.js';
import { Parameter } from './parameter.js';
import './parameter.policy.js';
import { ParameterResolver } from './parameter.resolver.js';
import { ensureParameters } from './parameters.js';

export * from './parameter-value.js';
export * from './parameter.js';
export * from './parameters.js';
export * from './parameter.service.js';

export const parameter: Domain = {
  name: 'parameter',
  entities: [Parameter, ParameterValue],
  resolvers: [ParameterResolver],
  baseline: ensureParameters,
};
