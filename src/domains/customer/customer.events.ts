import { CredentialPurpose } from './customer-credential.js';
import { z } from 'zod';
import {
  allowed,
  anything,
  type DataOf,
  decimal,
  defineEventTypes,
  fact,
  fieldChanges,
  flag,
  oneOf,
  opaqueId,
  recordChange,
  text,
  texts,
  whole,
} from '../../kernel/events/event-type.js';
import { ContactPersonType } from './contact-person.js';
import { CustomerCodeLevel } from './customer-code.js';
import { CustomerType } from './customer-enums.js';
import { ContactMediumKind, ContactPurpose } from '../party/index.js';
import { IdentificationType } from '../party/index.js';

/** Business events of the domain besides those of its life cycles, with their data. */
export const customerEvents = defineEventTypes({
  'account.opened': fact('Account', 'An account was opened for a customer.', {
    accountNo: text('Number of the account.'),
    isDefault: flag('Whether charges go to it when nothing else is said.'),
  }),
  'account.changed': recordChange('Account', 'Data of an account were changed.', {
    changes: fieldChanges(),
    version: whole('Version of the account that it made.'),
  }),
  'customer.medium.added': fact('ContactMedium', 'A way to reach a party was added.', {
    kind: oneOf(ContactMediumKind, 'What it is.'),
    value: anything('The number or address, masked.'),
    purpose: oneOf(ContactPurpose, 'What for.'),
    partyId: opaqueId('Whose it is.'),
  }),
  'customer.medium.changed': recordChange('ContactMedium', 'A way to reach a party was changed.', {
    kind: oneOf(ContactMediumKind, 'What it is.'),
    changes: fieldChanges(),
  }),
  'customer.medium.removed': fact('Customer', 'A way to reach a party was removed.', {
    contactMediumId: opaqueId('The removed one.'),
    kind: oneOf(ContactMediumKind, 'What it was.'),
    value: anything('The number or address, masked.'),
  }),
  'customer.contact.added': fact('ContactPerson', 'A contact person was named.', {
    name: text('Name of the person.'),
    contactType: oneOf(ContactPersonType, 'What for.'),
    preferred: flag('Whether to be asked first.'),
  }),
  'customer.contact.changed': recordChange('ContactPerson', 'Data of a contact person were changed.', {
    changes: fieldChanges(),
  }),
  'customer.contact.removed': fact('Customer', 'A contact person was removed.', {
    contactPersonId: opaqueId('The removed one.'),
    personId: opaqueId('The person.'),
    name: text('Name of the person.'),
    contactType: oneOf(ContactPersonType, 'What for.'),
  }),
  'customer.changed': recordChange('Customer', 'Data of a customer were changed.', {
    changes: fieldChanges(),
    version: whole('Version of the customer that it made.'),
    ...allowed,
  }),
  'customer.identification.added': fact('Customer', 'An identity document was recorded.', {
    type: oneOf(IdentificationType, 'What document.'),
    number: text('Its number, masked.'),
    verified: flag('Whether it was checked.'),
    ...allowed,
  }),
  'customer.identification.renewed': recordChange('Customer', 'An identity document was renewed.', {
    identificationId: opaqueId('The document.'),
    type: oneOf(IdentificationType, 'What document.'),
    changes: fieldChanges(),
    ...allowed,
  }),
  'customer.identification.corrected': recordChange(
    'Customer',
    'What was taken down of an identity document was corrected.',
    {
      identificationId: opaqueId('The document.'),
      type: oneOf(IdentificationType, 'What document.'),
      changes: fieldChanges(),
      ...allowed,
    },
  ),
  'customer.identification.ended': recordChange('Customer', 'An identity document counts no longer.', {
    identificationId: opaqueId('The document.'),
    type: oneOf(IdentificationType, 'What document.'),
    changes: fieldChanges(),
    ...allowed,
  }),
  'customer.code.added': fact('CustomerCode', 'A customer got a further code.', {
    code: text('The code.'),
    level: oneOf(CustomerCodeLevel, 'Who issues codes of this level.'),
  }),
  'customer.code.ended': fact('CustomerCode', 'A code of a customer ended, mostly because another took its place.', {
    code: text('The code that is not in use any more.'),
    level: oneOf(CustomerCodeLevel, 'Who issues codes of this level.'),
    successor: text('The code in its place; null without one.').nullable(),
  }),
  'customer.code.corrected': recordChange('CustomerCode', 'A code of a customer had been taken down wrongly.', {
    changes: fieldChanges(),
  }),
  'customer.created': fact('Customer', 'A customer was created.', {
    code: text('Code of the customer.'),
    name: text('Name.'),
    customerType: oneOf(CustomerType, 'What kind of customer.'),
    partyId: opaqueId('The party that became customer.'),
    documents: z.array(z.enum(IdentificationType)).describe('Types of the identity documents that were given.'),
  }),
  'customer.password.changed': fact('Customer', 'A service password was set or reset.', {
    purpose: oneOf(CredentialPurpose, 'What it is for.'),
    action: z.enum(['SET', 'RESET']).describe('Whether the customer set it, or it was reset for them.'),
  }),
  'customer.password.verified': fact('Customer', 'A service password was given and was right.', {
    purpose: oneOf(CredentialPurpose, 'What it was asked for.'),
    by: oneOf(CredentialPurpose, 'Purpose of the password that served.'),
  }),
  'customer.password.refused': fact('Customer', 'A service password was refused.', {
    purpose: oneOf(CredentialPurpose, 'What it was asked for.'),
  }),
  'customer.password.guessed': fact(
    'Customer',
    'A new service password was refused to somebody who does not see the numbers of the customer in full, because it would be guessed first.',
    { purpose: oneOf(CredentialPurpose, 'What it was for.') },
  ),
  'customer.password.unlocked': fact('Customer', 'A locked service password may be tried again.', {
    purpose: oneOf(CredentialPurpose, 'What it is for.'),
  }),
  'customer.imported': fact('Customer', 'A customer was taken over from a table of another system.', {
    source: text('Name of the table.'),
    code: text('Code of the customer there.'),
    tenureMonths: whole('For how many months they had been customer.').nullish(),
    churned: flag('Whether they had left.').nullish(),
    monthlyCharges: decimal('What they paid in a month.').nullish(),
    totalCharges: decimal('What they had paid in all.').nullish(),
    currency: text('ISO 4217 code of the amounts.').nullish(),
  }),
  'attribute-linkage.saved': recordChange('AttributeLinkage', 'A linkage of attributes was made or changed.', {
    code: text('Its code.'),
    changes: fieldChanges(),
  }),
  'customer-default-rule.saved': recordChange(
    'CustomerDefaultRule',
    'A rule for what new customers get was made or changed.',
    {
      code: text('Its code.'),
      changes: fieldChanges(),
    },
  ),
  'customer-sub-type.saved': recordChange('CustomerSubType', 'A sub-type of customers was made or changed.', {
    code: text('Its code.'),
    changes: fieldChanges(),
  }),
  'customer-template.saved': recordChange(
    'CustomerTemplate',
    'The template of extended attributes of a kind of customers was changed.',
    {
      customerType: oneOf(CustomerType, 'Customers that it is for.'),
      version: whole('Version that it made.'),
      fields: texts('Names of its attributes.'),
    },
  ),
  'customer.cancelled': fact('Customer', 'A customer lost their standing, with the accounts that hang on it.', {
    customerType: oneOf(CustomerType, 'Type after.'),
    accounts: texts('Numbers of the accounts that were closed with it.'),
  }),
  'customer.restored': fact('Customer', 'A cancelled customer was restored, with their accounts.', {
    customerType: oneOf(CustomerType, 'Type after.'),
    accounts: texts('Numbers of the accounts that came back with it.'),
  }),
});

declare module '../../kernel/events/event-type.js' {
  interface EventTypes extends DataOf<typeof customerEvents> {}
}
