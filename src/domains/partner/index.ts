import './partner.events.js';
import type { Domain } from '../../kernel/domain.js';
import './partner.policy.js';
import { PartnerResolver } from './partner.resolver.js';
import { Partner } from './partner.js';

export * from './find-partner.js';
export * from './partner-exits.js';
export * from './partner-of.js';
export * from './partner.lifecycle.js';
export * from './partner.js';

/** Organisations that work for the operator with resources of their own. */
export const partner: Domain = { name: 'partner', entities: [Partner], resolvers: [PartnerResolver] };
