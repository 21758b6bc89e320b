import {
  allow,
  answerConfidentially,
  anyOf,
  confirmFirst,
  defineFieldPolicy,
  definePolicy,
  everyRow,
  extendPolicy,
  inRegion,
  maskedUnless,
  ofCustomer,
  ofPartner,
  policyVia,
  verifyFirst,
  via,
  whoSees,
} from '../../kernel/access/index.js';
import { Employee } from '../organisation/index.js';
import { Party } from '../party/index.js';
import { AccountPaymentAccount } from './account-payment-account.js';
import { Account } from './account.js';
import { ContactPerson } from './contact-person.js';
import { CustomerCode } from './customer-code.js';
import { CredentialPurpose, CustomerCredential } from './customer-credential.js';
import { CustomerGroup } from './customer-group.js';
import { CustomerRelationship } from './customer-relationship.js';
import { CustomerSegment } from './customer-segment.js';
import { CustomerDefaultRule } from './default-rule.js';
import { AttributeLinkage } from './attribute-linkage.js';
import { CustomerTemplateField } from './customer-template-field.js';
import { CustomerTemplate } from './customer-template.js';
import { absentUnlessShown, askedFor } from './query-verification.js';
import { CustomerCancellation } from './customer-cancellation.js';
import { CustomerSubType } from './customer-sub-type.js';
import { Customer } from './customer.js';
import { GroupMembership } from './group-membership.js';
import { PaymentAccount } from './payment-account.js';
import { SegmentDimension } from './segment-dimension.js';
import { SegmentMembership } from './segment-membership.js';

definePolicy(Customer, { STAFF: inRegion('region'), CUSTOMER: ofCustomer(), PARTNER: ofPartner('partner') });
definePolicy(Account, {
  STAFF: inRegion('region'),
  CUSTOMER: ofCustomer('owner'),
  PARTNER: ofPartner('owner', 'partner'),
});
definePolicy(PaymentAccount, { STAFF: via('owner'), CUSTOMER: ofCustomer('owner') });
definePolicy(ContactPerson, {
  STAFF: via('customer'),
  CUSTOMER: ofCustomer('customer'),
  PARTNER: ofPartner('customer', 'partner'),
});
definePolicy(CustomerCredential, { STAFF: via('customer'), CUSTOMER: ofCustomer('customer') });
definePolicy(CustomerCode, {
  STAFF: via('customer'),
  CUSTOMER: ofCustomer('customer'),
  PARTNER: ofPartner('customer', 'partner'),
});
policyVia(AccountPaymentAccount, 'account');

const contact = maskedUnless('party.contact.read', 'CUSTOMER');
defineFieldPolicy(Account, {
  ...{ contactPhone: contact, billAddress: contact },
  balance: absentUnlessShown(askedFor('owner', everyRow)),
});

// How the operator divides and relates its customers is not for them to see.
definePolicy(CustomerRelationship, { STAFF: anyOf(via('from'), via('to')) });
definePolicy(CustomerGroup, { STAFF: inRegion('region') });
definePolicy(GroupMembership, { STAFF: via('group') });
for (const noun of [CustomerSubType, CustomerDefaultRule, CustomerTemplate, CustomerTemplateField, AttributeLinkage])
  definePolicy(noun, { STAFF: everyRow });
definePolicy(CustomerCancellation, { STAFF: via('customer') });
definePolicy(SegmentDimension, { STAFF: everyRow });
definePolicy(CustomerSegment, { STAFF: everyRow });
definePolicy(SegmentMembership, { STAFF: via('customer') });

const seenInARole = anyOf(whoSees(Customer, 'party'), whoSees(ContactPerson, 'person'));
extendPolicy(Party, { STAFF: seenInARole, CUSTOMER: seenInARole, PARTNER: seenInARole });
extendPolicy(Employee, { CUSTOMER: whoSees(Customer, 'accountManager') });

answerConfidentially('customerPasswordReset');

confirmFirst('customerCancel');

// What a customer has done at a desk. What the operator decides of a customer, such as levels, groups and managers, asks for nothing; a code is a
// name by which the customer is found and signs in, and is not given behind their back.
verifyFirst([CredentialPurpose.CHANGE, CredentialPurpose.WHOLE], {
  ...{ customerChange: 'customerId', customerIdentificationAdd: 'customerId' },
  ...{ customerIdentificationRenew: 'customerId', customerIdentificationCorrect: 'customerId' },
  ...{ customerIdentificationEnd: 'customerId', customerCodeAdd: 'customerId' },
  ...{ customerCodeEnd: 'customerCodeId', customerCodeCorrect: 'customerCodeId' },
  ...{ customerCancel: 'customerId', customerRestore: 'customerId' },
  ...{ contactPersonAdd: 'customerId', contactPersonChange: 'contactPersonId', contactPersonRemove: 'contactPersonId' },
  ...{ contactMediumAdd: 'customerId', contactMediumChange: 'customerId', contactMediumRemove: 'customerId' },
  ...{ accountOpen: 'customerId', accountChange: 'accountId', accountClose: 'accountId' },
  ...{ accountSuspend: 'accountId', accountResume: 'accountId' },
});

allow({
  customerCreate: ['STAFF'],
  customerChange: ['STAFF', 'CUSTOMER'],
  customerMove: ['STAFF'],
  customerIdentificationAdd: ['STAFF'],
  customerIdentificationRenew: ['STAFF'],
  customerIdentificationCorrect: ['STAFF'],
  customerIdentificationEnd: ['STAFF'],
  customerCodeAdd: ['STAFF'],
  customerCodeEnd: ['STAFF'],
  customerCodeCorrect: ['STAFF'],
  customerCodesCheck: ['STAFF'],
  customerCancel: ['STAFF'],
  customerRestore: ['STAFF'],
  customerSubTypeSave: [],
  customerDefaultRuleSave: [],
  customerPhaseSet: ['STAFF'],
  customerTemplateSave: [],
  attributeLinkageSave: [],
  accountOpen: ['STAFF'],
  accountChange: ['STAFF', 'CUSTOMER'],
  accountSuspend: ['STAFF'],
  accountResume: ['STAFF'],
  accountClose: ['STAFF'],
  contactPersonAdd: ['STAFF', 'CUSTOMER'],
  contactPersonChange: ['STAFF', 'CUSTOMER'],
  contactPersonRemove: ['STAFF', 'CUSTOMER'],
  contactMediumAdd: ['STAFF', 'CUSTOMER'],
  contactMediumChange: ['STAFF', 'CUSTOMER'],
  contactMediumRemove: ['STAFF', 'CUSTOMER'],
  customerPasswordSet: ['STAFF', 'CUSTOMER'],
  customerPasswordVerify: ['STAFF', 'CUSTOMER'],
  customerPasswordReset: ['STAFF'],
  customerPasswordUnlock: ['STAFF'],
});
