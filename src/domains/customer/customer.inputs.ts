import {
  describeEnum,
  EnumInput,
  IdInput,
  Input,
  IntInput,
  JsonInput,
  ListInput,
  ObjectInput,
  TextInput,
  TextListInput,
} from '../../kernel/model/index.js';
import { Employee } from '../organisation/index.js';
import { Partner } from '../partner/index.js';
import {
  ContactMediumInput,
  IdentificationInput,
  IndividualChangeInput,
  IndividualInput,
  OrganizationChangeInput,
  OrganizationInput,
  Party,
} from '../party/index.js';
import { Region } from '../region/index.js';
import { AccountDataInput } from './account.inputs.js';
import { ContactPersonInput } from './contact.inputs.js';
import { CustomerCode, CustomerCodeLevel } from './customer-code.js';
import { CustomerType, SecrecyLevel, ServiceLevel } from './customer-enums.js';
import { Customer } from './customer.js';

@Input('A further code of a customer (CUS-07).')
export class CustomerCodeInput {
  @TextInput({ description: 'The code; one that any customer has is refused (DUPLICATE).', max: 40 })
  code!: string;

  @EnumInput(() => CustomerCodeLevel, {
    description: 'Level at which it holds; a customer has one code in use per level.',
  })
  level!: CustomerCodeLevel;

  @TextInput({ description: 'Who gave it.', optional: true })
  issuedBy?: string | null;
}

@Input('Data of the role as customer.')
class CustomerDataInput {
  @EnumInput(() => CustomerType, {
    description: 'Market group; PUBLIC for a person and COMMERCIAL for an organisation by default (CUS-13).',
    optional: true,
  })
  customerType?: CustomerType | null;

  @TextInput({
    description: 'Sub-type that the market group allows (CUS-16); another one is refused (INVALID_SUB_TYPE).',
    optional: true,
    max: 40,
  })
  subType?: string | null;

  @EnumInput(() => ServiceLevel, { description: 'Service level; STANDARD by default.', optional: true })
  serviceLevel?: ServiceLevel | null;

  @EnumInput(() => SecrecyLevel, { description: 'Secrecy level; NORMAL by default.', optional: true })
  secrecyLevel?: SecrecyLevel | null;

  @IdInput(() => Employee, {
    description: 'Employee responsible for the customer (CUS-23); must be active.',
    optional: true,
  })
  accountManagerId?: string | null;

  @IdInput(() => Partner, {
    description: 'Active partner who developed the customer (NOT_ACTIVE for others); the operator itself when absent.',
    optional: true,
  })
  partnerId?: string | null;

  @TextInput({ description: 'VIP number.', optional: true, max: 40 })
  vipNo?: string | null;

  @TextInput({ description: 'Address at which the customer is served.', optional: true, max: 300 })
  serviceAddress?: string | null;

  @TextListInput({ description: 'Operators whose services the customer uses.', optional: true, max: 10, maxText: 60 })
  operators?: string[] | null;

  @JsonInput({
    description:
      'Further attributes: an object of names with text, number, boolean or a list of them; in a change, names that are absent stay and null removes one.',
    optional: true,
  })
  characteristics?: Record<string, unknown> | null;
}

@Input(
  'Creation of a customer with everything the front desk takes down (CUS-08, CUS-09, CUS-59). Exactly one of `individual`, `organization` and `partyId`.',
)
export class CustomerCreateInput extends CustomerDataInput {
  @TextInput({
    description:
      'Code, when another system gave it; otherwise one is generated (CUS-06). A code that exists is refused (DUPLICATE), so a repeated call creates nothing.',
    optional: true,
    max: 40,
  })
  code?: string | null;

  @IdInput(() => Region, { description: 'Region that serves the customer; must lie in the regions of the caller.' })
  regionId!: string;

  @ObjectInput(() => IndividualInput, { description: 'The person who becomes a customer.', optional: true })
  individual?: IndividualInput | null;

  @ObjectInput(() => OrganizationInput, { description: 'The organisation that becomes a customer.', optional: true })
  organization?: OrganizationInput | null;

  @IdInput(() => Party, {
    description:
      'A known party that becomes a customer, such as a contact person: it is then in a contact relation with the customers it is a contact of (CUS-22).',
    optional: true,
  })
  partyId?: string | null;

  @IdInput(() => Customer, {
    description:
      'The customer who owns the new one: a relation of ownership leads from there to it (CUS-45, CUS-47). Needs the permission customerRelationshipAdd, too (FORBIDDEN); refused as the rules of the hierarchy say (HIERARCHY_RULE).',
    optional: true,
  })
  parentId?: string | null;

