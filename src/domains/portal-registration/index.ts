import './registration.events.js';
import './registration.policy.js';
import type { Domain } from '../../kernel/domain.js';
import { applyRegistration } from './apply-registration.js';
import { PortalRegistration } from './portal-registration.js';
import { PortalRegistrationResolver } from './registration.resolver.js';
import { sendCode } from './send-code.job.js';

export * from './registration.ports.js';

/** Registration at the portal: people become customers by themselves, or complete what is known of them. */
export const portalRegistration: Domain = {
  name: 'portal-registration',
  entities: [PortalRegistration],
  resolvers: [PortalRegistrationResolver],
  jobs: [sendCode, applyRegistration],
};
