import { describeEnum, EnumOf, Instant, Int, Money, Node, Noun, One, Text, Value } from '../../kernel/model/index.js';
import { Contract } from '../agreement/index.js';
import { Customer } from '../customer/index.js';
import { Document } from '../document/index.js';
import { Order } from '../ordering/index.js';
import { Employee } from '../organisation/index.js';
import { Region } from '../region/index.js';
import { Opportunity } from './opportunity.js';

export enum ProposalStatus {
  DRAFT = 'DRAFT',
  IN_APPROVAL = 'IN_APPROVAL',
  APPROVED = 'APPROVED',
  SENT = 'SENT',
  ACCEPTED = 'ACCEPTED',
  REJECTED = 'REJECTED',
  EXPIRED = 'EXPIRED',
  REPLACED = 'REPLACED',
}

describeEnum(ProposalStatus, 'ProposalStatus', 'State of a proposal (SAL-65, TMF648).', {
  DRAFT: 'Being written; the only state in which it changes.',
  IN_APPROVAL: 'Submitted; somebody else decides on it (SAL-68).',
  APPROVED: 'Approved; it may be sent.',
  SENT: 'The customer has it.',
  ACCEPTED: 'The customer agrees; a contract and an order can be made of it.',
  REJECTED: 'The customer does not want it.',
  EXPIRED: 'Its validity has passed; it is never changed again (SAL-74, SAL-75).',
  REPLACED: 'A later version stands in its place (SAL-71).',
});

@Noun({
  tag: 'ou',
  description:
    'What is offered to a customer for an opportunity: products, prices with their breakdown, and the solution (销售建议书, SAL-63, SAL-64, TMF648 Quote). The customer sees it once it is sent.',
})
export class Proposal extends Node {
  @Text({ description: 'Number, given by the system, such as `PP-00000012`.', max: 40, access: 'unique' })
  proposalNo!: string;

  @Text({ description: 'What it is called.', access: 'search' })
  name!: string;

  @One(() => Opportunity, {
    description: 'The opportunity for which it is; null for customers (R71).',
    hideable: true,
    inverse: 'proposals',
    inverseDescription: 'Proposals for the opportunity, with all their versions (R71).',
  })
  opportunity!: Opportunity;

  @One(() => Customer, {
    description: 'The customer.',
    inverse: 'proposals',
    inverseDescription: 'Proposals to the customer, who sees those that were sent (TMF648).',
  })
  customer!: Customer;

  @One(() => Customer, { description: 'The customer, from when it was sent; null before.', nullable: true })
  recipient?: Customer | null;

  @One(() => Region, {
    description: 'Region whose staff see it: that of the customer.',
    inverse: 'proposals',
    inverseDescription: 'Proposals that exactly this region looks after.',
  })
  region!: Region;

  @Int({ description: 'Which version of the proposal it is, from 1 (SAL-71).', access: 'slow' })
  revision!: number;

  @One(() => Proposal, {
    description: 'The version before; null for the first, and when the caller does not see it.',
    nullable: true,
    hideable: true,
    inverse: 'laterVersions',
    inverseDescription: 'The version in its place, if any.',
  })
  previous?: Proposal | null;

  @EnumOf(() => ProposalStatus, { description: 'State; changes only through its life cycle.', access: 'btree' })
  status!: ProposalStatus;

  @Instant({ description: 'From when it holds.', access: 'btree' })
  validFrom!: Date;

  @Instant({ description: 'Until when it may be accepted.', access: 'btree' })
  validTo!: Date;

  @Text({ description: 'The technical solution (SAL-64); null when none is needed.', nullable: true, max: 8000 })
  solution?: string | null;

  @Text({ description: 'Commercial terms besides the prices; null for the usual ones.', nullable: true, max: 4000 })
  terms?: string | null;

  @Text({ description: 'Currency of all its amounts, ISO 4217.', max: 3, access: 'slow', grouped: true })
  currency!: string;

  @Value(() => Money, { description: 'Sum of the one-time prices after all discounts.' })
  oneTime!: Money;

  @Value(() => Money, { description: 'Sum of the prices of the first period after all discounts.' })
  recurring!: Money;

  @Value(() => Money, { description: 'What must be deposited besides; null for nothing.', nullable: true })
  deposit?: Money | null;

  @Instant({ description: 'Moment whose tariffs hold.', access: 'slow' })
  pricedAt!: Date;

  @One(() => Employee, {
    description: 'The seller; null when it was written by no employee.',
    nullable: true,
    hideable: true,
    inverse: 'proposals',
    inverseDescription: 'Proposals that the employee is responsible for.',
  })
  seller?: Employee | null;

  @One(() => Document, {
    description: 'The final text as a file (SAL-69); null before it is sent, or without one.',
    nullable: true,
    hideable: true,
    inverse: 'proposals',
    inverseDescription: 'Proposals whose final text it is.',
  })
  document?: Document | null;

  @Instant({ description: 'When it was sent; null before.', nullable: true, access: 'btree' })
  sentAt?: Date | null;

  @Text({ description: 'How it was sent, such as by e-mail; null before.', nullable: true, max: 200 })
  sentBy?: string | null;

  @Text({ description: 'Why the customer accepted or rejected it; null when nobody said.', nullable: true, max: 500 })
  answer?: string | null;

  @Instant({ description: 'When the customer answered; null before.', nullable: true, access: 'slow' })
  answeredAt?: Date | null;

  @One(() => Contract, {
    description: 'The contract that inherits from it; null without one (R71).',
    nullable: true,
    hideable: true,
    inverse: 'proposals',
    inverseDescription: 'The proposal from which the contract inherits, if any (R71).',
  })
  contract?: Contract | null;

  @One(() => Order, {
    description: 'The order that was made of it; null without one.',
    nullable: true,
    hideable: true,
    inverse: 'proposals',
    inverseDescription: 'The proposal from which the order was made, if any.',
  })
  order?: Order | null;

  @Int({
    description: 'Counts changes; give it as `expectedVersion` to change only what you have read.',
    access: 'slow',
  })
  version: number = 1;
}
