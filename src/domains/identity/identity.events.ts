import { UserAccountKind } from './user-account.js';
import { defineEventTypes, moment, fact, oneOf, text, texts, type DataOf } from '../../kernel/events/event-type.js';
import { ApiKeyKind } from './api-key.js';

/** Business events of the domain besides those of its life cycles, with their data. */
export const identityEvents = defineEventTypes({
  'api.key.created': fact('ApiKey', 'An API key was made.', {
    keyId: text('Public part of the key.'),
    kind: oneOf(ApiKeyKind, 'Whom it is for.'),
    scope: texts('Function points that it may use.'),
  }),
  'api.key.revoked': fact('ApiKey', 'An API key was revoked.', {
    keyId: text('Public part of the key.'),
  }),
  'user-account.created': fact('UserAccount', 'An account to sign in with was made.', {
    loginNo: text('Name to sign in with.'),
    kind: oneOf(UserAccountKind, 'Whose it is.'),
  }),
  'user-account.reset': fact('UserAccount', 'An account got a new generated password.'),
  'user-account.unlocked': fact('UserAccount', 'A lock because of wrong passwords was ended.'),
  'user-account.disabled': fact('UserAccount', 'An account may not be used any more.'),
  'user-account.enabled': fact('UserAccount', 'An account may be used again.'),
  'user-account.password.changed': fact('UserAccount', 'The holder chose another password.'),
  'user-account.locked': fact('UserAccount', 'An account was locked because of wrong passwords.', {
    until: moment('When the lock ends.'),
  }),
  'user-account.signed.in': fact('UserAccount', 'The holder signed in.'),
  'user-account.signed.out': fact('UserAccount', 'The holder ended all tokens of the account.'),
});

declare module '../../kernel/events/event-type.js' {
  interface EventTypes extends DataOf<typeof identityEvents> {}
}
