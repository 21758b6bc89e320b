import { Noun, One } from '../../kernel/model/index.js';
import { KeptCharge } from '../pricing/index.js';
import { ProposalItem } from './proposal-item.js';
import { Proposal } from './proposal.js';

@Noun({
  tag: 'ox',
  root: false,
  description:
    'One thing that a proposal costs, gives or takes off, with the rule that says so (PRD-114, TMF648 QuotePrice).',
})
export class ProposalCharge extends KeptCharge {
  @One(() => Proposal, {
    description: 'The proposal.',
    inverse: 'charges',
    inverseDescription: 'Its charges and discounts, one by one.',
  })
  proposal!: Proposal;

  @One(() => ProposalItem, {
    description: 'The line; null for a discount on the whole.',
    nullable: true,
    inverse: 'charges',
    inverseDescription: 'Charges and discounts of the line, one by one.',
  })
  item?: ProposalItem | null;
}
