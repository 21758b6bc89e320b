import './customer-project.events.js';
import type { Domain } from '../../kernel/domain.js';
import './customer-project.policy.js';
import { CustomerProjectResolver } from './customer-project.resolver.js';
import { CustomerProject } from './customer-project.js';

export * from './customer-project.js';

/** What the operator knows of a big customer besides its dealings with it (CUS-77). */
export const customerDossier: Domain = {
  name: 'customer-dossier',
  entities: [CustomerProject],
  resolvers: [CustomerProjectResolver],
};
