import { Node, Noun, One, UniqueTogether } from '../../kernel/model/index.js';
import { ProductInstance } from '../inventory/index.js';
import { Opportunity } from './opportunity.js';

@UniqueTogether(['opportunity', 'productInstance'])
@Noun({
  tag: 'oj',
  root: false,
  description: 'A product instance of the customer that an opportunity concerns (SAL-02, R68).',
})
export class OpportunityInstance extends Node {
  @One(() => Opportunity, {
    description: 'The opportunity.',
    inverse: 'productInstances',
    inverseDescription: 'Product instances that it concerns: those to change or give up.',
  })
  opportunity!: Opportunity;

  @One(() => ProductInstance, {
    description: 'The product instance.',
    hideable: true,
    inverse: 'opportunityInstances',
    inverseDescription: 'Opportunities that concern the instance; for staff only.',
  })
  productInstance!: ProductInstance;
}
