import {
  BoolInput,
  DayInput,
  EnumInput,
  IdInput,
  IdListInput,
  Input,
  InstantInput,
  IntInput,
  ListInput,
  MoneyInput,
  ObjectInput,
  TextInput,
  TextListInput,
} from '../../kernel/model/index.js';
import { Contract } from '../agreement/index.js';
import { CampaignEvent } from '../campaign/index.js';
import { Offering } from '../catalogue/index.js';
import { ContactEvent } from '../contact/index.js';
import { ContactPerson, Customer } from '../customer/index.js';
import { ProductInstance } from '../inventory/index.js';
import { Order } from '../ordering/index.js';
import { Employee, VirtualTeam } from '../organisation/index.js';
import {
  NeedComplexity,
  OpportunityHandOver,
  OpportunityIntention,
  OpportunityLostReason,
  OpportunitySource,
} from './opportunity.enums.js';
import { OpportunityAction } from './opportunity.lifecycle.js';
import { Opportunity } from './opportunity.js';

@Input('An offering that an opportunity is about.')
export class OpportunityLineInput {
  @IdInput(() => Offering, { description: 'The offering, each once (DUPLICATE).' })
  offeringId!: string;

  @IntInput({ description: 'How many; 1 when absent.', min: 1, max: 100_000, optional: true })
  quantity?: number | null;

  @ObjectInput(() => MoneyInput, {
    description: 'What is expected of it, not negative; in the currency of the expected amount.',
    optional: true,
  })
  estimatedAmount?: MoneyInput | null;
}

@Input('What sellers know of an opportunity and may change; what is left out stays as it is.')
export class OpportunityFacts {
  @IdInput(() => ContactPerson, {
    description: 'Who decides; a contact person of the customer (NOT_OF_CUSTOMER).',
    optional: true,
  })
  decisionMakerId?: string | null;

  @TextInput({
    description: 'Channel through which it became known, such as a business hall.',
    max: 60,
    optional: true,
  })
  sourceChannel?: string | null;

  @TextInput({ description: 'Who told of it, such as a colleague.', max: 200, optional: true })
  provider?: string | null;

  @TextInput({ description: 'The need (SAL-24).', max: 4000, optional: true })
  need?: string | null;

  @EnumInput(() => NeedComplexity, {
    description: 'Whether it takes a proposal; COMPLEX for a new one when absent.',
    optional: true,
  })
  complexity?: NeedComplexity | null;

  @BoolInput({ description: 'Whether it is a major one; false for a new one when absent.', optional: true })
  major?: boolean | null;

  @TextListInput({ description: 'Names of those who may win it instead.', max: 20, optional: true })
  competitors?: string[] | null;

  @IntInput({
    description: 'How likely it is won, in per cent; 0 for a new one when absent.',
    min: 0,
    max: 100,
    optional: true,
  })
  probability?: number | null;

  @ObjectInput(() => MoneyInput, { description: 'Expected revenue, not negative.', optional: true })
  expectedAmount?: MoneyInput | null;

  @DayInput({ description: 'Day on which it will be concluded, not in the past (IN_THE_PAST).', optional: true })
  expectedCloseOn?: string | null;

  @TextInput({ description: 'What the forecast rests on.', max: 1000, optional: true })
  forecastNote?: string | null;

  @InstantInput({
    description:
      'When it is lost unless it was concluded, in the future (IN_THE_PAST); 90 days from now for a new one.',
    optional: true,
  })
  validUntil?: string | null;

  @IdListInput(() => ProductInstance, {
    description: 'All product instances of the customer that it concerns (NOT_OF_CUSTOMER); for ADD none are needed.',
    min: 0,
    max: 200,
    optional: true,
  })
  productInstanceIds?: string[] | null;
}

@Input('A new opportunity (SAL-02).')
export class OpportunityCreateInput extends OpportunityFacts {
  @IdInput(() => Customer, { description: 'The customer; not one who has left (CUSTOMER_LEFT).' })
  customerId!: string;

