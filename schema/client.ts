/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** In which way a customer is abnormal (CUS-67). */
export type AbnormalKind =
  /** Arrears have reached a value. */
  | 'ARREARS'
  /** Very low credit. */
  | 'BLACK_LIST'
  /** Consumes quite differently from before. */
  | 'CHANGED_CALLING'
  /** Spends very much. */
  | 'HIGH_SPEND'
  /** Spends very little. */
  | 'LOW_SPEND'
  /** Another way, by a criterion of the operator or by hand. */
  | 'OTHER';

/** State of an abnormal customer (CUS-66). */
export type AbnormalStatus =
  /** Normal after all, or taken off by hand. */
  | 'CLEARED'
  /** Abnormal indeed. */
  | 'CONFIRMED'
  /** Found, and not looked at yet. */
  | 'DETECTED'
  /** What the customer consumes is followed for a while. */
  | 'TRACKING';

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
  /** How it is paid; CASH by default. A new account may name a mode before its data are given, and `accountPaymentCheck` says what lacks; to change to a mode takes the data (PAYMENT_CHECK_FAILED). */
  paymentMode?: PaymentMode | null | undefined;
};

/** Condition on a Account; all fields given must hold. */
export type AccountFilter = {
  /** Number given at creation, unique (CUS-35). */
  accountNo?: StringFilter | null | undefined;
  /** All of these hold. */
  and?: Array<AccountFilter> | null | undefined;
  /** What is in the account, negative when money is owed, as billing last told; null when it never did (CUS-75), and for staff, of a customer with a service password for queries, until it was shown (CUS-03). */
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
  /** Name of the account; the name of the owner when opened (CUS-36). Parts of it have an index. */
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
  /** True: has no value. False: has a value; by itself slow, as no index serves it. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. By itself slow: no index serves it. */
  ne?: AccountStatus | null | undefined;
  /** Different from all of these values (at most 500). By itself slow: no index serves it. */
  notIn?: Array<AccountStatus> | null | undefined;
};

/** How far provisioning is with one of its steps (WFL-73). */
export type ActivityState =
  /** It is done. */
  | 'DONE'
  /** It could not be done. */
  | 'FAILED'
  /** It is being worked on. */
  | 'IN_PROGRESS'
  /** It comes later. */
  | 'PENDING';

/** What became of a suggestion (TRB-68). */
export type Adoption =
  /** It is followed. */
  | 'ADOPTED'
  /** It is kept for later. */
  | 'DEFERRED'
  /** A part of it is followed. */
  | 'PARTLY'
  /** It is not followed. */
  | 'REJECTED';

/** Condition on a Adoption. All operators given must hold; an operator may not be null. */
export type AdoptionFilter = {
  /** Equal to this value. */
  eq?: Adoption | null | undefined;
  /** Equal to one of these values (at most 500). */
  in?: Array<Adoption> | null | undefined;
  /** True: has no value. False: has a value; by itself slow, as no index serves it. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. By itself slow: no index serves it. */
  ne?: Adoption | null | undefined;
  /** Different from all of these values (at most 500). By itself slow: no index serves it. */
  notIn?: Array<Adoption> | null | undefined;
};

/** What an appointment is for (SAL-51). */
export type AppointmentKind =
  /** The customer is called back. */
  | 'CALL_BACK'
  /** A visit of care or maintenance. */
  | 'CARE'
  /** Something is installed. */
  | 'INSTALLATION'
  /** An offer or a contract is negotiated. */
  | 'NEGOTIATION'
  /** Something is repaired. */
  | 'REPAIR'
  /** A seller visits the customer. */
  | 'SALES_VISIT'
  /** A place is looked at before something is built. */
  | 'SURVEY';

/** State of an appointment (TMF646). */
export type AppointmentStatus =
  /** Cancelled before it took place. */
  | 'CANCELLED'
  /** It took place. */
  | 'COMPLETED'
  /** It stands, and the staff member has no other in its time. */
  | 'CONFIRMED'
  /** It did not take place, and nobody had cancelled it. */
  | 'MISSED';

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
  /** True: has no value. False: has a value; by itself slow, as no index serves it. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. By itself slow: no index serves it. */
  ne?: BillDelivery | null | undefined;
  /** Different from all of these values (at most 500). By itself slow: no index serves it. */
  notIn?: Array<BillDelivery> | null | undefined;
};

/** Condition on a BillDispute; all fields given must hold. */
export type BillDisputeFilter = {
  /** When it was accepted. */
  acceptedAt?: DateTimeFilter | null | undefined;
  /** The employee who accepted it; null when the customer or a system entered it. */
  acceptedBy?: EmployeeFilter | null | undefined;
  /** The account that the problem is about. */
  account?: AccountFilter | null | undefined;
  /** Highest alarm raised about its deadline: 0 none, 1 near, 2 overdue (TRB-25, TRB-41). Slow: no index. */
  alarmLevel?: IntFilter | null | undefined;
  /** All of these hold. */
  and?: Array<BillDisputeFilter> | null | undefined;
  /** The employee who handles it now. */
  assignedEmployee?: EmployeeFilter | null | undefined;
  /** The department that handles it now. */
  assignedOrganization?: InternalOrganizationFilter | null | undefined;
  /** Billing cycle of the charge, such as `2026-03`. Slow: no index. */
  billingCycle?: StringFilter | null | undefined;
  /** What it is about. */
  category?: TicketCategoryFilter | null | undefined;
  /** Channel over which it was accepted. Slow: no index. */
  channel?: TicketChannelFilter | null | undefined;
  /** Code of the disputed charge item. Slow: no index. */
  chargeItem?: StringFilter | null | undefined;
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
  /** The disputed amount. */
  disputedAmount?: MoneyFilter | null | undefined;
  /** By when it must be solved, from the deadline rules (TRB-35); null when no rule sets one. */
  dueAt?: DateTimeFilter | null | undefined;
  /** The ticket that this one repeats (TRB-07). */
  duplicateOf?: ProblemTicketFilter | null | undefined;
  /** How often it was raised to a higher level; 0 at first (TRB-26, TRB-42). Slow: no index. */
  escalationLevel?: IntFilter | null | undefined;
  /** Since when it is held with its process: nobody works on it, and its deadline stands still; null while it is not (WFL-45). Slow: no index. */
  heldAt?: DateTimeFilter | null | undefined;
  /** Opaque id. */
  id?: IdFilter | null | undefined;
  /** This does not hold. */
  not?: BillDisputeFilter | null | undefined;
  /** At least one of these holds. */
  or?: Array<BillDisputeFilter> | null | undefined;
  /** Who brought the problem up. Slow: no index. */
  origin?: TicketOriginFilter | null | undefined;
  /** The mass fault that this ticket is part of (TRB-39). */
  parent?: ProblemTicketFilter | null | undefined;
  /** Order in which it is handled (TRB-09). */
  priority?: TicketPriorityFilter | null | undefined;
  /** The process by which the ticket is handled; its tasks stand in the work lists and end with what is done to the ticket. Null when no template is published that applies, and for callers who may not see it (WFL-34, WFL-40). */
  processInstance?: ProcessInstanceFilter | null | undefined;
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
  /** Amount of the newest solution. */
  solutionAmount?: MoneyFilter | null | undefined;
  /** How the wrong charge is made good, in the newest solution. Slow: no index. */
  solutionKind?: SolutionKindFilter | null | undefined;
  /** State in the life cycle of its kind. */
  status?: TicketStatusFilter | null | undefined;
  /** Number that people name the ticket by; given at acceptance. */
  ticketNo?: StringFilter | null | undefined;
  /** When the record was last changed. Slow: no index. */
  updatedAt?: DateTimeFilter | null | undefined;
  /** What the check with billing found; null before it. Slow: no index. */
  verdict?: ChargeVerdictFilter | null | undefined;
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
  /** True: has no value. False: has a value; by itself slow, as no index serves it. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. By itself slow: no index serves it. */
  ne?: BillFormat | null | undefined;
  /** Different from all of these values (at most 500). By itself slow: no index serves it. */
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
  /** True: has no value. False: has a value; by itself slow, as no index serves it. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. By itself slow: no index serves it. */
  ne?: BillingCycle | null | undefined;
  /** Different from all of these values (at most 500). By itself slow: no index serves it. */
  notIn?: Array<BillingCycle> | null | undefined;
};

/** Whether the bills of an account are shown, and if not, why (CUS-05, CUS-32). */
export type BillsState =
  /** The account is read as of a moment in the past, and billing tells of the present only (MOD-81). */
  | 'PRESENT_ONLY'
  /** Billing has answered: these are the bills, or there are none. */
  | 'SHOWN'
  /** Billing does not answer, too late, or not in a form that can be trusted; there may be bills. */
  | 'UNAVAILABLE'
  /** The caller has no right to see them, or staff without `customer.query.unverified` have not sent the proof, in `customer-verification`, that the customer has shown a service password for queries (CUS-03); there may be bills. */
  | 'WITHHELD';

