/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** Preferences of an account; what is absent is taken from another account of the customer, else from the defaults (CUS-36, CUS-39). */
export type AccountDataInput = {
  /** Where bills go: postal address, e-mail address or mobile number, as the delivery asks. */
  billAddress?: string | null | undefined;
  /** How the bill is delivered; PORTAL by default. POST, EMAIL and SMS need `billAddress`. */
  billDelivery?: BillDelivery | null | undefined;
  /** Content of the bill; STANDARD by default. */
  billFormat?: BillFormat | null | undefined;
  /** Postcode, for delivery by post. */
  billPostcode?: string | null | undefined;
  /** How often it is billed; MONTHLY by default. */
  billingCycle?: BillingCycle | null | undefined;
  /** Day of the month on which the cycle starts, 1 to 28; 1 by default. */
  billingDay?: number | null | undefined;
  /** Further attributes: an object of names with text, number, boolean or a list of them. */
  characteristics?: unknown;
  /** Whom to contact about bills; the preferred contact or the customer when absent. */
  contactName?: string | null | undefined;
  /** Telephone number for questions about bills. */
  contactPhone?: string | null | undefined;
  /** Whether it becomes the default account; the first account always does. */
  isDefault?: boolean | null | undefined;
  /** Name; the name of the customer when absent. */
  name?: string | null | undefined;
  /** How it is paid; CASH by default. */
  paymentMode?: PaymentMode | null | undefined;
};

/** Condition on a Account; all fields given must hold. */
export type AccountFilter = {
  /** Number given at creation, unique (CUS-35). */
  accountNo?: StringFilter | null | undefined;
  /** All of these hold. */
  and?: Array<AccountFilter> | null | undefined;
  /** What is in the account, negative when money is owed, as billing last told; null when it never did (CUS-75). */
  balance?: MoneyFilter | null | undefined;
  /** When the balance was so. Slow: no index. */
  balanceAt?: DateTimeFilter | null | undefined;
  /** Identifier of the bank behind the payment account that is tried first (CUS-75). */
  bankCode?: StringFilter | null | undefined;
  /** How the bill reaches the customer (CUS-41). Slow: no index. */
  billDelivery?: BillDeliveryFilter | null | undefined;
  /** Content of the bill (CUS-40). Slow: no index. */
  billFormat?: BillFormatFilter | null | undefined;
  /** How often it is billed (CUS-39). Slow: no index. */
  billingCycle?: BillingCycleFilter | null | undefined;
  /** Day of the month on which the cycle starts, 1 to 28. Slow: no index. */
  billingDay?: IntFilter | null | undefined;
  /** Further attributes by name. */
  characteristics?: Array<CharacteristicFilter> | null | undefined;
  /** When it became INVALID; otherwise null. Slow: no index. */
  closedAt?: DateTimeFilter | null | undefined;
  /** When the record was first written. Slow: no index. */
  createdAt?: DateTimeFilter | null | undefined;
  /** Credit standing of the account, such as `A`; null when not rated (CUS-75). Slow: no index. */
  credit?: StringFilter | null | undefined;
  /** Most that may be owed; null without a limit (CUS-75). */
  creditLimit?: MoneyFilter | null | undefined;
  /** Currency of its charges, ISO 4217. Slow: no index. */
  currency?: StringFilter | null | undefined;
  /** Opaque id. */
  id?: IdFilter | null | undefined;
  /** Whether charges go here unless told otherwise; at most one per customer (CUS-38). Slow: no index. */
  isDefault?: BooleanFilter | null | undefined;
  /** Name of the account; the name of the owner when opened (CUS-36). */
  name?: StringFilter | null | undefined;
  /** This does not hold. */
  not?: AccountFilter | null | undefined;
  /** When it was opened. Slow: no index. */
  openedAt?: DateTimeFilter | null | undefined;
  /** At least one of these holds. */
  or?: Array<AccountFilter> | null | undefined;
  /** The one customer that owns it (CUS-34). */
  owner?: CustomerFilter | null | undefined;
  /** How it is usually paid (CUS-42). Slow: no index. */
  paymentMode?: PaymentModeFilter | null | undefined;
  /** Region that keeps the account; that of the owner when opened. */
  region?: RegionFilter | null | undefined;
  /** Place among the accounts of its first owner, in the order in which they were opened, from 1 (CUS-75). Slow: no index. */
  sequenceNo?: IntFilter | null | undefined;
  /** State (CUS-44). Slow: no index. */
  status?: AccountStatusFilter | null | undefined;
  /** When the record was last changed. Slow: no index. */
  updatedAt?: DateTimeFilter | null | undefined;
};

/** State of an account (CUS-44). */
export type AccountStatus =
  /** Closed for good. */
  | 'INVALID'
  /** Collects charges. */
  | 'IN_USE'
  /** Collects no new charges for now. */
  | 'SUSPENDED';

/** Condition on a AccountStatus. All operators given must hold; an operator may not be null. */
export type AccountStatusFilter = {
  /** Equal to this value. */
  eq?: AccountStatus | null | undefined;
  /** Equal to one of these values (at most 500). */
  in?: Array<AccountStatus> | null | undefined;
  /** True: has no value. False: has a value. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. */
  ne?: AccountStatus | null | undefined;
  /** Different from all of these values (at most 500). */
  notIn?: Array<AccountStatus> | null | undefined;
};

/** How a bill reaches the customer (CUS-41). */
export type BillDelivery =
  /** By e-mail. */
  | 'EMAIL'
  /** Not delivered. */
  | 'NONE'
  /** For download in the portal. */
  | 'PORTAL'
  /** By post. */
  | 'POST'
  /** By text message. */
  | 'SMS';

/** Condition on a BillDelivery. All operators given must hold; an operator may not be null. */
export type BillDeliveryFilter = {
  /** Equal to this value. */
  eq?: BillDelivery | null | undefined;
  /** Equal to one of these values (at most 500). */
  in?: Array<BillDelivery> | null | undefined;
  /** True: has no value. False: has a value. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. */
  ne?: BillDelivery | null | undefined;
  /** Different from all of these values (at most 500). */
  notIn?: Array<BillDelivery> | null | undefined;
};

/** Content of a bill (CUS-40). */
export type BillFormat =
  /** Every charge, with usage. */
  | 'ITEMISED'
  /** Charges by product. */
  | 'STANDARD'
  /** Totals only. */
  | 'SUMMARY';

/** Condition on a BillFormat. All operators given must hold; an operator may not be null. */
export type BillFormatFilter = {
  /** Equal to this value. */
  eq?: BillFormat | null | undefined;
  /** Equal to one of these values (at most 500). */
  in?: Array<BillFormat> | null | undefined;
  /** True: has no value. False: has a value. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. */
  ne?: BillFormat | null | undefined;
  /** Different from all of these values (at most 500). */
  notIn?: Array<BillFormat> | null | undefined;
};

/** How often an account is billed (MOD-43). */
export type BillingCycle =
  /** Every month. */
  | 'MONTHLY'
  /** Every three months. */
  | 'QUARTERLY'
  /** Every year. */
  | 'YEARLY';

/** Condition on a BillingCycle. All operators given must hold; an operator may not be null. */
export type BillingCycleFilter = {
  /** Equal to this value. */
  eq?: BillingCycle | null | undefined;
  /** Equal to one of these values (at most 500). */
  in?: Array<BillingCycle> | null | undefined;
  /** True: has no value. False: has a value. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. */
  ne?: BillingCycle | null | undefined;
  /** Different from all of these values (at most 500). */
  notIn?: Array<BillingCycle> | null | undefined;
};

/** Condition on a value. All operators given must hold; an operator may not be null. */
export type BooleanFilter = {
  /** Equal to this value. */
  eq?: boolean | null | undefined;
  /** True: has no value. False: has a value. */
  isNull?: boolean | null | undefined;
};

/** Condition on a BusinessLine; all fields given must hold. */
export type BusinessLineFilter = {
  /** All of these hold. */
  and?: Array<BusinessLineFilter> | null | undefined;
  /** Category for people who look for it, such as `BASIC` or `VALUE_ADDED`; null for none (PRD-109). */
  category?: StringFilter | null | undefined;
  /** Code unique among business lines, such as `FIXED`. */
  code?: StringFilter | null | undefined;
  /** When the record was first written. Slow: no index. */
  createdAt?: DateTimeFilter | null | undefined;
  /** Opaque id. */
  id?: IdFilter | null | undefined;
  /** Name in the language of the operator. */
  name?: StringFilter | null | undefined;
  /** This does not hold. */
  not?: BusinessLineFilter | null | undefined;
  /** At least one of these holds. */
  or?: Array<BusinessLineFilter> | null | undefined;
  /** Business that this one is a part of; null at the top (PRD-101). */
  parent?: BusinessLineFilter | null | undefined;
  /** When the record was last changed. Slow: no index. */
  updatedAt?: DateTimeFilter | null | undefined;
};

/** Condition on a characteristic of the row (MOD-80). */
export type CharacteristicFilter = {
  /** The value it must have, with the same JSON type. */
  eq: unknown;
  /** Name of the characteristic. */
  name: string;
};

/** Period of a periodic charge. */
export type ChargePeriod =
  /** A calendar day. */
  | 'DAY'
  /** A calendar month. */
  | 'MONTH'
  /** Three calendar months. */
  | 'QUARTER'
  /** A calendar year. */
  | 'YEAR';

/** Condition on a ChargePeriod. All operators given must hold; an operator may not be null. */
export type ChargePeriodFilter = {
  /** Equal to this value. */
  eq?: ChargePeriod | null | undefined;
  /** Equal to one of these values (at most 500). */
  in?: Array<ChargePeriod> | null | undefined;
  /** True: has no value. False: has a value. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. */
  ne?: ChargePeriod | null | undefined;
  /** Different from all of these values (at most 500). */
  notIn?: Array<ChargePeriod> | null | undefined;
};

/** Class of a charge (PRD-61). */
export type ChargeType =
  /** Charged once, such as an installation fee. */
  | 'ONE_TIME'
  /** Charged for each period of use. */
  | 'PERIODIC'
  /** Charged by the amount of use. */
  | 'USAGE';

/** Condition on a ChargeType. All operators given must hold; an operator may not be null. */
export type ChargeTypeFilter = {
  /** Equal to this value. */
  eq?: ChargeType | null | undefined;
  /** Equal to one of these values (at most 500). */
  in?: Array<ChargeType> | null | undefined;
  /** True: has no value. False: has a value. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. */
  ne?: ChargeType | null | undefined;
  /** Different from all of these values (at most 500). */
  notIn?: Array<ChargeType> | null | undefined;
};

/** A telephone number, e-mail or postal address. */
export type ContactMediumInput = {
  /** Means. */
  kind: ContactMediumKind;
  /** Postcode, for postal addresses only. */
  postcode?: string | null | undefined;
  /** Whether it is preferred; the party then prefers no other. */
  preferred?: boolean | null | undefined;
  /** What it is for; GENERAL when absent. */
  purpose?: ContactPurpose | null | undefined;
  /** Number, address or URL, in the form of its kind. */
  value: string;
};

/** Means by which a party is reached. */
export type ContactMediumKind =
  /** E-mail address. */
  | 'EMAIL'
  /** Fax number. */
  | 'FAX'
  /** Mobile telephone number. */
  | 'MOBILE'
  /** Pager number. */
  | 'PAGER'
  /** Fixed-line telephone number. */
  | 'PHONE_FIXED'
  /** Postal address. */
  | 'POST'
  /** Web site, an http or https URL. */
  | 'WEB';

/** A contact person: a known person, or a new one with contact media; exactly one of `personId` and `individual`. */
export type ContactPersonInput = {
  /** Telephone numbers and addresses of a new person. */
  contactMedia?: Array<ContactMediumInput> | null | undefined;
  /** Capacity; GENERAL when absent. */
  contactType?: ContactPersonType | null | undefined;
  /** Department of the person at the customer. */
  department?: string | null | undefined;
  /** A new person. */
  individual?: IndividualInput | null | undefined;
  /** Position of the person at the customer. */
  jobTitle?: string | null | undefined;
  /** What the person is contacted about, and how. */
  notes?: string | null | undefined;
  /** A person who is known already (CUS-21). */
  personId?: string | number | null | undefined;
  /** Whether the customer prefers this contact; it then prefers no other (CUS-21). */
  preferred?: boolean | null | undefined;
};

/** In what capacity a person is contacted for a customer (CUS-21). */
export type ContactPersonType =
  /** Construction and installation. */
  | 'BUILDING'
  /** Member of the family. */
  | 'FAMILY'
  /** Bills and payment. */
  | 'FINANCE'
  /** Any matter. */
  | 'GENERAL'
  /** Legal decisions. */
  | 'LEGAL'
  /** Maintenance and faults. */
  | 'MAINTENANCE'
  /** Technical questions. */
  | 'TECHNICAL'
  /** Department that uses the services. */
  | 'USING';

/** What a contact medium is for. */
export type ContactPurpose =
  /** Bills and payment. */
  | 'BILLING'
  /** Emergencies only. */
  | 'EMERGENCY'
  /** Any purpose. */
  | 'GENERAL'
  /** At home, or the registered address. */
  | 'HOME'
  /** Installation and fault clearing. */
  | 'SERVICE'
  /** At work. */
  | 'WORK';

/** A further code of a customer (CUS-07). */
export type CustomerCodeInput = {
  /** The code; one that any customer has is refused (DUPLICATE). */
  code: string;
  /** Who gave it. */
  issuedBy?: string | null | undefined;
  /** Level at which it holds; a customer has one code in use per level. */
  level: CustomerCodeLevel;
};

/** Level of the operator at which a customer code holds (CUS-07). */
export type CustomerCodeLevel =
  /** Group level, for big customers served nationally. */
  | 'HEADQUARTERS'
  /** Level of the local network. */
  | 'LOCAL_NETWORK'
  /** Level of the provincial company. */
  | 'PROVINCE';

