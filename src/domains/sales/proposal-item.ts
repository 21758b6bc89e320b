import {
  DecimalNumber,
  EnumOf,
  Int,
  JsonValue,
  Money,
  Node,
  Noun,
  One,
  Text,
  UniqueTogether,
  Value,
} from '../../kernel/model/index.js';
import { CustomerServiceType, Offering, TariffPlan } from '../catalogue/index.js';
import { ProductInstance } from '../inventory/index.js';
import { Proposal } from './proposal.js';

@UniqueTogether(['proposal', 'itemNo'])
@Noun({
  tag: 'ov',
  root: false,
  description: 'A line of a proposal: what is offered, and for how much (TMF648 QuoteItem).',
})
export class ProposalItem extends Node {
  @One(() => Proposal, {
    description: 'The proposal.',
    inverse: 'items',
    inverseDescription: 'Its lines.',
  })
  proposal!: Proposal;

  @Int({ description: 'Place in the proposal, from 1.', access: 'slow' })
  itemNo!: number;

  @EnumOf(() => CustomerServiceType, { description: 'What is done with it; INSTALL for what is new.' })
  service!: CustomerServiceType;

  @One(() => Offering, {
    description: 'The offering.',
    hideable: true,
    inverse: 'proposalItems',
    inverseDescription: 'Lines of proposals that offer it.',
  })
  offering!: Offering;

  @One(() => ProductInstance, {
    description: 'What the customer has of it and what is acted on; null for INSTALL.',
    nullable: true,
    hideable: true,
    inverse: 'proposalItems',
    inverseDescription: 'Lines of proposals about the instance.',
  })
  productInstance?: ProductInstance | null;

  @Int({ description: 'How many.', access: 'slow' })
  quantity!: number;

  @One(() => TariffPlan, {
    description: 'The plan that prices it; null when none does.',
    nullable: true,
    hideable: true,
    inverse: 'proposalItems',
    inverseDescription: 'Lines of proposals that the plan prices.',
  })
  tariffPlan?: TariffPlan | null;

  @DecimalNumber({
    description: 'Discount of the seller on its one-time charges in per cent (PRD-69); null for none.',
    nullable: true,
  })
  discountPercent?: string | null;

  @JsonValue({ description: 'Values of characteristics, by name.' })
  characteristics: Record<string, unknown> = {};

  @Text({ description: 'Where it is installed; null when it has no place.', nullable: true, max: 400 })
  installAddress?: string | null;

  @Value(() => Money, { description: 'One-time price of all pieces after discounts.', nullable: true })
  oneTime?: Money | null;

  @Value(() => Money, { description: 'Price of the first period of all pieces after discounts.', nullable: true })
  recurring?: Money | null;
}
