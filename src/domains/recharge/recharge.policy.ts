import {
  allow,
  answerConfidentially,
  definePolicy,
  inRegion,
  ofCustomer,
  policyVia,
} from '../../kernel/access/index.js';
import { RechargeCredit } from './recharge-credit.js';
import { Recharge } from './recharge.js';

definePolicy(Recharge, { STAFF: inRegion('region'), CUSTOMER: ofCustomer('customer') });
policyVia(RechargeCredit, 'recharge');

allow({ rechargeByCard: ['STAFF', 'CUSTOMER'] });
// Not even a digest of the request may be kept, since it would hold the secret; `requestKey` tells a repetition.
answerConfidentially('rechargeByCard');
