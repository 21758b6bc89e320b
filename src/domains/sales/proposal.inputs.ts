import {
  BoolInput,
  DecimalInput,
  EnumInput,
  IdInput,
  Input,
  InstantInput,
  IntInput,
  ListInput,
  ObjectInput,
  TextInput,
} from '../../kernel/model/index.js';
import { ContractKind } from '../agreement/index.js';
import { CustomerServiceType, Offering, TariffPlan } from '../catalogue/index.js';
import { Account } from '../customer/index.js';
import { Document } from '../document/index.js';
import { ProductInstance } from '../inventory/index.js';
import { OrderCharacteristicInput, OrderComponentInput } from '../ordering/index.js';
import { Opportunity } from './opportunity.js';
import { Proposal } from './proposal.js';

@Input('A line of a proposal.')
export class ProposalItemInput {
  @IdInput(() => Offering, { description: 'The offering.' })
  offeringId!: string;

  @IntInput({ description: 'How many; 1 when absent.', min: 1, max: 500, optional: true })
  quantity?: number | null;

  @ListInput(() => OrderComponentInput, {
    description:
      'For INSTALL (CONTRADICTORY otherwise): pieces of bundled products that differ from what the offering proposes; prices go by them, and the order of the proposal has them (NOT_IN_OFFERING, DUPLICATE, QUANTITY_OUT_OF_BOUNDS, PRD-33).',
    max: 100,
    optional: true,
  })
  components?: OrderComponentInput[] | null;

  @EnumInput(() => CustomerServiceType, { description: 'What is done; INSTALL when absent.', optional: true })
  service?: CustomerServiceType | null;

  @IdInput(() => ProductInstance, {
    description:
      'What is acted on, of the customer (NOT_OF_CUSTOMER): REQUIRED unless for INSTALL, then CONTRADICTORY.',
    optional: true,
  })
  productInstanceId?: string | null;

  @IdInput(() => TariffPlan, {
    description: 'A plan that the offering is sold with; the engine chooses when absent.',
    optional: true,
  })
  tariffPlanId?: string | null;

  @DecimalInput({
    description:
      'Discount on the one-time charges in per cent, within the range of the own position (DISCOUNT_OUT_OF_RANGE, PRD-69).',
    min: '0',
    max: '100',
    optional: true,
  })
  discountPercent?: string | null;

  @ListInput(() => OrderCharacteristicInput, { description: 'Values of characteristics.', max: 100, optional: true })
  characteristics?: OrderCharacteristicInput[] | null;

  @TextInput({ description: 'Where it is installed.', max: 400, optional: true })
  installAddress?: string | null;
}

@Input('A proposal for an opportunity (SAL-63, SAL-64).')
export class ProposalCreateInput {
  @IdInput(() => Opportunity, { description: 'The opportunity; CLOSED when it is not open.' })
  opportunityId!: string;

  @TextInput({ description: 'What it is called.' })
  name!: string;

  @InstantInput({ description: 'From when it holds; now when absent.', optional: true })
  validFrom?: string | null;

  @InstantInput({ description: 'Until when it may be accepted: later (TOO_EARLY), in the future (IN_THE_PAST).' })
  validTo!: string;

  @TextInput({ description: 'The technical solution.', max: 8000, optional: true })
  solution?: string | null;

  @TextInput({ description: 'Commercial terms besides the prices.', max: 4000, optional: true })
  terms?: string | null;

  @TextInput({
    description: 'Currency, ISO 4217; that of the default account of the customer when absent.',
    max: 3,
    optional: true,
  })
  currency?: string | null;

  @ListInput(() => ProposalItemInput, { description: 'What is offered.', min: 1, max: 100 })
  items!: ProposalItemInput[];
}

@Input('Changes of a proposal that is a DRAFT; what is left out stays as it is, and all is priced anew.')
export class ProposalChangeInput {
  @IdInput(() => Proposal, { description: 'The proposal; READ_ONLY when it is no DRAFT (SAL-75).' })
  proposalId!: string;

