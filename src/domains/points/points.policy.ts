import { allow, definePolicy, everyRow, ofCustomer, verifyFirst, via } from '../../kernel/access/index.js';
import { CredentialPurpose } from '../customer/index.js';
import { PointsAccount } from './points-account.js';
import { PointsEntry } from './points-entry.js';
import { PointsScheme } from './points-scheme.js';
import { PointsUse } from './points-use.js';

definePolicy(PointsScheme, { STAFF: everyRow, CUSTOMER: everyRow });
definePolicy(PointsAccount, { STAFF: via('customer'), CUSTOMER: ofCustomer('customer') });
definePolicy(PointsEntry, { STAFF: via('account'), CUSTOMER: via('account') });
definePolicy(PointsUse, { STAFF: via('lot') });

verifyFirst([CredentialPurpose.CHANGE, CredentialPurpose.ACCEPT, CredentialPurpose.WHOLE], {
  pointsRedeem: 'accountId',
});

allow({
  pointsSchemeSave: [],
  pointsEarn: ['STAFF'],
  // Customers redeem their own (PTS-40).
  pointsRedeem: ['STAFF', 'CUSTOMER'],
  pointsAdjust: ['STAFF'],
  pointsReverse: ['STAFF'],
});