/** Creation of a customer with everything the front desk takes down (CUS-08, CUS-09, CUS-59). Exactly one of `individual`, `organization` and `partyId`. */
export type CustomerCreateInput = {
  /** Preferences of the first account, which is opened in any case. */
  account?: AccountDataInput | null | undefined;
  /** Employee responsible for the customer (CUS-23); must be active. */
  accountManagerId?: string | number | null | undefined;
  /** Further attributes: an object of names with text, number, boolean or a list of them; in a change, names that are absent stay and null removes one. */
  characteristics?: unknown;
  /** Code, when another system gave it; otherwise one is generated (CUS-06). A code that exists is refused (DUPLICATE), so a repeated call creates nothing. */
  code?: string | null | undefined;
  /** Further codes at other levels of the operator (CUS-07). */
  codes?: Array<CustomerCodeInput> | null | undefined;
  /** Telephone numbers and addresses. */
  contactMedia?: Array<ContactMediumInput> | null | undefined;
  /** Contact persons; at most one preferred. */
  contactPersons?: Array<ContactPersonInput> | null | undefined;
  /** Market group; PUBLIC for a person and COMMERCIAL for an organisation by default (CUS-13). */
  customerType?: CustomerType | null | undefined;
  /** Further accounts, opened in the same flow after the first, with its preferences where they say nothing (CUS-81). */
  furtherAccounts?: Array<AccountDataInput> | null | undefined;
  /** Idempotency key, up to 200 printable ASCII characters without spaces: the same key and input again, from the same caller, have one effect and the same answer; with another input they are refused with IDEMPOTENCY_KEY_REUSED. It counts before the header `idempotency-key`. */
  idempotencyKey?: string | null | undefined;
  /** Identity documents; one that another party has is refused (DUPLICATE). */
  identifications?: Array<IdentificationInput> | null | undefined;
  /** The person who becomes a customer. */
  individual?: IndividualInput | null | undefined;
  /** Operators whose services the customer uses. */
  operators?: Array<string> | null | undefined;
  /** The organisation that becomes a customer. */
  organization?: OrganizationInput | null | undefined;
  /** Active partner who developed the customer (NOT_ACTIVE for others); the operator itself when absent. */
  partnerId?: string | number | null | undefined;
  /** A known party that becomes a customer, such as a contact person (CUS-22). */
  partyId?: string | number | null | undefined;
  /** Region that serves the customer; must lie in the regions of the caller. */
  regionId: string | number;
  /** Secrecy level; NORMAL by default. */
  secrecyLevel?: SecrecyLevel | null | undefined;
  /** Address at which the customer is served. */
  serviceAddress?: string | null | undefined;
  /** Service level; STANDARD by default. */
  serviceLevel?: ServiceLevel | null | undefined;
  /** Sub-type that the market group allows (CUS-16); another one is refused (INVALID_SUB_TYPE). */
  subType?: string | null | undefined;
  /** VIP number. */
  vipNo?: string | null | undefined;
};

/** Condition on a Customer; all fields given must hold. */
export type CustomerFilter = {
  /** Employee responsible for the customer (CUS-23). */
  accountManager?: EmployeeFilter | null | undefined;
  /** All of these hold. */
  and?: Array<CustomerFilter> | null | undefined;
  /** Further attributes by name, as the template of the customer type has them (CUS-10). */
  characteristics?: Array<CharacteristicFilter> | null | undefined;
  /** Code given at creation; identifies exactly one customer and is never used again (CUS-06). */
  code?: StringFilter | null | undefined;
  /** When the record was first written. Slow: no index. */
  createdAt?: DateTimeFilter | null | undefined;
  /** Market group (CUS-14). Slow: no index. */
  customerType?: CustomerTypeFilter | null | undefined;
  /** Opaque id. */
  id?: IdFilter | null | undefined;
  /** Phase while the life cycle is IN_NETWORK; otherwise null. Slow: no index. */
  inNetworkPhase?: InNetworkPhaseFilter | null | undefined;
  /** When the customer first had a product in use. Slow: no index. */
  joinedAt?: DateTimeFilter | null | undefined;
  /** When the customer left; null while not LEFT. Slow: no index. */
  leftAt?: DateTimeFilter | null | undefined;
  /** Until when rules leave a service level that was given by hand; null when they may change it (CUS-87). Slow: no index. */
  levelHeldUntil?: DateTimeFilter | null | undefined;
  /** Where the customer stands with the operator. */
  lifecycle?: CustomerLifecycleStateFilter | null | undefined;
  /** The customer that it was merged into; ids and codes of this one lead there (CUS-80). Null for customers in their own right. */
  mergedInto?: CustomerFilter | null | undefined;
  /** Name under which the customer is served (户名); follows the name of the party. */
  name?: StringFilter | null | undefined;
  /** This does not hold. */
  not?: CustomerFilter | null | undefined;
  /** At least one of these holds. */
  or?: Array<CustomerFilter> | null | undefined;
  /** Partner who developed the customer and looks after it; its operators see the customer. Null: the operator does. */
  partner?: PartnerFilter | null | undefined;
  /** The person or organisation that is the customer. */
  party?: PartyFilter | null | undefined;
  /** Region that serves the customer; staff of it and of the regions around it see the customer (CUS-27). */
  region?: RegionFilter | null | undefined;
  /** Search by whatever a customer is known by (CUS-01, CUS-04). Exact codes and numbers come first, then whole names, beginnings of names, parts, and addresses. */
  search?: CustomerSearch | null | undefined;
  /** How carefully the data must be handled. Slow: no index. */
  secrecyLevel?: SecrecyLevelFilter | null | undefined;
  /** Service level that the customer is entitled to. Slow: no index. */
  serviceLevel?: ServiceLevelFilter | null | undefined;
  /** Sub-type within the market group, one of `customerSubTypes` (CUS-16): as delivered 1A to 5A for BIG, A to D for COMMERCIAL, IMPORTANT or NOT_IMPORTANT for PUBLIC. Slow: no index. */
  subType?: StringFilter | null | undefined;
  /** When the record was last changed. Slow: no index. */
  updatedAt?: DateTimeFilter | null | undefined;
  /** VIP number. Slow: no index. */
  vipNo?: StringFilter | null | undefined;
};

/** Life cycle of a customer with the operator (CUS-17). */
export type CustomerLifecycleState =
  /** Has products in use: to be raised, kept and saved. */
  | 'IN_NETWORK'
  /** Has given all products up: to be won back. */
  | 'LEFT'
  /** Was a double and is served as the customer that it was merged into (CUS-80). */
  | 'MERGED'
  /** Known, owns nothing yet: to be acquired. */
  | 'POTENTIAL';

/** Condition on a CustomerLifecycleState. All operators given must hold; an operator may not be null. */
export type CustomerLifecycleStateFilter = {
  /** Equal to this value. */
  eq?: CustomerLifecycleState | null | undefined;
  /** Equal to one of these values (at most 500). */
  in?: Array<CustomerLifecycleState> | null | undefined;
  /** True: has no value. False: has a value. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. */
  ne?: CustomerLifecycleState | null | undefined;
  /** Different from all of these values (at most 500). */
  notIn?: Array<CustomerLifecycleState> | null | undefined;
};

/** A sort key of Customer. */
export type CustomerOrder = {
  /** Ascending puts missing values last, descending first. */
  direction?: OrderDirection;
  /** The field to sort by. */
  field: CustomerOrderField;
};

/** What lists of Customer may be sorted by. */
export type CustomerOrderField =
  /** Code given at creation; identifies exactly one customer and is never used again (CUS-06). */
  | 'CODE'
  /** When the record was first written. Slow: no index. */
  | 'CREATED_AT'
  /** Market group (CUS-14). Slow: no index. */
  | 'CUSTOMER_TYPE'
  /** Phase while the life cycle is IN_NETWORK; otherwise null. Slow: no index. */
  | 'IN_NETWORK_PHASE'
  /** When the customer first had a product in use. Slow: no index. */
  | 'JOINED_AT'
  /** When the customer left; null while not LEFT. Slow: no index. */
  | 'LEFT_AT'
  /** Until when rules leave a service level that was given by hand; null when they may change it (CUS-87). Slow: no index. */
  | 'LEVEL_HELD_UNTIL'
  /** Where the customer stands with the operator. */
  | 'LIFECYCLE'
  /** Name under which the customer is served (户名); follows the name of the party. */
  | 'NAME'
  /** How well it matches `search` in the filter, best first; the default there. */
  | 'RELEVANCE'
  /** How carefully the data must be handled. Slow: no index. */
  | 'SECRECY_LEVEL'
  /** Service level that the customer is entitled to. Slow: no index. */
  | 'SERVICE_LEVEL'
  /** Sub-type within the market group, one of `customerSubTypes` (CUS-16): as delivered 1A to 5A for BIG, A to D for COMMERCIAL, IMPORTANT or NOT_IMPORTANT for PUBLIC. Slow: no index. */
  | 'SUB_TYPE'
  /** When the record was last changed. Slow: no index. */
  | 'UPDATED_AT'
  /** VIP number. Slow: no index. */
  | 'VIP_NO';

/** Search by whatever a customer is known by (CUS-01, CUS-04). Exact codes and numbers come first, then whole names, beginnings of names, parts, and addresses. */
export type CustomerSearch = {
  /** Where to look; a place without the permission for it is refused. Default: wherever the caller may. */
  in?: Array<CustomerSearchPlace> | null | undefined;
  /** What to look for, 1 to 100 characters. */
  text: string;
};

/** Where a search for a Customer looks. */
export type CustomerSearchPlace =
  /** Service and installation addresses, and postal addresses for those with party.contact.read: any part of two characters or more. */
  | 'ADDRESS'
  /** Codes of all levels and VIP number: whole, or the first six characters or more. */
  | 'CODE'
  /** Telephone numbers (whole, or the first seven digits or more) and e-mail addresses (whole) of the customer and its contact persons; needs party.contact.read. */
  | 'CONTACT'
  /** Numbers of identity documents and registration numbers, whole; needs party.identity.read. */
  | 'IDENTITY'
  /** Name, short name and name of the party: any part, in characters, in pinyin (from three letters), or in initials of the pinyin (from two). */
  | 'NAME'
  /** Access numbers of products that the customer owns, pays for or uses: whole, or the first seven digits or more (CUS-01). */
  | 'NUMBER';

/** A customer service: configuration or another activity on a product for a customer (MOD-21, PRD-27). */
export type CustomerServiceType =
  /** Change its characteristics, such as the bandwidth. */
  | 'CHANGE'
  /** Provide the product for the first time. */
  | 'INSTALL'
  /** Provide it at another address. */
  | 'MOVE'
  /** Take the product away for good. */
  | 'REMOVE'
  /** Let it run again after a suspension. */
  | 'RESUME'
  /** Stop it for a time. */
  | 'SUSPEND'
  /** Exchange its number or its equipment. */
  | 'SWAP'
  /** Hand it over to another customer. */
  | 'TRANSFER';

/** Market group of a customer (CUS-14); COMMERCIAL and BIG together are the enterprise customers. */
export type CustomerType =
  /** Big customers with an account manager of their own. */
  | 'BIG'
  /** Commercial customers. */
  | 'COMMERCIAL'
  /** Mobile and floating customers (流动客户). */
  | 'FLOATING'
  /** Residential and small customers. */
  | 'PUBLIC';

/** Condition on a CustomerType. All operators given must hold; an operator may not be null. */
export type CustomerTypeFilter = {
  /** Equal to this value. */
  eq?: CustomerType | null | undefined;
  /** Equal to one of these values (at most 500). */
  in?: Array<CustomerType> | null | undefined;
  /** True: has no value. False: has a value. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. */
  ne?: CustomerType | null | undefined;
  /** Different from all of these values (at most 500). */
  notIn?: Array<CustomerType> | null | undefined;
};

/** Condition on a value. All operators given must hold; an operator may not be null. */
export type DateFilter = {
  /** Equal to this value. */
  eq?: string | null | undefined;
  /** Greater than, or after. */
  gt?: string | null | undefined;
  /** Greater than or equal, or not before. */
  gte?: string | null | undefined;
  /** Equal to one of these values (at most 500). */
  in?: Array<string> | null | undefined;
  /** True: has no value. False: has a value. */
  isNull?: boolean | null | undefined;
  /** Less than, or before. */
  lt?: string | null | undefined;
  /** Less than or equal, or not after. */
  lte?: string | null | undefined;
  /** Different from this value; rows without a value do not match. */
  ne?: string | null | undefined;
};

/** Condition on a value. All operators given must hold; an operator may not be null. */
export type DateTimeFilter = {
  /** Equal to this value. */
  eq?: string | null | undefined;
  /** Greater than, or after. */
  gt?: string | null | undefined;
  /** Greater than or equal, or not before. */
  gte?: string | null | undefined;
  /** Equal to one of these values (at most 500). */
  in?: Array<string> | null | undefined;
  /** True: has no value. False: has a value. */
  isNull?: boolean | null | undefined;
  /** Less than, or before. */
  lt?: string | null | undefined;
  /** Less than or equal, or not after. */
  lte?: string | null | undefined;
  /** Different from this value; rows without a value do not match. */
  ne?: string | null | undefined;
};

/** Condition on a value. All operators given must hold; an operator may not be null. */
export type DecimalFilter = {
  /** Equal to this value. */
  eq?: string | null | undefined;
  /** Greater than, or after. */
  gt?: string | null | undefined;
  /** Greater than or equal, or not before. */
  gte?: string | null | undefined;
  /** Equal to one of these values (at most 500). */
  in?: Array<string> | null | undefined;
  /** True: has no value. False: has a value. */
  isNull?: boolean | null | undefined;
  /** Less than, or before. */
  lt?: string | null | undefined;
  /** Less than or equal, or not after. */
  lte?: string | null | undefined;
  /** Different from this value; rows without a value do not match. */
  ne?: string | null | undefined;
};

/** Highest completed education of a person (CUS-61). */
export type Education =
  /** Bachelor's degree. */
  | 'BACHELOR'
  /** Doctorate. */
  | 'DOCTOR'
  /** Master's degree. */
  | 'MASTER'
  /** Primary school. */
  | 'PRIMARY'
  /** Secondary school. */
  | 'SECONDARY'
  /** Vocational or junior college. */
  | 'VOCATIONAL';

/** Condition on a Education. All operators given must hold; an operator may not be null. */
export type EducationFilter = {
  /** Equal to this value. */
  eq?: Education | null | undefined;
  /** Equal to one of these values (at most 500). */
  in?: Array<Education> | null | undefined;
  /** True: has no value. False: has a value. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. */
  ne?: Education | null | undefined;
  /** Different from all of these values (at most 500). */
  notIn?: Array<Education> | null | undefined;
};

/** Condition on a Employee; all fields given must hold. */
export type EmployeeFilter = {
  /** All of these hold. */
  and?: Array<EmployeeFilter> | null | undefined;
  /** When the record was first written. Slow: no index. */
  createdAt?: DateTimeFilter | null | undefined;
  /** When the employee left; null while they have not. Slow: no index. */
  deletedAt?: DateTimeFilter | null | undefined;
  /** Staff number (工号); never changes while its holder works here. When it is issued anew, the record of the former holder keeps it with a mark, such as `G1001~1` (SYS-12). */
  employeeNo?: StringFilter | null | undefined;
  /** Opaque id. */
  id?: IdFilter | null | undefined;
  /** The person's name, kept here for lists. */
  name?: StringFilter | null | undefined;
  /** This does not hold. */
  not?: EmployeeFilter | null | undefined;
  /** At least one of these holds. */
  or?: Array<EmployeeFilter> | null | undefined;
  /** The unit in which the employee works. */
  organization?: InternalOrganizationFilter | null | undefined;
  /** The person. */
  person?: IndividualFilter | null | undefined;
  /** State of the staff number. Slow: no index. */
  status?: EmployeeStatusFilter | null | undefined;
  /** When the record was last changed. Slow: no index. */
  updatedAt?: DateTimeFilter | null | undefined;
  /** When the staff number may be used (SYS-18). */
  validity?: TimePeriodFilter | null | undefined;
};