  @IntInput({ description: 'The version that was read; VERSION_CONFLICT when it was changed since.', optional: true })
  expectedVersion?: number | null;

  @TextInput({ description: 'What it is called.', optional: true })
  name?: string | null;

  @InstantInput({ description: 'From when it holds.', optional: true })
  validFrom?: string | null;

  @InstantInput({ description: 'Until when it may be accepted, as when it was written.', optional: true })
  validTo?: string | null;

  @TextInput({ description: 'The technical solution.', max: 8000, optional: true })
  solution?: string | null;

  @TextInput({ description: 'Commercial terms.', max: 4000, optional: true })
  terms?: string | null;

  @ListInput(() => ProposalItemInput, { description: 'All that is offered.', min: 1, max: 100, optional: true })
  items?: ProposalItemInput[] | null;
}

@Input('A proposal to be approved (SAL-68).')
export class ProposalSubmitInput {
  @IdInput(() => Proposal, {
    description: 'The proposal, a DRAFT; PRICE_CHANGED when tariffs have changed since it was priced.',
  })
  proposalId!: string;

  @TextInput({ description: 'What approvers should know.', max: 500, optional: true })
  reason?: string | null;
}

@Input('An approved proposal that goes to the customer (SAL-70).')
export class ProposalSendInput {
  @IdInput(() => Proposal, { description: 'The proposal, APPROVED.' })
  proposalId!: string;

  @TextInput({ description: 'How it is sent, such as by e-mail.' })
  by!: string;

  @IdInput(() => Document, { description: 'The final text as a file (SAL-69).', optional: true })
  documentId?: string | null;
}

@Input('What the customer says to a proposal.')
export class ProposalAnswerInput {
  @IdInput(() => Proposal, { description: 'The proposal, SENT.' })
  proposalId!: string;

  @BoolInput({ description: 'True when the customer accepts it.' })
  accepted!: boolean;

  @TextInput({ description: 'Why; REQUIRED to reject.', max: 500, optional: true })
  reason?: string | null;
}

@Input('A proposal of which a later version is written (SAL-71).')
export class ProposalReviseInput {
  @IdInput(() => Proposal, {
    description: 'The proposal, the latest version (REPLACED); APPROVED, SENT, REJECTED or EXPIRED (INVALID_STATE).',
  })
  proposalId!: string;

  @InstantInput({ description: 'Until when the new one may be accepted, in the future (IN_THE_PAST).' })
  validTo!: string;
}

@Input('The contract that inherits from a proposal.')
export class ProposalContractInput {
  @EnumInput(() => ContractKind, { description: 'SERVICE or FRAMEWORK; others name what they change (REQUIRED).' })
  kind!: ContractKind;

  @TextInput({ description: 'Its subject; the name of the proposal when absent.', optional: true })
  name?: string | null;

  @IntInput({ description: 'Committed months; without a term when absent.', min: 1, max: 600, optional: true })
  termMonths?: number | null;

  @BoolInput({ description: 'Whether it is extended by its term; false when absent.', optional: true })
  autoExtend?: boolean | null;
}

@Input('The order that is made of a proposal.')
export class ProposalOrderInput {
  @IdInput(() => Account, { description: 'Account that is charged; the default one when absent.', optional: true })
  accountId?: string | null;

  @InstantInput({ description: 'When the service shall be open; not in the past.', optional: true })
  expectedAt?: string | null;
}

@Input('An accepted proposal of which a contract, an order or both are made, all or nothing (R71).')
export class ProposalConcludeInput {
  @IdInput(() => Proposal, { description: 'The proposal, ACCEPTED (INVALID_STATE).' })
  proposalId!: string;

  @ObjectInput(() => ProposalContractInput, {
    description: 'The contract, DUPLICATE when there is one; none when absent.',
    optional: true,
  })
  contract?: ProposalContractInput | null;

  @ObjectInput(() => ProposalOrderInput, {
    description: 'The order, DUPLICATE when there is one; none when absent. One of both is REQUIRED.',
    optional: true,
  })
  order?: ProposalOrderInput | null;
}
