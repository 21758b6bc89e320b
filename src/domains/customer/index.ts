import './catalogue-scopes.js';
import './customer.events.js';
import './guard-party-names.js';
import type { Domain } from '../../kernel/domain.js';
import { timelineOf } from '../../kernel/events/index.js';
import { partnerExits } from '../partner/index.js';
import { moveCustomersOf } from './customer-partner.service.js';
import { keepVersions } from '../../kernel/versions/index.js';
import { AccountPaymentAccount } from './account-payment-account.js';
import { Account } from './account.js';
import { AccountResolver } from './account.resolver.js';
import { ContactResolver } from './contact.resolver.js';
import { ContactPerson } from './contact-person.js';
import { CredentialResolver } from './credential.resolver.js';
import { CustomerCode } from './customer-code.js';
import { CustomerCredential } from './customer-credential.js';
import { CustomerGroup } from './customer-group.js';
import { CustomerRelationship } from './customer-relationship.js';
import { CustomerSegment } from './customer-segment.js';
import { AttributeLinkage } from './attribute-linkage.js';
import { ensureTemplates } from './customer-template.baseline.js';
import { CustomerTemplateField } from './customer-template-field.js';
import { CustomerTemplate } from './customer-template.js';
import { CustomerTemplateResolver } from './customer-template.resolver.js';
import { CustomerCancellation } from './customer-cancellation.js';
import { CustomerCancellationResolver } from './customer-cancellation.resolver.js';
import { CustomerIdentificationResolver } from './customer-identification.resolver.js';
import { CustomerSubType } from './customer-sub-type.js';
import { CustomerCodesCheckResolver } from './customer-codes-check.resolver.js';
import { CustomerSubTypeResolver } from './customer-sub-type.resolver.js';
import { ensureCustomerSubTypes } from './customer-sub-type.service.js';
import { Customer } from './customer.js';
import { CustomerDefaultRule } from './default-rule.js';
import { CustomerDefaultsResolver } from './default-rule.resolver.js';
import { ensureDefaultRules } from './default-rule.service.js';
import './customer.policy.js';
import './customer.table.js';
import { CustomerResolver } from './customer.resolver.js';
import { GroupMembership } from './group-membership.js';
import { PaymentAccount } from './payment-account.js';
import { SegmentDimension } from './segment-dimension.js';
import { SegmentMembership } from './segment-membership.js';

export * from './account-enums.js';
export * from './account-payment-account.js';
export * from './account.inputs.js';
export * from './account.js';
export * from './account.lifecycle.js';
export { AccountPayload } from './account.resolver.js';
export * from './account.service.js';
export * from './contact-medium.service.js';
export * from './contact-person.service.js';
export * from './contact-person.js';
export * from './contact.inputs.js';
export { CUSTOMER_LEVEL, isKeyField, withdrawHeldChange } from './customer-change-approval.js';
export * from './customer-change.service.js';
export * from './customer-checks.js';
export * from './customer-code.js';
export * from './customer-code.service.js';
export * from './customer-create.service.js';
export { customerCreations } from './customer-creations.js';
export * from './customer-credential.js';
export * from './credential.service.js';
export * from './query-verification.js';
export * from './customer-enums.js';
export * from './customer-group.js';
export * from './customer-by-code.js';
export * from './customer-lookup.js';
export * from './customer-relationship.js';
export * from './customer-segment.js';
export * from './attribute-linkage.js';
export * from './customer-template-field.js';
export * from './customer-template.js';
export * from './customer-template.service.js';
export * from './customer-cancellation.js';
export * from './customer-cancellation.service.js';
export * from './customer-sub-type.inputs.js';
export * from './customer-sub-type.js';
export * from './customer-sub-type.service.js';
export * from './change-statistics.js';
export * from './default-rule.js';
export * from './default-rule.service.js';
export * from './phase.service.js';
export * from './customer.inputs.js';
export * from './customer.js';
export * from './customer.lifecycle.js';
export * from './account-payment-mode.js';
export { lockOwnership } from './lock-ownership.js';
export * from './objections.js';
export { heldAccount, payingAccount } from './paying-account.js';
export * from './group-membership.js';
export * from './payment-account.js';
export * from './segment-dimension.js';
export * from './segment-membership.js';
export { requireVerified } from './verification.js';

timelineOf(Customer, 'customerId');
partnerExits.add(moveCustomersOf);
// Credentials and what they were are nobody's to read.
keepVersions(
  Customer,
  CustomerCode,
  SegmentMembership,
  ContactPerson,
  GroupMembership,
  CustomerRelationship,
  Account,
  PaymentAccount,
  AccountPaymentAccount,
);

export const customer: Domain = {
  name: 'customer',
  entities: [
    Customer,
    CustomerCancellation,
    CustomerSubType,
    CustomerDefaultRule,
    CustomerTemplate,
    CustomerTemplateField,
    AttributeLinkage,
    CustomerCode,
    CustomerCredential,
    SegmentDimension,
    CustomerSegment,
    SegmentMembership,
    ContactPerson,
    CustomerGroup,
    GroupMembership,
    CustomerRelationship,
    Account,
    PaymentAccount,
    AccountPaymentAccount,
  ],
  resolvers: [
    CustomerCodesCheckResolver,
    CustomerResolver,
    CustomerIdentificationResolver,
    AccountResolver,
    ContactResolver,
    CredentialResolver,
    CustomerCancellationResolver,
    CustomerSubTypeResolver,
    CustomerTemplateResolver,
    CustomerDefaultsResolver,
  ],
  baseline: async (context) => {
    await ensureCustomerSubTypes(context);
    await ensureDefaultRules(context);
    await ensureTemplates(context);
  },
};