/** State of a staff number (SYS-12, SYS-19). */
export type EmployeeStatus =
  /** May sign in within its validity. */
  | 'ACTIVE'
  /** Marked as deleted; kept for logs. */
  | 'DELETED'
  /** Validity has ended. */
  | 'INVALID';

/** Condition on a EmployeeStatus. All operators given must hold; an operator may not be null. */
export type EmployeeStatusFilter = {
  /** Equal to this value. */
  eq?: EmployeeStatus | null | undefined;
  /** Equal to one of these values (at most 500). */
  in?: Array<EmployeeStatus> | null | undefined;
  /** True: has no value. False: has a value. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. */
  ne?: EmployeeStatus | null | undefined;
  /** Different from all of these values (at most 500). */
  notIn?: Array<EmployeeStatus> | null | undefined;
};

/** Condition on a ExternalOrganization; all fields given must hold. */
export type ExternalOrganizationFilter = {
  /** All of these hold. */
  and?: Array<ExternalOrganizationFilter> | null | undefined;
  /** When the record was first written. Slow: no index. */
  createdAt?: DateTimeFilter | null | undefined;
  /** Number of people. Slow: no index. */
  headCount?: IntFilter | null | undefined;
  /** Opaque id. */
  id?: IdFilter | null | undefined;
  /** Industry, such as a section of GB/T 4754 (CUS-09). Slow: no index. */
  industry?: StringFilter | null | undefined;
  /** Full name. */
  name?: StringFilter | null | undefined;
  /** This does not hold. */
  not?: ExternalOrganizationFilter | null | undefined;
  /** At least one of these holds. */
  or?: Array<ExternalOrganizationFilter> | null | undefined;
  /** Where the party lives or has its seat; staff of this region see it. */
  region?: RegionFilter | null | undefined;
  /** Business registration number: the 18-character unified social credit code, or the former 15-digit number (CUS-09). */
  registrationNo?: StringFilter | null | undefined;
  /** Revenue of the last business year. */
  revenue?: MoneyFilter | null | undefined;
  /** Size class. Slow: no index. */
  scale?: OrganizationScaleFilter | null | undefined;
  /** Whether the party is in use. Slow: no index. */
  status?: PartyStatusFilter | null | undefined;
  /** When the record was last changed. Slow: no index. */
  updatedAt?: DateTimeFilter | null | undefined;
};

/** Level of a fault (TRB-69, TRB-70). */
export type FaultLevel =
  /** Total loss of service of a customer of the highest level, or a mass fault. */
  | 'FIRST'
  /** All others. */
  | 'SECOND';

/** Condition on a FaultLevel. All operators given must hold; an operator may not be null. */
export type FaultLevelFilter = {
  /** Equal to this value. */
  eq?: FaultLevel | null | undefined;
  /** Equal to one of these values (at most 500). */
  in?: Array<FaultLevel> | null | undefined;
  /** True: has no value. False: has a value. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. */
  ne?: FaultLevel | null | undefined;
  /** Different from all of these values (at most 500). */
  notIn?: Array<FaultLevel> | null | undefined;
};

/** A fault that a customer reports (TRB-04). */
export type FaultReportInput = {
  /** The account that it is about; NOT_OF_CUSTOMER when it belongs to another customer. */
  accountId?: string | number | null | undefined;
  /** When the customer is there to co-operate, such as for a visit; IN_PAST when that has passed. */
  appointmentAt?: string | null | undefined;
  /** Code of a ticket category of the right kind, such as `FAULT_BROADBAND`; the general one when absent. UNKNOWN_CODE when there is none in use. */
  categoryCode?: string | null | undefined;
  /** Channel over which it was accepted; PORTAL for customers and HOTLINE for staff when absent. */
  channel?: TicketChannel | null | undefined;
  /** Address of the reporter. */
  contactAddress?: string | null | undefined;
  /** The contact in which it was reported; the two are linked, and the contact is handed over (TRB-01, CON-66). */
  contactId?: string | number | null | undefined;
  /** Name of the person who reports it. */
  contactName?: string | null | undefined;
  /** Telephone number under which the reporter can be reached. */
  contactPhone?: string | null | undefined;
  /** What the reporter says, in their words. */
  content: string;
  /** The customer who has the problem; NOT_FOUND when the caller may not see them. */
  customerId: string | number;
  /** When the fault began; IN_FUTURE when that is still to come. */
  faultAt?: string | null | undefined;
  /** Idempotency key, up to 200 printable ASCII characters without spaces: the same key and input again, from the same caller, have one effect and the same answer; with another input they are refused with IDEMPOTENCY_KEY_REUSED. It counts before the header `idempotency-key`. */
  idempotencyKey?: string | null | undefined;
  /** The product instance that it is about; NOT_OF_CUSTOMER when the customer neither owns, pays for nor uses it. */
  productInstanceId?: string | number | null | undefined;
  /** How the reporter wants to be answered. */
  replyMode?: ReplyMode | null | undefined;
  /** By when the reporter wants it solved; IN_PAST when that has passed. */
  requestedResolveAt?: string | null | undefined;
  /** Service number that it is about; the access number of the product instance when absent. */
  serviceNumber?: string | null | undefined;
  /** How much it disturbs; MINOR when absent. */
  severity?: TicketSeverity | null | undefined;
  /** What can be observed. */
  symptom?: string | null | undefined;
};

/** Condition on a FaultTicket; all fields given must hold. */
export type FaultTicketFilter = {
  /** When it was accepted. */
  acceptedAt?: DateTimeFilter | null | undefined;
  /** The employee who accepted it; null when the customer or a system entered it. */
  acceptedBy?: EmployeeFilter | null | undefined;
  /** The account that the problem is about. */
  account?: AccountFilter | null | undefined;
  /** Highest alarm raised about its deadline: 0 none, 1 near, 2 overdue (TRB-25, TRB-41). Slow: no index. */
  alarmLevel?: IntFilter | null | undefined;
  /** All of these hold. */
  and?: Array<FaultTicketFilter> | null | undefined;
  /** When the customer is there to co-operate, such as for a visit. Slow: no index. */
  appointmentAt?: DateTimeFilter | null | undefined;
  /** The employee who handles it now. */
  assignedEmployee?: EmployeeFilter | null | undefined;
  /** The department that handles it now. */
  assignedOrganization?: InternalOrganizationFilter | null | undefined;
  /** What it is about. */
  category?: TicketCategoryFilter | null | undefined;
  /** Channel over which it was accepted. Slow: no index. */
  channel?: TicketChannelFilter | null | undefined;
  /** When it was closed or cancelled. Slow: no index. */
  closedAt?: DateTimeFilter | null | undefined;
  /** What the reporter says, in their words. Slow: no index. */
  content?: StringFilter | null | undefined;
  /** When the record was first written. Slow: no index. */
  createdAt?: DateTimeFilter | null | undefined;
  /** The customer who has the problem; null for one that the network side found and no single customer owns. */
  customer?: CustomerFilter | null | undefined;
  /** The customer's service level when the ticket was accepted; later changes of it do not move the deadline. Slow: no index. */
  customerLevel?: ServiceLevelFilter | null | undefined;
  /** By when it must be solved, from the deadline rules (TRB-35); null when no rule sets one. */
  dueAt?: DateTimeFilter | null | undefined;
  /** The ticket that this one repeats (TRB-07). */
  duplicateOf?: ProblemTicketFilter | null | undefined;
  /** How often it was raised to a higher level; 0 at first (TRB-26, TRB-42). Slow: no index. */
  escalationLevel?: IntFilter | null | undefined;
  /** When the fault began. */
  faultAt?: DateTimeFilter | null | undefined;
  /** Opaque id. */
  id?: IdFilter | null | undefined;
  /** Level of the fault, which decides its flow. Slow: no index. */
  level?: FaultLevelFilter | null | undefined;
  /** Whether it affects many customers, whose tickets are its children (TRB-39). Slow: no index. */
  massFault?: BooleanFilter | null | undefined;
  /** Why it is no fault of the network; null when it is one. Slow: no index. */
  noFaultReason?: NoFaultReasonFilter | null | undefined;
  /** This does not hold. */
  not?: FaultTicketFilter | null | undefined;
  /** At least one of these holds. */
  or?: Array<FaultTicketFilter> | null | undefined;
  /** Who brought the problem up. Slow: no index. */
  origin?: TicketOriginFilter | null | undefined;
  /** Reference of the fault at the network side; the same report is taken in once. */
  ossReference?: StringFilter | null | undefined;
  /** The mass fault that this ticket is part of (TRB-39). */
  parent?: ProblemTicketFilter | null | undefined;
  /** Order in which it is handled (TRB-09). */
  priority?: TicketPriorityFilter | null | undefined;
  /** The product instance that the problem is about. */
  productInstance?: ProductInstanceFilter | null | undefined;
  /** Region that handles the ticket. */
  region?: RegionFilter | null | undefined;
  /** Whether the network side reports it repaired; null before its receipt (TRB-43). Slow: no index. */
  repaired?: BooleanFilter | null | undefined;
  /** When it was repaired. Slow: no index. */
  repairedAt?: DateTimeFilter | null | undefined;
  /** How the reporter wants to be answered. Slow: no index. */
  replyMode?: ReplyModeFilter | null | undefined;
  /** By when the reporter wants it solved. Slow: no index. */
  requestedResolveAt?: DateTimeFilter | null | undefined;
  /** When it was solved; null again when it is reopened. */
  resolvedAt?: DateTimeFilter | null | undefined;
  /** The customer's last opinion of the handling (TRB-14). Slow: no index. */
  satisfaction?: SatisfactionFilter | null | undefined;
  /** Service number that the problem is about, as the reporter named it. */
  serviceNumber?: StringFilter | null | undefined;
  /** How much it disturbs. Slow: no index. */
  severity?: TicketSeverityFilter | null | undefined;
  /** State in the life cycle of its kind. */
  status?: TicketStatusFilter | null | undefined;
  /** What can be observed (symptom). Slow: no index. */
  symptom?: StringFilter | null | undefined;
  /** Number that people name the ticket by; given at acceptance. */
  ticketNo?: StringFilter | null | undefined;
  /** When the record was last changed. Slow: no index. */
  updatedAt?: DateTimeFilter | null | undefined;
};

/** Gender of a person (ISO/IEC 5218 without its unknown value, which is null here). */
export type Gender =
  /** Female. */
  | 'FEMALE'
  /** Male. */
  | 'MALE'
  /** Neither, or not applicable. */
  | 'OTHER';

/** Condition on a Gender. All operators given must hold; an operator may not be null. */
export type GenderFilter = {
  /** Equal to this value. */
  eq?: Gender | null | undefined;
  /** Equal to one of these values (at most 500). */
  in?: Array<Gender> | null | undefined;
  /** True: has no value. False: has a value. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. */
  ne?: Gender | null | undefined;
  /** Different from all of these values (at most 500). */
  notIn?: Array<Gender> | null | undefined;
};

/** What a customer must give as guarantee to order an offering (PRD-42). */
export type GuaranteeKind =
  /** An amount of money is deposited. */
  | 'DEPOSIT'
  /** Employees of the operator stand in. */
  | 'EMPLOYEE'
  /** Another product instance, such as a telephone, stands in. */
  | 'INSTANCE'
  /** Nothing. */
  | 'NONE';

/** Condition on a GuaranteeKind. All operators given must hold; an operator may not be null. */
export type GuaranteeKindFilter = {
  /** Equal to this value. */
  eq?: GuaranteeKind | null | undefined;
  /** Equal to one of these values (at most 500). */
  in?: Array<GuaranteeKind> | null | undefined;
  /** True: has no value. False: has a value. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. */
  ne?: GuaranteeKind | null | undefined;
  /** Different from all of these values (at most 500). */
  notIn?: Array<GuaranteeKind> | null | undefined;
};

/** Condition on a value. All operators given must hold; an operator may not be null. */
export type IdFilter = {
  /** Equal to this value. */
  eq?: string | number | null | undefined;
  /** Equal to one of these values (at most 500). */
  in?: Array<string | number> | null | undefined;
  /** True: has no value. False: has a value. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. */
  ne?: string | number | null | undefined;
  /** Different from all of these values (at most 500). */
  notIn?: Array<string | number> | null | undefined;
};

/** An identity document (CUS-12). */
export type IdentificationInput = {
  /** Address printed on the document. */
  address?: string | null | undefined;
  /** Number; checked by the rule of its kind (INVALID_IDENTITY_NUMBER). */
  number: string;
  /** Kind of document. */
  type: IdentificationType;
  /** Last day of validity; a past day is refused (EXPIRED). */
  validUntil?: string | null | undefined;
  /** Whether the original was checked; false when absent. Only staff may say so. */
  verified?: boolean | null | undefined;
};

/** Kind of an identity document (CUS-12). */
export type IdentificationType =
  /** Driving licence. */
  | 'DRIVING_LICENCE'
  /** Resident identity card of China, 15 or 18 characters (GB 11643). */
  | 'ID_CARD'
  /** Military identity card. */
  | 'MILITARY_ID'
  /** Passport of any country, 5 to 15 letters and digits. */
  | 'PASSPORT'
  /** Business registration: unified social credit code of 18 characters (GB 32100) or the former 15 digits. */
  | 'REGISTRATION_NO'
  /** Travel permit of residents of Hong Kong, Macao and Taiwan. */
  | 'TRAVEL_PERMIT';

/** A change that an order is making to an instance in service. */
export type InFlightChange =
  /** Its characteristics, number or equipment are being changed. */
  | 'CHANGING'
  /** It is being moved to another address. */
  | 'MOVING';

/** Condition on a InFlightChange. All operators given must hold; an operator may not be null. */
export type InFlightChangeFilter = {
  /** Equal to this value. */
  eq?: InFlightChange | null | undefined;
  /** Equal to one of these values (at most 500). */
  in?: Array<InFlightChange> | null | undefined;
  /** True: has no value. False: has a value. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. */
  ne?: InFlightChange | null | undefined;
  /** Different from all of these values (at most 500). */
  notIn?: Array<InFlightChange> | null | undefined;
};

/** Phase of a customer in the network, by the trend of spending (CUS-60). */
export type InNetworkPhase =
  /** Spending falls (衰退). */
  | 'DECLINE'
  /** Spending is stable (成熟). */
  | 'MATURE'
  /** Spending grows (提升). */
  | 'UPGRADE';