  @ListInput(() => IdentificationInput, {
    description: 'Identity documents; one that another party has is refused (DUPLICATE).',
    optional: true,
    max: 10,
  })
  identifications?: IdentificationInput[] | null;

  @ListInput(() => ContactMediumInput, { description: 'Telephone numbers and addresses.', optional: true, max: 20 })
  contactMedia?: ContactMediumInput[] | null;

  @ListInput(() => CustomerCodeInput, {
    description: 'Further codes at other levels of the operator (CUS-07).',
    optional: true,
    max: 5,
  })
  codes?: CustomerCodeInput[] | null;

  @ListInput(() => ContactPersonInput, {
    description: 'Contact persons; at most one preferred.',
    optional: true,
    max: 20,
  })
  contactPersons?: ContactPersonInput[] | null;

  @ObjectInput(() => AccountDataInput, {
    description: 'Preferences of the first account, which is opened in any case.',
    optional: true,
  })
  account?: AccountDataInput | null;

  @ListInput(() => AccountDataInput, {
    description:
      'Further accounts, opened in the same flow after the first, with its preferences where they say nothing (CUS-81).',
    optional: true,
    max: 20,
  })
  furtherAccounts?: AccountDataInput[] | null;
}

@Input(
  'Changes of a customer: absent fields stay, null empties a field that may be empty. Customers themselves may change only `individual`, `organization`, `serviceAddress` and `operators`.',
)
export class CustomerChangeInput extends CustomerDataInput {
  @IdInput(() => Customer, { description: 'The customer.' })
  customerId!: string;

  @IntInput({
    description: 'The version that you have read; another one is refused with VERSION_CONFLICT.',
    optional: true,
  })
  expectedVersion?: number | null;

  @IdInput(() => Region, {
    description: 'New region that serves the customer and keeps its accounts; cannot be emptied.',
    optional: true,
  })
  regionId?: string | null;

  @TextInput({ description: 'Why; told to whoever has to approve it.', max: 500, optional: true })
  reason?: string | null;

  @ObjectInput(() => IndividualChangeInput, {
    description: 'Changes of the person; refused for an organisation (CONTRADICTION).',
    optional: true,
  })
  individual?: IndividualChangeInput | null;

  @ObjectInput(() => OrganizationChangeInput, {
    description: 'Changes of the organisation; refused for a person (CONTRADICTION).',
    optional: true,
  })
  organization?: OrganizationChangeInput | null;
}

export enum CustomerStep {
  ENTER = 'ENTER',
  LEAVE = 'LEAVE',
  WIN_BACK = 'WIN_BACK',
}

describeEnum(CustomerStep, 'CustomerStep', 'Step in the life cycle of a customer (CUS-17).', {
  ENTER: 'From POTENTIAL to IN_NETWORK.',
  LEAVE: 'From IN_NETWORK to LEFT; refused while product instances are in use.',
  WIN_BACK: 'From LEFT to IN_NETWORK.',
});

@Input(
  'A step in the life cycle that staff take by hand; orders and product instances take them by themselves (CUS-17).',
)
export class CustomerMoveInput {
  @IdInput(() => Customer, { description: 'The customer.' })
  customerId!: string;

  @EnumInput(() => CustomerStep, { description: 'The step.' })
  step!: CustomerStep;

  @TextInput({ description: 'Why; kept in the history.', max: 500 })
  reason!: string;
}

@Input('A further code for a customer (CUS-07).')
export class CustomerCodeAddInput extends CustomerCodeInput {
  @IdInput(() => Customer, { description: 'The customer.' })
  customerId!: string;
}

@Input('A code of a customer that ends without another in its place (CUS-07).')
export class CustomerCodeEndInput {
  @IdInput(() => CustomerCode, { description: 'The code: one in use, of a level above the local network.' })
  customerCodeId!: string;

  @TextInput({ description: 'Why; kept in the history.', max: 500 })
  reason!: string;
}

@Input('The right code in the place of one that was taken down wrongly (CUS-07).')
export class CustomerCodeCorrectInput {
  @IdInput(() => CustomerCode, { description: 'The code: one in use, of a level above the local network.' })
  customerCodeId!: string;

  @TextInput({ description: 'The right code; DUPLICATE when there is a customer with it.', max: 40 })
  code!: string;

  @TextInput({ description: 'Who gave it; stays when absent, null empties it.', optional: true })
  issuedBy?: string | null;

  @TextInput({ description: 'Why; kept in the history.', max: 500 })
  reason!: string;
}