  @TextInput({ description: 'What it is called.' })
  name!: string;

  @EnumInput(() => OpportunityIntention, { description: 'What the customer intends (MOD-52).' })
  intention!: OpportunityIntention;

  @ListInput(() => OpportunityLineInput, { description: 'The offerings that it is about (MOD-52).', min: 1, max: 50 })
  lines!: OpportunityLineInput[];

  @EnumInput(() => OpportunitySource, { description: 'How it became known.' })
  source!: OpportunitySource;

  @IdInput(() => CampaignEvent, {
    description:
      'The answer to a campaign, of the customer (NOT_OF_CUSTOMER): REQUIRED for CAMPAIGN, CONTRADICTORY for others (SAL-07).',
    optional: true,
  })
  campaignEventId?: string | null;

  @IdInput(() => ContactEvent, {
    description:
      'The contact that brought it, of the customer (NOT_OF_CUSTOMER); REQUIRED for CUSTOMER_CONTACT. What it says is the need when none is given (SAL-05).',
    optional: true,
  })
  contactEventId?: string | null;

  @IdInput(() => Order, {
    description:
      'The cancelled order: REQUIRED for ORDER_CANCELLED, CONTRADICTORY for others. What it was won by then is linked (SAL-31).',
    optional: true,
  })
  cancelledOrderId?: string | null;

  @IdInput(() => Employee, { description: 'The responsible seller; the caller when absent.', optional: true })
  sellerId?: string | null;

  @IdInput(() => VirtualTeam, {
    description: 'The sales team that works on it (NOT_ACTIVE when it was dissolved); none when absent.',
    optional: true,
  })
  teamId?: string | null;
}

@Input('Changes of an open opportunity; what is left out stays as it is.')
export class OpportunityChangeInput extends OpportunityFacts {
  @IdInput(() => Opportunity, { description: 'The opportunity; CLOSED when it is not open.' })
  opportunityId!: string;

  @IntInput({ description: 'The version that was read; VERSION_CONFLICT when it was changed since.', optional: true })
  expectedVersion?: number | null;

  @TextInput({ description: 'What it is called.', optional: true })
  name?: string | null;

  @EnumInput(() => OpportunityIntention, { description: 'What the customer intends.', optional: true })
  intention?: OpportunityIntention | null;

  @ListInput(() => OpportunityLineInput, {
    description: 'All offerings that it is about.',
    min: 1,
    max: 50,
    optional: true,
  })
  lines?: OpportunityLineInput[] | null;
}

@Input('A step of an opportunity from one state to another.')
export class OpportunityStepInput {
  @IdInput(() => Opportunity, { description: 'The opportunity.' })
  opportunityId!: string;

  @EnumInput(() => OpportunityAction, { description: 'The step.' })
  action!: OpportunityAction;

  @IntInput({ description: 'The version that was read; VERSION_CONFLICT when it was changed since.', optional: true })
  expectedVersion?: number | null;

  @EnumInput(() => OpportunityLostReason, {
    description: 'REQUIRED for LOSE, CONTRADICTORY otherwise (SAL-29).',
    optional: true,
  })
  lostReason?: OpportunityLostReason | null;

  @TextInput({ description: 'What is to be said about it; REQUIRED to lose for OTHER.', max: 500, optional: true })
  note?: string | null;

  @IdInput(() => Contract, {
    description: 'For WIN: the signed contract, of the customer (NOT_OF_CUSTOMER).',
    optional: true,
  })
  contractId?: string | null;

  @IdInput(() => Order, { description: 'For WIN: the order, of the customer (NOT_OF_CUSTOMER).', optional: true })
  orderId?: string | null;
}

@Input('A contract that is drawn up about an opportunity (SAL-27).')
export class OpportunityContractLinkInput {
  @IdInput(() => Opportunity, { description: 'The opportunity; CLOSED when it is not open.' })
  opportunityId!: string;