/** Condition on a InNetworkPhase. All operators given must hold; an operator may not be null. */
export type InNetworkPhaseFilter = {
  /** Equal to this value. */
  eq?: InNetworkPhase | null | undefined;
  /** Equal to one of these values (at most 500). */
  in?: Array<InNetworkPhase> | null | undefined;
  /** True: has no value. False: has a value. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. */
  ne?: InNetworkPhase | null | undefined;
  /** Different from all of these values (at most 500). */
  notIn?: Array<InNetworkPhase> | null | undefined;
};

/** Condition on a Individual; all fields given must hold. */
export type IndividualFilter = {
  /** All of these hold. */
  and?: Array<IndividualFilter> | null | undefined;
  /** Day of birth. Slow: no index. */
  birthDate?: DateFilter | null | undefined;
  /** When the record was first written. Slow: no index. */
  createdAt?: DateTimeFilter | null | undefined;
  /** Highest completed education. Slow: no index. */
  education?: EducationFilter | null | undefined;
  /** Gender; null when not known. Slow: no index. */
  gender?: GenderFilter | null | undefined;
  /** Opaque id. */
  id?: IdFilter | null | undefined;
  /** Marital status. Slow: no index. */
  maritalStatus?: MaritalStatusFilter | null | undefined;
  /** Full name. */
  name?: StringFilter | null | undefined;
  /** This does not hold. */
  not?: IndividualFilter | null | undefined;
  /** Occupation, free text. Slow: no index. */
  occupation?: StringFilter | null | undefined;
  /** At least one of these holds. */
  or?: Array<IndividualFilter> | null | undefined;
  /** Where the party lives or has its seat; staff of this region see it. */
  region?: RegionFilter | null | undefined;
  /** Whether the party is in use. Slow: no index. */
  status?: PartyStatusFilter | null | undefined;
  /** When the record was last changed. Slow: no index. */
  updatedAt?: DateTimeFilter | null | undefined;
};

/** A natural person. */
export type IndividualInput = {
  /** Day of birth, not in the future; must agree with an identity card. */
  birthDate?: string | null | undefined;
  /** Highest completed education. */
  education?: Education | null | undefined;
  /** Gender. */
  gender?: Gender | null | undefined;
  /** Hobbies. */
  hobbies?: Array<string> | null | undefined;
  /** Marital status. */
  maritalStatus?: MaritalStatus | null | undefined;
  /** Full name. */
  name: string;
  /** Nationality, ISO 3166-1 alpha-2, such as `CN`. */
  nationality?: string | null | undefined;
  /** Occupation. */
  occupation?: string | null | undefined;
  /** Political status (政治面貌). */
  politicalStatus?: string | null | undefined;
  /** Religion. */
  religion?: string | null | undefined;
  /** Short or familiar name. */
  shortName?: string | null | undefined;
};

/** Condition on a value. All operators given must hold; an operator may not be null. */
export type IntFilter = {
  /** Equal to this value. */
  eq?: number | null | undefined;
  /** Greater than, or after. */
  gt?: number | null | undefined;
  /** Greater than or equal, or not before. */
  gte?: number | null | undefined;
  /** Equal to one of these values (at most 500). */
  in?: Array<number> | null | undefined;
  /** True: has no value. False: has a value. */
  isNull?: boolean | null | undefined;
  /** Less than, or before. */
  lt?: number | null | undefined;
  /** Less than or equal, or not after. */
  lte?: number | null | undefined;
  /** Different from this value; rows without a value do not match. */
  ne?: number | null | undefined;
};

/** Condition on a InternalOrganization; all fields given must hold. */
export type InternalOrganizationFilter = {
  /** All of these hold. */
  and?: Array<InternalOrganizationFilter> | null | undefined;
  /** Code unique over the operator, such as `GD-GZ-H01`. */
  code?: StringFilter | null | undefined;
  /** When the record was first written. Slow: no index. */
  createdAt?: DateTimeFilter | null | undefined;
  /** Number of people. Slow: no index. */
  headCount?: IntFilter | null | undefined;
  /** Opaque id. */
  id?: IdFilter | null | undefined;
  /** Industry, such as a section of GB/T 4754 (CUS-09). Slow: no index. */
  industry?: StringFilter | null | undefined;
  /** Full name. */
  name?: StringFilter | null | undefined;
  /** This does not hold. */
  not?: InternalOrganizationFilter | null | undefined;
  /** At least one of these holds. */
  or?: Array<InternalOrganizationFilter> | null | undefined;
  /** Level of the operator that the unit belongs to. Slow: no index. */
  ownerLevel?: OwnerLevelFilter | null | undefined;
  /** The unit this one belongs to; null for the headquarters. */
  parent?: InternalOrganizationFilter | null | undefined;
  /** Codes from the root to this unit, `/HQ/GD/GD-GZ-H01/`; a unit lies below another when its path begins with the other's. */
  path?: StringFilter | null | undefined;
  /** Where the party lives or has its seat; staff of this region see it. */
  region?: RegionFilter | null | undefined;
  /** Business registration number: the 18-character unified social credit code, or the former 15-digit number (CUS-09). */
  registrationNo?: StringFilter | null | undefined;
  /** Revenue of the last business year. */
  revenue?: MoneyFilter | null | undefined;
  /** Size class. Slow: no index. */
  scale?: OrganizationScaleFilter | null | undefined;
  /** Whether the party is in use. Slow: no index. */
  status?: PartyStatusFilter | null | undefined;
  /** Kind of unit. Slow: no index. */
  type?: InternalOrganizationTypeFilter | null | undefined;
  /** When the record was last changed. Slow: no index. */
  updatedAt?: DateTimeFilter | null | undefined;
};

/** Kind of a unit of the operator (SYS-02). */
export type InternalOrganizationType =
  /** Area (片区). */
  | 'AREA'
  /** Sub-bureau (分局). */
  | 'BRANCH'
  /** Business district (营业区). */
  | 'BUSINESS_AREA'
  /** Administrative district (行政区). */
  | 'DISTRICT'
  /** Business hall (营业厅/所). */
  | 'HALL'
  /** Management department (管理部门). */
  | 'MANAGEMENT'
  /** Shift team (班组). */
  | 'TEAM';

/** Condition on a InternalOrganizationType. All operators given must hold; an operator may not be null. */
export type InternalOrganizationTypeFilter = {
  /** Equal to this value. */
  eq?: InternalOrganizationType | null | undefined;
  /** Equal to one of these values (at most 500). */
  in?: Array<InternalOrganizationType> | null | undefined;
  /** True: has no value. False: has a value. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. */
  ne?: InternalOrganizationType | null | undefined;
  /** Different from all of these values (at most 500). */
  notIn?: Array<InternalOrganizationType> | null | undefined;
};

/** Level whose managers, and no others, maintain a product or an offering (PRD-08, PRD-45). */
export type MaintenanceLevel =
  /** National; maintained by the headquarters. */
  | 'HEADQUARTERS'
  /** Maintained by and for one local network. */
  | 'LOCAL_NETWORK'
  /** Maintained by a provincial company for its local networks. */
  | 'PROVINCE';

/** Condition on a MaintenanceLevel. All operators given must hold; an operator may not be null. */
export type MaintenanceLevelFilter = {
  /** Equal to this value. */
  eq?: MaintenanceLevel | null | undefined;
  /** Equal to one of these values (at most 500). */
  in?: Array<MaintenanceLevel> | null | undefined;
  /** True: has no value. False: has a value. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. */
  ne?: MaintenanceLevel | null | undefined;
  /** Different from all of these values (at most 500). */
  notIn?: Array<MaintenanceLevel> | null | undefined;
};

/** Marital status of a person (TMF632). */
export type MaritalStatus =
  /** Divorced or separated. */
  | 'DIVORCED'
  /** Married or in a partnership. */
  | 'MARRIED'
  /** Never married. */
  | 'SINGLE'
  /** Widowed. */
  | 'WIDOWED';

/** Condition on a MaritalStatus. All operators given must hold; an operator may not be null. */
export type MaritalStatusFilter = {
  /** Equal to this value. */
  eq?: MaritalStatus | null | undefined;
  /** Equal to one of these values (at most 500). */
  in?: Array<MaritalStatus> | null | undefined;
  /** True: has no value. False: has a value. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. */
  ne?: MaritalStatus | null | undefined;
  /** Different from all of these values (at most 500). */
  notIn?: Array<MaritalStatus> | null | undefined;
};

/** Condition on a Money; all fields given must hold. */
export type MoneyFilter = {
  /** The amount, exact; negative for credits. */
  amount?: DecimalFilter | null | undefined;
  /** ISO 4217 code, such as `CNY` or `USD`. */
  currency?: StringFilter | null | undefined;
};

/** An exact amount of money in one currency. */
export type MoneyInput = {
  /** The amount, exact. */
  amount: string;
  /** ISO 4217 code, such as `CNY`. */
  currency: string;
};

/** Why a reported fault is none of the network (TRB-36). */
export type NoFaultReason =
  /** The service is suspended for arrears. */
  | 'ARREARS_SUSPENSION'
  /** The equipment of the customer causes it. */
  | 'CUSTOMER_EQUIPMENT'
  /** The service is suspended at the request of the customer. */
  | 'CUSTOMER_SUSPENSION'
  /** A cut-over is in progress. */
  | 'CUT_OVER'
  /** The knowledge base explains and solves it. */
  | 'KNOWN_EXPERIENCE'
  /** Another reason, told in the resolution. */
  | 'OTHER';

/** Condition on a NoFaultReason. All operators given must hold; an operator may not be null. */
export type NoFaultReasonFilter = {
  /** Equal to this value. */
  eq?: NoFaultReason | null | undefined;
  /** Equal to one of these values (at most 500). */
  in?: Array<NoFaultReason> | null | undefined;
  /** True: has no value. False: has a value. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. */
  ne?: NoFaultReason | null | undefined;
  /** Different from all of these values (at most 500). */
  notIn?: Array<NoFaultReason> | null | undefined;
};

/** Condition on a Offering; all fields given must hold. */
export type OfferingFilter = {
  /** All of these hold. */
  and?: Array<OfferingFilter> | null | undefined;
  /** Offering of which this one was made as a copy (PRD-50). */
  clonedFrom?: OfferingFilter | null | undefined;
  /** Code unique among offerings, such as `OF_INTERNET_FIBER`. */
  code?: StringFilter | null | undefined;
  /** When it was configured last; null for what came with the system (PRD-14). Slow: no index. */
  configuredAt?: DateTimeFilter | null | undefined;
  /** Who configured it last, such as a staff number; null for what came with the system (PRD-14). Slow: no index. */
  configuredBy?: StringFilter | null | undefined;
  /** When the record was first written. Slow: no index. */
  createdAt?: DateTimeFilter | null | undefined;
  /** Guarantee that the customer must give (PRD-42). Slow: no index. */
  guarantee?: GuaranteeKindFilter | null | undefined;
  /** Opaque id. */
  id?: IdFilter | null | undefined;
  /** Level that maintains it, fixed at creation (PRD-45). Slow: no index. */
  level?: MaintenanceLevelFilter | null | undefined;
  /** Name on the market (PRD-30). */
  name?: StringFilter | null | undefined;
  /** This does not hold. */
  not?: OfferingFilter | null | undefined;
  /** At least one of these holds. */
  or?: Array<OfferingFilter> | null | undefined;
  /** Province or local network that maintains it and inside which alone it is sold; null for the headquarters (PRD-09, PRD-10). */
  owner?: RegionFilter | null | undefined;
  /** Line that the offering belongs to; null for bundles over several lines (PRD-95). */
  productLine?: ProductLineFilter | null | undefined;
  /** Package of which its bundle was made; null without one, and for callers who may not see packages (PRD-34). */
  productPackage?: ProductPackageFilter | null | undefined;
  /** State; changes only through its life cycle (PRD-32). */
  status?: OfferingStatusFilter | null | undefined;
  /** When the record was last changed. Slow: no index. */
  updatedAt?: DateTimeFilter | null | undefined;
  /** When the offering may be sold (PRD-30). */
  validity?: TimePeriodFilter | null | undefined;
};

/** Condition on a OfferingInstance; all fields given must hold. */
export type OfferingInstanceFilter = {
  /** Price agreed with this customer instead of the price of the main tariff plan, for the same period; null when the plan holds. */
  agreedPrice?: MoneyFilter | null | undefined;
  /** All of these hold. */
  and?: Array<OfferingInstanceFilter> | null | undefined;
  /** When the record was first written. Slow: no index. */
  createdAt?: DateTimeFilter | null | undefined;
  /** Customer who bought it. */
  customer?: CustomerFilter | null | undefined;
  /** Opaque id. */
  id?: IdFilter | null | undefined;
  /** This does not hold. */
  not?: OfferingInstanceFilter | null | undefined;
  /** What was bought. */
  offering?: OfferingFilter | null | undefined;
  /** Version of the offering that was sold; its bundle holds for this customer whatever changes later (PRD-53). Null when sold before versions were kept, and for callers who may not see versions. */
  offeringVersion?: OfferingVersionFilter | null | undefined;
  /** At least one of these holds. */
  or?: Array<OfferingInstanceFilter> | null | undefined;
  /** Region that the sale belongs to. */
  region?: RegionFilter | null | undefined;
  /** State; changes only through its life cycle. */
  status?: OfferingInstanceStatusFilter | null | undefined;
  /** Main tariff plan subscribed to; null when it is not priced on its own. */
  tariffPlan?: TariffPlanFilter | null | undefined;
  /** When the record was last changed. Slow: no index. */
  updatedAt?: DateTimeFilter | null | undefined;
  /** From the sale to the end. */
  validity?: TimePeriodFilter | null | undefined;
};

/** State of an offering that a customer has (MOD-77). */
export type OfferingInstanceStatus =
  /** Held as it was sold. */
  | 'ACTIVE'
  /** Still held, but a constraint of the bundle has been violated. */
  | 'BROKEN'
  /** No longer held. */
  | 'ENDED'
  /** Another offering took its place. */
  | 'REPLACED';

/** Condition on a OfferingInstanceStatus. All operators given must hold; an operator may not be null. */
export type OfferingInstanceStatusFilter = {
  /** Equal to this value. */
  eq?: OfferingInstanceStatus | null | undefined;
  /** Equal to one of these values (at most 500). */
  in?: Array<OfferingInstanceStatus> | null | undefined;
  /** True: has no value. False: has a value. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. */
  ne?: OfferingInstanceStatus | null | undefined;
  /** Different from all of these values (at most 500). */
  notIn?: Array<OfferingInstanceStatus> | null | undefined;
};

/** State of an offering (PRD-32). */
export type OfferingStatus =
  /** Approved; its price has not been asked for. */
  | 'APPROVED'
  /** Billing has priced it (PRD-52). */
  | 'BILLING_PRICED'
  /** No new sale; instances keep their plan. */
  | 'EXPIRED'
  /** Made for one customer, who alone sees and buys it (PRD-118). */
  | 'INDIVIDUAL'
  /** Published: may be sold while it is valid. */
  | 'IN_USE'
  /** Configured; not yet approved. */
  | 'PENDING_APPROVAL'
  /** Billing has been asked for the price (PRD-51). */
  | 'PENDING_PRICING';

