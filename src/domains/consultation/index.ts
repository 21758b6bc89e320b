import type { Domain } from '../../kernel/domain.js';
import './consultation.policy.js';
import { ConsultationResolver } from './consultation.resolver.js';

/** What other areas put to departments by collaboration orders, and what their opinions bear on (OPS-52, OPS-53). */
export const consultation: Domain = {
  name: 'consultation',
  entities: [],
  resolvers: [ConsultationResolver],
};