/** Condition on a value. All operators given must hold; an operator may not be null. */
export type BooleanFilter = {
  /** Equal to this value. */
  eq?: boolean | null | undefined;
  /** True: has no value. False: has a value; by itself slow, as no index serves it. */
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
  /** Name in the language of the operator. Parts of it have an index. */
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

/** Where a campaign meets customers (CMP-53). */
export type CampaignChannel =
  /** The hotline 10000. */
  | 'CALL_CENTRE'
  /** Letters. */
  | 'DIRECT_MAIL'
  /** E-mail. */
  | 'EMAIL'
  /** Business halls and dealers. */
  | 'POINT_OF_SALE'
  /** Community managers and representatives. */
  | 'SALES_TEAM'
  /** Short messages. */
  | 'SMS'
  /** The web site and the portal. */
  | 'WEBSITE';

/** How far a campaign has come with a customer (CMP-62, CMP-63). */
export type CampaignOutcome =
  /** The customer was reached. */
  | 'CONTACTED'
  /** The customer bought, or did what the campaign was for. */
  | 'CONVERTED'
  /** The customer is not interested. */
  | 'REFUSED'
  /** The customer shows interest. */
  | 'RESPONDED'
  /** A contact was tried, and the customer not reached. */
  | 'UNREACHABLE';

/** That a card ends soon, or has ended. */
export type CardExpiry =
  /** Its last day is over; it is never sold (RES-22). */
  | 'EXPIRED'
  /** It ends within three months; in principle it is not sold any more (RES-21). */
  | 'NEAR_EXPIRY';

/** Condition on a CardExpiry. All operators given must hold; an operator may not be null. */
export type CardExpiryFilter = {
  /** Equal to this value. */
  eq?: CardExpiry | null | undefined;
  /** Equal to one of these values (at most 500). */
  in?: Array<CardExpiry> | null | undefined;
  /** True: has no value. False: has a value; by itself slow, as no index serves it. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. By itself slow: no index serves it. */
  ne?: CardExpiry | null | undefined;
  /** Different from all of these values (at most 500). By itself slow: no index serves it. */
  notIn?: Array<CardExpiry> | null | undefined;
};

/** Condition on a characteristic of the row (MOD-80). All operators given must hold; an operator may not be null. Slow unless one of those of a row asks by `eq` or `in`. */
export type CharacteristicFilter = {
  /** A text that contains this one, in any letter case. */
  contains?: string | null | undefined;
  /** The value it must have, with the same JSON type. */
  eq?: unknown;
  /** Greater than, or after. Numbers are compared with a number, texts, such as days, with a text; others are refused. */
  gt?: unknown;
  /** Greater than or equal, or not before. Numbers are compared with a number, texts, such as days, with a text; others are refused. */
  gte?: unknown;
  /** Values of which it must have one (at most 500). */
  in?: Array<unknown> | null | undefined;
  /** True: the row has no value of the name. False: it has one. */
  isNull?: boolean | null | undefined;
  /** Less than, or before. Numbers are compared with a number, texts, such as days, with a text; others are refused. */
  lt?: unknown;
  /** Less than or equal, or not after. Numbers are compared with a number, texts, such as days, with a text; others are refused. */
  lte?: unknown;
  /** Name of the characteristic. */
  name: string;
  /** A text that begins with this one, in the same letter case. */
  startsWith?: string | null | undefined;
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
  /** True: has no value. False: has a value; by itself slow, as no index serves it. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. By itself slow: no index serves it. */
  ne?: ChargePeriod | null | undefined;
  /** Different from all of these values (at most 500). By itself slow: no index serves it. */
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
  /** True: has no value. False: has a value; by itself slow, as no index serves it. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. By itself slow: no index serves it. */
  ne?: ChargeType | null | undefined;
  /** Different from all of these values (at most 500). By itself slow: no index serves it. */
  notIn?: Array<ChargeType> | null | undefined;
};

/** What the check of a disputed charge found (TRB-47). */
export type ChargeVerdict =
  /** The charge is right. */
  | 'CORRECT'
  /** The charge is wrong. */
  | 'WRONG';

/** Condition on a ChargeVerdict. All operators given must hold; an operator may not be null. */
export type ChargeVerdictFilter = {
  /** Equal to this value. */
  eq?: ChargeVerdict | null | undefined;
  /** Equal to one of these values (at most 500). */
  in?: Array<ChargeVerdict> | null | undefined;
  /** True: has no value. False: has a value; by itself slow, as no index serves it. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. By itself slow: no index serves it. */
  ne?: ChargeVerdict | null | undefined;
  /** Different from all of these values (at most 500). By itself slow: no index serves it. */
  notIn?: Array<ChargeVerdict> | null | undefined;
};

/** How the operator loses a customer (CUS-68). */
export type ChurnKind =
  /** A service was given up. */
  | 'DISCONNECT'
  /** The customer uses another operator. */
  | 'OTHER_OPERATOR'
  /** The customer moved away. */
  | 'RELOCATION'
  /** The volume fell to a level. */
  | 'VOLUME_DROP';

/** Condition on a ComplaintTicket; all fields given must hold. */
export type ComplaintTicketFilter = {
  /** When it was accepted. */
  acceptedAt?: DateTimeFilter | null | undefined;
  /** The employee who accepted it; null when the customer or a system entered it. */
  acceptedBy?: EmployeeFilter | null | undefined;
  /** The account that the problem is about. */
  account?: AccountFilter | null | undefined;
  /** Highest alarm raised about its deadline: 0 none, 1 near, 2 overdue (TRB-25, TRB-41). Slow: no index. */
  alarmLevel?: IntFilter | null | undefined;
  /** All of these hold. */
  and?: Array<ComplaintTicketFilter> | null | undefined;
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
  /** When the customer complained. Slow: no index. */
  complainedAt?: DateTimeFilter | null | undefined;
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
  /** Since when it is held with its process: nobody works on it, and its deadline stands still; null while it is not (WFL-45). Slow: no index. */
  heldAt?: DateTimeFilter | null | undefined;
  /** Opaque id. */
  id?: IdFilter | null | undefined;
  /** Whether it is a major event, which has its own deadline (TRB-24). Slow: no index. */
  majorEvent?: BooleanFilter | null | undefined;
  /** This does not hold. */
  not?: ComplaintTicketFilter | null | undefined;
  /** At least one of these holds. */
  or?: Array<ComplaintTicketFilter> | null | undefined;
  /** Who brought the problem up. Slow: no index. */
  origin?: TicketOriginFilter | null | undefined;
  /** The mass fault that this ticket is part of (TRB-39). */
  parent?: ProblemTicketFilter | null | undefined;
  /** Whether the customer agrees to the plan of the main department; null before they were asked (TRB-23). Slow: no index. */
  planConsent?: BooleanFilter | null | undefined;
  /** Order in which it is handled (TRB-09). */
  priority?: TicketPriorityFilter | null | undefined;
  /** The process by which the ticket is handled; its tasks stand in the work lists and end with what is done to the ticket. Null when no template is published that applies, and for callers who may not see it (WFL-34, WFL-40). */
  processInstance?: ProcessInstanceFilter | null | undefined;
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
  /** The department that was found mainly responsible for the cause (TRB-30). */
  responsibleOrganization?: InternalOrganizationFilter | null | undefined;
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

/** Who began a contact (CON-09, CON-39). */
export type ContactDirection =
  /** The customer. */
  | 'INBOUND'
  /** The operator. */
  | 'OUTBOUND';

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
  /** What part the person has in decisions there (CUS-77). */
  decisionRole?: DecisionRole | null | undefined;
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
  /** Whether the customer prefers this contact; it then prefers no other. The first one is preferred in any case; to prefer none is refused with CONTRADICTION (CUS-21). */
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

/** State of a contact event (CON-03, TMF683). */
export type ContactStatus =
  /** Kept for history; never changes again. */
  | 'ARCHIVED'
  /** Type and reason are known. */
  | 'CLASSIFIED'
  /** Finished. */
  | 'COMPLETED'
  /** Recorded, nothing known yet. */
  | 'CREATED'
  /** Passed on to a ticket, request or order. */
  | 'HANDED_OVER'
  /** Is being handled at once, while the contact lasts. */
  | 'HANDLING'
  /** The customer is known. */
  | 'IDENTIFIED';

/** Kind of a contract. */
export type ContractKind =
  /** Conditions for services still to be ordered. */
  | 'FRAMEWORK'
  /** Continues the contract it names (SAL-93). */
  | 'RENEWAL'
  /** About the services that a customer has. */
  | 'SERVICE'
  /** Changes or adds to the contract it names (SAL-92). */
  | 'SUPPLEMENT';

/** State of a contract. */
export type ContractStatus =
  /** Ended, or never signed. */
  | 'INVALID'
  /** Being drawn up; may be changed. */
  | 'NEW'
  /** Binding; may not be changed. */
  | 'SIGNED';

/** Standing of a customer in three colours (CUS-73). */
export type CreditColour =
  /** Bad: on the black list. */
  | 'BLACK'
  /** Ordinary. */
  | 'GREY'
  /** Good: arrears do not lead to a stop at once. */
  | 'RED';

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
  /** The customer who owns the new one: a relation of ownership leads from there to it (CUS-45, CUS-47). Needs the permission customerRelationshipAdd, too (FORBIDDEN); refused as the rules of the hierarchy say (HIERARCHY_RULE). */
  parentId?: string | number | null | undefined;
  /** Active partner who developed the customer (NOT_ACTIVE for others); the operator itself when absent. */
  partnerId?: string | number | null | undefined;
  /** A known party that becomes a customer, such as a contact person: it is then in a contact relation with the customers it is a contact of (CUS-22). */
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
  /** Name under which the customer is served (户名); follows the name of the party. Parts of it have an index. */
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
  /** True: has no value. False: has a value; by itself slow, as no index serves it. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. By itself slow: no index serves it. */
  ne?: CustomerLifecycleState | null | undefined;
  /** Different from all of these values (at most 500). By itself slow: no index serves it. */
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

/** Parts of Customer that have access policies of their own. */
export type CustomerPart =
  /** `abnormalities`: In which ways the customer is or was abnormal (CUS-66); empty for customers and partners. */
  | 'ABNORMALITIES'
  /** `absorptions`: Merges that make or would make the customer part of another one. */
  | 'ABSORPTIONS'
  /** `accounts`: Accounts that collect the charges of the customer. */
  | 'ACCOUNTS'
  /** `accountManager`: Employee responsible for the customer (CUS-23). */
  | 'ACCOUNT_MANAGER'
  /** `appointments`: Appointments with the customer (TMF646). */
  | 'APPOINTMENTS'
  /** `arrearsRecords`: What the customer owes or owed (CUS-64); empty for customers and partners; for staff without `customer.query.unverified`, of a customer with a service password for queries, only with the proof of it in `customer-verification` (CUS-03). */
  | 'ARREARS_RECORDS'
  /** `campaignParticipations`: Campaigns that the customer takes or took part in (CMP-122, TMF671 Promotion). */
  | 'CAMPAIGN_PARTICIPATIONS'
  /** `campaignTargets`: Target lists of campaigns that the customer stands in; empty for customers and partners. */
  | 'CAMPAIGN_TARGETS'
  /** `cancellations`: When the customer lost its standing, and got it back (CUS-83, CUS-84). */
  | 'CANCELLATIONS'
  /** `churnRecords`: What the operator lost of the customer (CUS-68); empty for customers and partners. */
  | 'CHURN_RECORDS'
  /** `codes`: All codes of the customer, the main one included. */
  | 'CODES'
  /** `consumptionRecords`: What the customer has consumed (CUS-63); empty for customers and partners, and of one with a service password for queries for staff without `customer.query.unverified` until they send the proof of it in `customer-verification`; `withheldParts` tells (CUS-03). */
  | 'CONSUMPTION_RECORDS'
  /** `contactEvents`: Contacts with the customer, over all channels (CON-67). */
  | 'CONTACT_EVENTS'
  /** `contactPersons`: Persons through whom the customer is reached. */
  | 'CONTACT_PERSONS'
  /** `contracts`: Contracts with the customer. */
  | 'CONTRACTS'
  /** `credentials`: Service passwords of the customer, without the passwords. */
  | 'CREDENTIALS'
  /** `creditHistories`: Every rating of the credit of the customer (CRD-06); empty for customers and partners. */
  | 'CREDIT_HISTORIES'
  /** `creditProfiles`: Credit of the customer as it is now, at most one; empty for customers and partners. */
  | 'CREDIT_PROFILES'
  /** `discountDecisions`: Policies of discounts that are or were for the customer (CUS-65); empty for customers and partners; for staff without `customer.query.unverified`, of a customer with a service password for queries, only with the proof of it in `customer-verification` (CUS-03). */
  | 'DISCOUNT_DECISIONS'
  /** `duplicatesAfter`: Customers with a later id who may be the same. */
  | 'DUPLICATES_AFTER'
  /** `duplicatesBefore`: Customers with an earlier id who may be the same. */
  | 'DUPLICATES_BEFORE'
  /** `feedRows`: Records of other systems about the customer (CUS-79); empty for customers and partners. */
  | 'FEED_ROWS'
  /** `gifts`: Gifts that the customer got (RES-35). */
  | 'GIFTS'
  /** `groups`: Groups that the customer belongs or belonged to. */
  | 'GROUPS'
  /** `history`: Everything that happened to it and to what belongs to it, oldest first (MOD-81). */
  | 'HISTORY'
  /** `individualPlans`: Price plans that were contracted for the customer alone (PRD-118). */
  | 'INDIVIDUAL_PLANS'
  /** `instanceRoles`: Instances that the customer owns, pays for or uses. */
  | 'INSTANCE_ROLES'
  /** `invoices`: Vouchers that the customer got. */
  | 'INVOICES'
  /** `mergedCustomers`: Customers that were merged into it (CUS-80). */
  | 'MERGED_CUSTOMERS'
  /** `mergedInto`: The customer that it was merged into; ids and codes of this one lead there (CUS-80). Null for customers in their own right. */
  | 'MERGED_INTO'
  /** `merges`: Merges of which the customer is or would be what remains. */
  | 'MERGES'
  /** `offeringInstances`: Offerings that the customer has or had (MOD-77). */
  | 'OFFERING_INSTANCES'
  /** `oneStopCases`: One-stop business of the customer, as far as the caller takes part (WFL-74). */
  | 'ONE_STOP_CASES'
  /** `opportunities`: Opportunities with the customer (CUS-32, SAL-01); empty for customers and partners. */
  | 'OPPORTUNITIES'
  /** `orders`: Orders of this customer. */
  | 'ORDERS'
  /** `partner`: Partner who developed the customer and looks after it; its operators see the customer. Null: the operator does. */
  | 'PARTNER'
  /** `party`: The person or organisation that is the customer. */
  | 'PARTY'
  /** `paymentAccounts`: Ways in which the customer pays. */
  | 'PAYMENT_ACCOUNTS'
  /** `pointsAccounts`: Points of the customer, an account in each scheme (PTS-09, TMF658 LoyaltyAccount). */
  | 'POINTS_ACCOUNTS'
  /** `portalRegistrations`: Registrations at the portal about the customer (CUS-95); empty for customers and partners. */
  | 'PORTAL_REGISTRATIONS'
  /** `potentials`: When the customer seemed to become a big one (CUS-76); empty for customers and partners. */
  | 'POTENTIALS'
  /** `problemTickets`: Problem tickets of the customer (TRB-57). */
  | 'PROBLEM_TICKETS'
  /** `processInstances`: Process instances about the customer, or about what belongs to them. */
  | 'PROCESS_INSTANCES'
  /** `productGroups`: Groups of product instances of the customer. */
  | 'PRODUCT_GROUPS'
  /** `productInstances`: Product instances that the customer owns or owned. */
  | 'PRODUCT_INSTANCES'
  /** `projects`: Projects of the customer (CUS-77); empty for customers and partners. */
  | 'PROJECTS'
  /** `proposals`: Proposals to the customer, who sees those that were sent (TMF648). */
  | 'PROPOSALS'
  /** `ratings`: Satisfaction and loyalty of the customer, present and past; empty for customers and partners. */
  | 'RATINGS'
  /** `reads`: Who was shown data of the customer; empty for those who may not read the operation log. */
  | 'READS'
  /** `recharges`: Top-ups by card (RES-54). */
  | 'RECHARGES'
  /** `region`: Region that serves the customer; staff of it and of the regions around it see the customer (CUS-27). */
  | 'REGION'
  /** `relationshipsFrom`: Relations that start at the customer. */
  | 'RELATIONSHIPS_FROM'
  /** `relationshipsTo`: Relations that lead to the customer. */
  | 'RELATIONSHIPS_TO'
  /** `reservations`: Stock and numbers kept for the customer (RES-14). */
  | 'RESERVATIONS'
  /** `salesActivities`: Sales activities with the customer (SAL-49); empty for customers and partners. */
  | 'SALES_ACTIVITIES'
  /** `segments`: Present and former segments of the customer. */
  | 'SEGMENTS'
  /** `slaContracts`: Service levels agreed with the customer. */
  | 'SLA_CONTRACTS'
  /** `slaProblems`: Violations of service levels agreed with the customer. */
  | 'SLA_PROBLEMS'
  /** `sourceLinks`: What the customer is called in other systems (CUS-79); empty for customers and partners. */
  | 'SOURCE_LINKS'
  /** `syncDeliveries`: Deliveries of the data of the customer to systems outside (CUS-58); empty for customers and partners. */
  | 'SYNC_DELIVERIES'
  /** `values`: What the customer is and was worth (CUS-72); empty for customers and partners; for staff without `customer.query.unverified`, of a customer with a service password for queries, only with the proof of it in `customer-verification` (CUS-03). */
  | 'VALUES';

/** How far a project of a customer is (CUS-77). */
export type CustomerProjectStage =
  /** The customer gave it up. */
  | 'DROPPED'
  /** It is done. */
  | 'FINISHED'
  /** The customer intends it. */
  | 'PLANNED'
  /** The customer has begun it. */
  | 'RUNNING';

/** Kind of relation between two customers (CUS-45). */
export type CustomerRelationshipType =
  /** Guarantee for charges or another liability. */
  | 'JOINT_LIABILITY'
  /** Business, kinship, colleague, team, decision and the like. */
  | 'LOOSE'
  /** Upper and lower level, a tree: `from` is above `to`, which has no other owner. */
  | 'OWNERSHIP';

/** Search by whatever a customer is known by (CUS-01, CUS-04). Exact codes and numbers come first, then whole names, beginnings of names, parts, and addresses. */
export type CustomerSearch = {
  /** Where to look; a place without the permission for it is refused. Default: wherever the caller may. */
  in?: Array<CustomerSearchPlace> | null | undefined;
  /** What to look for, 1 to 100 characters. */
  text: string;
};

/** Where a search for a Customer looks. */
export type CustomerSearchPlace =
  /** Service and installation addresses, and postal addresses for those with party.contact.read: any part of two characters or more, simplified or traditional. */
  | 'ADDRESS'
  /** Codes of all levels and VIP number: whole, or the first six characters or more. */
  | 'CODE'
  /** Telephone numbers (whole, or the first seven digits or more; of land lines in China also without the area code) and e-mail addresses (whole) of the customer and its contact persons; needs party.contact.read. */
  | 'CONTACT'
  /** Numbers of identity documents, an identity card by either of its numbers of 15 and 18 characters, and registration numbers, whole; needs party.identity.read. */
  | 'IDENTITY'
  /** Name, short name and name of the party: any part, in simplified or traditional characters, in pinyin (from three letters), in initials of the pinyin (from two), or half and half, such as `zhang三`. */
  | 'NAME'
  /** Access numbers of products that the customer owns, pays for or uses: whole, or the first seven digits or more; of land lines in China also without the area code (CUS-01). */
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

/** Condition on a CustomerServiceType. All operators given must hold; an operator may not be null. */
export type CustomerServiceTypeFilter = {
  /** Equal to this value. */
  eq?: CustomerServiceType | null | undefined;
  /** Equal to one of these values (at most 500). */
  in?: Array<CustomerServiceType> | null | undefined;
  /** True: has no value. False: has a value; by itself slow, as no index serves it. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. By itself slow: no index serves it. */
  ne?: CustomerServiceType | null | undefined;
  /** Different from all of these values (at most 500). By itself slow: no index serves it. */
  notIn?: Array<CustomerServiceType> | null | undefined;
};

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
  /** True: has no value. False: has a value; by itself slow, as no index serves it. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. By itself slow: no index serves it. */
  ne?: CustomerType | null | undefined;
  /** Different from all of these values (at most 500). By itself slow: no index serves it. */
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
  /** True: has no value. False: has a value; by itself slow, as no index serves it. */
  isNull?: boolean | null | undefined;
  /** Less than, or before. */
  lt?: string | null | undefined;
  /** Less than or equal, or not after. */
  lte?: string | null | undefined;
  /** Different from this value; rows without a value do not match. By itself slow: no index serves it. */
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
  /** True: has no value. False: has a value; by itself slow, as no index serves it. */
  isNull?: boolean | null | undefined;
  /** Less than, or before. */
  lt?: string | null | undefined;
  /** Less than or equal, or not after. */
  lte?: string | null | undefined;
  /** Different from this value; rows without a value do not match. By itself slow: no index serves it. */
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
  /** True: has no value. False: has a value; by itself slow, as no index serves it. */
  isNull?: boolean | null | undefined;
  /** Less than, or before. */
  lt?: string | null | undefined;
  /** Less than or equal, or not after. */
  lte?: string | null | undefined;
  /** Different from this value; rows without a value do not match. By itself slow: no index serves it. */
  ne?: string | null | undefined;
};

/** What part a person has in decisions of an organisation on the matters of its contact type; a key employee of it has one (CUS-77). */
export type DecisionRole =
  /** Prepares the decision and carries it out. */
  | 'HANDLER'
  /** Decides. */
  | 'PRINCIPAL';

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
  /** True: has no value. False: has a value; by itself slow, as no index serves it. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. By itself slow: no index serves it. */
  ne?: Education | null | undefined;
  /** Different from all of these values (at most 500). By itself slow: no index serves it. */
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
  /** The person's name, kept here for lists. Parts of it have an index. */
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
  /** True: has no value. False: has a value; by itself slow, as no index serves it. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. By itself slow: no index serves it. */
  ne?: EmployeeStatus | null | undefined;
  /** Different from all of these values (at most 500). By itself slow: no index serves it. */
  notIn?: Array<EmployeeStatus> | null | undefined;
};

/** Why an order or a service order was returned (ORD-79, ORD-93). */
export type ExceptionCause =
  /** The customer is the cause, such as not being at home. */
  | 'CUSTOMER'
  /** Provisioning lacks a resource. */
  | 'RESOURCE'
  /** The review returned it. */
  | 'REVIEW'
  /** Provisioning failed for a technical reason. */
  | 'TECHNICAL';

/** Condition on a ExceptionCause. All operators given must hold; an operator may not be null. */
export type ExceptionCauseFilter = {
  /** Equal to this value. */
  eq?: ExceptionCause | null | undefined;
  /** Equal to one of these values (at most 500). */
  in?: Array<ExceptionCause> | null | undefined;
  /** True: has no value. False: has a value; by itself slow, as no index serves it. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. By itself slow: no index serves it. */
  ne?: ExceptionCause | null | undefined;
  /** Different from all of these values (at most 500). By itself slow: no index serves it. */
  notIn?: Array<ExceptionCause> | null | undefined;
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
  /** Full name. Parts of it have an index. */
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
  /** True: has no value. False: has a value; by itself slow, as no index serves it. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. By itself slow: no index serves it. */
  ne?: FaultLevel | null | undefined;
  /** Different from all of these values (at most 500). By itself slow: no index serves it. */
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
  /** Since when it is held with its process: nobody works on it, and its deadline stands still; null while it is not (WFL-45). Slow: no index. */
  heldAt?: DateTimeFilter | null | undefined;
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
  /** The process by which the ticket is handled; its tasks stand in the work lists and end with what is done to the ticket. Null when no template is published that applies, and for callers who may not see it (WFL-34, WFL-40). */
  processInstance?: ProcessInstanceFilter | null | undefined;
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
  /** True: has no value. False: has a value; by itself slow, as no index serves it. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. By itself slow: no index serves it. */
  ne?: Gender | null | undefined;
  /** Different from all of these values (at most 500). By itself slow: no index serves it. */
  notIn?: Array<Gender> | null | undefined;
};

/** How a guarantee is given that a customer must give to order an offering; the kinds by name are `guaranteeTypes` (PRD-42). */
export type GuaranteeKind =
  /** An amount of money is deposited. */
  | 'DEPOSIT'
  /** A paper is handed over, such as a letter of guarantee of a bank, and named by its number. */
  | 'DOCUMENT'
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
  /** True: has no value. False: has a value; by itself slow, as no index serves it. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. By itself slow: no index serves it. */
  ne?: GuaranteeKind | null | undefined;
  /** Different from all of these values (at most 500). By itself slow: no index serves it. */
  notIn?: Array<GuaranteeKind> | null | undefined;
};

/** Condition on a GuaranteeType; all fields given must hold. */
export type GuaranteeTypeFilter = {
  /** Whether offerings may ask for it from now on; those that do go on. Slow: no index. */
  active?: BooleanFilter | null | undefined;
  /** All of these hold. */
  and?: Array<GuaranteeTypeFilter> | null | undefined;
  /** Code, such as `DEPOSIT` or `BANK_LETTER`; never changed. */
  code?: StringFilter | null | undefined;
  /** When the record was first written. Slow: no index. */
  createdAt?: DateTimeFilter | null | undefined;
  /** How it is given, which says what an order must bring; never NONE, never changed. Slow: no index. */
  givenAs?: GuaranteeKindFilter | null | undefined;
  /** Opaque id. */
  id?: IdFilter | null | undefined;
  /** Name. Parts of it have an index. */
  name?: StringFilter | null | undefined;
  /** This does not hold. */
  not?: GuaranteeTypeFilter | null | undefined;
  /** At least one of these holds. */
  or?: Array<GuaranteeTypeFilter> | null | undefined;
  /** When the record was last changed. Slow: no index. */
  updatedAt?: DateTimeFilter | null | undefined;
};

/** Condition on a value. All operators given must hold; an operator may not be null. */
export type IdFilter = {
  /** Equal to this value. */
  eq?: string | number | null | undefined;
  /** Equal to one of these values (at most 500). */
  in?: Array<string | number> | null | undefined;
  /** True: has no value. False: has a value; by itself slow, as no index serves it. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. By itself slow: no index serves it. */
  ne?: string | number | null | undefined;
  /** Different from all of these values (at most 500). By itself slow: no index serves it. */
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
  /** True: has no value. False: has a value; by itself slow, as no index serves it. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. By itself slow: no index serves it. */
  ne?: InFlightChange | null | undefined;
  /** Different from all of these values (at most 500). By itself slow: no index serves it. */
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
  /** True: has no value. False: has a value; by itself slow, as no index serves it. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. By itself slow: no index serves it. */
  ne?: InNetworkPhase | null | undefined;
  /** Different from all of these values (at most 500). By itself slow: no index serves it. */
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
  /** Full name. Parts of it have an index. */
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

/** Parts of Individual that have access policies of their own. */
export type IndividualPart =
  /** `contactFor`: Customers for whom the person is a contact. */
  | 'CONTACT_FOR'
  /** `contactMedia`: Telephone numbers and addresses of the party. */
  | 'CONTACT_MEDIA'
  /** `customers`: Roles of the party as customer. */
  | 'CUSTOMERS'
  /** `employments`: Staff numbers that the person holds or held. */
  | 'EMPLOYMENTS'
  /** `history`: What happened to it, oldest first (MOD-81). */
  | 'HISTORY'
  /** `identifications`: Identity documents of the party. */
  | 'IDENTIFICATIONS'
  /** `politicalStatus`: Political status (政治面貌), as the person says it; kept only when given. */
  | 'POLITICAL_STATUS'
  /** `region`: Where the party lives or has its seat; staff of this region see it. */
  | 'REGION'
  /** `religion`: Religion, as the person says it; kept only when given (CUS, basic attributes). */
  | 'RELIGION'
  /** `socialGroups`: Social groups that the party belongs or belonged to. */
  | 'SOCIAL_GROUPS';

/** Capacity of a customer towards a product instance (MOD-09). */
export type InstancePartyRole =
  /** Owns it. */
  | 'OWNER'
  /** Pays for it. */
  | 'PAYER'
  /** Uses it. */
  | 'USER';

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
  /** True: has no value. False: has a value; by itself slow, as no index serves it. */
  isNull?: boolean | null | undefined;
  /** Less than, or before. */
  lt?: number | null | undefined;
  /** Less than or equal, or not after. */
  lte?: number | null | undefined;
  /** Different from this value; rows without a value do not match. By itself slow: no index serves it. */
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
  /** Full name. Parts of it have an index. */
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
  /** True: has no value. False: has a value; by itself slow, as no index serves it. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. By itself slow: no index serves it. */
  ne?: InternalOrganizationType | null | undefined;
  /** Different from all of these values (at most 500). By itself slow: no index serves it. */
  notIn?: Array<InternalOrganizationType> | null | undefined;
};

/** What a supervisor asks of provisioning (WFL-73). */
export type InterventionKind =
  /** To give it up; the order is cancelled with all its service orders (ORD-62). */
  | 'CANCEL'
  /** To set other characteristics than those it was given. */
  | 'CHANGE'
  /** To stop the work until it is resumed. */
  | 'HOLD'
  /** To try again what it gave back; the order is sent again with all that came back (ORD-95). */
  | 'RESEND'
  /** To go on with what it holds. */
  | 'RESUME'
  /** To hurry. */
  | 'URGE';

