import {
  allow,
  answerConfidentially,
  defineFieldPolicy,
  definePolicy,
  everyRow,
  inRegion,
  ofCustomer,
  through,
  via,
} from '../../kernel/access/index.js';
import { absentUnlessShown, askedFor } from '../customer/index.js';
import { RechargeCredit } from './recharge-credit.js';
import { Recharge } from './recharge.js';

definePolicy(Recharge, { STAFF: inRegion('region'), CUSTOMER: ofCustomer('customer') });
definePolicy(RechargeCredit, {
  STAFF: through('recharge', askedFor('customer', inRegion('region'))),
  CUSTOMER: via('recharge'),
});
defineFieldPolicy(Recharge, { value: absentUnlessShown(askedFor('customer', everyRow)) });

allow({ rechargeByCard: ['STAFF', 'CUSTOMER'] });
// Not even a digest of the request may be kept, since it would hold the secret; `requestKey` tells a repetition.
answerConfidentially('rechargeByCard');
