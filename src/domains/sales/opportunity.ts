import {
  Bool,
  Day,
  DecimalNumber,
  EnumOf,
  Instant,
  Int,
  Money,
  Node,
  Noun,
  One,
  Text,
  TextList,
  Value,
} from '../../kernel/model/index.js';
import { Contract } from '../agreement/index.js';
import { CampaignEvent } from '../campaign/index.js';
import { ContactEvent } from '../contact/index.js';
import { ContactPerson, Customer } from '../customer/index.js';
import { Order } from '../ordering/index.js';
import { Employee, VirtualTeam } from '../organisation/index.js';
import { Region } from '../region/index.js';
import {
  NeedComplexity,
  OpportunityIntention,
  OpportunityLostReason,
  OpportunitySource,
  OpportunityStatus,
} from './opportunity.enums.js';

@Noun({
  tag: 'oo',
  plural: 'opportunities',
  description:
    'The intention of a definite customer to add, change or give up definite offerings, as sellers sense it (商机, MOD-52, SAL-02, TMF699 Sales Opportunity). For staff only.',
})
export class Opportunity extends Node {
  @Text({ description: 'Number, given by the system, such as `OP-00000012`.', max: 40, access: 'unique' })
  opportunityNo!: string;

  @Text({ description: 'What it is called.', access: 'search' })
  name!: string;

  @One(() => Customer, {
    description: 'The customer, who may own nothing yet.',
    inverse: 'opportunities',
    inverseDescription: 'Opportunities with the customer (CUS-32, SAL-01); empty for customers and partners.',
  })
  customer!: Customer;

  @One(() => Region, {
    description: 'Region whose staff see it: that of the customer.',
    inverse: 'opportunities',
    inverseDescription: 'Opportunities that exactly this region looks after.',
  })
  region!: Region;

  @One(() => ContactPerson, {
    description: 'Who decides at the customer; null when not known.',
    nullable: true,
    hideable: true,
    inverse: 'opportunities',
    inverseDescription: 'Opportunities on which the person decides.',
  })
  decisionMaker?: ContactPerson | null;

  @EnumOf(() => OpportunityIntention, { description: 'What the customer intends.', access: 'btree' })
  intention!: OpportunityIntention;

  @EnumOf(() => OpportunityStatus, { description: 'State; changes only through its life cycle.', access: 'btree' })
  status!: OpportunityStatus;

  @EnumOf(() => OpportunitySource, { description: 'How it became known.', access: 'btree' })
  source!: OpportunitySource;

  @Text({
    description: 'Channel through which it became known, such as a business hall; null when nobody said.',
    nullable: true,
    max: 60,
    access: 'btree',
    grouped: true,
  })
  sourceChannel?: string | null;

  @Text({
    description: 'Who told of it, such as a colleague (提供者); null when nobody else did.',
    nullable: true,
    max: 200,
  })
  provider?: string | null;

  @One(() => CampaignEvent, {
    description:
      'The answer to a campaign that brought it (SAL-07, R67); null for other sources, and when it went on with another customer.',
    nullable: true,
    hideable: true,
    inverse: 'opportunities',
    inverseDescription: 'Opportunities that came of it (SAL-07).',
  })
  campaignEvent?: CampaignEvent | null;

  @One(() => ContactEvent, {
    description:
      'The contact in which the need was met, with what was said (SAL-05, SAL-06); null when there was none.',
    nullable: true,
    hideable: true,
    inverse: 'opportunities',
    inverseDescription: 'Opportunities that the contact brought (SAL-05).',
  })
  contactEvent?: ContactEvent | null;

  @One(() => Order, {
    description: 'The cancelled order that may be won once more; of source ORDER_CANCELLED only.',
    nullable: true,
    hideable: true,
    inverse: 'regeneratedOpportunities',
    inverseDescription: 'Opportunities to win the order once more after it was cancelled.',
  })
  cancelledOrder?: Order | null;

  @Text({
    description: 'The need, in the words of who met it (SAL-24); null until it is known.',
    nullable: true,
    max: 4000,
  })
  need?: string | null;

  @EnumOf(() => NeedComplexity, { description: 'Whether it takes a proposal and a contract.' })
  complexity!: NeedComplexity;

  @Bool({ description: 'Whether it is a major one.' })
  major!: boolean;

  @TextList({ description: 'Names of those who may win it instead.' })
  competitors!: string[];

  @Int({ description: 'How likely it is won, in per cent from 0 to 100 (SAL-25).', access: 'btree' })
  probability!: number;

  @Value(() => Money, { description: 'Revenue that is expected of it; null when nobody has said.', nullable: true })
  expectedAmount?: Money | null;

  @DecimalNumber({
    description:
      'The expected amount times the probability, in the same currency: what a pipeline sums up. Null without an amount.',
    nullable: true,
    access: 'slow',
  })
  weightedAmount?: string | null;

  @Day({
    description: 'Day on which it will be concluded; null when nobody has said.',
    nullable: true,
    access: 'btree',
  })
  expectedCloseOn?: string | null;

  @Text({ description: 'What the forecast rests on.', nullable: true, max: 1000 })
  forecastNote?: string | null;

  @Instant({
    description: 'When it is lost unless it was concluded; 90 days after it was written when not said.',
    access: 'btree',
  })
  validUntil!: Date;

  @One(() => Employee, {
    description: 'The responsible seller; null while nobody has it.',
    nullable: true,
    hideable: true,
    inverse: 'opportunities',
    inverseDescription: 'Opportunities that the employee is responsible for.',
  })
  seller?: Employee | null;

  @One(() => VirtualTeam, {
    description: 'The sales team that works on it; null when no team does.',
    nullable: true,
    hideable: true,
    inverse: 'opportunities',
    inverseDescription: 'Opportunities that the team works on (SAL-14).',
  })
  team?: VirtualTeam | null;

  @EnumOf(() => OpportunityLostReason, {
    description: 'Why it was lost; null for others.',
    nullable: true,
    access: 'btree',
  })
  lostReason?: OpportunityLostReason | null;

  @Text({ description: 'What is to be said about how it ended; null while it is open.', nullable: true, max: 2000 })
  closeNote?: string | null;

  @Instant({
    description: 'When it was won, lost or superseded; null while it is open.',
    nullable: true,
    access: 'btree',
  })
  closedAt?: Date | null;

  @One(() => Contract, {
    description: 'The contract about it; when it is signed the opportunity is won (SAL-31). Null without one.',
    nullable: true,
    hideable: true,
    inverse: 'opportunities',
    inverseDescription: 'Opportunities that the contract is about; empty for customers (R71).',
  })
  contract?: Contract | null;

  @One(() => Order, {
    description: 'The order that came of it; null without one (R87).',
    nullable: true,
    hideable: true,
    inverse: 'opportunities',
    inverseDescription: 'Opportunities that the order came of; empty for customers and partners (R87).',
  })
  order?: Order | null;

  @Text({ description: 'Who wrote it, such as a staff number.', max: 100, access: 'slow' })
  recordedBy!: string;

  @Int({
    description: 'Counts changes; give it as `expectedVersion` to change only what you have read.',
    access: 'slow',
  })
  version: number = 1;
}