/** State of an intervention (WFL-73). */
export type InterventionStatus =
  /** Provisioning will do it. */
  | 'ACCEPTED'
  /** It has taken effect. */
  | 'DONE'
  /** Provisioning does not do it, or its service order ended before. */
  | 'REFUSED'
  /** Provisioning has not answered. */
  | 'REQUESTED'
  /** Whoever asked for it does not want it any more. It becomes DONE when provisioning had done it before. */
  | 'WITHDRAWN';

/** State of a voucher number; one without a row is unused. */
export type InvoiceStatus =
  /** Lost, and never used again (RES-28). */
  | 'LOST'
  /** Printed and handed out. */
  | 'USED'
  /** Void, and never used again (RES-28, RES-46). */
  | 'VOID'
  /** Used, and checked when it was handed in (RES-27). */
  | 'WRITTEN_OFF';

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
  /** True: has no value. False: has a value; by itself slow, as no index serves it. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. By itself slow: no index serves it. */
  ne?: MaintenanceLevel | null | undefined;
  /** Different from all of these values (at most 500). By itself slow: no index serves it. */
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
  /** True: has no value. False: has a value; by itself slow, as no index serves it. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. By itself slow: no index serves it. */
  ne?: MaritalStatus | null | undefined;
  /** Different from all of these values (at most 500). By itself slow: no index serves it. */
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

/** Form of a network (CUS-49). */
export type NetworkShape =
  /** Several ways lead to some customer, or groups tie them: read `relationships` and `circles` besides. */
  | 'NET'
  /** One way leads to each customer: `parentId` says all. */
  | 'TREE';

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
  /** True: has no value. False: has a value; by itself slow, as no index serves it. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. By itself slow: no index serves it. */
  ne?: NoFaultReason | null | undefined;
  /** Different from all of these values (at most 500). By itself slow: no index serves it. */
  notIn?: Array<NoFaultReason> | null | undefined;
};

/** Why the outside number subsystem does not hold a number (RES-42). */
export type NumberRefusal =
  /** It cannot be put into service for now. */
  | 'FAULTY'
  /** Another reason; the words of the subsystem stand beside it. */
  | 'OTHER'
  /** It is held or used there already. */
  | 'TAKEN'
  /** There is no such number there. */
  | 'UNKNOWN';

/** Condition on a NumberRefusal. All operators given must hold; an operator may not be null. */
export type NumberRefusalFilter = {
  /** Equal to this value. */
  eq?: NumberRefusal | null | undefined;
  /** Equal to one of these values (at most 500). */
  in?: Array<NumberRefusal> | null | undefined;
  /** True: has no value. False: has a value; by itself slow, as no index serves it. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. By itself slow: no index serves it. */
  ne?: NumberRefusal | null | undefined;
  /** Different from all of these values (at most 500). By itself slow: no index serves it. */
  notIn?: Array<NumberRefusal> | null | undefined;
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
  /** How the guarantee is given that the customer must give (PRD-42). Slow: no index. */
  guarantee?: GuaranteeKindFilter | null | undefined;
  /** The kind of that guarantee by name, of those that the operator has; null for NONE (PRD-42). */
  guaranteeType?: GuaranteeTypeFilter | null | undefined;
  /** Opaque id. */
  id?: IdFilter | null | undefined;
  /** Level that maintains it, fixed at creation (PRD-45). Slow: no index. */
  level?: MaintenanceLevelFilter | null | undefined;
  /** Name on the market (PRD-30). Parts of it have an index. */
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
  /** Service level that it was sold with (PRD-58); null when it was sold without one, or before levels were kept. */
  offeringSla?: OfferingSlaFilter | null | undefined;
  /** Version of the offering that was sold; its bundle holds for this customer whatever changes later (PRD-53). Null when sold before versions were kept, and for callers who may not see versions. */
  offeringVersion?: OfferingVersionFilter | null | undefined;
  /** At least one of these holds. */
  or?: Array<OfferingInstanceFilter> | null | undefined;
  /** Moment whose tariffs it is charged by: when it was ordered, or was moved to another main plan since. Later versions of plans and rules count only where they apply to what was sold before (PRD-53, PRD-72); see `offeringInstanceCharges`. Null: the beginning of `validity`. Slow: no index. */
  pricedAt?: DateTimeFilter | null | undefined;
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
  /** True: has no value. False: has a value; by itself slow, as no index serves it. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. By itself slow: no index serves it. */
  ne?: OfferingInstanceStatus | null | undefined;
  /** Different from all of these values (at most 500). By itself slow: no index serves it. */
  notIn?: Array<OfferingInstanceStatus> | null | undefined;
};

/** Condition on a OfferingSla; all fields given must hold. */
export type OfferingSlaFilter = {
  /** All of these hold. */
  and?: Array<OfferingSlaFilter> | null | undefined;
  /** Code unique among standard service levels. */
  code?: StringFilter | null | undefined;
  /** When the record was first written. Slow: no index. */
  createdAt?: DateTimeFilter | null | undefined;
  /** Opaque id. */
  id?: IdFilter | null | undefined;
  /** This does not hold. */
  not?: OfferingSlaFilter | null | undefined;
  /** Offering that the service level belongs to. */
  offering?: OfferingFilter | null | undefined;
  /** At least one of these holds. */
  or?: Array<OfferingSlaFilter> | null | undefined;
  /** Tariff plan that goes with the service level; null when it costs nothing more (PRD-60). */
  tariffPlan?: TariffPlanFilter | null | undefined;
  /** Template of the product whose ranges bound the values (PRD-59). */
  template?: SlaTemplateFilter | null | undefined;
  /** When the record was last changed. Slow: no index. */
  updatedAt?: DateTimeFilter | null | undefined;
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
  /** True: has no value. False: has a value; by itself slow, as no index serves it. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. By itself slow: no index serves it. */
  ne?: OfferingStatus | null | undefined;
  /** Different from all of these values (at most 500). By itself slow: no index serves it. */
  notIn?: Array<OfferingStatus> | null | undefined;
};

/** Condition on a OfferingVersion; all fields given must hold. */
export type OfferingVersionFilter = {
  /** All of these hold. */
  and?: Array<OfferingVersionFilter> | null | undefined;
  /** Who made the change, such as a staff number; null for what came with the system, and for first versions of tariffs. Slow: no index. */
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

/** Where a task in the list of one-stop staff comes from (WFL-74). */
export type OneStopEntryKind =
  /** One unit gave it to another. */
  | 'COORDINATION'
  /** The process of the order has it. */
  | 'ORDER';

/** Which tasks of one-stop business; what is absent does not matter (WFL-74). */
export type OneStopListFilter = {
  /** Only of this case. */
  caseId?: string | number | null | undefined;
  /** Only of this customer. */
  customerId?: string | number | null | undefined;
  /** Only what this level of the operator has. */
  level?: OwnerLevel | null | undefined;
  /** Only of cases carried out by the order with this number. */
  orderNo?: string | null | undefined;
  /** Only what this unit, or one below it, has; leaves out what outside systems do. */
  organizationId?: string | number | null | undefined;
  /** True for those whose limit has passed, false for the others. */
  overdue?: boolean | null | undefined;
  /** Only of this project. */
  project?: string | null | undefined;
  /** Only of business over these borders. */
  scope?: OneStopScope | null | undefined;
  /** Only what belongs to this stage. */
  stage?: OneStopStage | null | undefined;
  /** Only tasks in this state. */
  state?: ProcessTaskStatus | null | undefined;
};

/** Over which borders one-stop business goes (WFL-74, OST-68). */
export type OneStopScope =
  /** An end lies abroad. */
  | 'INTERNATIONAL'
  /** Its ends lie in several provinces. */
  | 'INTER_PROVINCE'
  /** Its ends lie in several local networks of one province. */
  | 'INTRA_PROVINCE';

/** What a task of one-stop business belongs to (WFL-74, OST-69). */
export type OneStopStage =
  /** Delivery monitoring: how far provisioning is. */
  | 'DELIVERY'
  /** Production dispatch: who makes it, and what stands in its way. */
  | 'PRODUCTION'
  /** Project management: all that holds it together. */
  | 'PROJECT'
  /** Requirement management: what the customer needs. */
  | 'REQUIREMENT';

/** What the customer intends with the offerings (MOD-52). */
export type OpportunityIntention =
  /** To have them. */
  | 'ADD'
  /** To have them otherwise. */
  | 'CHANGE'
  /** To give them up. */
  | 'REMOVE';

/** State of an opportunity (SAL-03). */
export type OpportunityStatus =
  /** Nothing came of it, for the reason named (SAL-29). */
  | 'LOST'
  /** What the customer needs is written down. */
  | 'NEED_KNOWN'
  /** An offer is being negotiated. */
  | 'NEGOTIATION'
  /** Sensed; the need is not understood yet. */
  | 'NEW'
  /** Split, merged or converted: others go on with it. Counts neither as won nor as lost (SAL-04). */
  | 'SUPERSEDED'
  /** A contract was signed for it, or an order came of it (SAL-28, SAL-31). */
  | 'WON';

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

/** Condition on a Order; all fields given must hold. */
export type OrderFilter = {
  /** Account that new instances are charged to. */
  account?: AccountFilter | null | undefined;
  /** All of these hold. */
  and?: Array<OrderFilter> | null | undefined;
  /** Uniform number for filing the paper of orders of any kind (ORD-52). */
  archiveNo?: StringFilter | null | undefined;
  /** When everything ordered was done. */
  completedAt?: DateTimeFilter | null | undefined;
  /** When the record was first written. Slow: no index. */
  createdAt?: DateTimeFilter | null | undefined;
  /** Who ordered. */
  customer?: CustomerFilter | null | undefined;
  /** Name of the customer when the order was entered (ORD-01). Parts of it have an index. */
  customerName?: StringFilter | null | undefined;
  /** When it was entered. */
  enteredAt?: DateTimeFilter | null | undefined;
  /** Who entered it: the subject of the caller, such as a staff number. */
  enteredBy?: StringFilter | null | undefined;
  /** Why it was last returned; null when it never was or has been sent again. Slow: no index. */
  exceptionCause?: ExceptionCauseFilter | null | undefined;
  /** When the customer wants the service open (ORD-27). */
  expectedAt?: DateTimeFilter | null | undefined;
  /** Opaque id. */
  id?: IdFilter | null | undefined;
  /** How it relates to what is already there (ORD-15). Slow: no index. */
  kind?: OrderKindFilter | null | undefined;
  /** This does not hold. */
  not?: OrderFilter | null | undefined;
  /** What the customer wants done when provisioning lacks a resource; null when it was not said: a clerk sees to it (ORD-31, WFL-67). Slow: no index. */
  onShortage?: ShortageChoiceFilter | null | undefined;
  /** Sum of the one-time prices of the items, or less as agreed for all together in a proposal; null when nothing is priced (ORD-105). */
  oneTimeTotal?: MoneyFilter | null | undefined;
  /** At least one of these holds. */
  or?: Array<OrderFilter> | null | undefined;
  /** Unique number, given by the system (ORD-50). */
  orderNo?: StringFilter | null | undefined;
  /** Paid in advance, as it was priced with; null for nothing (PRD-68). */
  prepaid?: MoneyFilter | null | undefined;
  /** Months paid in advance, as it was priced with; null for none (PRD-68). Slow: no index. */
  prepaidMonths?: IntFilter | null | undefined;
  /** Moment whose tariffs it is priced by, and what it opens is charged by: when it was entered, or when the proposal was priced that it was made of. What changes later is none of its business, unless it applies to what was sold before (ORD-107, PRD-72). Null of an order that is older than the keeping of versions of tariffs. Slow: no index. */
  pricedAt?: DateTimeFilter | null | undefined;
  /** Grade from 1 (first) to 5 (last); drives the sequence of work (ORD-29). Slow: no index. */
  priority?: IntFilter | null | undefined;
  /** The process that carries it out: where it stands and who has what to do. Null until something happens to an order that is older than its process, and for callers who may not see it (WFL-67). */
  processInstance?: ProcessInstanceFilter | null | undefined;
  /** Sum of the prices of the first period, or less as agreed for all together in a proposal; null when nothing is priced. */
  recurringTotal?: MoneyFilter | null | undefined;
  /** Region that handles it: that of the customer. */
  region?: RegionFilter | null | undefined;
  /** Where it came from (ORD-23, ORD-151). Slow: no index. */
  source?: OrderSourceFilter | null | undefined;
  /** State. */
  status?: OrderStatusFilter | null | undefined;
  /** True for an order of a group customer, which is one of the types BIG and COMMERCIAL: its fulfilment is supervised (WFL-73). */
  supervised?: BooleanFilter | null | undefined;
  /** When the record was last changed. Slow: no index. */
  updatedAt?: DateTimeFilter | null | undefined;
};

/** Who or what stands in for a line; exactly one field, as the offering asks (PRD-42, ORD-30). */
export type OrderGuarantorInput = {
  /** For a guarantee of kind DOCUMENT: number of the paper that was handed over, such as a letter of a bank. */
  documentNo?: string | null | undefined;
  /** For a guarantee of kind EMPLOYEE: an ACTIVE employee. */
  employeeId?: string | number | null | undefined;
  /** For a guarantee of kind INSTANCE: an ACTIVE instance that the caller may see, of any customer. */
  productInstanceId?: string | number | null | undefined;
};

/** Why an order under way has a number reserved (RES-31, RES-42). */
export type OrderHold =
  /** It was reserved with the order, and is released with it unless it is delivered. */
  | 'OWN'
  /** The customer had it reserved before; when it is not delivered, it stays reserved for the rest of that time. */
  | 'TAKEN_OVER';

/** Condition on a OrderHold. All operators given must hold; an operator may not be null. */
export type OrderHoldFilter = {
  /** Equal to this value. */
  eq?: OrderHold | null | undefined;
  /** Equal to one of these values (at most 500). */
  in?: Array<OrderHold> | null | undefined;
  /** True: has no value. False: has a value; by itself slow, as no index serves it. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. By itself slow: no index serves it. */
  ne?: OrderHold | null | undefined;
  /** Different from all of these values (at most 500). By itself slow: no index serves it. */
  notIn?: Array<OrderHold> | null | undefined;
};

/** Condition on a OrderItem; all fields given must hold. */
export type OrderItemFilter = {
  /** What is asked (ORD-14). Slow: no index. */
  action?: CustomerServiceTypeFilter | null | undefined;
  /** All of these hold. */
  and?: Array<OrderItemFilter> | null | undefined;
  /** Characteristics asked for, by name; they go to the instances. */
  characteristics?: Array<CharacteristicFilter> | null | undefined;
  /** When the record was first written. Slow: no index. */
  createdAt?: DateTimeFilter | null | undefined;
  /** Opaque id. */
  id?: IdFilter | null | undefined;
  /** Number within the order, from 1. Slow: no index. */
  itemNo?: IntFilter | null | undefined;
  /** For TRANSFER: who takes it over; null when the caller may not see that customer. */
  newOwner?: CustomerFilter | null | undefined;
  /** This does not hold. */
  not?: OrderItemFilter | null | undefined;
  /** Number that was chosen and priced, such as a telephone number; null for none (PRD-83). */
  number?: StringFilter | null | undefined;
  /** What keeps the number in stock for the line: ACTIVE while the order is under way, CONSUMED once the instance has the number, RELEASED when the order is cancelled or sent back. Null for a number that is not in stock or that the line keeps, and for callers who may not see reservations (RES-31, RES-42). */
  numberReservation?: ReservationFilter | null | undefined;
  /** The offering: of INSTALL the one bought, otherwise the one that the instance came with, when it did. */
  offering?: OfferingFilter | null | undefined;
  /** The offering instance acted on; of INSTALL null. */
  offeringInstance?: OfferingInstanceFilter | null | undefined;
  /** Service level that it was sold with, chosen or preselected; null without one (PRD-58, PRD-60). */
  offeringSla?: OfferingSlaFilter | null | undefined;
  /** Version of the offering that the line was sold on, and stays on whatever changes later (PRD-53); null for callers who may not see versions. */
  offeringVersion?: OfferingVersionFilter | null | undefined;
  /** One-time price for the whole quantity, by the tariff or as agreed in a proposal (ORD-105); null when the action is not priced. */
  oneTimePrice?: MoneyFilter | null | undefined;
  /** At least one of these holds. */
  or?: Array<OrderItemFilter> | null | undefined;
  /** The order it belongs to. */
  order?: OrderFilter | null | undefined;
  /** Penalty for what is not kept long enough, part of the one-time price; null without one (PRD-39). */
  penalty?: MoneyFilter | null | undefined;
  /** The product instance acted on, when the line is about a single one. */
  productInstance?: ProductInstanceFilter | null | undefined;
  /** Price of the first period for the whole quantity; null when the action is not priced. */
  recurringPrice?: MoneyFilter | null | undefined;
  /** Plan that holds after a breach, from the completion of the line on; null otherwise (PRD-39). */
  replacementPlan?: TariffPlanFilter | null | undefined;
  /** What it is an upgrade of: it is REPLACED when the order is completed. What it has of the same products goes on under the upgrade, with its number (MOD-76); the rest is taken away. Null for none (PRD-54, PRD-84). */
  replaces?: OfferingInstanceFilter | null | undefined;
  /** Plan that priced it. */
  tariffPlan?: TariffPlanFilter | null | undefined;
  /** When the record was last changed. Slow: no index. */
  updatedAt?: DateTimeFilter | null | undefined;
  /** Whether something of it was out of stock when it was ordered, and the customer agreed to wait (RES-53). Slow: no index. */
  waitsForStock?: BooleanFilter | null | undefined;
};

/** A line of an order: what to do with which offering, offering instance or product instance. */
export type OrderItemInput = {
  /** Not for INSTALL: the customer agrees to pay the penalty, or to go on with another plan, when the line breaches how long something must be kept; see `commitmentCheck` (PRD-39). False when left out. */
  acceptBreach?: boolean | null | undefined;
  /** For INSTALL: the customer agrees to wait for what is out of stock; otherwise such a line is refused with RESOURCE_SHORT (RES-53). False when left out. */
  acceptShortage?: boolean | null | undefined;
  /** What to do (ORD-14). */
  action: CustomerServiceType;
  /** Values of characteristics, for INSTALL, CHANGE, SWAP and MOVE; CHANGE and SWAP need some, or a number. */
  characteristics?: Array<OrderCharacteristicInput> | null | undefined;
  /** For INSTALL: pieces of bundled products that differ from what the offering proposes. */
  components?: Array<OrderComponentInput> | null | undefined;
  /** For INSTALL: who or what stands in, at least as many as the offering asks for; refused with GUARANTEE_MISSING otherwise. A deposit is computed and not named here (PRD-42). */
  guarantors?: Array<OrderGuarantorInput> | null | undefined;
  /** Where to install, for INSTALL and MOVE. */
  installAddress?: string | null | undefined;
  /** For TRANSFER: the customer who takes it over, visible to the caller. Refused with NO_ACCOUNT_IN_USE while that customer has no account in use (CUS-44). */
  newOwnerId?: string | number | null | undefined;
  /** For INSTALL, CHANGE and SWAP: number that was chosen, such as a telephone number, by which tariffs may price the line (PRD-83). One that another customer has, keeps or has ordered is refused with OUT_OF_STOCK, one that something else is reached under than the line acts on or replaces with NUMBER_IN_USE, and one in stock with LEVEL_TOO_GOOD or NUMBER_PURPOSE as when it is given out by hand. A number in stock is reserved for the line until the order is completed, when the instance gets it and gives up the one that it had, or cancelled or sent back, when it is free again (RES-31, RES-38, RES-41, RES-42). Only for one piece. */
  number?: string | null | undefined;
  /** For INSTALL: what to buy. Left out otherwise. */
  offeringId?: string | number | null | undefined;
  /** Act on all product instances of this one; not for INSTALL. */
  offeringInstanceId?: string | number | null | undefined;
  /** For INSTALL: a service level of the offering (UNKNOWN_SLA); the preselected one when left out (PRD-58, PRD-60). */
  offeringSlaId?: string | number | null | undefined;
  /** Act on this instance alone; not for INSTALL, and not with `offeringInstanceId`. */
  productInstanceId?: string | number | null | undefined;
  /** For INSTALL: how many of the offering; 1 when left out. A batch of lines is one item (ORD-05). */
  quantity?: number | null | undefined;
  /** Why the customer wants it, such as the reason for a removal (ORD-22). */
  reason?: string | null | undefined;
  /** For INSTALL of an upgrade: what of the customer it takes the place of when the order is completed (NOT_UPGRADED when no relation of the offerings or plans says so). What it has of the same products stays as it is, number and address included (CONTRADICTORY with another `installAddress`), and only the rest is taken away. Needed only where the customer has several such (AMBIGUOUS); IN_FLIGHT_CONFLICT while another order upgrades it (PRD-54, PRD-84). */
  replacesId?: string | number | null | undefined;
  /** For INSTALL: a plan that the offering is sold with; its default when left out. */
  tariffPlanId?: string | number | null | undefined;
};

/** How an order relates to what is already there (ORD-15). */
export type OrderKind =
  /** Resources are available; provisioning follows the order. */
  | 'NORMAL'
  /** Accepted before resources are available; a clerk makes it formal later (ORD-69…72). */
  | 'PRE_ACCEPTED'
  /** The service was opened before the order was written. */
  | 'PRE_PROVISIONED';

/** Condition on a OrderKind. All operators given must hold; an operator may not be null. */
export type OrderKindFilter = {
  /** Equal to this value. */
  eq?: OrderKind | null | undefined;
  /** Equal to one of these values (at most 500). */
  in?: Array<OrderKind> | null | undefined;
  /** True: has no value. False: has a value; by itself slow, as no index serves it. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. By itself slow: no index serves it. */
  ne?: OrderKind | null | undefined;
  /** Different from all of these values (at most 500). By itself slow: no index serves it. */
  notIn?: Array<OrderKind> | null | undefined;
};

/** Where an order came from; stamped by the system, not by the caller (ORD-23, ORD-151). */
export type OrderSource =
  /** Self-service of the customer: web hall, multimedia terminal, text message. */
  | 'ACCESS_PLATFORM'
  /** Started by billing, such as suspension for arrears. */
  | 'BILLING'
  /** Written by staff in this system. */
  | 'INTERNAL_MODULE'
  /** Any other system, such as the handling of violations. */
  | 'OTHER'
  /** Sent by the customer system of another region (one-stop acceptance). */
  | 'OTHER_REGION_CRM'
  /** Written by a partner. */
  | 'PARTNER_PORTAL';

/** Condition on a OrderSource. All operators given must hold; an operator may not be null. */
export type OrderSourceFilter = {
  /** Equal to this value. */
  eq?: OrderSource | null | undefined;
  /** Equal to one of these values (at most 500). */
  in?: Array<OrderSource> | null | undefined;
  /** True: has no value. False: has a value; by itself slow, as no index serves it. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. By itself slow: no index serves it. */
  ne?: OrderSource | null | undefined;
  /** Different from all of these values (at most 500). By itself slow: no index serves it. */
  notIn?: Array<OrderSource> | null | undefined;
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

/** Condition on a OrderStatus. All operators given must hold; an operator may not be null. */
export type OrderStatusFilter = {
  /** Equal to this value. */
  eq?: OrderStatus | null | undefined;
  /** Equal to one of these values (at most 500). */
  in?: Array<OrderStatus> | null | undefined;
  /** True: has no value. False: has a value; by itself slow, as no index serves it. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. By itself slow: no index serves it. */
  ne?: OrderStatus | null | undefined;
  /** Different from all of these values (at most 500). By itself slow: no index serves it. */
  notIn?: Array<OrderStatus> | null | undefined;
};

/** An order with its lines. */
export type OrderSubmitInput = {
  /** Account of the customer that new instances are charged to. When left out, the default account, or while that is not in use the oldest that is. Refused with NO_ACCOUNT_IN_USE when something is installed and there is none: a customer who was cancelled is restored first (CUS-38, CUS-44). */
  accountId?: string | number | null | undefined;
  /** Code of the channel through which it is sold: a sales channel, such as `WEB_HALL`, or an active partner; NOT_FOUND otherwise. Offerings that are sold only through some refuse all others (PRD-48). */
  channel?: string | null | undefined;
  /** Whether all service orders of the order complete together, as for a batch that is opened at once: they go to provisioning together, and none completes before provisioning is done with all. False when left out: each completes alone (ORD-85, WFL-68). */
  completeTogether?: boolean | null | undefined;
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
  /** What to do when provisioning lacks a resource; when left out a clerk sees to it (ORD-31, WFL-67). */
  onShortage?: ShortageChoice | null | undefined;
  /** Money paid in advance, in the currency of the whole; tariffs and discounts may depend on it (PRD-68). */
  prepaidAmount?: string | null | undefined;
  /** Months paid in advance; tariffs and discounts may depend on them (PRD-68). */
  prepaidMonths?: number | null | undefined;
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
  /** True: has no value. False: has a value; by itself slow, as no index serves it. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. By itself slow: no index serves it. */
  ne?: OrganizationScale | null | undefined;
  /** Different from all of these values (at most 500). By itself slow: no index serves it. */
  notIn?: Array<OrganizationScale> | null | undefined;
};

/** What the outside number subsystem (OSS) knows of a reservation (RES-42). */
export type OutsideHold =
  /** It is asked to hold the number, and has not answered yet. */
  | 'ASKED'
  /** It was told that the reservation has ended, and holds nothing. */
  | 'ENDED'
  /** It is being told that the reservation has ended. */
  | 'ENDING'
  /** It holds the number. */
  | 'HELD'
  /** It does not hold the number; the reservation was released, unless it had ended before the answer came. */
  | 'REFUSED';

/** Condition on a OutsideHold. All operators given must hold; an operator may not be null. */
export type OutsideHoldFilter = {
  /** Equal to this value. */
  eq?: OutsideHold | null | undefined;
  /** Equal to one of these values (at most 500). */
  in?: Array<OutsideHold> | null | undefined;
  /** True: has no value. False: has a value; by itself slow, as no index serves it. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. By itself slow: no index serves it. */
  ne?: OutsideHold | null | undefined;
  /** Different from all of these values (at most 500). By itself slow: no index serves it. */
  notIn?: Array<OutsideHold> | null | undefined;
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
  /** True: has no value. False: has a value; by itself slow, as no index serves it. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. By itself slow: no index serves it. */
  ne?: OwnerLevel | null | undefined;
  /** Different from all of these values (at most 500). By itself slow: no index serves it. */
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
  /** Name of the partner; follows the name of the organisation. Parts of it have an index. */
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
  /** True: has no value. False: has a value; by itself slow, as no index serves it. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. By itself slow: no index serves it. */
  ne?: PartnerStatus | null | undefined;
  /** Different from all of these values (at most 500). By itself slow: no index serves it. */
  notIn?: Array<PartnerStatus> | null | undefined;
};

/** Condition on a Party; all fields given must hold. */
export type PartyFilter = {
  /** All of these hold. */
  and?: Array<PartyFilter> | null | undefined;
  /** When the record was first written. Slow: no index. */
  createdAt?: DateTimeFilter | null | undefined;
  /** It is a ExternalOrganization, of which this holds; an empty condition asks for the type alone. */
  externalOrganization?: ExternalOrganizationFilter | null | undefined;
  /** Opaque id. */
  id?: IdFilter | null | undefined;
  /** It is a Individual, of which this holds; an empty condition asks for the type alone. */
  individual?: IndividualFilter | null | undefined;
  /** It is a InternalOrganization, of which this holds; an empty condition asks for the type alone. */
  internalOrganization?: InternalOrganizationFilter | null | undefined;
  /** Full name. Parts of it have an index. */
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
  /** True: has no value. False: has a value; by itself slow, as no index serves it. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. By itself slow: no index serves it. */
  ne?: PartyStatus | null | undefined;
  /** Different from all of these values (at most 500). By itself slow: no index serves it. */
  notIn?: Array<PartyStatus> | null | undefined;
};

/** Way in which a customer pays: exactly four (MOD-36). */
export type PaymentAccountKind =
  /** Cash. */
  | 'CASH'
  /** Collection from a bank account (托收). */
  | 'COLLECTION'
  /** Credit card. */
  | 'CREDIT_CARD'
  /** Prepaid deposit with the operator. */
  | 'PREPAID_DEPOSIT';

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
  /** True: has no value. False: has a value; by itself slow, as no index serves it. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. By itself slow: no index serves it. */
  ne?: PaymentMode | null | undefined;
  /** Different from all of these values (at most 500). By itself slow: no index serves it. */
  notIn?: Array<PaymentMode> | null | undefined;
};

/** What an entry does to points (PTS-10, PTS-11). */
export type PointsOperation =
  /** Points were corrected by hand, with a reason. */
  | 'ADJUSTED'
  /** Points came. */
  | 'EARNED'
  /** Points ended unused. */
  | 'EXPIRED'
  /** Points were exchanged for something. */
  | 'REDEEMED'
  /** Another entry was undone. */
  | 'REVERSED'
  /** Points went to the customer that another was merged into, or came back when the merge was undone (CUS-80). */
  | 'TRANSFERRED';

/** State of a customer who may become a big one (CUS-76). */
export type PotentialBigStatus =
  /** Is none. */
  | 'CLEARED'
  /** Has become a big customer. */
  | 'CONVERTED'
  /** Found, and not looked at yet. */
  | 'DETECTED'
  /** What the customer consumes is followed, with proactive service. */
  | 'TRACKING';

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
  /** It is a BillDispute, of which this holds; an empty condition asks for the type alone. */
  billDispute?: BillDisputeFilter | null | undefined;
  /** What it is about. */
  category?: TicketCategoryFilter | null | undefined;
  /** Channel over which it was accepted. Slow: no index. */
  channel?: TicketChannelFilter | null | undefined;
  /** When it was closed or cancelled. Slow: no index. */
  closedAt?: DateTimeFilter | null | undefined;
  /** It is a ComplaintTicket, of which this holds; an empty condition asks for the type alone. */
  complaintTicket?: ComplaintTicketFilter | null | undefined;
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
  /** It is a FaultTicket, of which this holds; an empty condition asks for the type alone. */
  faultTicket?: FaultTicketFilter | null | undefined;
  /** Since when it is held with its process: nobody works on it, and its deadline stands still; null while it is not (WFL-45). Slow: no index. */
  heldAt?: DateTimeFilter | null | undefined;
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
  /** The process by which the ticket is handled; its tasks stand in the work lists and end with what is done to the ticket. Null when no template is published that applies, and for callers who may not see it (WFL-34, WFL-40). */
  processInstance?: ProcessInstanceFilter | null | undefined;
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
  /** It is a Suggestion, of which this holds; an empty condition asks for the type alone. */
  suggestion?: SuggestionFilter | null | undefined;
  /** Number that people name the ticket by; given at acceptance. */
  ticketNo?: StringFilter | null | undefined;
  /** When the record was last changed. Slow: no index. */
  updatedAt?: DateTimeFilter | null | undefined;
};

