import {
  confirmFirst,
  allow,
  allowEveryone,
  allowSignedIn,
  answerConfidentially,
  anyOf,
  definePolicy,
  inOrganisation,
  inRegion,
  ofPartner,
} from '../../kernel/access/index.js';
import { AuditCategory, auditAs } from '../../kernel/audit/index.js';
import { ApiKey } from './api-key.js';
import { UserAccount } from './user-account.js';

// Accounts are seen by those who look after the employee's unit, or after the partner's people.
definePolicy(UserAccount, {
  STAFF: anyOf(inOrganisation('employee', 'organization'), inRegion('operator', 'partner', 'region')),
  PARTNER: ofPartner('operator', 'partner'),
});
// Keys are a matter of administrators.
definePolicy(ApiKey, {});

allowEveryone('signIn', 'passwordChange');
allowSignedIn('signOut');
allow({
  userAccountCreate: ['STAFF', 'PARTNER'],
  userAccountChange: ['STAFF', 'PARTNER'],
  apiKeyCreate: [],
  apiKeyRotate: [],
  apiKeyRevoke: [],
  apiKeysReclaim: [],
});
answerConfidentially(
  'signIn',
  'passwordChange',
  'userAccountCreate',
  'userAccountChange',
  'apiKeyCreate',
  'apiKeyRotate',
);

confirmFirst('apiKeyRevoke', 'apiKeysReclaim');

auditAs(
  AuditCategory.BASIC_DATA,
  'passwordChange',
  'userAccountCreate',
  'userAccountChange',
  'apiKeyCreate',
  'apiKeyRotate',
  'apiKeyRevoke',
  'apiKeysReclaim',
);
auditAs(AuditCategory.LOGIN_LOGOUT, 'signIn', 'signOut');
