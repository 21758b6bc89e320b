import './recharge.events.js';
import type { Domain } from '../../kernel/domain.js';
import { RechargeCredit } from './recharge-credit.js';
import './recharge.policy.js';
import { RechargeResolver } from './recharge.resolver.js';
import { Recharge } from './recharge.js';
import { settleRecharge } from './settle-recharge.js';

export * from './recharge-cards.port.js';
export * from './recharge-credit.js';
export * from './recharge.js';

/** Top-ups of accounts and services by cards of the recharge card system. */
export const recharge: Domain = {
  name: 'recharge',
  entities: [Recharge, RechargeCredit],
  resolvers: [RechargeResolver],
  jobs: [settleRecharge],
};
