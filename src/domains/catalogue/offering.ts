import {
  describeEnum,
  DecimalNumber,
  EnumOf,
  Int,
  Noun,
  One,
  Text,
  TextList,
  TimePeriod,
  Value,
} from '../../kernel/model/index.js';
import { Region } from '../region/index.js';
import { Configured } from './configured.js';
import { GuaranteeKind } from './guarantee-kind.js';
import { GuaranteeType } from './guarantee-type.js';
import { MaintenanceLevel } from './maintenance-level.js';
import { ProductLine } from './product-line.js';
import { ProductPackage } from './product-package.js';

export enum OfferingStatus {
  PENDING_APPROVAL = 'PENDING_APPROVAL',
  APPROVED = 'APPROVED',
  PENDING_PRICING = 'PENDING_PRICING',
  BILLING_PRICED = 'BILLING_PRICED',
  IN_USE = 'IN_USE',
  INDIVIDUAL = 'INDIVIDUAL',
  EXPIRED = 'EXPIRED',
}

describeEnum(OfferingStatus, 'OfferingStatus', 'State of an offering (PRD-32).', {
  PENDING_APPROVAL: 'Configured; not yet approved.',
  APPROVED: 'Approved; its price has not been asked for.',
  PENDING_PRICING: 'Billing has been asked for the price (PRD-51).',
  BILLING_PRICED: 'Billing has priced it (PRD-52).',
  IN_USE: 'Published: may be sold while it is valid.',
  INDIVIDUAL: 'Made for one customer, who alone sees and buys it (PRD-118).',
  EXPIRED: 'No new sale; instances keep their plan.',
});

@Noun({
  tag: 'of',
  description:
    'What is sold: the result of packaging rules on products and customer services, always with a price (MOD-26, TMF620 ProductOffering).',
})
export class Offering extends Configured {
  @Text({ description: 'Code unique among offerings, such as `OF_INTERNET_FIBER`.', max: 60, access: 'unique' })
  code!: string;

  @Text({ description: 'Name on the market (PRD-30).', access: 'search' })
  name!: string;

  @Text({
    description: 'Sales terms: conditions of purchase, explanations, compulsory notices (PRD-30).',
    nullable: true,
    max: 4000,
  })
  salesTerms?: string | null;

  @Text({ description: 'What the customer gets and owes (PRD-30).', nullable: true, max: 4000 })
  serviceContent?: string | null;

  @EnumOf(() => OfferingStatus, {
    description: 'State; changes only through its life cycle (PRD-32).',
    access: 'btree',
  })
  status!: OfferingStatus;

  @EnumOf(() => MaintenanceLevel, { description: 'Level that maintains it, fixed at creation (PRD-45).' })
  level!: MaintenanceLevel;

  @One(() => Region, {
    description:
      'Province or local network that maintains it and inside which alone it is sold; null for the headquarters (PRD-09, PRD-10).',
    nullable: true,
    inverse: 'ownedOfferings',
    inverseDescription: 'Offerings that the province or local network maintains.',
  })
  owner?: Region | null;

  @Value(() => TimePeriod, { description: 'When the offering may be sold (PRD-30).' })
  validity!: TimePeriod;

  @One(() => ProductLine, {
    description: 'Line that the offering belongs to; null for bundles over several lines (PRD-95).',
    nullable: true,
    inverse: 'offerings',
    inverseDescription: 'Offerings of the line.',
  })
  productLine?: ProductLine | null;

  @TextList({
    description: 'Means of payment that are accepted, such as `CASH` or `CREDIT_CARD`; empty for all (PRD-31).',
  })
  paymentMethods: string[] = [];

  @EnumOf(() => GuaranteeKind, { description: 'How the guarantee is given that the customer must give (PRD-42).' })
  guarantee: GuaranteeKind = GuaranteeKind.NONE;

  @One(() => GuaranteeType, {
    description: 'The kind of that guarantee by name, of those that the operator has; null for NONE (PRD-42).',
    nullable: true,
    inverse: 'offerings',
    inverseDescription: 'Offerings that ask for it.',
  })
  guaranteeType?: GuaranteeType | null = null;

  @Int({
    description: 'How many guarantors or papers are needed, for INSTANCE, EMPLOYEE and DOCUMENT.',
    nullable: true,
  })
  guaranteeCount?: number | null;

  @DecimalNumber({ description: 'Deposit in the currency of the tariff plan, for DEPOSIT.', nullable: true })
  guaranteeAmount?: string | null;

  @One(() => Offering, {
    description: 'Offering of which this one was made as a copy (PRD-50).',
    nullable: true,
    inverse: 'copies',
    inverseDescription: 'Offerings made as a copy of this one.',
  })
  clonedFrom?: Offering | null;

  @One(() => ProductPackage, {
    description:
      'Package of which its bundle was made; null without one, and for callers who may not see packages (PRD-34).',
    nullable: true,
    hideable: true,
    inverse: 'offerings',
    inverseDescription: 'Offerings whose bundle was made of the package.',
  })
  productPackage?: ProductPackage | null = null;
}