/** How bad it is, as TMF642 grades it. */
export type ProcessAlarmLevel =
  /** Everything else waits. */
  | 'CRITICAL'
  /** To be known. */
  | 'INFO'
  /** To be looked after at once. */
  | 'MAJOR'
  /** To be looked after soon. */
  | 'MINOR';

/** Condition on a ProcessAlarmLevel. All operators given must hold; an operator may not be null. */
export type ProcessAlarmLevelFilter = {
  /** Equal to this value. */
  eq?: ProcessAlarmLevel | null | undefined;
  /** Equal to one of these values (at most 500). */
  in?: Array<ProcessAlarmLevel> | null | undefined;
  /** True: has no value. False: has a value; by itself slow, as no index serves it. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. By itself slow: no index serves it. */
  ne?: ProcessAlarmLevel | null | undefined;
  /** Different from all of these values (at most 500). By itself slow: no index serves it. */
  notIn?: Array<ProcessAlarmLevel> | null | undefined;
};

/** When instances of a template begin (WFL-21). */
export type ProcessDispatchMode =
  /** When a dispatcher lets them go. */
  | 'MANUAL'
  /** At once. */
  | 'REALTIME'
  /** When the scheduler lets them go, at the latest a minute later. */
  | 'SCHEDULED';

/** Condition on a ProcessDispatchMode. All operators given must hold; an operator may not be null. */
export type ProcessDispatchModeFilter = {
  /** Equal to this value. */
  eq?: ProcessDispatchMode | null | undefined;
  /** Equal to one of these values (at most 500). */
  in?: Array<ProcessDispatchMode> | null | undefined;
  /** True: has no value. False: has a value; by itself slow, as no index serves it. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. By itself slow: no index serves it. */
  ne?: ProcessDispatchMode | null | undefined;
  /** Different from all of these values (at most 500). By itself slow: no index serves it. */
  notIn?: Array<ProcessDispatchMode> | null | undefined;
};

/** Condition on a ProcessInstance; all fields given must hold. */
export type ProcessInstanceFilter = {
  /** The worst of its open alarms; null when there is none (WFL-57). Slow: no index. */
  alarmLevel?: ProcessAlarmLevelFilter | null | undefined;
  /** All of these hold. */
  and?: Array<ProcessInstanceFilter> | null | undefined;
  /** Instances with the same key wait for each other and are shown together (WFL-49, WFL-61). Slow: no index. */
  correlationKey?: StringFilter | null | undefined;
  /** When the record was first written. Slow: no index. */
  createdAt?: DateTimeFilter | null | undefined;
  /** Customer whose object it is about, or about whom it is; null for none, and for callers who may not see them. */
  customer?: CustomerFilter | null | undefined;
  /** By when it should end; null without a limit (WFL-16). Slow: no index. */
  dueAt?: DateTimeFilter | null | undefined;
  /** When it ended; null before. Slow: no index. */
  endedAt?: DateTimeFilter | null | undefined;
  /** Code of what keeps it from going on; null when nothing does (WFL-46). `TOO_MANY_VISITS`: it has entered and left steps 10000 times; `RULE_TOO_COSTLY`: a guard or a formula takes more than 100000 rounds for its values. Slow: no index. */
  exceptionCode?: StringFilter | null | undefined;
  /** How often it could not go on by itself (WFL-63). Slow: no index. */
  exceptionCount?: IntFilter | null | undefined;
  /** Handling grade that chooses the time limits (WFL-16, WFL-72); null for none. Slow: no index. */
  handlingGrade?: StringFilter | null | undefined;
  /** Seconds for which it, or a piece of its work, was held and let go on again, in all: what a duration without waits leaves out (WFL-45, WFL-69). Slow: no index. */
  heldSeconds?: IntFilter | null | undefined;
  /** Opaque id. */
  id?: IdFilter | null | undefined;
  /** Number for people, such as `PI-00000012`. */
  instanceNo?: StringFilter | null | undefined;
  /** This does not hold. */
  not?: ProcessInstanceFilter | null | undefined;
  /** Opaque id of that object. */
  objectId?: StringFilter | null | undefined;
  /** Type of the object that it is about, such as `Order`; null when it is about none. Slow: no index. */
  objectType?: StringFilter | null | undefined;
  /** At least one of these holds. */
  or?: Array<ProcessInstanceFilter> | null | undefined;
  /** True once it did not end in time (WFL-57). Slow: no index. */
  overdue?: BooleanFilter | null | undefined;
  /** The instance of which it is a step; null when it is none (WFL-04). */
  parent?: ProcessInstanceFilter | null | undefined;
  /** The instance after a step of which it goes on; null when it does so after none (WFL-38). */
  previous?: ProcessInstanceFilter | null | undefined;
  /** Region whose staff see it: that of the object, else that of the unit of who started it, else the one around all others, for the headquarters (WFL-35, WFL-40). */
  region?: RegionFilter | null | undefined;
  /** How many of its tasks were sent back (WFL-63). Slow: no index. */
  rejections?: IntFilter | null | undefined;
  /** Outside system that gave it to us to do; null when none did (WFL-53). Slow: no index. */
  requestSystem?: StringFilter | null | undefined;
  /** How often it went back to an earlier step (WFL-63). Slow: no index. */
  rollBacks?: IntFilter | null | undefined;
  /** When the step that had started it was rolled back: since then all that was done in it is being undone, and then it is `TERMINATED`. Null when it was not (WFL-04, WFL-43). Slow: no index. */
  rolledBackAt?: DateTimeFilter | null | undefined;
  /** What started it (WFL-34). Slow: no index. */
  startMode?: ProcessStartModeFilter | null | undefined;
  /** When it began; null before. Slow: no index. */
  startedAt?: DateTimeFilter | null | undefined;
  /** Who started it. Slow: no index. */
  startedBy?: StringFilter | null | undefined;
  /** The instance after whose end it begins, or has begun: as a person said at its start, or as its template says; null for none (WFL-22, WFL-49). */
  startsAfter?: ProcessInstanceFilter | null | undefined;
  /** When it is to begin; null when a dispatcher lets it (WFL-21). Slow: no index. */
  startsAt?: DateTimeFilter | null | undefined;
  /** State. */
  status?: ProcessInstanceStatusFilter | null | undefined;
  /** What it is about, for people. Parts of it have an index. */
  subject?: StringFilter | null | undefined;
  /** Since when it is held; null when it is not (WFL-45). Slow: no index. */
  suspendedAt?: DateTimeFilter | null | undefined;
  /** The template; null while none was found that applies (WFL-35). */
  template?: ProcessTemplateFilter | null | undefined;
  /** True for a test of a template: outside systems are told nothing (WFL-27). Slow: no index. */
  test?: BooleanFilter | null | undefined;
  /** When the record was last changed. Slow: no index. */
  updatedAt?: DateTimeFilter | null | undefined;
  /** The version on which it runs; one of its own after its steps were changed (WFL-48). */
  version?: ProcessTemplateVersionFilter | null | undefined;
  /** Since when a piece of its work is held, such as a service order of an order or a sub-process, so that its own limit stands still; null when none is (WFL-04, WFL-45, WFL-73). Slow: no index. */
  workHeldAt?: DateTimeFilter | null | undefined;
  /** What kind of work it is (WFL-71). Slow: no index. */
  workKind?: ProcessWorkKindFilter | null | undefined;
};

