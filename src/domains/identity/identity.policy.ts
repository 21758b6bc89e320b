import {
  confirmFirst,
  allow,
  allowEveryone,
  allowSignedIn,
  answerConfidentially,
  definePolicy,
  inOrganisation,
} from '../../kernel/access/index.js';
import { AuditCategory, auditAs } from '../../kernel/audit/index.js';
import { ApiKey } from './api-key.js';
import { UserAccount } from './user-account.js';

// Accounts are seen by those who look after the employee's unit.
definePolicy(UserAccount, { STAFF: inOrganisation('employee', 'organization') });
// Keys are a matter of administrators.
definePolicy(ApiKey, {});

allowEveryone('signIn', 'passwordChange');
allowSignedIn('signOut');
allow({
  userAccountCreate: ['STAFF'],
  userAccountChange: ['STAFF'],
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
