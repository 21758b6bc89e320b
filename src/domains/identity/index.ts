import './identity.events.js';
import type { Domain } from '../../kernel/domain.js';
import { endings } from '../organisation/index.js';
import { partnerExits } from '../partner/index.js';
import { operatorEndings } from '../partner-staff/index.js';
import { endAccountOf, endAccountsOfOperator } from './account.service.js';
import { endKeysOf } from './api-key.service.js';
import { ApiKey } from './api-key.js';
import './identity.policy.js';
import { IdentityResolver } from './identity.resolver.js';
import { UserAccount } from './user-account.js';

export * from './account.service.js';
export * from './api-key.js';
export * from './api-key-lookup.js';
export * from './session.js';
export * from './sign-in-parameters.js';
export * from './user-account.js';

endings.add(async (tx, employee, why) => {
  if (why === 'leave') await endAccountOf(tx, employee);
});

operatorEndings.add(endAccountsOfOperator);

partnerExits.add(async (tx, partner, _successor, reason) => {
  await endKeysOf(tx, partner.code, reason);
  return 0;
});

export const identity: Domain = {
  name: 'identity',
  entities: [UserAccount, ApiKey],
  resolvers: [IdentityResolver],
};