/** State of a process instance (workflow requirements 4.2). */
export type ProcessInstanceStatus =
  /** It cannot go on by itself; a dispatcher must act (WFL-46, WFL-47). */
  | 'ABNORMAL'
  /** All its tokens have ended. */
  | 'COMPLETED'
  /** What was done is being undone (WFL-42, WFL-43). */
  | 'ROLLING_BACK'
  /** Work is being done. */
  | 'RUNNING'
  /** Held by hand until it is resumed (WFL-45). */
  | 'SUSPENDED'
  /** Ended by hand, or undone with the step that had started it (WFL-43, WFL-44). */
  | 'TERMINATED'
  /** It has not begun, or waits for instances of other processes (WFL-21, WFL-49). */
  | 'WAITING';

/** Condition on a ProcessInstanceStatus. All operators given must hold; an operator may not be null. */
export type ProcessInstanceStatusFilter = {
  /** Equal to this value. */
  eq?: ProcessInstanceStatus | null | undefined;
  /** Equal to one of these values (at most 500). */
  in?: Array<ProcessInstanceStatus> | null | undefined;
  /** True: has no value. False: has a value; by itself slow, as no index serves it. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. By itself slow: no index serves it. */
  ne?: ProcessInstanceStatus | null | undefined;
  /** Different from all of these values (at most 500). By itself slow: no index serves it. */
  notIn?: Array<ProcessInstanceStatus> | null | undefined;
};

/** What the operator of a step is (WFL-15). */
export type ProcessOperatorKind =
  /** One person. */
  | 'EMPLOYEE'
  /** Whoever works in the unit or below it. */
  | 'ORGANIZATION'
  /** Whoever holds the position. */
  | 'POSITION'
  /** Whoever holds a position with the role. */
  | 'ROLE';

/** Condition on a ProcessOperatorKind. All operators given must hold; an operator may not be null. */
export type ProcessOperatorKindFilter = {
  /** Equal to this value. */
  eq?: ProcessOperatorKind | null | undefined;
  /** Equal to one of these values (at most 500). */
  in?: Array<ProcessOperatorKind> | null | undefined;
  /** True: has no value. False: has a value; by itself slow, as no index serves it. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. By itself slow: no index serves it. */
  ne?: ProcessOperatorKind | null | undefined;
  /** Different from all of these values (at most 500). By itself slow: no index serves it. */
  notIn?: Array<ProcessOperatorKind> | null | undefined;
};

/** What started an instance (WFL-34). */
export type ProcessStartMode =
  /** A business operation of the system. */
  | 'AUTO'
  /** An event that the template listens to. */
  | 'EVENT'
  /** A person. */
  | 'MANUAL'
  /** A step of another instance. */
  | 'SUBPROCESS';

/** Condition on a ProcessStartMode. All operators given must hold; an operator may not be null. */
export type ProcessStartModeFilter = {
  /** Equal to this value. */
  eq?: ProcessStartMode | null | undefined;
  /** Equal to one of these values (at most 500). */
  in?: Array<ProcessStartMode> | null | undefined;
  /** True: has no value. False: has a value; by itself slow, as no index serves it. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. By itself slow: no index serves it. */
  ne?: ProcessStartMode | null | undefined;
  /** Different from all of these values (at most 500). By itself slow: no index serves it. */
  notIn?: Array<ProcessStartMode> | null | undefined;
};

/** State of a task (WFL-41, workflow requirements 4.3). */
export type ProcessTaskStatus =
  /** Somebody has taken it, or was given it (签收). */
  | 'ACCEPTED'
  /** The outside system has told of progress. */
  | 'ACKNOWLEDGED'
  /** In the work list of those who may do it (派单). */
  | 'DISPATCHED'
  /** The outside system did not take it or could not do it. */
  | 'FAILED'
  /** Whoever has it has told of progress. */
  | 'IN_PROGRESS'
  /** For an outside system; not sent yet. */
  | 'PENDING'
  /** Not needed any more (撤单). */
  | 'RECALLED'
  /** Sent back with a reason (退单). */
  | 'REJECTED'
  /** Done (回单). */
  | 'RETURNED'
  /** Handed over to the outside system. */
  | 'SENT';

/** Condition on a ProcessTemplate; all fields given must hold. */
export type ProcessTemplateFilter = {
  /** All of these hold. */
  and?: Array<ProcessTemplateFilter> | null | undefined;
  /** Code for good, such as `FAULT_LEVEL_1`. */
  code?: StringFilter | null | undefined;
  /** When the record was first written. Slow: no index. */
  createdAt?: DateTimeFilter | null | undefined;
  /** When its instances begin (WFL-21). Slow: no index. */
  dispatchMode?: ProcessDispatchModeFilter | null | undefined;
  /** Functional domain, such as `trouble` (WFL-01). */
  functionalDomain?: StringFilter | null | undefined;
  /** Opaque id. */
  id?: IdFilter | null | undefined;
  /** Name. Parts of it have an index. */
  name?: StringFilter | null | undefined;
  /** This does not hold. */
  not?: ProcessTemplateFilter | null | undefined;
  /** Type of the objects that it dispatches (调度对象), such as `FaultTicket`: a type of the graph; `ANY` for all. */
  objectType?: StringFilter | null | undefined;
  /** At least one of these holds. */
  or?: Array<ProcessTemplateFilter> | null | undefined;
  /** The template from which it was copied; null when it was made anew (WFL-03). */
  origin?: ProcessTemplateFilter | null | undefined;
  /** Of several that apply to an object, the one with the highest priority is taken. Slow: no index. */
  priority?: IntFilter | null | undefined;
  /** Region whose staff look after it, and for whose objects alone it is picked by itself, with those inside it; null for the headquarters and everywhere (WFL-05). */
  region?: RegionFilter | null | undefined;
  /** When the record was last changed. Slow: no index. */
  updatedAt?: DateTimeFilter | null | undefined;
  /** Counts the changes of what is said above, from 1; a change names the one that it saw. Slow: no index. */
  version?: IntFilter | null | undefined;
  /** What kind of work its instances are (WFL-71). Slow: no index. */
  workKind?: ProcessWorkKindFilter | null | undefined;
};

/** Condition on a ProcessTemplateVersion; all fields given must hold. */
export type ProcessTemplateVersionFilter = {
  /** All of these hold. */
  and?: Array<ProcessTemplateVersionFilter> | null | undefined;
  /** The version from which it was copied; null when it was made anew (WFL-03). */
  basedOn?: ProcessTemplateVersionFilter | null | undefined;
  /** When the record was first written. Slow: no index. */
  createdAt?: DateTimeFilter | null | undefined;
  /** Who made it. Slow: no index. */
  createdBy?: StringFilter | null | undefined;
  /** Opaque id. */
  id?: IdFilter | null | undefined;
  /** True for a changed copy that belongs to one running instance (WFL-48). Slow: no index. */
  instanceOwn?: BooleanFilter | null | undefined;
  /** This does not hold. */
  not?: ProcessTemplateVersionFilter | null | undefined;
  /** Number within the template, from 1. Slow: no index. */
  number?: IntFilter | null | undefined;
  /** At least one of these holds. */
  or?: Array<ProcessTemplateVersionFilter> | null | undefined;
  /** When it was published; null before (WFL-31). Slow: no index. */
  publishedAt?: DateTimeFilter | null | undefined;
  /** Who published it; null before (WFL-31). Slow: no index. */
  publishedBy?: StringFilter | null | undefined;
  /** What is responsible for its instances: told of alarms about them, and of those that cannot go on (WFL-59); null for the position `PROCESS_MANAGER`. Slow: no index. */
  responsibleKind?: ProcessOperatorKindFilter | null | undefined;
  /** Counts the edits of the draft; an edit names the one that it saw. Slow: no index. */
  revision?: IntFilter | null | undefined;
  /** How many conditions the applicability joins by `and`: the more, the more specific. Slow: no index. */
  specificity?: IntFilter | null | undefined;
  /** How far it has come. */
  status?: ProcessVersionStatusFilter | null | undefined;
  /** When it was sent for approval; null before. Slow: no index. */
  submittedAt?: DateTimeFilter | null | undefined;
  /** Who sent it for approval; null before. Slow: no index. */
  submittedBy?: StringFilter | null | undefined;
  /** The unit in which whoever sent it for approval worked then (WFL-28); null before, for one who is no employee, and where that was not kept. */
  submitterOrganization?: InternalOrganizationFilter | null | undefined;
  /** The template. */
  template?: ProcessTemplateFilter | null | undefined;
  /** When the record was last changed. Slow: no index. */
  updatedAt?: DateTimeFilter | null | undefined;
  /** When it makes instances (WFL-24). */
  validity?: TimePeriodFilter | null | undefined;
};

/** State of a version of a template (WFL-23..31). */
export type ProcessVersionStatus =
  /** All approvers have agreed; it may be published. */
  | 'APPROVED'
  /** It is being made; only now it can be edited. */
  | 'DRAFT'
  /** It makes no new instances; running ones go on (WFL-25, WFL-26). */
  | 'INVALID'
  /** Its approvers have it (WFL-28). */
  | 'PENDING_APPROVAL'
  /** It makes instances within its validity (WFL-30). */
  | 'PUBLISHED'
  /** An approver has given it back. */
  | 'REJECTED'
  /** It makes test instances only, which tell outside systems nothing (WFL-27). */
  | 'TESTING';

/** Condition on a ProcessVersionStatus. All operators given must hold; an operator may not be null. */
export type ProcessVersionStatusFilter = {
  /** Equal to this value. */
  eq?: ProcessVersionStatus | null | undefined;
  /** Equal to one of these values (at most 500). */
  in?: Array<ProcessVersionStatus> | null | undefined;
  /** True: has no value. False: has a value; by itself slow, as no index serves it. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. By itself slow: no index serves it. */
  ne?: ProcessVersionStatus | null | undefined;
  /** Different from all of these values (at most 500). By itself slow: no index serves it. */
  notIn?: Array<ProcessVersionStatus> | null | undefined;
};

/** What kind of work a process is; all are dispatched alike (WFL-71). */
export type ProcessWorkKind =
  /** A free request of one unit to another (协作单). */
  | 'COLLABORATION_ORDER'
  /** A customer's order (订单). */
  | 'ORDER'
  /** What an order asks of one service (服务定单). */
  | 'SERVICE_ORDER'
  /** A directive, such as of the quality inspection, to other units (督办单). */
  | 'SUPERVISION_ORDER'
  /** Work for a position (工单). */
  | 'WORK_ORDER';

/** Condition on a ProcessWorkKind. All operators given must hold; an operator may not be null. */
export type ProcessWorkKindFilter = {
  /** Equal to this value. */
  eq?: ProcessWorkKind | null | undefined;
  /** Equal to one of these values (at most 500). */
  in?: Array<ProcessWorkKind> | null | undefined;
  /** True: has no value. False: has a value; by itself slow, as no index serves it. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. By itself slow: no index serves it. */
  ne?: ProcessWorkKind | null | undefined;
  /** Different from all of these values (at most 500). By itself slow: no index serves it. */
  notIn?: Array<ProcessWorkKind> | null | undefined;
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
  /** Name in the language of the operator. Parts of it have an index. */
  name?: StringFilter | null | undefined;
  /** What the product is made of (PRD-03). Slow: no index. */
  nature?: ProductNatureFilter | null | undefined;
  /** This does not hold. */
  not?: ProductFilter | null | undefined;
  /** At least one of these holds. */
  or?: Array<ProductFilter> | null | undefined;
  /** Province or local network that maintains it and inside which alone it is sold; null for the headquarters (PRD-09, PRD-10). */
  owner?: RegionFilter | null | undefined;
  /** Template of the process that carries orders of group customers for it out, unless other products of the order name another; null for the one that applies, and for callers who may not see it (WFL-73). */
  processTemplate?: ProcessTemplateFilter | null | undefined;
  /** Line that the product belongs to (PRD-95). */
  productLine?: ProductLineFilter | null | undefined;
  /** Who provides it; null for own products (PRD-07). */
  provider?: ExternalOrganizationFilter | null | undefined;
  /** Kind of provider (PRD-07). Slow: no index. */
  providerKind?: ProductProviderKindFilter | null | undefined;
  /** State; changes only through its life cycle (PRD-04). */
  status?: ProductStatusFilter | null | undefined;
  /** True for a product for group customers whose fulfilment is supervised: it is put in use only when it is ready (WFL-73). Slow: no index. */
  supervised?: BooleanFilter | null | undefined;
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
  /** Sale whose commitment still binds it although a transfer took it out of that offering: how long it must be kept goes with it to the new owner (PRD-38). Null before a transfer, and for callers who may not see what the former owner has. */
  committedThrough?: OfferingInstanceFilter | null | undefined;
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
  /** True: has no value. False: has a value; by itself slow, as no index serves it. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. By itself slow: no index serves it. */
  ne?: ProductInstanceStatus | null | undefined;
  /** Different from all of these values (at most 500). By itself slow: no index serves it. */
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
  /** True: has no value. False: has a value; by itself slow, as no index serves it. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. By itself slow: no index serves it. */
  ne?: ProductKind | null | undefined;
  /** Different from all of these values (at most 500). By itself slow: no index serves it. */
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
  /** Name in the language of the operator. Parts of it have an index. */
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
  /** True: has no value. False: has a value; by itself slow, as no index serves it. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. By itself slow: no index serves it. */
  ne?: ProductNature | null | undefined;
  /** Different from all of these values (at most 500). By itself slow: no index serves it. */
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
  /** Name. Parts of it have an index. */
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
  /** True: has no value. False: has a value; by itself slow, as no index serves it. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. By itself slow: no index serves it. */
  ne?: ProductProviderKind | null | undefined;
  /** Different from all of these values (at most 500). By itself slow: no index serves it. */
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
  /** True: has no value. False: has a value; by itself slow, as no index serves it. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. By itself slow: no index serves it. */
  ne?: ProductStatus | null | undefined;
  /** Different from all of these values (at most 500). By itself slow: no index serves it. */
  notIn?: Array<ProductStatus> | null | undefined;
};

/** Condition on a ProductVersion; all fields given must hold. */
export type ProductVersionFilter = {
  /** All of these hold. */
  and?: Array<ProductVersionFilter> | null | undefined;
  /** Who made the change, such as a staff number; null for what came with the system, and for first versions of tariffs. Slow: no index. */
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

/** State of a proposal (SAL-65, TMF648). */
export type ProposalStatus =
  /** The customer agrees; a contract and an order can be made of it. */
  | 'ACCEPTED'
  /** Approved; it may be sent. */
  | 'APPROVED'
  /** Being written; the only state in which it changes. */
  | 'DRAFT'
  /** Its validity has passed; it is never changed again (SAL-74, SAL-75). */
  | 'EXPIRED'
  /** Submitted; somebody else decides on it (SAL-68). */
  | 'IN_APPROVAL'
  /** The customer does not want it. */
  | 'REJECTED'
  /** A later version stands in its place (SAL-71). */
  | 'REPLACED'
  /** The customer has it. */
  | 'SENT';

/** What a customer is rated for besides credit (MOD-90). */
export type RatingKind =
  /** How much the customer is inclined to stay and to buy again. */
  | 'LOYALTY'
  /** How content the customer is with service, quality and value. */
  | 'SATISFACTION';

/** Level of satisfaction or loyalty, by bands of scores (CUS-73). */
export type RatingLevel =
  /** By and large; as delivered from 60. */
  | 'BASIC'
  /** Quite content, or quite loyal; as delivered from 80. */
  | 'HIGH'
  /** Not content, or not loyal; as delivered from 40. */
  | 'LOW'
  /** Very content, or very loyal; as delivered from 95. */
  | 'VERY_HIGH'
  /** Not at all. */
  | 'VERY_LOW';

/** What has come of arrears (CUS-64). */
export type RecoveryState =
  /** Still owed. */
  | 'OPEN'
  /** Paid in part; the amount is what is still owed. */
  | 'PARTLY_RECOVERED'
  /** Paid. */
  | 'RECOVERED'
  /** Given up. */
  | 'WRITTEN_OFF';

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
  /** Name in the language of the operator. Parts of it have an index. */
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
  /** True: has no value. False: has a value; by itself slow, as no index serves it. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. By itself slow: no index serves it. */
  ne?: RegionKind | null | undefined;
  /** Different from all of these values (at most 500). By itself slow: no index serves it. */
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
  /** True: has no value. False: has a value; by itself slow, as no index serves it. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. By itself slow: no index serves it. */
  ne?: ReplyMode | null | undefined;
  /** Different from all of these values (at most 500). By itself slow: no index serves it. */
  notIn?: Array<ReplyMode> | null | undefined;
};

/** Condition on a Reservation; all fields given must hold. */
export type ReservationFilter = {
  /** All of these hold. */
  and?: Array<ReservationFilter> | null | undefined;
  /** When the record was first written. Slow: no index. */
  createdAt?: DateTimeFilter | null | undefined;
  /** For whom it is kept; null when no customer is known yet, and for callers who may not see that customer. */
  customer?: CustomerFilter | null | undefined;
  /** When it expires. */
  expiresAt?: DateTimeFilter | null | undefined;
  /** Whose stock it is. */
  holder?: StockHolderFilter | null | undefined;
  /** Opaque id. */
  id?: IdFilter | null | undefined;
  /** The piece or number; null when pieces are only counted. */
  item?: ResourceItemFilter | null | undefined;
  /** This does not hold. */
  not?: ReservationFilter | null | undefined;
  /** At least one of these holds. */
  or?: Array<ReservationFilter> | null | undefined;
  /** That an order under way needs it: it does not expire but is renewed until the order ends, and only the order ends it. Null for reservations of nobody but people (RES-31, RES-42). Slow: no index. */
  orderHold?: OrderHoldFilter | null | undefined;
  /** When the outside number subsystem answered last; null when it has not. Slow: no index. */
  outsideAt?: DateTimeFilter | null | undefined;
  /** What the outside number subsystem knows of it; null for stock that is no number, and for reservations from before it was told (RES-42). Slow: no index. */
  outsideHold?: OutsideHoldFilter | null | undefined;
  /** Product that a number is to serve; null when nobody said, and for callers who may not see it (RES-42). */
  product?: ProductFilter | null | undefined;
  /** Who reserved it. Slow: no index. */
  reservedBy?: StringFilter | null | undefined;
  /** State; changes only through its life cycle. */
  status?: ReservationStatusFilter | null | undefined;
  /** What is kept. */
  type?: ResourceTypeFilter | null | undefined;
  /** When the record was last changed. Slow: no index. */
  updatedAt?: DateTimeFilter | null | undefined;
};

/** State of a reservation (RES-14). */
export type ReservationStatus =
  /** Kept until it expires. */
  | 'ACTIVE'
  /** The customer got it. */
  | 'CONSUMED'
  /** Its time ran out; what it kept is free again. */
  | 'EXPIRED'
  /** Given up before its time. */
  | 'RELEASED';

/** Condition on a ReservationStatus. All operators given must hold; an operator may not be null. */
export type ReservationStatusFilter = {
  /** Equal to this value. */
  eq?: ReservationStatus | null | undefined;
  /** Equal to one of these values (at most 500). */
  in?: Array<ReservationStatus> | null | undefined;
  /** True: has no value. False: has a value; by itself slow, as no index serves it. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. By itself slow: no index serves it. */
  ne?: ReservationStatus | null | undefined;
  /** Different from all of these values (at most 500). By itself slow: no index serves it. */
  notIn?: Array<ReservationStatus> | null | undefined;
};