/** Condition on a OfferingStatus. All operators given must hold; an operator may not be null. */
export type OfferingStatusFilter = {
  /** Equal to this value. */
  eq?: OfferingStatus | null | undefined;
  /** Equal to one of these values (at most 500). */
  in?: Array<OfferingStatus> | null | undefined;
  /** True: has no value. False: has a value. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. */
  ne?: OfferingStatus | null | undefined;
  /** Different from all of these values (at most 500). */
  notIn?: Array<OfferingStatus> | null | undefined;
};

/** Condition on a OfferingVersion; all fields given must hold. */
export type OfferingVersionFilter = {
  /** All of these hold. */
  and?: Array<OfferingVersionFilter> | null | undefined;
  /** Who made the change, such as a staff number; null for what came with the system. Slow: no index. */
  changedBy?: StringFilter | null | undefined;
  /** When the record was first written. Slow: no index. */
  createdAt?: DateTimeFilter | null | undefined;
  /** Opaque id. */
  id?: IdFilter | null | undefined;
  /** This does not hold. */
  not?: OfferingVersionFilter | null | undefined;
  /** Number of the version, from 1. Slow: no index. */
  number?: IntFilter | null | undefined;
  /** What was configured so. */
  offering?: OfferingFilter | null | undefined;
  /** At least one of these holds. */
  or?: Array<OfferingVersionFilter> | null | undefined;
  /** When the record was last changed. Slow: no index. */
  updatedAt?: DateTimeFilter | null | undefined;
  /** When it was configured so; open while it still is. */
  validity?: TimePeriodFilter | null | undefined;
};

/** A value for a characteristic of the product, by name. */
export type OrderCharacteristicInput = {
  /** Name in the template of the product, such as `bandwidth`. */
  name: string;
  /** The value: text, number or boolean, as the template says. */
  value: unknown;
};

/** How many pieces of a product of the bundle are wanted. */
export type OrderComponentInput = {
  /** A product that the offering bundles. */
  productId: string | number;
  /** Pieces for each one of the offering, within the limits of the bundle; 0 leaves it out. */
  quantity: number;
};

/** Direction of a sort key. */
export type OrderDirection =
  /** Smallest, or oldest, first. */
  | 'ASC'
  /** Largest, or newest, first. */
  | 'DESC';

/** Who or what stands in for a line; exactly one field, as the offering asks (PRD-42, ORD-30). */
export type OrderGuarantorInput = {
  /** For a guarantee of kind EMPLOYEE: an ACTIVE employee. */
  employeeId?: string | number | null | undefined;
  /** For a guarantee of kind INSTANCE: an ACTIVE instance that the caller may see, of any customer. */
  productInstanceId?: string | number | null | undefined;
};

/** A line of an order: what to do with which offering, offering instance or product instance. */
export type OrderItemInput = {
  /** Not for INSTALL: the customer agrees to pay the penalty, or to go on with another plan, when the line breaches how long something must be kept; see `commitmentCheck` (PRD-39). False when left out. */
  acceptBreach?: boolean | null | undefined;
  /** For INSTALL: the customer agrees to wait for what is out of stock; otherwise such a line is refused with RESOURCE_SHORT (RES-53). False when left out. */
  acceptShortage?: boolean | null | undefined;
  /** What to do (ORD-14). */
  action: CustomerServiceType;
  /** Values of characteristics, for INSTALL, CHANGE, SWAP and MOVE. */
  characteristics?: Array<OrderCharacteristicInput> | null | undefined;
  /** For INSTALL: pieces of bundled products that differ from what the offering proposes. */
  components?: Array<OrderComponentInput> | null | undefined;
  /** For INSTALL: who or what stands in, at least as many as the offering asks for; refused with GUARANTEE_MISSING otherwise. A deposit is computed and not named here (PRD-42). */
  guarantors?: Array<OrderGuarantorInput> | null | undefined;
  /** Where to install, for INSTALL and MOVE. */
  installAddress?: string | null | undefined;
  /** For TRANSFER: the customer who takes it over, visible to the caller. */
  newOwnerId?: string | number | null | undefined;
  /** For INSTALL: what to buy. Left out otherwise. */
  offeringId?: string | number | null | undefined;
  /** Act on all product instances of this one; not for INSTALL. */
  offeringInstanceId?: string | number | null | undefined;
  /** Act on this instance alone; not for INSTALL, and not with `offeringInstanceId`. */
  productInstanceId?: string | number | null | undefined;
  /** For INSTALL: how many of the offering; 1 when left out. A batch of lines is one item (ORD-05). */
  quantity?: number | null | undefined;
  /** Why the customer wants it, such as the reason for a removal (ORD-22). */
  reason?: string | null | undefined;
  /** For INSTALL: a plan that the offering is sold with; its default when left out. */
  tariffPlanId?: string | number | null | undefined;
};

/** State of an order. */
export type OrderStatus =
  /** Reviewed; may be decomposed into service orders. */
  | 'APPROVED'
  /** Withdrawn before completion (ORD-59). */
  | 'CANCELLED'
  /** Provisioning is checking the cancellation (ORD-62). */
  | 'CANCEL_PENDING'
  /** Provisioning is checking a change (ORD-62). */
  | 'CHANGE_PENDING'
  /** Everything ordered is done (ORD-88). */
  | 'COMPLETED'
  /** Postponed at the wish of the customer (ORD-66). */
  | 'DEFERRED'
  /** Being captured. */
  | 'DRAFT'
  /** Returned by the reviewer or by provisioning; see the cause (ORD-93…96). */
  | 'EXCEPTION'
  /** Its service orders are with provisioning. */
  | 'IN_PROVISIONING'
  /** Waiting for review, by rule or by a reviewer (ORD-77…79). */
  | 'PENDING_REVIEW'
  /** Accepted before resources are available. */
  | 'PRE_ACCEPTED'
  /** Accepted, but a service in flight on the same instance must end first (ORD-10). */
  | 'WAITING_CONFLICT'
  /** The operator lacks a resource and the customer agreed to wait (ORD-100). */
  | 'WAITING_INSTALL';

/** An order with its lines. */
export type OrderSubmitInput = {
  /** Account of the customer that new instances are charged to; the default account when left out. */
  accountId?: string | number | null | undefined;
  /** Code of the channel through which it is sold, such as `WEB_HALL`; offerings that are sold only through some refuse all others (PRD-48). */
  channel?: string | null | undefined;
  /** Who orders (ORD-01). */
  customerId: string | number;
  /** When the service shall be open (ORD-27); not in the past. */
  expectedAt?: string | null | undefined;
  /** Key of your choice, unique per customer. Submitting again with the same key and content answers the order that exists; with other content it is refused with KEY_REUSED. */
  externalKey?: string | null | undefined;
  /** Idempotency key, up to 200 printable ASCII characters without spaces: the same key and input again, from the same caller, have one effect and the same answer; with another input they are refused with IDEMPOTENCY_KEY_REUSED. It counts before the header `idempotency-key`. */
  idempotencyKey?: string | null | undefined;
  /** The lines, in the order wanted. */
  items: Array<OrderItemInput>;
  /** Grade from 1 (first) to 5 (last); from the service level of the customer when left out (ORD-29). */
  priority?: number | null | undefined;
};

/** An organisation outside the operator. */
export type OrganizationInput = {
  /** Number of people. */
  headCount?: number | null | undefined;
  /** Industry. */
  industry?: string | null | undefined;
  /** Name of the legal representative. */
  legalRepresentative?: string | null | undefined;
  /** Full name. */
  name: string;
  /** Business registration number; becomes an identity document of the organisation too (INVALID_IDENTITY_NUMBER). */
  registrationNo?: string | null | undefined;
  /** Revenue of the last business year. */
  revenue?: MoneyInput | null | undefined;
  /** Size class. */
  scale?: OrganizationScale | null | undefined;
  /** Short or familiar name. */
  shortName?: string | null | undefined;
  /** Kind of unit, such as company, school or government body. */
  unitKind?: string | null | undefined;
};

/** Size class of an organisation (CUS-31). */
export type OrganizationScale =
  /** Large enterprise. */
  | 'LARGE'
  /** Medium enterprise. */
  | 'MEDIUM'
  /** Micro enterprise. */
  | 'MICRO'
  /** Small enterprise. */
  | 'SMALL';

/** Condition on a OrganizationScale. All operators given must hold; an operator may not be null. */
export type OrganizationScaleFilter = {
  /** Equal to this value. */
  eq?: OrganizationScale | null | undefined;
  /** Equal to one of these values (at most 500). */
  in?: Array<OrganizationScale> | null | undefined;
  /** True: has no value. False: has a value. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. */
  ne?: OrganizationScale | null | undefined;
  /** Different from all of these values (at most 500). */
  notIn?: Array<OrganizationScale> | null | undefined;
};

/** Level of the operator that owns a record (MOD-89). */
export type OwnerLevel =
  /** The headquarters. */
  | 'HEADQUARTERS'
  /** A local network. */
  | 'LOCAL_NETWORK'
  /** A provincial company. */
  | 'PROVINCE';

/** Condition on a OwnerLevel. All operators given must hold; an operator may not be null. */
export type OwnerLevelFilter = {
  /** Equal to this value. */
  eq?: OwnerLevel | null | undefined;
  /** Equal to one of these values (at most 500). */
  in?: Array<OwnerLevel> | null | undefined;
  /** True: has no value. False: has a value. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. */
  ne?: OwnerLevel | null | undefined;
  /** Different from all of these values (at most 500). */
  notIn?: Array<OwnerLevel> | null | undefined;
};

/** Condition on a Partner; all fields given must hold. */
export type PartnerFilter = {
  /** All of these hold. */
  and?: Array<PartnerFilter> | null | undefined;
  /** Code that identifies the partner; keys and tokens of its operators name it. */
  code?: StringFilter | null | undefined;
  /** When the record was first written. Slow: no index. */
  createdAt?: DateTimeFilter | null | undefined;
  /** When the last relation ended; null when none has. Slow: no index. */
  exitedAt?: DateTimeFilter | null | undefined;
  /** Opaque id. */
  id?: IdFilter | null | undefined;
  /** Name of the partner; follows the name of the organisation. */
  name?: StringFilter | null | undefined;
  /** This does not hold. */
  not?: PartnerFilter | null | undefined;
  /** At least one of these holds. */
  or?: Array<PartnerFilter> | null | undefined;
  /** The organisation that is the partner. */
  party?: ExternalOrganizationFilter | null | undefined;
  /** Region whose staff manage the partner. */
  region?: RegionFilter | null | undefined;
  /** Where the partner stands. */
  status?: PartnerStatusFilter | null | undefined;
  /** When the record was last changed. Slow: no index. */
  updatedAt?: DateTimeFilter | null | undefined;
};

/** Where a partner stands with the operator. */
export type PartnerStatus =
  /** Works for the operator; only active partners see and do anything. */
  | 'ACTIVE'
  /** No relation is in force: none has begun, or the last one has ended (PAR-78). */
  | 'PROSPECT'
  /** The relation rests; their operators see nothing meanwhile. */
  | 'SUSPENDED';

/** Condition on a PartnerStatus. All operators given must hold; an operator may not be null. */
export type PartnerStatusFilter = {
  /** Equal to this value. */
  eq?: PartnerStatus | null | undefined;
  /** Equal to one of these values (at most 500). */
  in?: Array<PartnerStatus> | null | undefined;
  /** True: has no value. False: has a value. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. */
  ne?: PartnerStatus | null | undefined;
  /** Different from all of these values (at most 500). */
  notIn?: Array<PartnerStatus> | null | undefined;
};

/** Condition on a Party; all fields given must hold. */
export type PartyFilter = {
  /** All of these hold. */
  and?: Array<PartyFilter> | null | undefined;
  /** When the record was first written. Slow: no index. */
  createdAt?: DateTimeFilter | null | undefined;
  /** Opaque id. */
  id?: IdFilter | null | undefined;
  /** Full name. */
  name?: StringFilter | null | undefined;
  /** This does not hold. */
  not?: PartyFilter | null | undefined;
  /** At least one of these holds. */
  or?: Array<PartyFilter> | null | undefined;
  /** Where the party lives or has its seat; staff of this region see it. */
  region?: RegionFilter | null | undefined;
  /** Whether the party is in use. Slow: no index. */
  status?: PartyStatusFilter | null | undefined;
  /** When the record was last changed. Slow: no index. */
  updatedAt?: DateTimeFilter | null | undefined;
};

/** Whether a party is in use. */
export type PartyStatus =
  /** Known and in use. */
  | 'ACTIVE'
  /** Kept for history only. */
  | 'INACTIVE';

/** Condition on a PartyStatus. All operators given must hold; an operator may not be null. */
export type PartyStatusFilter = {
  /** Equal to this value. */
  eq?: PartyStatus | null | undefined;
  /** Equal to one of these values (at most 500). */
  in?: Array<PartyStatus> | null | undefined;
  /** True: has no value. False: has a value. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. */
  ne?: PartyStatus | null | undefined;
  /** Different from all of these values (at most 500). */
  notIn?: Array<PartyStatus> | null | undefined;
};

/** How an account is paid (CUS-42). */
export type PaymentMode =
  /** Transfer by the customer or an order to the bank. */
  | 'BANK_TRANSFER'
  /** Cash at a business hall. */
  | 'CASH'
  /** Check, sent by post or handed in. */
  | 'CHECK'
  /** Collected by the operator from a bank account (托收). */
  | 'COLLECTION'
  /** Charged to a credit card. */
  | 'CREDIT_CARD'
  /** Electronic check. */
  | 'ELECTRONIC_CHECK'
  /** From a prepaid deposit. */
  | 'PREPAID';

/** Condition on a PaymentMode. All operators given must hold; an operator may not be null. */
export type PaymentModeFilter = {
  /** Equal to this value. */
  eq?: PaymentMode | null | undefined;
  /** Equal to one of these values (at most 500). */
  in?: Array<PaymentMode> | null | undefined;
  /** True: has no value. False: has a value. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. */
  ne?: PaymentMode | null | undefined;
  /** Different from all of these values (at most 500). */
  notIn?: Array<PaymentMode> | null | undefined;
};

