import { Int, Money, Node, Noun, One, UniqueTogether, Value } from '../../kernel/model/index.js';
import { Offering } from '../catalogue/index.js';
import { Opportunity } from './opportunity.js';

@UniqueTogether(['opportunity', 'offering'])
@Noun({
  tag: 'oq',
  root: false,
  description: 'An offering that an opportunity is about (MOD-52, R68, TMF699 SalesOpportunityItem).',
})
export class OpportunityLine extends Node {
  @One(() => Opportunity, {
    description: 'The opportunity.',
    inverse: 'lines',
    inverseDescription: 'Offerings that it is about, each once.',
  })
  opportunity!: Opportunity;

  @One(() => Offering, {
    description: 'The offering.',
    inverse: 'opportunityLines',
    inverseDescription: 'Opportunities that are about the offering; for staff only.',
  })
  offering!: Offering;

  @Int({ description: 'How many.', access: 'slow' })
  quantity!: number;

  @Value(() => Money, { description: 'What is expected of it; null when not said.', nullable: true })
  estimatedAmount?: Money | null;
}