  @IdInput(() => Contract, {
    description:
      'The contract, of the same customer (NOT_OF_CUSTOMER), valid (CONTRADICTORY); signed, it wins at once.',
  })
  contractId!: string;
}

@Input('Opportunities that change hands (SAL-14, SAL-23).')
export class OpportunityHandOverInput {
  @IdListInput(() => Opportunity, { description: 'The opportunities, open (CLOSED); all or none.', max: 200 })
  opportunityIds!: string[];

  @EnumInput(() => OpportunityHandOver, { description: 'How.' })
  mode!: OpportunityHandOver;

  @IdInput(() => Employee, {
    description:
      'The seller who takes them over, another one (UNCHANGED), to UPGRADE of a higher rank (RANK_TOO_LOW): REQUIRED unless a team gets them, for RETURN CONTRADICTORY.',
    optional: true,
  })
  sellerId?: string | null;

  @IdInput(() => VirtualTeam, {
    description:
      'The sales team that gets them (NOT_ACTIVE when it was dissolved), to ASSIGN also without a seller yet; that which has them when absent. For RETURN CONTRADICTORY: they leave their team.',
    optional: true,
  })
  teamId?: string | null;

  @TextInput({ description: 'Why; REQUIRED except for ASSIGN.', max: 500, optional: true })
  reason?: string | null;
}

@Input('One of the parts into which an opportunity is split.')
export class OpportunityPartInput {
  @TextInput({ description: 'What it is called.' })
  name!: string;

  @IdListInput(() => Offering, {
    description: 'Offerings of the opportunity that it takes over; each goes to one part.',
    max: 50,
  })
  offeringIds!: string[];

  @ObjectInput(() => MoneyInput, { description: 'Its share of the expected amount.', optional: true })
  expectedAmount?: MoneyInput | null;

  @IdInput(() => Employee, { description: 'Its seller; that of the opportunity when absent.', optional: true })
  sellerId?: string | null;
}

@Input('An opportunity to be split (SAL-04).')
export class OpportunitySplitInput {
  @IdInput(() => Opportunity, { description: 'The opportunity; CLOSED when it is not open.' })
  opportunityId!: string;

  @ListInput(() => OpportunityPartInput, {
    description: 'The parts; together they take over every offering (REQUIRED, DUPLICATE).',
    min: 2,
    max: 20,
  })
  parts!: OpportunityPartInput[];

  @TextInput({
    description: 'Why; REQUIRED when the amounts of the parts do not make up the expected amount.',
    max: 500,
    optional: true,
  })
  reason?: string | null;
}

@Input('Opportunities of one customer to be merged into a new one (SAL-04).')
export class OpportunityMergeInput {
  @IdListInput(() => Opportunity, {
    description:
      'The opportunities: open (CLOSED), of one customer (NOT_OF_CUSTOMER), with the same intention and in one currency (CONTRADICTORY).',
    min: 2,
    max: 20,
  })
  opportunityIds!: string[];

  @TextInput({ description: 'What the new one is called; the first name when absent.', optional: true })
  name?: string | null;

  @IdInput(() => Employee, { description: 'Its seller; that of the first one when absent.', optional: true })
  sellerId?: string | null;

  @TextInput({ description: 'Why.', max: 500, optional: true })
  reason?: string | null;
}

@Input('An opportunity that goes on with another customer or with other offerings (SAL-04).')
export class OpportunityConvertInput {
  @IdInput(() => Opportunity, { description: 'The opportunity; CLOSED when it is not open.' })
  opportunityId!: string;

  @IdInput(() => Customer, { description: 'The other customer; the same when absent.', optional: true })
  customerId?: string | null;

  @ListInput(() => OpportunityLineInput, {
    description: 'The other offerings; the same when absent. One of both is REQUIRED.',
    min: 1,
    max: 50,
    optional: true,
  })
  lines?: OpportunityLineInput[] | null;

  @TextInput({ description: 'Why.', max: 500 })
  reason!: string;
}