/** Condition on a ProblemTicket; all fields given must hold. */
export type ProblemTicketFilter = {
  /** When it was accepted. */
  acceptedAt?: DateTimeFilter | null | undefined;
  /** The employee who accepted it; null when the customer or a system entered it. */
  acceptedBy?: EmployeeFilter | null | undefined;
  /** The account that the problem is about. */
  account?: AccountFilter | null | undefined;
  /** Highest alarm raised about its deadline: 0 none, 1 near, 2 overdue (TRB-25, TRB-41). Slow: no index. */
  alarmLevel?: IntFilter | null | undefined;
  /** All of these hold. */
  and?: Array<ProblemTicketFilter> | null | undefined;
  /** The employee who handles it now. */
  assignedEmployee?: EmployeeFilter | null | undefined;
  /** The department that handles it now. */
  assignedOrganization?: InternalOrganizationFilter | null | undefined;
  /** What it is about. */
  category?: TicketCategoryFilter | null | undefined;
  /** Channel over which it was accepted. Slow: no index. */
  channel?: TicketChannelFilter | null | undefined;
  /** When it was closed or cancelled. Slow: no index. */
  closedAt?: DateTimeFilter | null | undefined;
  /** What the reporter says, in their words. Slow: no index. */
  content?: StringFilter | null | undefined;
  /** When the record was first written. Slow: no index. */
  createdAt?: DateTimeFilter | null | undefined;
  /** The customer who has the problem; null for one that the network side found and no single customer owns. */
  customer?: CustomerFilter | null | undefined;
  /** The customer's service level when the ticket was accepted; later changes of it do not move the deadline. Slow: no index. */
  customerLevel?: ServiceLevelFilter | null | undefined;
  /** By when it must be solved, from the deadline rules (TRB-35); null when no rule sets one. */
  dueAt?: DateTimeFilter | null | undefined;
  /** The ticket that this one repeats (TRB-07). */
  duplicateOf?: ProblemTicketFilter | null | undefined;
  /** How often it was raised to a higher level; 0 at first (TRB-26, TRB-42). Slow: no index. */
  escalationLevel?: IntFilter | null | undefined;
  /** Opaque id. */
  id?: IdFilter | null | undefined;
  /** This does not hold. */
  not?: ProblemTicketFilter | null | undefined;
  /** At least one of these holds. */
  or?: Array<ProblemTicketFilter> | null | undefined;
  /** Who brought the problem up. Slow: no index. */
  origin?: TicketOriginFilter | null | undefined;
  /** The mass fault that this ticket is part of (TRB-39). */
  parent?: ProblemTicketFilter | null | undefined;
  /** Order in which it is handled (TRB-09). */
  priority?: TicketPriorityFilter | null | undefined;
  /** The product instance that the problem is about. */
  productInstance?: ProductInstanceFilter | null | undefined;
  /** Region that handles the ticket. */
  region?: RegionFilter | null | undefined;
  /** How the reporter wants to be answered. Slow: no index. */
  replyMode?: ReplyModeFilter | null | undefined;
  /** By when the reporter wants it solved. Slow: no index. */
  requestedResolveAt?: DateTimeFilter | null | undefined;
  /** When it was solved; null again when it is reopened. */
  resolvedAt?: DateTimeFilter | null | undefined;
  /** The customer's last opinion of the handling (TRB-14). Slow: no index. */
  satisfaction?: SatisfactionFilter | null | undefined;
  /** Service number that the problem is about, as the reporter named it. */
  serviceNumber?: StringFilter | null | undefined;
  /** How much it disturbs. Slow: no index. */
  severity?: TicketSeverityFilter | null | undefined;
  /** State in the life cycle of its kind. */
  status?: TicketStatusFilter | null | undefined;
  /** Number that people name the ticket by; given at acceptance. */
  ticketNo?: StringFilter | null | undefined;
  /** When the record was last changed. Slow: no index. */
  updatedAt?: DateTimeFilter | null | undefined;
};

/** Condition on a Product; all fields given must hold. */
export type ProductFilter = {
  /** All of these hold. */
  and?: Array<ProductFilter> | null | undefined;
  /** Product of which this one was made as a copy (PRD-11). */
  clonedFrom?: ProductFilter | null | undefined;
  /** Code unique among products, such as `INTERNET_FIBER` (PRD-01). */
  code?: StringFilter | null | undefined;
  /** When it was configured last; null for what came with the system (PRD-14). Slow: no index. */
  configuredAt?: DateTimeFilter | null | undefined;
  /** Who configured it last, such as a staff number; null for what came with the system (PRD-14). Slow: no index. */
  configuredBy?: StringFilter | null | undefined;
  /** When the record was first written. Slow: no index. */
  createdAt?: DateTimeFilter | null | undefined;
  /** Opaque id. */
  id?: IdFilter | null | undefined;
  /** Whether the product stands alone or needs a main product (PRD-02). Slow: no index. */
  kind?: ProductKindFilter | null | undefined;
  /** Level that maintains it, fixed at creation (PRD-08). Slow: no index. */
  level?: MaintenanceLevelFilter | null | undefined;
  /** Name in the language of the operator. */
  name?: StringFilter | null | undefined;
  /** What the product is made of (PRD-03). Slow: no index. */
  nature?: ProductNatureFilter | null | undefined;
  /** This does not hold. */
  not?: ProductFilter | null | undefined;
  /** At least one of these holds. */
  or?: Array<ProductFilter> | null | undefined;
  /** Province or local network that maintains it and inside which alone it is sold; null for the headquarters (PRD-09, PRD-10). */
  owner?: RegionFilter | null | undefined;
  /** Line that the product belongs to (PRD-95). */
  productLine?: ProductLineFilter | null | undefined;
  /** Who provides it; null for own products (PRD-07). */
  provider?: ExternalOrganizationFilter | null | undefined;
  /** Kind of provider (PRD-07). Slow: no index. */
  providerKind?: ProductProviderKindFilter | null | undefined;
  /** State; changes only through its life cycle (PRD-04). */
  status?: ProductStatusFilter | null | undefined;
  /** When the record was last changed. Slow: no index. */
  updatedAt?: DateTimeFilter | null | undefined;
  /** When the product may be sold (PRD-01). */
  validity?: TimePeriodFilter | null | undefined;
};

/** Condition on a ProductInstance; all fields given must hold. */
export type ProductInstanceFilter = {
  /** Number under which it is reached, such as a telephone number; null without one. */
  accessNumber?: StringFilter | null | undefined;
  /** Account that collects its charges where no payment rule says otherwise; null until one is chosen. */
  account?: AccountFilter | null | undefined;
  /** When it first came into service. Slow: no index. */
  activatedAt?: DateTimeFilter | null | undefined;
  /** All of these hold. */
  and?: Array<ProductInstanceFilter> | null | undefined;
  /** Values of the attributes in the template of the product (MOD-76, MOD-80). */
  characteristics?: Array<CharacteristicFilter> | null | undefined;
  /** When the record was first written. Slow: no index. */
  createdAt?: DateTimeFilter | null | undefined;
  /** Owner. Payers and users, when others, are among `parties` (MOD-09). */
  customer?: CustomerFilter | null | undefined;
  /** When it was taken away. Slow: no index. */
  endedAt?: DateTimeFilter | null | undefined;
  /** Opaque id. */
  id?: IdFilter | null | undefined;
  /** Change that an order is making to it; null when none is. Slow: no index. */
  inFlight?: InFlightChangeFilter | null | undefined;
  /** Number of the instance, never changed or used again. */
  instanceNo?: StringFilter | null | undefined;
  /** This does not hold. */
  not?: ProductInstanceFilter | null | undefined;
  /** Offering under which it was bought; null when it came without one. */
  offeringInstance?: OfferingInstanceFilter | null | undefined;
  /** At least one of these holds. */
  or?: Array<ProductInstanceFilter> | null | undefined;
  /** What it is. */
  product?: ProductFilter | null | undefined;
  /** Version of the product that was sold; its template holds for this instance whatever changes later (PRD-15). Null when sold before versions were kept, and for callers who may not see versions. */
  productVersion?: ProductVersionFilter | null | undefined;
  /** Region in which it is installed (MOD-75). */
  region?: RegionFilter | null | undefined;
  /** State; changes only through its life cycle. */
  status?: ProductInstanceStatusFilter | null | undefined;
  /** Why it is suspended, or was when its removal began; null otherwise. Slow: no index. */
  suspendReason?: SuspendReasonFilter | null | undefined;
  /** When the record was last changed. Slow: no index. */
  updatedAt?: DateTimeFilter | null | undefined;
};

/** State of a product that a customer has. */
export type ProductInstanceStatus =
  /** In service. */
  | 'ACTIVE'
  /** Ordered, not yet in service. */
  | 'PENDING'
  /** Taken away, for good. */
  | 'REMOVED'
  /** Being taken away. */
  | 'REMOVING'
  /** Stopped for a time; `suspendReason` says why. */
  | 'SUSPENDED';

/** Condition on a ProductInstanceStatus. All operators given must hold; an operator may not be null. */
export type ProductInstanceStatusFilter = {
  /** Equal to this value. */
  eq?: ProductInstanceStatus | null | undefined;
  /** Equal to one of these values (at most 500). */
  in?: Array<ProductInstanceStatus> | null | undefined;
  /** True: has no value. False: has a value. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. */
  ne?: ProductInstanceStatus | null | undefined;
  /** Different from all of these values (at most 500). */
  notIn?: Array<ProductInstanceStatus> | null | undefined;
};

/** Whether a product stands alone (PRD-02). */
export type ProductKind =
  /** Exists only with a main product; the customer may do without it. */
  | 'ATTACHED'
  /** A base unit on which telecom functions depend. */
  | 'MAIN';

/** Condition on a ProductKind. All operators given must hold; an operator may not be null. */
export type ProductKindFilter = {
  /** Equal to this value. */
  eq?: ProductKind | null | undefined;
  /** Equal to one of these values (at most 500). */
  in?: Array<ProductKind> | null | undefined;
  /** True: has no value. False: has a value. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. */
  ne?: ProductKind | null | undefined;
  /** Different from all of these values (at most 500). */
  notIn?: Array<ProductKind> | null | undefined;
};

/** Condition on a ProductLine; all fields given must hold. */
export type ProductLineFilter = {
  /** All of these hold. */
  and?: Array<ProductLineFilter> | null | undefined;
  /** Business that the line belongs to. */
  businessLine?: BusinessLineFilter | null | undefined;
  /** Code unique among product lines, such as `BROADBAND`. */
  code?: StringFilter | null | undefined;
  /** When the record was first written. Slow: no index. */
  createdAt?: DateTimeFilter | null | undefined;
  /** Opaque id. */
  id?: IdFilter | null | undefined;
  /** Name in the language of the operator. */
  name?: StringFilter | null | undefined;
  /** This does not hold. */
  not?: ProductLineFilter | null | undefined;
  /** At least one of these holds. */
  or?: Array<ProductLineFilter> | null | undefined;
  /** Line that this one refines; null at the top. */
  parent?: ProductLineFilter | null | undefined;
  /** When the record was last changed. Slow: no index. */
  updatedAt?: DateTimeFilter | null | undefined;
};

/** What a product is made of (PRD-03). */
export type ProductNature =
  /** A communication function delivered by telecom resources. */
  | 'COMMUNICATION'
  /** A thing, such as a terminal or a gift; its stock is kept with marketing resources. */
  | 'PHYSICAL'
  /** Work or content, such as network design or technical support. */
  | 'SOFT_SERVICE';

/** Condition on a ProductNature. All operators given must hold; an operator may not be null. */
export type ProductNatureFilter = {
  /** Equal to this value. */
  eq?: ProductNature | null | undefined;
  /** Equal to one of these values (at most 500). */
  in?: Array<ProductNature> | null | undefined;
  /** True: has no value. False: has a value. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. */
  ne?: ProductNature | null | undefined;
  /** Different from all of these values (at most 500). */
  notIn?: Array<ProductNature> | null | undefined;
};

/** Condition on a ProductPackage; all fields given must hold. */
export type ProductPackageFilter = {
  /** All of these hold. */
  and?: Array<ProductPackageFilter> | null | undefined;
  /** Code unique among packages. */
  code?: StringFilter | null | undefined;
  /** Who froze it. Slow: no index. */
  configuredBy?: StringFilter | null | undefined;
  /** When the record was first written. Slow: no index. */
  createdAt?: DateTimeFilter | null | undefined;
  /** Opaque id. */
  id?: IdFilter | null | undefined;
  /** Name. */
  name?: StringFilter | null | undefined;
  /** This does not hold. */
  not?: ProductPackageFilter | null | undefined;
  /** At least one of these holds. */
  or?: Array<ProductPackageFilter> | null | undefined;
  /** When the record was last changed. Slow: no index. */
  updatedAt?: DateTimeFilter | null | undefined;
};

/** Who provides a product (PRD-07). */
export type ProductProviderKind =
  /** Another operator. */
  | 'OTHER_OPERATOR'
  /** The operator itself. */
  | 'OWN'
  /** A partner, a third party. */
  | 'PARTNER';

/** Condition on a ProductProviderKind. All operators given must hold; an operator may not be null. */
export type ProductProviderKindFilter = {
  /** Equal to this value. */
  eq?: ProductProviderKind | null | undefined;
  /** Equal to one of these values (at most 500). */
  in?: Array<ProductProviderKind> | null | undefined;
  /** True: has no value. False: has a value. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. */
  ne?: ProductProviderKind | null | undefined;
  /** Different from all of these values (at most 500). */
  notIn?: Array<ProductProviderKind> | null | undefined;
};

/** State of a product (PRD-04). */
export type ProductStatus =
  /** Approved; offerings may be built from it. */
  | 'APPROVED'
  /** No new sale; live instances are not affected. */
  | 'EXPIRED'
  /** Sold in offerings. */
  | 'IN_USE'
  /** Configured, or returned by the approver; not yet sellable. */
  | 'PENDING_APPROVAL'
  /** Given up; possible only while no live instance exists (PRD-05). */
  | 'VOID';

/** Condition on a ProductStatus. All operators given must hold; an operator may not be null. */
export type ProductStatusFilter = {
  /** Equal to this value. */
  eq?: ProductStatus | null | undefined;
  /** Equal to one of these values (at most 500). */
  in?: Array<ProductStatus> | null | undefined;
  /** True: has no value. False: has a value. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. */
  ne?: ProductStatus | null | undefined;
  /** Different from all of these values (at most 500). */
  notIn?: Array<ProductStatus> | null | undefined;
};

/** Condition on a ProductVersion; all fields given must hold. */
export type ProductVersionFilter = {
  /** All of these hold. */
  and?: Array<ProductVersionFilter> | null | undefined;
  /** Who made the change, such as a staff number; null for what came with the system. Slow: no index. */
  changedBy?: StringFilter | null | undefined;
  /** When the record was first written. Slow: no index. */
  createdAt?: DateTimeFilter | null | undefined;
  /** Opaque id. */
  id?: IdFilter | null | undefined;
  /** This does not hold. */
  not?: ProductVersionFilter | null | undefined;
  /** Number of the version, from 1. Slow: no index. */
  number?: IntFilter | null | undefined;
  /** At least one of these holds. */
  or?: Array<ProductVersionFilter> | null | undefined;
  /** What was configured so. */
  product?: ProductFilter | null | undefined;
  /** When the record was last changed. Slow: no index. */
  updatedAt?: DateTimeFilter | null | undefined;
  /** When it was configured so; open while it still is. */
  validity?: TimePeriodFilter | null | undefined;
};