/** What kind of thing is kept in stock. */
export type ResourceCategory =
  /** Recharge, payment and calling cards; they expire (RES-32). */
  | 'CARD'
  /** Gifts of campaigns, points and prepayments (RES-35). */
  | 'GIFT'
  /** Telephone and other numbers (RES-31). */
  | 'NUMBER'
  /** SIM and UIM cards (RES-32). */
  | 'SIM'
  /** Terminals, told apart by their IMEI (RES-33). */
  | 'TERMINAL'
  /** Accessories of terminals (RES-34). */
  | 'TERMINAL_PART';

/** Condition on a ResourceCategory. All operators given must hold; an operator may not be null. */
export type ResourceCategoryFilter = {
  /** Equal to this value. */
  eq?: ResourceCategory | null | undefined;
  /** Equal to one of these values (at most 500). */
  in?: Array<ResourceCategory> | null | undefined;
  /** True: has no value. False: has a value; by itself slow, as no index serves it. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. By itself slow: no index serves it. */
  ne?: ResourceCategory | null | undefined;
  /** Different from all of these values (at most 500). By itself slow: no index serves it. */
  notIn?: Array<ResourceCategory> | null | undefined;
};

/** Condition on a ResourceItem; all fields given must hold. */
export type ResourceItemFilter = {
  /** All of these hold. */
  and?: Array<ResourceItemFilter> | null | undefined;
  /** When a resting number becomes free; null otherwise. */
  coolsUntil?: DateTimeFilter | null | undefined;
  /** When the record was first written. Slow: no index. */
  createdAt?: DateTimeFilter | null | undefined;
  /** Exchange that a number belongs to (RES-39). */
  exchange?: StringFilter | null | undefined;
  /** Last day of a card; null when it does not expire (RES-21). */
  expiresOn?: DateFilter | null | undefined;
  /** That a card in stock ends soon or has ended, marked by the clock (RES-21, RES-22); null before, and for other things. */
  expiry?: CardExpiryFilter | null | undefined;
  /** Who has it, or had it last. */
  holder?: StockHolderFilter | null | undefined;
  /** Opaque id. */
  id?: IdFilter | null | undefined;
  /** Product instance with which a customer has it; null otherwise, and for callers who may not see it. */
  instance?: ProductInstanceFilter | null | undefined;
  /** Level of a number from 1, the best, to 5; null for other things (RES-38). */
  level?: IntFilter | null | undefined;
  /** This does not hold. */
  not?: ResourceItemFilter | null | undefined;
  /** At least one of these holds. */
  or?: Array<ResourceItemFilter> | null | undefined;
  /** When the subsystem is asked again whether it is free: after 5 minutes, then after twice as long each time, a day at most; null while it is not refused. */
  outsideAskAt?: DateTimeFilter | null | undefined;
  /** Why it was refused last; null while it is not refused (RES-42). Slow: no index. */
  outsideRefusal?: NumberRefusalFilter | null | undefined;
  /** How often in succession it was refused; 0 while it is not. Slow: no index. */
  outsideRefusals?: IntFilter | null | undefined;
  /** When the outside number subsystem first refused to hold the number; null when it has not, and again once it holds it or is found to be free there. It is not offered while it is set (RES-42). Slow: no index. */
  outsideRefusedAt?: DateTimeFilter | null | undefined;
  /** Number of the piece: IMEI, card number, telephone number; unique in its type. */
  resourceNo?: StringFilter | null | undefined;
  /** State; changes only through its life cycle. */
  status?: ResourceStatusFilter | null | undefined;
  /** When it came into stock (RES-04). */
  stockedAt?: DateTimeFilter | null | undefined;
  /** Its type. */
  type?: ResourceTypeFilter | null | undefined;
  /** When the record was last changed. Slow: no index. */
  updatedAt?: DateTimeFilter | null | undefined;
  /** Last day of the warranty; null for none (RES-13). */
  warrantyUntil?: DateFilter | null | undefined;
};

/** State of a single piece or number. */
export type ResourceStatus =
  /** A customer has it with a product instance. */
  | 'ALLOCATED'
  /** A number that was returned and rests before it is free again (RES-31). */
  | 'COOLING'
  /** Free at its holder. */
  | 'IN_STOCK'
  /** Missing when stock was taken (RES-16). */
  | 'LOST'
  /** Defective: another piece took its place (RES-11). */
  | 'REPLACED'
  /** Kept for someone until the reservation ends (RES-14). */
  | 'RESERVED'
  /** Its stock-in was reversed (RES-05). */
  | 'REVERSED'
  /** Destroyed (RES-12). */
  | 'SCRAPPED';

/** Condition on a ResourceStatus. All operators given must hold; an operator may not be null. */
export type ResourceStatusFilter = {
  /** Equal to this value. */
  eq?: ResourceStatus | null | undefined;
  /** Equal to one of these values (at most 500). */
  in?: Array<ResourceStatus> | null | undefined;
  /** True: has no value. False: has a value; by itself slow, as no index serves it. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. By itself slow: no index serves it. */
  ne?: ResourceStatus | null | undefined;
  /** Different from all of these values (at most 500). By itself slow: no index serves it. */
  notIn?: Array<ResourceStatus> | null | undefined;
};

/** Condition on a ResourceType; all fields given must hold. */
export type ResourceTypeFilter = {
  /** All of these hold. */
  and?: Array<ResourceTypeFilter> | null | undefined;
  /** What kind of thing it is. */
  category?: ResourceCategoryFilter | null | undefined;
  /** Code unique among types. */
  code?: StringFilter | null | undefined;
  /** When the record was first written. Slow: no index. */
  createdAt?: DateTimeFilter | null | undefined;
  /** Of an accessory: type of the terminals that it fits; null otherwise (RES-34). */
  fits?: ResourceTypeFilter | null | undefined;
  /** Opaque id. */
  id?: IdFilter | null | undefined;
  /** Name with model or specification. Parts of it have an index. */
  name?: StringFilter | null | undefined;
  /** This does not hold. */
  not?: ResourceTypeFilter | null | undefined;
  /** At least one of these holds. */
  or?: Array<ResourceTypeFilter> | null | undefined;
  /** Physical product that customers get as this resource; null for numbers and the like (PRD-03). */
  product?: ProductFilter | null | undefined;
  /** How often its stock is reported; null when only what is in stock now matters (RES-03). Slow: no index. */
  reportPeriod?: StockReportPeriodFilter | null | undefined;
  /** When the record was last changed. Slow: no index. */
  updatedAt?: DateTimeFilter | null | undefined;
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
  /** True: has no value. False: has a value; by itself slow, as no index serves it. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. By itself slow: no index serves it. */
  ne?: Satisfaction | null | undefined;
  /** Different from all of these values (at most 500). By itself slow: no index serves it. */
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
  /** True: has no value. False: has a value; by itself slow, as no index serves it. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. By itself slow: no index serves it. */
  ne?: SecrecyLevel | null | undefined;
  /** Different from all of these values (at most 500). By itself slow: no index serves it. */
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
  /** True: has no value. False: has a value; by itself slow, as no index serves it. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. By itself slow: no index serves it. */
  ne?: ServiceLevel | null | undefined;
  /** Different from all of these values (at most 500). By itself slow: no index serves it. */
  notIn?: Array<ServiceLevel> | null | undefined;
};

/** Condition on a ServiceOrder; all fields given must hold. */
export type ServiceOrderFilter = {
  /** What provisioning shall do; that of the line, but CHANGE for what an upgrade keeps. Slow: no index. */
  action?: CustomerServiceTypeFilter | null | undefined;
  /** All of these hold. */
  and?: Array<ServiceOrderFilter> | null | undefined;
  /** Characteristics that provisioning shall set on the instance. */
  characteristics?: Array<CharacteristicFilter> | null | undefined;
  /** When it was completed. */
  completedAt?: DateTimeFilter | null | undefined;
  /** When the record was first written. Slow: no index. */
  createdAt?: DateTimeFilter | null | undefined;
  /** When provisioning took it, at the latest attempt. */
  dispatchedAt?: DateTimeFilter | null | undefined;
  /** When provisioning was done with it; of those that complete together it completes with the last (ORD-85, WFL-68). Slow: no index. */
  doneAt?: DateTimeFilter | null | undefined;
  /** Reference of the system that provisions, of the latest attempt. */
  externalRef?: StringFilter | null | undefined;
  /** Since when provisioning holds it at the wish of a supervisor; null when it does not, and for callers who are no staff (WFL-73). Slow: no index. */
  heldAt?: DateTimeFilter | null | undefined;
  /** Opaque id. */
  id?: IdFilter | null | undefined;
  /** This does not hold. */
  not?: ServiceOrderFilter | null | undefined;
  /** How many interventions provisioning has not settled; null for callers who are no staff (WFL-73). Slow: no index. */
  openInterventions?: IntFilter | null | undefined;
  /** At least one of these holds. */
  or?: Array<ServiceOrderFilter> | null | undefined;
  /** The order it was split from (ORD-84). */
  order?: OrderFilter | null | undefined;
  /** The item it fulfils. */
  orderItem?: OrderItemFilter | null | undefined;
  /** When it shall be installed after having been postponed (ORD-66). */
  plannedInstallAt?: DateTimeFilter | null | undefined;
  /** Product of the instance that is worked on. */
  product?: ProductFilter | null | undefined;
  /** Instance that is worked on; null when it has since gone to a customer whom the caller may not see. */
  productInstance?: ProductInstanceFilter | null | undefined;
  /** How far provisioning says it is, in percent, 0 to 100; never falls. Slow: no index. */
  progress?: IntFilter | null | undefined;
  /** Why it was returned; kept until it is sent again. Slow: no index. */
  returnCause?: ExceptionCauseFilter | null | undefined;
  /** Unique number: that of the order with a running number behind it. */
  serviceOrderNo?: StringFilter | null | undefined;
  /** State. */
  status?: ServiceOrderStatusFilter | null | undefined;
  /** When the record was last changed. Slow: no index. */
  updatedAt?: DateTimeFilter | null | undefined;
};

