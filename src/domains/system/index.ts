import type { Domain } from '../../kernel/domain.js';
import './system.policy.js';
import { SystemResolver } from './system.resolver.js';

/** How the system itself does, for those who run it. */
export const system: Domain = { name: 'system', entities: [], resolvers: [SystemResolver] };