/** Condition on a Region; all fields given must hold. */
export type RegionFilter = {
  /** All of these hold. */
  and?: Array<RegionFilter> | null | undefined;
  /** Code unique in the tree, such as the administrative division code `4401`. */
  code?: StringFilter | null | undefined;
  /** When the record was first written. Slow: no index. */
  createdAt?: DateTimeFilter | null | undefined;
  /** Opaque id. */
  id?: IdFilter | null | undefined;
  /** Level in the tree. Slow: no index. */
  kind?: RegionKindFilter | null | undefined;
  /** Name in the language of the operator. */
  name?: StringFilter | null | undefined;
  /** This does not hold. */
  not?: RegionFilter | null | undefined;
  /** At least one of these holds. */
  or?: Array<RegionFilter> | null | undefined;
  /** The region this one lies in; null for the root. */
  parent?: RegionFilter | null | undefined;
  /** Codes from the root to this region, `/86/44/4401/`; a region lies inside another when its path begins with the other's. */
  path?: StringFilter | null | undefined;
  /** When the record was last changed. Slow: no index. */
  updatedAt?: DateTimeFilter | null | undefined;
};

/** Level of a region in the tree (MOD-75). */
export type RegionKind =
  /** A service area within a district. */
  | 'AREA'
  /** A residential community or a business park. */
  | 'COMMUNITY'
  /** The whole country; the headquarters work here. */
  | 'COUNTRY'
  /** An administrative district. */
  | 'DISTRICT'
  /** A local network: the numbering and tariff area of a city. */
  | 'LOCAL_NETWORK'
  /** A province, the unit of a provincial company. */
  | 'PROVINCE';

/** Condition on a RegionKind. All operators given must hold; an operator may not be null. */
export type RegionKindFilter = {
  /** Equal to this value. */
  eq?: RegionKind | null | undefined;
  /** Equal to one of these values (at most 500). */
  in?: Array<RegionKind> | null | undefined;
  /** True: has no value. False: has a value. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. */
  ne?: RegionKind | null | undefined;
  /** Different from all of these values (at most 500). */
  notIn?: Array<RegionKind> | null | undefined;
};

/** How the reporter wants to be answered (TRB-02). */
export type ReplyMode =
  /** By e-mail. */
  | 'EMAIL'
  /** By letter. */
  | 'LETTER'
  /** No answer is wanted. */
  | 'NONE'
  /** By telephone. */
  | 'PHONE'
  /** By short message. */
  | 'SMS'
  /** By a visit. */
  | 'VISIT';

/** Condition on a ReplyMode. All operators given must hold; an operator may not be null. */
export type ReplyModeFilter = {
  /** Equal to this value. */
  eq?: ReplyMode | null | undefined;
  /** Equal to one of these values (at most 500). */
  in?: Array<ReplyMode> | null | undefined;
  /** True: has no value. False: has a value. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. */
  ne?: ReplyMode | null | undefined;
  /** Different from all of these values (at most 500). */
  notIn?: Array<ReplyMode> | null | undefined;
};

/** The customer's opinion of the handling, on five levels (TRB-15). */
export type Satisfaction =
  /** Dissatisfied. */
  | 'DISSATISFIED'
  /** Neither satisfied nor dissatisfied; counts as satisfied. */
  | 'NEUTRAL'
  /** Satisfied. */
  | 'SATISFIED'
  /** Very dissatisfied. */
  | 'VERY_DISSATISFIED'
  /** Very satisfied. */
  | 'VERY_SATISFIED';

/** Condition on a Satisfaction. All operators given must hold; an operator may not be null. */
export type SatisfactionFilter = {
  /** Equal to this value. */
  eq?: Satisfaction | null | undefined;
  /** Equal to one of these values (at most 500). */
  in?: Array<Satisfaction> | null | undefined;
  /** True: has no value. False: has a value. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. */
  ne?: Satisfaction | null | undefined;
  /** Different from all of these values (at most 500). */
  notIn?: Array<Satisfaction> | null | undefined;
};

/** How carefully the data of a customer must be handled (保密等级). */
export type SecrecyLevel =
  /** Not for lists and directories. */
  | 'CONFIDENTIAL'
  /** As all customer data. */
  | 'NORMAL'
  /** Only for those who serve the customer. */
  | 'SECRET';

/** Condition on a SecrecyLevel. All operators given must hold; an operator may not be null. */
export type SecrecyLevelFilter = {
  /** Equal to this value. */
  eq?: SecrecyLevel | null | undefined;
  /** Equal to one of these values (at most 500). */
  in?: Array<SecrecyLevel> | null | undefined;
  /** True: has no value. False: has a value. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. */
  ne?: SecrecyLevel | null | undefined;
  /** Different from all of these values (at most 500). */
  notIn?: Array<SecrecyLevel> | null | undefined;
};

/** Service level that a customer is entitled to (CUS-88). */
export type ServiceLevel =
  /** First club level: roaming service in the whole country. */
  | 'DIAMOND'
  /** Second club level: roaming service in the whole country. */
  | 'JADE'
  /** Third club level: roaming service in the home province. */
  | 'SAPPHIRE'
  /** No club level. */
  | 'STANDARD';

/** Condition on a ServiceLevel. All operators given must hold; an operator may not be null. */
export type ServiceLevelFilter = {
  /** Equal to this value. */
  eq?: ServiceLevel | null | undefined;
  /** Equal to one of these values (at most 500). */
  in?: Array<ServiceLevel> | null | undefined;
  /** True: has no value. False: has a value. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. */
  ne?: ServiceLevel | null | undefined;
  /** Different from all of these values (at most 500). */
  notIn?: Array<ServiceLevel> | null | undefined;
};

/** State of a service order (TMF641). */
export type ServiceOrderStatus =
  /** Withdrawn before it was done (ORD-61). */
  | 'CANCELLED'
  /** Provisioning is checking the cancellation (ORD-63). */
  | 'CANCEL_PENDING'
  /** Provisioning is checking a change (ORD-63). */
  | 'CHANGE_PENDING'
  /** Done (ORD-86). */
  | 'COMPLETED'
  /** Split from the order, not yet sent. */
  | 'CREATED'
  /** Postponed at the wish of the customer (ORD-66). */
  | 'DEFERRED'
  /** Sent to provisioning, which took it (ORD-161). */
  | 'DISPATCHED'
  /** Provisioning works on it. */
  | 'IN_PROGRESS'
  /** To be sent again after having been postponed (ORD-68). */
  | 'REOPENED'
  /** Provisioning gave it back; see the cause. */
  | 'RETURNED'
  /** Waits for a resource of the operator (ORD-100). */
  | 'WAITING_INSTALL';

/** State of an SLA contract (chapter 12 states). */
export type SlaContractStatus =
  /** Signed and monitored. */
  | 'ACTIVE'
  /** Its end is near; renewal is being talked about. */
  | 'EXPIRING'
  /** Continued by a supplement, still monitored (SLA-65). */
  | 'RENEWED'
  /** Ended (SLA-64). */
  | 'TERMINATED';

/** Condition on a value. All operators given must hold; an operator may not be null. */
export type StringFilter = {
  /** Contains this text, in any letter case. */
  contains?: string | null | undefined;
  /** Equal to this value. */
  eq?: string | null | undefined;
  /** Greater than, or after. */
  gt?: string | null | undefined;
  /** Greater than or equal, or not before. */
  gte?: string | null | undefined;
  /** Equal to one of these values (at most 500). */
  in?: Array<string> | null | undefined;
  /** True: has no value. False: has a value. */
  isNull?: boolean | null | undefined;
  /** Less than, or before. */
  lt?: string | null | undefined;
  /** Less than or equal, or not after. */
  lte?: string | null | undefined;
  /** Different from this value; rows without a value do not match. */
  ne?: string | null | undefined;
  /** Different from all of these values (at most 500). */
  notIn?: Array<string> | null | undefined;
  /** Begins with this text, in the same letter case. */
  startsWith?: string | null | undefined;
};

/** Why a product instance is suspended. */
export type SuspendReason =
  /** Unpaid charges; runs again after payment. */
  | 'ARREARS'
  /** The customer asked for it. */
  | 'CUSTOMER_REQUEST'
  /** Breach of rules; payment does not let it run again. */
  | 'VIOLATION';

/** Condition on a SuspendReason. All operators given must hold; an operator may not be null. */
export type SuspendReasonFilter = {
  /** Equal to this value. */
  eq?: SuspendReason | null | undefined;
  /** Equal to one of these values (at most 500). */
  in?: Array<SuspendReason> | null | undefined;
  /** True: has no value. False: has a value. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. */
  ne?: SuspendReason | null | undefined;
  /** Different from all of these values (at most 500). */
  notIn?: Array<SuspendReason> | null | undefined;
};

/** Condition on a TariffPlan; all fields given must hold. */
export type TariffPlanFilter = {
  /** All of these hold. */
  and?: Array<TariffPlanFilter> | null | undefined;
  /** Code unique among tariff plans, such as `TP_INTERNET_FIBER_CNY`. */
  code?: StringFilter | null | undefined;
  /** When the record was first written. Slow: no index. */
  createdAt?: DateTimeFilter | null | undefined;
  /** Opaque id. */
  id?: IdFilter | null | undefined;
  /** Name in the language of the operator. */
  name?: StringFilter | null | undefined;
  /** This does not hold. */
  not?: TariffPlanFilter | null | undefined;
  /** At least one of these holds. */
  or?: Array<TariffPlanFilter> | null | undefined;
  /** Period of a PERIODIC price; null otherwise. Slow: no index. */
  period?: ChargePeriodFilter | null | undefined;
  /** Main price: once for ONE_TIME, per `period` for PERIODIC, the base fee (often 0) for USAGE; rules add to it. */
  price?: MoneyFilter | null | undefined;
  /** State of the plan (PRD-82). */
  status?: TariffPlanStatusFilter | null | undefined;
  /** Class of the main price. Slow: no index. */
  type?: ChargeTypeFilter | null | undefined;
  /** When the record was last changed. Slow: no index. */
  updatedAt?: DateTimeFilter | null | undefined;
  /** When the plan may be chosen (PRD-80). */
  validity?: TimePeriodFilter | null | undefined;
};

/** State of a tariff plan (PRD-82). */
export type TariffPlanStatus =
  /** May be chosen. */
  | 'ACTIVE'
  /** Approved, not yet sold. */
  | 'APPROVED'
  /** Being composed. */
  | 'DRAFT'
  /** No longer chosen; instances that have it keep it. */
  | 'EXPIRED'
  /** Contracted for one customer, who alone sees it and buys under it (PRD-118). */
  | 'INDIVIDUAL'
  /** May not be chosen for a time. */
  | 'SUSPENDED';

/** Condition on a TariffPlanStatus. All operators given must hold; an operator may not be null. */
export type TariffPlanStatusFilter = {
  /** Equal to this value. */
  eq?: TariffPlanStatus | null | undefined;
  /** Equal to one of these values (at most 500). */
  in?: Array<TariffPlanStatus> | null | undefined;
  /** True: has no value. False: has a value. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. */
  ne?: TariffPlanStatus | null | undefined;
  /** Different from all of these values (at most 500). */
  notIn?: Array<TariffPlanStatus> | null | undefined;
};

/** Condition on a TicketCategory; all fields given must hold. */
export type TicketCategoryFilter = {
  /** Whether new tickets may use it. Slow: no index. */
  active?: BooleanFilter | null | undefined;
  /** All of these hold. */
  and?: Array<TicketCategoryFilter> | null | undefined;
  /** Code unique over all kinds, such as `FAULT_NO_SERVICE`. */
  code?: StringFilter | null | undefined;
  /** When the record was first written. Slow: no index. */
  createdAt?: DateTimeFilter | null | undefined;
  /** Opaque id. */
  id?: IdFilter | null | undefined;
  /** Name in the language of the operator. */
  name?: StringFilter | null | undefined;
  /** This does not hold. */
  not?: TicketCategoryFilter | null | undefined;
  /** At least one of these holds. */
  or?: Array<TicketCategoryFilter> | null | undefined;
  /** The wider category; null at the top. */
  parent?: TicketCategoryFilter | null | undefined;
  /** Kind of tickets that it belongs to. Slow: no index. */
  ticketKind?: TicketKindFilter | null | undefined;
  /** When the record was last changed. Slow: no index. */
  updatedAt?: DateTimeFilter | null | undefined;
};

/** Channel over which a ticket was accepted (TRB-02). */
export type TicketChannel =
  /** The customer's account manager. */
  | 'ACCOUNT_MANAGER'
  /** Counter of a business hall. */
  | 'BUSINESS_HALL'
  /** E-mail. */
  | 'EMAIL'
  /** Telephone hotline. */
  | 'HOTLINE'
  /** A partner or agent. */
  | 'PARTNER'
  /** Self-service of the customer on the web, in an app or at a terminal. */
  | 'PORTAL'
  /** Short message. */
  | 'SMS'
  /** Another system, without a person. */
  | 'SYSTEM';

/** Condition on a TicketChannel. All operators given must hold; an operator may not be null. */
export type TicketChannelFilter = {
  /** Equal to this value. */
  eq?: TicketChannel | null | undefined;
  /** Equal to one of these values (at most 500). */
  in?: Array<TicketChannel> | null | undefined;
  /** True: has no value. False: has a value. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. */
  ne?: TicketChannel | null | undefined;
  /** Different from all of these values (at most 500). */
  notIn?: Array<TicketChannel> | null | undefined;
};

/** Kinds of problem tickets, as categories and rules name them (TRB-01). */
export type TicketKind =
  /** A dispute about a charge. */
  | 'BILL_DISPUTE'
  /** A complaint about the operator or a partner. */
  | 'COMPLAINT'
  /** A fault of a product or of the network. */
  | 'FAULT'
  /** A suggestion for doing something better. */
  | 'SUGGESTION';

/** Condition on a TicketKind. All operators given must hold; an operator may not be null. */
export type TicketKindFilter = {
  /** Equal to this value. */
  eq?: TicketKind | null | undefined;
  /** Equal to one of these values (at most 500). */
  in?: Array<TicketKind> | null | undefined;
  /** True: has no value. False: has a value. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. */
  ne?: TicketKind | null | undefined;
  /** Different from all of these values (at most 500). */
  notIn?: Array<TicketKind> | null | undefined;
};

/** Who brought the problem up. */
export type TicketOrigin =
  /** The customer. */
  | 'CUSTOMER'
  /** The group company (TRB-20). */
  | 'GROUP'
  /** The network side found it itself (TRB-34). */
  | 'INTERNAL_OSS'
  /** Another provincial company (TRB-20). */
  | 'OTHER_PROVINCE'
  /** A partner (TRB-66). */
  | 'PARTNER';