/** What a supervisor asks of provisioning about a service order of a group customer (WFL-73). */
export type ServiceOrderInterveneInput = {
  /** For CHANGE the values to be set, a null value takes one away; refused for others. */
  characteristics?: Array<OrderCharacteristicInput> | null | undefined;
  /** Idempotency key, up to 200 printable ASCII characters without spaces: the same key and input again, from the same caller, have one effect and the same answer; with another input they are refused with IDEMPOTENCY_KEY_REUSED. It counts before the header `idempotency-key`. */
  idempotencyKey?: string | null | undefined;
  /** What is asked. */
  kind: InterventionKind;
  /** Why. */
  reason: string;
  /** Key of the client: asking again under it changes nothing and answers the same intervention. */
  requestKey?: string | null | undefined;
  /** The service order. */
  serviceOrderId: string | number;
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

/** Condition on a ServiceOrderStatus. All operators given must hold; an operator may not be null. */
export type ServiceOrderStatusFilter = {
  /** Equal to this value. */
  eq?: ServiceOrderStatus | null | undefined;
  /** Equal to one of these values (at most 500). */
  in?: Array<ServiceOrderStatus> | null | undefined;
  /** True: has no value. False: has a value; by itself slow, as no index serves it. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. By itself slow: no index serves it. */
  ne?: ServiceOrderStatus | null | undefined;
  /** Different from all of these values (at most 500). By itself slow: no index serves it. */
  notIn?: Array<ServiceOrderStatus> | null | undefined;
};

/** What the customer wants done when provisioning lacks a resource; the process of the order does it (ORD-31, WFL-67). */
export type ShortageChoice =
  /** Cancel the order. */
  | 'CANCEL'
  /** Tell the customer, who then decides: a clerk gets a task. */
  | 'NOTIFY'
  /** Wait until the resource is there (ORD-100). */
  | 'WAIT';

/** Condition on a ShortageChoice. All operators given must hold; an operator may not be null. */
export type ShortageChoiceFilter = {
  /** Equal to this value. */
  eq?: ShortageChoice | null | undefined;
  /** Equal to one of these values (at most 500). */
  in?: Array<ShortageChoice> | null | undefined;
  /** True: has no value. False: has a value; by itself slow, as no index serves it. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. By itself slow: no index serves it. */
  ne?: ShortageChoice | null | undefined;
  /** Different from all of these values (at most 500). By itself slow: no index serves it. */
  notIn?: Array<ShortageChoice> | null | undefined;
};

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

/** Condition on a SlaTemplate; all fields given must hold. */
export type SlaTemplateFilter = {
  /** All of these hold. */
  and?: Array<SlaTemplateFilter> | null | undefined;
  /** Code unique among templates. */
  code?: StringFilter | null | undefined;
  /** When the record was first written. Slow: no index. */
  createdAt?: DateTimeFilter | null | undefined;
  /** Opaque id. */
  id?: IdFilter | null | undefined;
  /** Name in the language of the operator. Parts of it have an index. */
  name?: StringFilter | null | undefined;
  /** This does not hold. */
  not?: SlaTemplateFilter | null | undefined;
  /** At least one of these holds. */
  or?: Array<SlaTemplateFilter> | null | undefined;
  /** Product that the template is for. */
  product?: ProductFilter | null | undefined;
  /** When the record was last changed. Slow: no index. */
  updatedAt?: DateTimeFilter | null | undefined;
  /** When the template is in use. */
  validity?: TimePeriodFilter | null | undefined;
};

/** How a wrong charge is made good (TRB-50). */
export type SolutionKind =
  /** The open charge is cancelled. */
  | 'CANCEL_ARREARS'
  /** The customer is compensated. */
  | 'COMPENSATION'
  /** The customer pays a part of the charge. */
  | 'PARTIAL_PAYMENT'
  /** The paid charge is returned. */
  | 'REFUND';

/** Condition on a SolutionKind. All operators given must hold; an operator may not be null. */
export type SolutionKindFilter = {
  /** Equal to this value. */
  eq?: SolutionKind | null | undefined;
  /** Equal to one of these values (at most 500). */
  in?: Array<SolutionKind> | null | undefined;
  /** True: has no value. False: has a value; by itself slow, as no index serves it. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. By itself slow: no index serves it. */
  ne?: SolutionKind | null | undefined;
  /** Different from all of these values (at most 500). By itself slow: no index serves it. */
  notIn?: Array<SolutionKind> | null | undefined;
};

/** Condition on a StockHolder; all fields given must hold. */
export type StockHolderFilter = {
  /** All of these hold. */
  and?: Array<StockHolderFilter> | null | undefined;
  /** When it was closed, with nothing left; null while it holds stock (RES-49). Slow: no index. */
  closedAt?: DateTimeFilter | null | undefined;
  /** Code unique among holders. */
  code?: StringFilter | null | undefined;
  /** When the record was first written. Slow: no index. */
  createdAt?: DateTimeFilter | null | undefined;
  /** Opaque id. */
  id?: IdFilter | null | undefined;
  /** What kind of holder it is. */
  kind?: StockHolderKindFilter | null | undefined;
  /** Name. Parts of it have an index. */
  name?: StringFilter | null | undefined;
  /** This does not hold. */
  not?: StockHolderFilter | null | undefined;
  /** At least one of these holds. */
  or?: Array<StockHolderFilter> | null | undefined;
  /** Holder that supplies it; null at the top. */
  parent?: StockHolderFilter | null | undefined;
  /** Partner that the holder belongs to and who sees its stock; null for own holders and for callers who may not see it (RES-50). */
  partner?: ExternalOrganizationFilter | null | undefined;
  /** Region whose staff see and move its stock. */
  region?: RegionFilter | null | undefined;
  /** When the record was last changed. Slow: no index. */
  updatedAt?: DateTimeFilter | null | undefined;
};

/** Who keeps stock. */
export type StockHolderKind =
  /** A point that sells on commission. */
  | 'CONSIGNMENT_POINT'
  /** A department with a warehouse. */
  | 'DEPARTMENT'
  /** A business hall. */
  | 'OUTLET'
  /** A partner, for what it received from a sales department. */
  | 'PARTNER'
  /** A single salesperson. */
  | 'SALESPERSON';

/** Condition on a StockHolderKind. All operators given must hold; an operator may not be null. */
export type StockHolderKindFilter = {
  /** Equal to this value. */
  eq?: StockHolderKind | null | undefined;
  /** Equal to one of these values (at most 500). */
  in?: Array<StockHolderKind> | null | undefined;
  /** True: has no value. False: has a value; by itself slow, as no index serves it. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. By itself slow: no index serves it. */
  ne?: StockHolderKind | null | undefined;
  /** Different from all of these values (at most 500). By itself slow: no index serves it. */
  notIn?: Array<StockHolderKind> | null | undefined;
};

/** How often stock is reported (RES-03, RES-17). */
export type StockReportPeriod =
  /** For each day, where the operator is (parameter `operator.time-zone`). */
  | 'DAY'
  /** For each month, where the operator is. */
  | 'MONTH';

/** Condition on a StockReportPeriod. All operators given must hold; an operator may not be null. */
export type StockReportPeriodFilter = {
  /** Equal to this value. */
  eq?: StockReportPeriod | null | undefined;
  /** Equal to one of these values (at most 500). */
  in?: Array<StockReportPeriod> | null | undefined;
  /** True: has no value. False: has a value; by itself slow, as no index serves it. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. By itself slow: no index serves it. */
  ne?: StockReportPeriod | null | undefined;
  /** Different from all of these values (at most 500). By itself slow: no index serves it. */
  notIn?: Array<StockReportPeriod> | null | undefined;
};

/** Condition on a value. All operators given must hold; an operator may not be null. */
export type StringFilter = {
  /** Contains this text, in any letter case. By itself slow, but on fields whose parts have an index. */
  contains?: string | null | undefined;
  /** Equal to this value. */
  eq?: string | null | undefined;
  /** Greater than, or after. */
  gt?: string | null | undefined;
  /** Greater than or equal, or not before. */
  gte?: string | null | undefined;
  /** Equal to one of these values (at most 500). */
  in?: Array<string> | null | undefined;
  /** True: has no value. False: has a value; by itself slow, as no index serves it. */
  isNull?: boolean | null | undefined;
  /** Less than, or before. */
  lt?: string | null | undefined;
  /** Less than or equal, or not after. */
  lte?: string | null | undefined;
  /** Different from this value; rows without a value do not match. By itself slow: no index serves it. */
  ne?: string | null | undefined;
  /** Different from all of these values (at most 500). By itself slow: no index serves it. */
  notIn?: Array<string> | null | undefined;
  /** Begins with this text, in the same letter case. */
  startsWith?: string | null | undefined;
};

/** Condition on a Suggestion; all fields given must hold. */
export type SuggestionFilter = {
  /** When it was accepted. */
  acceptedAt?: DateTimeFilter | null | undefined;
  /** The employee who accepted it; null when the customer or a system entered it. */
  acceptedBy?: EmployeeFilter | null | undefined;
  /** The account that the problem is about. */
  account?: AccountFilter | null | undefined;
  /** What became of it; null before the owning department decided. Slow: no index. */
  adoption?: AdoptionFilter | null | undefined;
  /** Highest alarm raised about its deadline: 0 none, 1 near, 2 overdue (TRB-25, TRB-41). Slow: no index. */
  alarmLevel?: IntFilter | null | undefined;
  /** All of these hold. */
  and?: Array<SuggestionFilter> | null | undefined;
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
  /** Since when it is held with its process: nobody works on it, and its deadline stands still; null while it is not (WFL-45). Slow: no index. */
  heldAt?: DateTimeFilter | null | undefined;
  /** Opaque id. */
  id?: IdFilter | null | undefined;
  /** This does not hold. */
  not?: SuggestionFilter | null | undefined;
  /** At least one of these holds. */
  or?: Array<SuggestionFilter> | null | undefined;
  /** Who brought the problem up. Slow: no index. */
  origin?: TicketOriginFilter | null | undefined;
  /** The mass fault that this ticket is part of (TRB-39). */
  parent?: ProblemTicketFilter | null | undefined;
  /** Order in which it is handled (TRB-09). */
  priority?: TicketPriorityFilter | null | undefined;
  /** The process by which the ticket is handled; its tasks stand in the work lists and end with what is done to the ticket. Null when no template is published that applies, and for callers who may not see it (WFL-34, WFL-40). */
  processInstance?: ProcessInstanceFilter | null | undefined;
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

/** Of which service orders of group customers, and of which time (WFL-73). */
export type SupervisionFilter = {
  /** Only those of this customer. */
  customerId?: string | number | null | undefined;
  /** Only those written at or after this moment. */
  from?: string | null | undefined;
  /** Only those on instances of this product. */
  productId?: string | number | null | undefined;
  /** Only those handled in this region or inside it. */
  regionId?: string | number | null | undefined;
  /** Only those written before this moment. */
  to?: string | null | undefined;
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
  /** True: has no value. False: has a value; by itself slow, as no index serves it. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. By itself slow: no index serves it. */
  ne?: SuspendReason | null | undefined;
  /** Different from all of these values (at most 500). By itself slow: no index serves it. */
  notIn?: Array<SuspendReason> | null | undefined;
};

/** Condition on a TariffPlan; all fields given must hold. */
export type TariffPlanFilter = {
  /** All of these hold. */
  and?: Array<TariffPlanFilter> | null | undefined;
  /** Plan of which this one was made as a copy; null for others, and for callers who may not see it. */
  clonedFrom?: TariffPlanFilter | null | undefined;
  /** Code unique among tariff plans, such as `TP_INTERNET_FIBER_CNY`. */
  code?: StringFilter | null | undefined;
  /** When the record was first written. Slow: no index. */
  createdAt?: DateTimeFilter | null | undefined;
  /** Opaque id. */
  id?: IdFilter | null | undefined;
  /** Level whose managers, and no others, change it: the one at which it was written. Null for one of before levels were kept: it is whose the first offering is that it prices (PRD-09, PRD-46). Slow: no index. */
  level?: MaintenanceLevelFilter | null | undefined;
  /** Name in the language of the operator. Parts of it have an index. */
  name?: StringFilter | null | undefined;
  /** This does not hold. */
  not?: TariffPlanFilter | null | undefined;
  /** At least one of these holds. */
  or?: Array<TariffPlanFilter> | null | undefined;
  /** Province or local network that maintains it; null for the headquarters (PRD-09, PRD-46). */
  owner?: RegionFilter | null | undefined;
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
  /** Number of the version in force, from 1: each change of its parts, name, condition, validity or basis since it is approved is one more, see `versions` (PRD-78, PRD-85). Slow: no index. */
  versionNumber?: IntFilter | null | undefined;
};

/** State of a tariff plan (PRD-82). */
export type TariffPlanStatus =
  /** May be chosen. */
  | 'ACTIVE'
  /** Approved, not yet sold. */
  | 'APPROVED'
  /** Being composed, or waiting for its approval, of whose steps the last one is to come. */
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
  /** True: has no value. False: has a value; by itself slow, as no index serves it. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. By itself slow: no index serves it. */
  ne?: TariffPlanStatus | null | undefined;
  /** Different from all of these values (at most 500). By itself slow: no index serves it. */
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
  /** Name in the language of the operator. Parts of it have an index. */
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
  /** True: has no value. False: has a value; by itself slow, as no index serves it. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. By itself slow: no index serves it. */
  ne?: TicketChannel | null | undefined;
  /** Different from all of these values (at most 500). By itself slow: no index serves it. */
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
  /** True: has no value. False: has a value; by itself slow, as no index serves it. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. By itself slow: no index serves it. */
  ne?: TicketKind | null | undefined;
  /** Different from all of these values (at most 500). By itself slow: no index serves it. */
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
  /** True: has no value. False: has a value; by itself slow, as no index serves it. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. By itself slow: no index serves it. */
  ne?: TicketOrigin | null | undefined;
  /** Different from all of these values (at most 500). By itself slow: no index serves it. */
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
  /** True: has no value. False: has a value; by itself slow, as no index serves it. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. By itself slow: no index serves it. */
  ne?: TicketPriority | null | undefined;
  /** Different from all of these values (at most 500). By itself slow: no index serves it. */
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
  /** True: has no value. False: has a value; by itself slow, as no index serves it. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. By itself slow: no index serves it. */
  ne?: TicketSeverity | null | undefined;
  /** Different from all of these values (at most 500). By itself slow: no index serves it. */
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
  /** True: has no value. False: has a value; by itself slow, as no index serves it. */
  isNull?: boolean | null | undefined;
  /** Different from this value; rows without a value do not match. By itself slow: no index serves it. */
  ne?: TicketStatus | null | undefined;
  /** Different from all of these values (at most 500). By itself slow: no index serves it. */
  notIn?: Array<TicketStatus> | null | undefined;
};

/** Condition on a TimePeriod; all fields given must hold. */
export type TimePeriodFilter = {
  /** First moment of the period. */
  from?: DateTimeFilter | null | undefined;
  /** First moment after the period; null while it is open. */
  to?: DateTimeFilter | null | undefined;
};

/** What a customer is worth to the operator (CUS-72). */
export type ValueClass =
  /** Spends more than the upper standard. */
  | 'HIGH'
  /** Has a strong influence on opinion or on the market; by hand only. */
  | 'IMPORTANT'
  /** Spends less than the lower standard and does not cost more. */
  | 'LOW_KEEP'
  /** Spends less than the lower standard and costs more than that. */
  | 'LOW_LET_GO'
  /** Spends what lies between the standards, both included. */
  | 'NORMAL';

export type Customer360QueryVariables = Exact<{
  code: string;
}>;


export type Customer360Query = { customer: { id: string, code: string, withheldParts: Array<CustomerPart>, name: string, lifecycle: CustomerLifecycleState, inNetworkPhase: InNetworkPhase | null, strategy: string | null, customerType: CustomerType, subType: string | null, serviceLevel: ServiceLevel, secrecyLevel: SecrecyLevel, vipNo: string | null, serviceAddress: string | null, operators: Array<string>, joinedAt: string | null, leftAt: string | null, version: number, region: { code: string, name: string }, accountManager: { employeeNo: string } | null, partner: { code: string, name: string } | null, codes: { nodes: Array<{ level: CustomerCodeLevel, code: string }> }, characteristics: Array<{ name: string, value: unknown }>, party:
      | { __typename: 'ExternalOrganization', registrationNo: string | null, industry: string | null, scale: OrganizationScale | null, headCount: number | null, id: string, name: string, status: PartyStatus, revenue: { amount: string, currency: string } | null, contactMedia: { nodes: Array<{ kind: ContactMediumKind, value: string, preferred: boolean }> }, identifications: { nodes: Array<{ type: IdentificationType, number: string, validUntil: string | null, verified: boolean }> } }
      | { __typename: 'Individual', gender: Gender | null, birthDate: string | null, education: Education | null, occupation: string | null, hobbies: Array<string>, religion: string | null, politicalStatus: string | null, withheldParts: Array<IndividualPart>, id: string, name: string, status: PartyStatus, contactMedia: { nodes: Array<{ kind: ContactMediumKind, value: string, preferred: boolean }> }, identifications: { nodes: Array<{ type: IdentificationType, number: string, validUntil: string | null, verified: boolean }> } }
      | { __typename: 'InternalOrganization', id: string, name: string, status: PartyStatus, contactMedia: { nodes: Array<{ kind: ContactMediumKind, value: string, preferred: boolean }> }, identifications: { nodes: Array<{ type: IdentificationType, number: string, validUntil: string | null, verified: boolean }> } }
    , contactPersons: { totalCount: number, nodes: Array<{ contactType: ContactPersonType, preferred: boolean, department: string | null, jobTitle: string | null, decisionRole: DecisionRole | null, person: { name: string } }> }, relationshipsFrom: { totalCount: number, nodes: Array<{ type: CustomerRelationshipType, subType: string | null, to: { code: string, name: string } | null }> }, relationshipsTo: { totalCount: number, nodes: Array<{ type: CustomerRelationshipType, subType: string | null, from: { code: string, name: string } | null }> }, groups: { nodes: Array<{ group: { name: string } }> }, segments: { nodes: Array<{ dimension: { code: string }, segment: { code: string, name: string } }> }, accounts: { totalCount: number, nodes: Array<{ accountNo: string, name: string, status: AccountStatus, isDefault: boolean, paymentMode: PaymentMode, billDelivery: BillDelivery, balanceAt: string | null, balance: { amount: string, currency: string } | null, bills: { state: BillsState, nodes: Array<{ billNo: string, periodFrom: string, periodTo: string, dueOn: string | null, amount: { amount: string, currency: string }, openAmount: { amount: string, currency: string } }> } }> }, paymentAccounts: { nodes: Array<{ kind: PaymentAccountKind, maskedNumber: string | null, bankName: string | null, validUntil: string | null, endedAt: string | null }> }, offeringInstances: { totalCount: number, nodes: Array<{ status: OfferingInstanceStatus, offering: { code: string, name: string }, tariffPlan: { code: string, name: string } | null }> }, productInstances: { totalCount: number, nodes: Array<{ instanceNo: string, accessNumber: string | null, status: ProductInstanceStatus, activatedAt: string | null, product: { code: string, name: string } }> }, instanceRoles: { nodes: Array<{ role: InstancePartyRole, instance: { instanceNo: string } }> }, orders: { totalCount: number, nodes: Array<{ orderNo: string, kind: OrderKind, status: OrderStatus, enteredAt: string, oneTimeTotal: { amount: string, currency: string } | null, items: { nodes: Array<{ itemNo: number, action: CustomerServiceType, offering: { name: string } | null }> } }> }, contracts: { totalCount: number, nodes: Array<{ contractNo: string, name: string, kind: ContractKind, status: ContractStatus, validity: { from: string, to: string | null } | null }> }, slaContracts: { totalCount: number, nodes: Array<{ contractNo: string, status: SlaContractStatus, terms: { nodes: Array<{ committedValue: string, indicator: { code: string, unit: string } }> } }> }, slaProblems: { totalCount: number, nodes: Array<{ problemNo: string, reportedAt: string }> }, problemTickets: { totalCount: number, nodes: Array<
        | { __typename: 'BillDispute', ticketNo: string, status: TicketStatus, severity: TicketSeverity, content: string, acceptedAt: string, dueAt: string | null }
        | { __typename: 'ComplaintTicket', ticketNo: string, status: TicketStatus, severity: TicketSeverity, content: string, acceptedAt: string, dueAt: string | null }
        | { __typename: 'FaultTicket', ticketNo: string, status: TicketStatus, severity: TicketSeverity, content: string, acceptedAt: string, dueAt: string | null }
        | { __typename: 'Suggestion', ticketNo: string, status: TicketStatus, severity: TicketSeverity, content: string, acceptedAt: string, dueAt: string | null }
      > }, contactEvents: { totalCount: number, nodes: Array<{ contactNo: string, direction: ContactDirection, status: ContactStatus, startedAt: string, type: { code: string, name: string } }> }, invoices: { totalCount: number, nodes: Array<{ invoiceNo: string, status: InvoiceStatus, issuedAt: string, total: { amount: string, currency: string } | null }> }, arrearsRecords: { totalCount: number, nodes: Array<{ recordNo: string, arrearsDate: string, recovery: RecoveryState, amount: { amount: string, currency: string } }> }, consumptionRecords: { totalCount: number, nodes: Array<{ recordNo: string, content: string, occurredAt: string, amount: { amount: string, currency: string } }> }, creditProfiles: { nodes: Array<{ colour: CreditColour, score: string, validTo: string | null, grade: { code: string } }> }, ratings: { nodes: Array<{ kind: RatingKind, level: RatingLevel, score: string }> }, values: { nodes: Array<{ valueClass: ValueClass }> }, gifts: { totalCount: number, nodes: Array<{ reference: string, quantity: number, issuedAt: string }> }, campaignParticipations: { totalCount: number, nodes: Array<{ campaignNo: string, promotion: string, outcome: CampaignOutcome, channel: CampaignChannel, since: string }> }, pointsAccounts: { totalCount: number, nodes: Array<{ balance: number, available: number, scheme: { code: string, name: string }, entries: { nodes: Array<{ entryNo: string, operation: PointsOperation, points: number, occurredAt: string, expiresAt: string | null }> } }> }, projects: { totalCount: number, nodes: Array<{ projectNo: string, name: string, stage: CustomerProjectStage, endsOn: string | null }> }, discountDecisions: { nodes: Array<{ decisionNo: string, policy: { name: string } }> }, potentials: { nodes: Array<{ findingNo: string, status: PotentialBigStatus }> }, abnormalities: { nodes: Array<{ findingNo: string, kind: AbnormalKind, status: AbnormalStatus }> }, churnRecords: { nodes: Array<{ recordNo: string, kind: ChurnKind, churnedOn: string }> }, opportunities: { totalCount: number, nodes: Array<{ opportunityNo: string, name: string, intention: OpportunityIntention, status: OpportunityStatus, probability: number, expectedCloseOn: string | null, expectedAmount: { amount: string, currency: string } | null }> }, proposals: { totalCount: number, nodes: Array<{ proposalNo: string, name: string, revision: number, status: ProposalStatus, validTo: string, oneTime: { amount: string, currency: string }, recurring: { amount: string, currency: string } }> }, appointments: { totalCount: number, nodes: Array<{ appointmentNo: string, kind: AppointmentKind, subject: string, status: AppointmentStatus, startsAt: string, endsAt: string, place: string | null, employee: { employeeNo: string } | null }> }, history: { nodes: Array<
        | { type: string, action: string | null, actorName: string, occurredAt: string }
        | { type: string, action: string | null, actorName: string, occurredAt: string }
        | { fromState: string | null, toState: string, type: string, action: string | null, actorName: string, occurredAt: string }
      > } } | null };

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

export type FulfilmentSupervisionQueryVariables = Exact<{
  filter?: SupervisionFilter | null | undefined;
  orders?: ServiceOrderFilter | null | undefined;
}>;


export type FulfilmentSupervisionQuery = { fulfilmentSupervision: { total: number, open: number, returned: number, held: number, overdue: number, completed: number, completedLate: number, averageMinutes: number | null, byState: Array<{ status: ServiceOrderStatus, count: number }>, exceptions: Array<{ cause: ExceptionCause, count: number }>, byProduct: Array<{ code: string, name: string, open: number, overdue: number, returned: number }>, interventions: Array<{ kind: InterventionKind, requested: number, accepted: number, done: number, refused: number }> }, serviceOrders: { totalCount: number, nodes: Array<{ id: string, serviceOrderNo: string, status: ServiceOrderStatus, progress: number, heldAt: string | null, returnCause: ExceptionCause | null, returnReason: string | null, openInterventions: number | null, product: { name: string }, order: { orderNo: string, customerName: string, processInstance: { id: string, dueAt: string | null, overdue: boolean } | null }, activities: { nodes: Array<{ code: string, name: string, state: ActivityState, operator: string | null, dueAt: string | null }> }, interventions: { nodes: Array<{ interventionNo: string, kind: InterventionKind, status: InterventionStatus, reply: string | null }> } }> } };

export type GroupCustomerQueryVariables = Exact<{
  customerId: string | number;
}>;


export type GroupCustomerQuery = { customerNetwork: { shape: NetworkShape, truncated: boolean, members: Array<{ customerId: string, parentId: string | null, depth: number }>, customers: Array<{ id: string, code: string, name: string, customerType: CustomerType, subType: string | null, serviceLevel: ServiceLevel, vipNo: string | null, withheldParts: Array<CustomerPart>, region: { code: string, name: string }, accountManager: { employeeNo: string } | null, codes: { nodes: Array<{ level: CustomerCodeLevel, code: string }> }, segments: { nodes: Array<{ segment: { code: string, name: string } }> }, characteristics: Array<{ name: string, value: unknown }>, contactPersons: { nodes: Array<{ decisionRole: DecisionRole | null, contactType: ContactPersonType, jobTitle: string | null, person: { name: string } }> }, contracts: { totalCount: number, nodes: Array<{ contractNo: string, kind: ContractKind, name: string, status: ContractStatus }> }, slaContracts: { totalCount: number }, productInstances: { totalCount: number, nodes: Array<{ instanceNo: string, status: ProductInstanceStatus, product: { code: string } }> }, orders: { totalCount: number, nodes: Array<{ orderNo: string, status: OrderStatus }> }, problemTickets: { totalCount: number }, projects: { nodes: Array<{ projectNo: string, name: string, stage: CustomerProjectStage }> } }> } };

export type OneStopTasksQueryVariables = Exact<{
  filter?: OneStopListFilter | null | undefined;
  first?: number;
}>;


export type OneStopTasksQuery = { oneStopWorkList: { total: number, overdue: number, byStage: Array<{ stage: OneStopStage, count: number, overdue: number }>, byLevel: Array<{ level: OwnerLevel, count: number, overdue: number }>, entries: Array<{ id: string, kind: OneStopEntryKind, stage: OneStopStage, level: OwnerLevel, name: string, state: ProcessTaskStatus, operator: string, organization: string | null, assignee: string | null, region: string | null, arrivedAt: string, dueAt: string | null, overdue: boolean, oneStopCase: { id: string, caseNo: string, subject: string, scope: OneStopScope, project: string | null, place: string | null, customerName: string, orderNo: string | null } | null }> } };

export type OrderProgressSubscriptionVariables = Exact<{
  orderId: string | number;
  after?: string | null | undefined;
}>;


export type OrderProgressSubscription = { orderProgress: { cursor: string, from: string | null, to: string, action: string | null, actorName: string, occurredAt: string, reason: string | null, order: { orderNo: string, status: OrderStatus } | null, serviceOrder: { serviceOrderNo: string, status: ServiceOrderStatus, progress: number } | null } };

export type OrderSubmitMutationVariables = Exact<{
  input: OrderSubmitInput;
}>;


export type OrderSubmitMutation = { orderSubmit: { order: { id: string, orderNo: string, status: OrderStatus, oneTimeTotal: { amount: string, currency: string } | null, recurringTotal: { amount: string, currency: string } | null, items: { nodes: Array<{ itemNo: number, action: CustomerServiceType, quantity: number, offering: { code: string } | null }> } } | null, userErrors: Array<{ code: string, message: string, path: Array<string>, details: unknown }> } };

export type ServiceOrderInterveneMutationVariables = Exact<{
  input: ServiceOrderInterveneInput;
}>;


export type ServiceOrderInterveneMutation = { serviceOrderIntervene: { intervention: { id: string, interventionNo: string, kind: InterventionKind, status: InterventionStatus, reply: string | null } | null, userErrors: Array<{ code: string, message: string, path: Array<string> }> } };


export const Customer360Document = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Customer360"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"code"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"customer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"Variable","name":{"kind":"Name","value":"code"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"withheldParts"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"lifecycle"}},{"kind":"Field","name":{"kind":"Name","value":"inNetworkPhase"}},{"kind":"Field","name":{"kind":"Name","value":"strategy"}},{"kind":"Field","name":{"kind":"Name","value":"customerType"}},{"kind":"Field","name":{"kind":"Name","value":"subType"}},{"kind":"Field","name":{"kind":"Name","value":"serviceLevel"}},{"kind":"Field","name":{"kind":"Name","value":"secrecyLevel"}},{"kind":"Field","name":{"kind":"Name","value":"vipNo"}},{"kind":"Field","name":{"kind":"Name","value":"serviceAddress"}},{"kind":"Field","name":{"kind":"Name","value":"operators"}},{"kind":"Field","name":{"kind":"Name","value":"joinedAt"}},{"kind":"Field","name":{"kind":"Name","value":"leftAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"region"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"accountManager"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"employeeNo"}}]}},{"kind":"Field","name":{"kind":"Name","value":"partner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"codes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"characteristics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}},{"kind":"Field","name":{"kind":"Name","value":"party"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"contactMedia"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"preferred"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"identifications"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"validUntil"}},{"kind":"Field","name":{"kind":"Name","value":"verified"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Individual"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"gender"}},{"kind":"Field","name":{"kind":"Name","value":"birthDate"}},{"kind":"Field","name":{"kind":"Name","value":"education"}},{"kind":"Field","name":{"kind":"Name","value":"occupation"}},{"kind":"Field","name":{"kind":"Name","value":"hobbies"}},{"kind":"Field","name":{"kind":"Name","value":"religion"}},{"kind":"Field","name":{"kind":"Name","value":"politicalStatus"}},{"kind":"Field","name":{"kind":"Name","value":"withheldParts"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ExternalOrganization"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"registrationNo"}},{"kind":"Field","name":{"kind":"Name","value":"industry"}},{"kind":"Field","name":{"kind":"Name","value":"scale"}},{"kind":"Field","name":{"kind":"Name","value":"headCount"}},{"kind":"Field","name":{"kind":"Name","value":"revenue"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"contactPersons"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contactType"}},{"kind":"Field","name":{"kind":"Name","value":"preferred"}},{"kind":"Field","name":{"kind":"Name","value":"department"}},{"kind":"Field","name":{"kind":"Name","value":"jobTitle"}},{"kind":"Field","name":{"kind":"Name","value":"decisionRole"}},{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"relationshipsFrom"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"subType"}},{"kind":"Field","name":{"kind":"Name","value":"to"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"relationshipsTo"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"subType"}},{"kind":"Field","name":{"kind":"Name","value":"from"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"groups"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"group"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"segments"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dimension"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"segment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"accounts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accountNo"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"isDefault"}},{"kind":"Field","name":{"kind":"Name","value":"paymentMode"}},{"kind":"Field","name":{"kind":"Name","value":"billDelivery"}},{"kind":"Field","name":{"kind":"Name","value":"balance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"balanceAt"}},{"kind":"Field","name":{"kind":"Name","value":"bills"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"6"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"billNo"}},{"kind":"Field","name":{"kind":"Name","value":"periodFrom"}},{"kind":"Field","name":{"kind":"Name","value":"periodTo"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"openAmount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"paymentAccounts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"maskedNumber"}},{"kind":"Field","name":{"kind":"Name","value":"bankName"}},{"kind":"Field","name":{"kind":"Name","value":"validUntil"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"offeringInstances"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"status"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"eq"},"value":{"kind":"EnumValue","value":"ACTIVE"}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"offering"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"tariffPlan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"productInstances"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"instanceNo"}},{"kind":"Field","name":{"kind":"Name","value":"accessNumber"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"activatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"product"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"instanceRoles"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"instance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"instanceNo"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"orders"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"ENTERED_AT"}},{"kind":"ObjectField","name":{"kind":"Name","value":"direction"},"value":{"kind":"EnumValue","value":"DESC"}}]}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"orderNo"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"enteredAt"}},{"kind":"Field","name":{"kind":"Name","value":"oneTimeTotal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"items"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"itemNo"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"offering"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"contracts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contractNo"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"validity"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"slaContracts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contractNo"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"terms"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"indicator"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}}]}},{"kind":"Field","name":{"kind":"Name","value":"committedValue"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"slaProblems"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"REPORTED_AT"}},{"kind":"ObjectField","name":{"kind":"Name","value":"direction"},"value":{"kind":"EnumValue","value":"DESC"}}]}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"problemNo"}},{"kind":"Field","name":{"kind":"Name","value":"reportedAt"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"problemTickets"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"ACCEPTED_AT"}},{"kind":"ObjectField","name":{"kind":"Name","value":"direction"},"value":{"kind":"EnumValue","value":"DESC"}}]}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"ticketNo"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"content"}},{"kind":"Field","name":{"kind":"Name","value":"acceptedAt"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"contactEvents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"STARTED_AT"}},{"kind":"ObjectField","name":{"kind":"Name","value":"direction"},"value":{"kind":"EnumValue","value":"DESC"}}]}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contactNo"}},{"kind":"Field","name":{"kind":"Name","value":"direction"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"type"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"invoices"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"ISSUED_AT"}},{"kind":"ObjectField","name":{"kind":"Name","value":"direction"},"value":{"kind":"EnumValue","value":"DESC"}}]}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"invoiceNo"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"issuedAt"}},{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"arrearsRecords"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recordNo"}},{"kind":"Field","name":{"kind":"Name","value":"arrearsDate"}},{"kind":"Field","name":{"kind":"Name","value":"recovery"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"consumptionRecords"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"OCCURRED_AT"}},{"kind":"ObjectField","name":{"kind":"Name","value":"direction"},"value":{"kind":"EnumValue","value":"DESC"}}]}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recordNo"}},{"kind":"Field","name":{"kind":"Name","value":"content"}},{"kind":"Field","name":{"kind":"Name","value":"occurredAt"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"creditProfiles"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"colour"}},{"kind":"Field","name":{"kind":"Name","value":"score"}},{"kind":"Field","name":{"kind":"Name","value":"grade"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"validTo"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"ratings"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"score"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"values"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"valueClass"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"gifts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"issuedAt"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"campaignParticipations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"SINCE"}},{"kind":"ObjectField","name":{"kind":"Name","value":"direction"},"value":{"kind":"EnumValue","value":"DESC"}}]}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"campaignNo"}},{"kind":"Field","name":{"kind":"Name","value":"promotion"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"since"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pointsAccounts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"scheme"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"balance"}},{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"entries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"OCCURRED_AT"}},{"kind":"ObjectField","name":{"kind":"Name","value":"direction"},"value":{"kind":"EnumValue","value":"DESC"}}]}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"entryNo"}},{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"points"}},{"kind":"Field","name":{"kind":"Name","value":"occurredAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"projects"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"removedAt"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"isNull"},"value":{"kind":"BooleanValue","value":true}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"projectNo"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"stage"}},{"kind":"Field","name":{"kind":"Name","value":"endsOn"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"discountDecisions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"decisionNo"}},{"kind":"Field","name":{"kind":"Name","value":"policy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"potentials"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"findingNo"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"abnormalities"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"findingNo"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"churnRecords"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recordNo"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"churnedOn"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"opportunities"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"CREATED_AT"}},{"kind":"ObjectField","name":{"kind":"Name","value":"direction"},"value":{"kind":"EnumValue","value":"DESC"}}]}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"opportunityNo"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"intention"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"probability"}},{"kind":"Field","name":{"kind":"Name","value":"expectedCloseOn"}},{"kind":"Field","name":{"kind":"Name","value":"expectedAmount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"proposals"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"CREATED_AT"}},{"kind":"ObjectField","name":{"kind":"Name","value":"direction"},"value":{"kind":"EnumValue","value":"DESC"}}]}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"proposalNo"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"validTo"}},{"kind":"Field","name":{"kind":"Name","value":"oneTime"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"recurring"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"appointments"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"STARTS_AT"}},{"kind":"ObjectField","name":{"kind":"Name","value":"direction"},"value":{"kind":"EnumValue","value":"DESC"}}]}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"appointmentNo"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"startsAt"}},{"kind":"Field","name":{"kind":"Name","value":"endsAt"}},{"kind":"Field","name":{"kind":"Name","value":"place"}},{"kind":"Field","name":{"kind":"Name","value":"employee"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"employeeNo"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"history"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"actorName"}},{"kind":"Field","name":{"kind":"Name","value":"occurredAt"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"StateChange"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fromState"}},{"kind":"Field","name":{"kind":"Name","value":"toState"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<Customer360Query, Customer360QueryVariables>;
export const CustomerCreateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CustomerCreate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CustomerCreateInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"customerCreate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"customer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"lifecycle"}},{"kind":"Field","name":{"kind":"Name","value":"accounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"accountNo"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"details"}}]}}]}}]}}]} as unknown as DocumentNode<CustomerCreateMutation, CustomerCreateMutationVariables>;
export const CustomerViewDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CustomerView"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"code"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"customer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"Variable","name":{"kind":"Name","value":"code"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"lifecycle"}},{"kind":"Field","name":{"kind":"Name","value":"customerType"}},{"kind":"Field","name":{"kind":"Name","value":"serviceLevel"}},{"kind":"Field","name":{"kind":"Name","value":"region"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"accountManager"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"employeeNo"}}]}},{"kind":"Field","name":{"kind":"Name","value":"party"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Individual"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"gender"}},{"kind":"Field","name":{"kind":"Name","value":"birthDate"}},{"kind":"Field","name":{"kind":"Name","value":"contactMedia"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"preferred"}}]}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ExternalOrganization"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"industry"}},{"kind":"Field","name":{"kind":"Name","value":"headCount"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"accounts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accountNo"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"isDefault"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"offeringInstances"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"status"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"eq"},"value":{"kind":"EnumValue","value":"ACTIVE"}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"offering"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"tariffPlan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"productInstances"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"instanceNo"}},{"kind":"Field","name":{"kind":"Name","value":"accessNumber"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"product"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"orders"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"ENTERED_AT"}},{"kind":"ObjectField","name":{"kind":"Name","value":"direction"},"value":{"kind":"EnumValue","value":"DESC"}}]}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"orderNo"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"enteredAt"}},{"kind":"Field","name":{"kind":"Name","value":"items"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"itemNo"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"offering"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"problemTickets"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"ACCEPTED_AT"}},{"kind":"ObjectField","name":{"kind":"Name","value":"direction"},"value":{"kind":"EnumValue","value":"DESC"}}]}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"ticketNo"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"content"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"slaContracts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contractNo"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"terms"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"indicator"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}}]}},{"kind":"Field","name":{"kind":"Name","value":"committedValue"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"history"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"actorName"}},{"kind":"Field","name":{"kind":"Name","value":"occurredAt"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"StateChange"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fromState"}},{"kind":"Field","name":{"kind":"Name","value":"toState"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<CustomerViewQuery, CustomerViewQueryVariables>;
export const CustomersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Customers"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"CustomerFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CustomerOrder"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"20"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"customers"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"lifecycle"}},{"kind":"Field","name":{"kind":"Name","value":"region"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<CustomersQuery, CustomersQueryVariables>;
export const FaultBoardDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FaultBoard"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"FaultTicketFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"faultTickets"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"DUE_AT"}}]}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"aggregate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"groupBy"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"dimension"},"value":{"kind":"EnumValue","value":"STATUS"}}]},{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"dimension"},"value":{"kind":"EnumValue","value":"SEVERITY"}}]}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"key"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"severity"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"ticketNo"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"overdue"}},{"kind":"Field","name":{"kind":"Name","value":"symptom"}},{"kind":"Field","name":{"kind":"Name","value":"region"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"customer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<FaultBoardQuery, FaultBoardQueryVariables>;
export const FaultProgressDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"FaultProgress"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"regionId"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"faultBoard"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"regionId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"regionId"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"actorName"}},{"kind":"Field","name":{"kind":"Name","value":"occurredAt"}},{"kind":"Field","name":{"kind":"Name","value":"ticket"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ticketNo"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"severity"}}]}}]}}]}}]} as unknown as DocumentNode<FaultProgressSubscription, FaultProgressSubscriptionVariables>;
export const FaultReportDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"FaultReport"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"FaultReportInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"faultReport"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ticket"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"ticketNo"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"duplicateOf"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ticketNo"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"details"}}]}}]}}]}}]} as unknown as DocumentNode<FaultReportMutation, FaultReportMutationVariables>;
export const FulfilmentSupervisionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FulfilmentSupervision"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"SupervisionFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orders"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ServiceOrderFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fulfilmentSupervision"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"open"}},{"kind":"Field","name":{"kind":"Name","value":"returned"}},{"kind":"Field","name":{"kind":"Name","value":"held"}},{"kind":"Field","name":{"kind":"Name","value":"overdue"}},{"kind":"Field","name":{"kind":"Name","value":"completed"}},{"kind":"Field","name":{"kind":"Name","value":"completedLate"}},{"kind":"Field","name":{"kind":"Name","value":"averageMinutes"}},{"kind":"Field","name":{"kind":"Name","value":"byState"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"exceptions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cause"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"byProduct"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"open"}},{"kind":"Field","name":{"kind":"Name","value":"overdue"}},{"kind":"Field","name":{"kind":"Name","value":"returned"}}]}},{"kind":"Field","name":{"kind":"Name","value":"interventions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"requested"}},{"kind":"Field","name":{"kind":"Name","value":"accepted"}},{"kind":"Field","name":{"kind":"Name","value":"done"}},{"kind":"Field","name":{"kind":"Name","value":"refused"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"serviceOrders"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orders"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"CREATED_AT"}},{"kind":"ObjectField","name":{"kind":"Name","value":"direction"},"value":{"kind":"EnumValue","value":"DESC"}}]}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"serviceOrderNo"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"heldAt"}},{"kind":"Field","name":{"kind":"Name","value":"returnCause"}},{"kind":"Field","name":{"kind":"Name","value":"returnReason"}},{"kind":"Field","name":{"kind":"Name","value":"openInterventions"}},{"kind":"Field","name":{"kind":"Name","value":"product"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"order"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"orderNo"}},{"kind":"Field","name":{"kind":"Name","value":"customerName"}},{"kind":"Field","name":{"kind":"Name","value":"processInstance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"overdue"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"activities"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"operator"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"interventions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"interventionNo"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"reply"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<FulfilmentSupervisionQuery, FulfilmentSupervisionQueryVariables>;
export const GroupCustomerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"GroupCustomer"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"customerId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"customerNetwork"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"customerId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"customerId"}}},{"kind":"Argument","name":{"kind":"Name","value":"ties"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"OWNERSHIP"}]}},{"kind":"Argument","name":{"kind":"Name","value":"walk"},"value":{"kind":"EnumValue","value":"DOWN"}},{"kind":"Argument","name":{"kind":"Name","value":"depth"},"value":{"kind":"IntValue","value":"10"}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"shape"}},{"kind":"Field","name":{"kind":"Name","value":"truncated"}},{"kind":"Field","name":{"kind":"Name","value":"members"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"customerId"}},{"kind":"Field","name":{"kind":"Name","value":"parentId"}},{"kind":"Field","name":{"kind":"Name","value":"depth"}}]}},{"kind":"Field","name":{"kind":"Name","value":"customers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"customerType"}},{"kind":"Field","name":{"kind":"Name","value":"subType"}},{"kind":"Field","name":{"kind":"Name","value":"serviceLevel"}},{"kind":"Field","name":{"kind":"Name","value":"vipNo"}},{"kind":"Field","name":{"kind":"Name","value":"withheldParts"}},{"kind":"Field","name":{"kind":"Name","value":"region"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"accountManager"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"employeeNo"}}]}},{"kind":"Field","name":{"kind":"Name","value":"codes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"segments"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"segment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"characteristics"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}},{"kind":"Field","name":{"kind":"Name","value":"contactPersons"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"decisionRole"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"isNull"},"value":{"kind":"BooleanValue","value":false}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"decisionRole"}},{"kind":"Field","name":{"kind":"Name","value":"contactType"}},{"kind":"Field","name":{"kind":"Name","value":"jobTitle"}},{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"contracts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contractNo"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"slaContracts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"productInstances"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"instanceNo"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"product"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"orders"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"ENTERED_AT"}},{"kind":"ObjectField","name":{"kind":"Name","value":"direction"},"value":{"kind":"EnumValue","value":"DESC"}}]}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"orderNo"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"problemTickets"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"ACCEPTED_AT"}},{"kind":"ObjectField","name":{"kind":"Name","value":"direction"},"value":{"kind":"EnumValue","value":"DESC"}}]}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"projects"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"removedAt"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"isNull"},"value":{"kind":"BooleanValue","value":true}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"projectNo"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"stage"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<GroupCustomerQuery, GroupCustomerQueryVariables>;
export const OneStopTasksDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OneStopTasks"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"OneStopListFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"oneStopWorkList"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"overdue"}},{"kind":"Field","name":{"kind":"Name","value":"byStage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stage"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"overdue"}}]}},{"kind":"Field","name":{"kind":"Name","value":"byLevel"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"overdue"}}]}},{"kind":"Field","name":{"kind":"Name","value":"entries"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"stage"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"operator"}},{"kind":"Field","name":{"kind":"Name","value":"organization"}},{"kind":"Field","name":{"kind":"Name","value":"assignee"}},{"kind":"Field","name":{"kind":"Name","value":"region"}},{"kind":"Field","name":{"kind":"Name","value":"arrivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"overdue"}},{"kind":"Field","name":{"kind":"Name","value":"oneStopCase"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"caseNo"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","name":{"kind":"Name","value":"project"}},{"kind":"Field","name":{"kind":"Name","value":"place"}},{"kind":"Field","name":{"kind":"Name","value":"customerName"}},{"kind":"Field","name":{"kind":"Name","value":"orderNo"}}]}}]}}]}}]}}]} as unknown as DocumentNode<OneStopTasksQuery, OneStopTasksQueryVariables>;
export const OrderProgressDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"OrderProgress"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"orderProgress"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"orderId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderId"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"actorName"}},{"kind":"Field","name":{"kind":"Name","value":"occurredAt"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"order"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"orderNo"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"serviceOrder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"serviceOrderNo"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}}]}}]}}]}}]} as unknown as DocumentNode<OrderProgressSubscription, OrderProgressSubscriptionVariables>;
export const OrderSubmitDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"OrderSubmit"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"OrderSubmitInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"orderSubmit"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"order"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"orderNo"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"oneTimeTotal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"recurringTotal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"itemNo"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"offering"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"details"}}]}}]}}]}}]} as unknown as DocumentNode<OrderSubmitMutation, OrderSubmitMutationVariables>;
export const ServiceOrderInterveneDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ServiceOrderIntervene"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ServiceOrderInterveneInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"serviceOrderIntervene"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"intervention"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"interventionNo"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"reply"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<ServiceOrderInterveneMutation, ServiceOrderInterveneMutationVariables>;