/** Condition on a TicketOrigin. All operators given must hold; an operator may not be null. */
export type TicketOriginFilter = {
  /** Equal to this value. */
  eq?: TicketOrigin | null | undefined;
  /** Equal to one of these values (at most 500). */
  in?: Array<TicketOrigin> | null | undefined;
  /** True: has no value. False: has a value. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. */
  ne?: TicketOrigin | null | undefined;
  /** Different from all of these values (at most 500). */
  notIn?: Array<TicketOrigin> | null | undefined;
};

/** Order in which tickets are handled; the priority rules give it (TRB-09). */
export type TicketPriority =
  /** Before normal ones, such as for large customers. */
  | 'HIGH'
  /** When nothing else waits. */
  | 'LOW'
  /** In the order of arrival. */
  | 'NORMAL'
  /** At once. */
  | 'URGENT';

/** Condition on a TicketPriority. All operators given must hold; an operator may not be null. */
export type TicketPriorityFilter = {
  /** Equal to this value. */
  eq?: TicketPriority | null | undefined;
  /** Equal to one of these values (at most 500). */
  in?: Array<TicketPriority> | null | undefined;
  /** True: has no value. False: has a value. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. */
  ne?: TicketPriority | null | undefined;
  /** Different from all of these values (at most 500). */
  notIn?: Array<TicketPriority> | null | undefined;
};

/** How much the problem disturbs (TMF621 severity, TMF642 perceived severity). */
export type TicketSeverity =
  /** The service is lost. */
  | 'CRITICAL'
  /** The service works, but is badly disturbed. */
  | 'MAJOR'
  /** A small disturbance, or none of a service. */
  | 'MINOR';

/** Condition on a TicketSeverity. All operators given must hold; an operator may not be null. */
export type TicketSeverityFilter = {
  /** Equal to this value. */
  eq?: TicketSeverity | null | undefined;
  /** Equal to one of these values (at most 500). */
  in?: Array<TicketSeverity> | null | undefined;
  /** True: has no value. False: has a value. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. */
  ne?: TicketSeverity | null | undefined;
  /** Different from all of these values (at most 500). */
  notIn?: Array<TicketSeverity> | null | undefined;
};

/** State of a problem ticket; each kind passes through some of them (TRB-27, TRB-40, TMF621). */
export type TicketStatus =
  /** Taken in, not yet judged. */
  | 'ACCEPTED'
  /** The outcome is told to the customer and their opinion collected. */
  | 'ANSWERING'
  /** Billing dispute: the solution waits for an approver. */
  | 'APPROVAL_PENDING'
  /** Kept for history; never changes again. */
  | 'ARCHIVED'
  /** Withdrawn, with a reason. */
  | 'CANCELLED'
  /** Its kind and category are known; the handling of the kind begins. */
  | 'CLASSIFIED'
  /** Finished. */
  | 'CLOSED'
  /** Fault: is checked for causes outside the network, such as arrears, a suspension or a cut-over. */
  | 'CONFIRMING'
  /** The customer is asked whether they agree to the plan or solution. */
  | 'CONSENT_PENDING'
  /** Sent to those who solve it: the network side for a fault, a department otherwise. */
  | 'DISPATCHED'
  /** Repeats a ticket that is being handled; the customer is told the state of that one. */
  | 'DUPLICATE_LINKED'
  /** The agreed plan or solution is carried out. */
  | 'EXECUTING'
  /** Fault: the network side works on it. */
  | 'IN_PROCESS'
  /** Complaint: the main department returned a plan. */
  | 'PLAN_RETURNED'
  /** Fault: the network side reports it repaired. */
  | 'REPAIRED'
  /** Solved; the outcome has not been told yet. */
  | 'RESOLVED'
  /** Billing dispute: the charge is wrong and a solution is being drafted. */
  | 'SOLUTION_DRAFT'
  /** Billing dispute: the charge is checked with billing. */
  | 'VERIFYING';

/** Condition on a TicketStatus. All operators given must hold; an operator may not be null. */
export type TicketStatusFilter = {
  /** Equal to this value. */
  eq?: TicketStatus | null | undefined;
  /** Equal to one of these values (at most 500). */
  in?: Array<TicketStatus> | null | undefined;
  /** True: has no value. False: has a value. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. */
  ne?: TicketStatus | null | undefined;
  /** Different from all of these values (at most 500). */
  notIn?: Array<TicketStatus> | null | undefined;
};

/** Condition on a TimePeriod; all fields given must hold. */
export type TimePeriodFilter = {
  /** First moment of the period. */
  from?: DateTimeFilter | null | undefined;
  /** First moment after the period; null while it is open. */
  to?: DateTimeFilter | null | undefined;
};

export type CustomerCreateMutationVariables = Exact<{
  input: CustomerCreateInput;
}>;


export type CustomerCreateMutation = { customerCreate: { customer: { id: string, code: string, name: string, lifecycle: CustomerLifecycleState, accounts: { nodes: Array<{ id: string, accountNo: string, status: AccountStatus }> } } | null, userErrors: Array<{ code: string, message: string, path: Array<string>, details: unknown }> } };

export type CustomerViewQueryVariables = Exact<{
  code: string;
}>;


export type CustomerViewQuery = { customer: { id: string, code: string, name: string, lifecycle: CustomerLifecycleState, customerType: CustomerType, serviceLevel: ServiceLevel, region: { code: string, name: string }, accountManager: { employeeNo: string } | null, party:
      | { __typename: 'ExternalOrganization', industry: string | null, headCount: number | null }
      | { __typename: 'Individual', gender: Gender | null, birthDate: string | null, contactMedia: { nodes: Array<{ kind: ContactMediumKind, value: string, preferred: boolean }> } }
      | { __typename: 'InternalOrganization' }
    , accounts: { totalCount: number, nodes: Array<{ accountNo: string, name: string, status: AccountStatus, isDefault: boolean, currency: string }> }, offeringInstances: { nodes: Array<{ status: OfferingInstanceStatus, offering: { code: string, name: string }, tariffPlan: { code: string, name: string } | null, productInstances: { nodes: Array<{ instanceNo: string, accessNumber: string | null, status: ProductInstanceStatus, product: { code: string, name: string } }> } }> }, orders: { totalCount: number, nodes: Array<{ orderNo: string, status: OrderStatus, enteredAt: string, items: { nodes: Array<{ itemNo: number, action: CustomerServiceType, offering: { name: string } | null }> } }> }, problemTickets: { nodes: Array<
        | { __typename: 'BillDispute', ticketNo: string, status: TicketStatus, severity: TicketSeverity, content: string, dueAt: string | null }
        | { __typename: 'ComplaintTicket', ticketNo: string, status: TicketStatus, severity: TicketSeverity, content: string, dueAt: string | null }
        | { __typename: 'FaultTicket', ticketNo: string, status: TicketStatus, severity: TicketSeverity, content: string, dueAt: string | null }
        | { __typename: 'Suggestion', ticketNo: string, status: TicketStatus, severity: TicketSeverity, content: string, dueAt: string | null }
      > }, slaContracts: { nodes: Array<{ contractNo: string, status: SlaContractStatus, terms: { nodes: Array<{ committedValue: string, indicator: { code: string, unit: string } }> } }> }, history: { nodes: Array<
        | { type: string, action: string | null, actorName: string, occurredAt: string }
        | { type: string, action: string | null, actorName: string, occurredAt: string }
        | { fromState: string | null, toState: string, type: string, action: string | null, actorName: string, occurredAt: string }
      > } } | null };

export type CustomersQueryVariables = Exact<{
  filter?: CustomerFilter | null | undefined;
  orderBy?: Array<CustomerOrder> | CustomerOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type CustomersQuery = { customers: { totalCount: number, nodes: Array<{ id: string, code: string, name: string, lifecycle: CustomerLifecycleState, region: { name: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type FaultBoardQueryVariables = Exact<{
  filter?: FaultTicketFilter | null | undefined;
}>;


export type FaultBoardQuery = { faultTickets: { totalCount: number, aggregate: Array<{ count: number, key: { status: TicketStatus | null, severity: TicketSeverity | null } }>, nodes: Array<{ id: string, ticketNo: string, status: TicketStatus, severity: TicketSeverity, dueAt: string | null, overdue: boolean, symptom: string | null, region: { name: string }, customer: { code: string, name: string } | null }> } };

export type FaultProgressSubscriptionVariables = Exact<{
  regionId?: string | number | null | undefined;
  after?: string | null | undefined;
}>;


export type FaultProgressSubscription = { faultBoard: { cursor: string, from: TicketStatus | null, to: TicketStatus, actorName: string, occurredAt: string, ticket:
      | { ticketNo: string, status: TicketStatus, severity: TicketSeverity }
      | { ticketNo: string, status: TicketStatus, severity: TicketSeverity }
      | { ticketNo: string, status: TicketStatus, severity: TicketSeverity }
      | { ticketNo: string, status: TicketStatus, severity: TicketSeverity }
     | null } };

export type FaultReportMutationVariables = Exact<{
  input: FaultReportInput;
}>;


export type FaultReportMutation = { faultReport: { ticket: { id: string, ticketNo: string, status: TicketStatus, severity: TicketSeverity, priority: TicketPriority, dueAt: string | null, duplicateOf:
        | { ticketNo: string }
        | { ticketNo: string }
        | { ticketNo: string }
        | { ticketNo: string }
       | null } | null, userErrors: Array<{ code: string, message: string, path: Array<string>, details: unknown }> } };

export type OrderProgressSubscriptionVariables = Exact<{
  orderId: string | number;
  after?: string | null | undefined;
}>;


export type OrderProgressSubscription = { orderProgress: { cursor: string, from: string | null, to: string, action: string | null, actorName: string, occurredAt: string, reason: string | null, order: { orderNo: string, status: OrderStatus } | null, serviceOrder: { serviceOrderNo: string, status: ServiceOrderStatus, progress: number } | null } };

export type OrderSubmitMutationVariables = Exact<{
  input: OrderSubmitInput;
}>;


export type OrderSubmitMutation = { orderSubmit: { order: { id: string, orderNo: string, status: OrderStatus, oneTimeTotal: { amount: string, currency: string } | null, recurringTotal: { amount: string, currency: string } | null, items: { nodes: Array<{ itemNo: number, action: CustomerServiceType, quantity: number, offering: { code: string } | null }> } } | null, userErrors: Array<{ code: string, message: string, path: Array<string>, details: unknown }> } };


export const CustomerCreateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CustomerCreate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CustomerCreateInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"customerCreate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"customer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"lifecycle"}},{"kind":"Field","name":{"kind":"Name","value":"accounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"accountNo"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"details"}}]}}]}}]}}]} as unknown as DocumentNode<CustomerCreateMutation, CustomerCreateMutationVariables>;
export const CustomerViewDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CustomerView"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"code"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"customer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"Variable","name":{"kind":"Name","value":"code"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"lifecycle"}},{"kind":"Field","name":{"kind":"Name","value":"customerType"}},{"kind":"Field","name":{"kind":"Name","value":"serviceLevel"}},{"kind":"Field","name":{"kind":"Name","value":"region"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"accountManager"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"employeeNo"}}]}},{"kind":"Field","name":{"kind":"Name","value":"party"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Individual"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"gender"}},{"kind":"Field","name":{"kind":"Name","value":"birthDate"}},{"kind":"Field","name":{"kind":"Name","value":"contactMedia"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"preferred"}}]}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ExternalOrganization"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"industry"}},{"kind":"Field","name":{"kind":"Name","value":"headCount"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"accounts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accountNo"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"isDefault"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"offeringInstances"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"status"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"eq"},"value":{"kind":"EnumValue","value":"ACTIVE"}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"offering"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"tariffPlan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"productInstances"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"instanceNo"}},{"kind":"Field","name":{"kind":"Name","value":"accessNumber"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"product"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"orders"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"ENTERED_AT"}},{"kind":"ObjectField","name":{"kind":"Name","value":"direction"},"value":{"kind":"EnumValue","value":"DESC"}}]}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"orderNo"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"enteredAt"}},{"kind":"Field","name":{"kind":"Name","value":"items"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"itemNo"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"offering"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"problemTickets"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"ACCEPTED_AT"}},{"kind":"ObjectField","name":{"kind":"Name","value":"direction"},"value":{"kind":"EnumValue","value":"DESC"}}]}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"ticketNo"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"content"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"slaContracts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contractNo"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"terms"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"indicator"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}}]}},{"kind":"Field","name":{"kind":"Name","value":"committedValue"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"history"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"actorName"}},{"kind":"Field","name":{"kind":"Name","value":"occurredAt"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"StateChange"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fromState"}},{"kind":"Field","name":{"kind":"Name","value":"toState"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<CustomerViewQuery, CustomerViewQueryVariables>;
export const CustomersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Customers"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"CustomerFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CustomerOrder"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"20"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"customers"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"lifecycle"}},{"kind":"Field","name":{"kind":"Name","value":"region"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<CustomersQuery, CustomersQueryVariables>;
export const FaultBoardDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FaultBoard"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"FaultTicketFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"faultTickets"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"DUE_AT"}}]}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"aggregate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"groupBy"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"dimension"},"value":{"kind":"EnumValue","value":"STATUS"}}]},{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"dimension"},"value":{"kind":"EnumValue","value":"SEVERITY"}}]}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"key"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"severity"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"ticketNo"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"overdue"}},{"kind":"Field","name":{"kind":"Name","value":"symptom"}},{"kind":"Field","name":{"kind":"Name","value":"region"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"customer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<FaultBoardQuery, FaultBoardQueryVariables>;
export const FaultProgressDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"FaultProgress"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"regionId"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"faultBoard"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"regionId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"regionId"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"actorName"}},{"kind":"Field","name":{"kind":"Name","value":"occurredAt"}},{"kind":"Field","name":{"kind":"Name","value":"ticket"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ticketNo"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"severity"}}]}}]}}]}}]} as unknown as DocumentNode<FaultProgressSubscription, FaultProgressSubscriptionVariables>;
export const FaultReportDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"FaultReport"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"FaultReportInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"faultReport"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ticket"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"ticketNo"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"duplicateOf"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ticketNo"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"details"}}]}}]}}]}}]} as unknown as DocumentNode<FaultReportMutation, FaultReportMutationVariables>;
export const OrderProgressDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"OrderProgress"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"orderProgress"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"orderId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderId"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"actorName"}},{"kind":"Field","name":{"kind":"Name","value":"occurredAt"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"order"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"orderNo"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"serviceOrder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"serviceOrderNo"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}}]}}]}}]}}]} as unknown as DocumentNode<OrderProgressSubscription, OrderProgressSubscriptionVariables>;
export const OrderSubmitDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"OrderSubmit"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"OrderSubmitInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"orderSubmit"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"order"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"orderNo"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"oneTimeTotal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"recurringTotal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"itemNo"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"offering"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"details"}}]}}]}}]}}]} as unknown as DocumentNode<OrderSubmitMutation, OrderSubmitMutationVariables>;