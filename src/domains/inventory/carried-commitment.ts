import { Instant, Node, Noun, One } from '../../kernel/model/index.js';
import { Product } from '../catalogue/index.js';
import { OfferingInstance } from './offering-instance.js';
import { ProductInstance } from './product-instance.js';

@Noun({
  tag: 'nv',
  root: false,
  description:
    'How long something must be kept, as an upgrade carried it over: the term that was agreed for what was upgraded goes on under what takes its place (PRD-38, PRD-54).',
})
export class CarriedCommitment extends Node {
  @One(() => ProductInstance, {
    description: 'What it binds now.',
    inverse: 'carriedCommitments',
    inverseDescription: 'Terms of former offerings that upgrades have carried over to it (PRD-38).',
  })
  instance!: ProductInstance;

  @One(() => OfferingInstance, {
    description: 'Sale by which it was agreed; null for callers who may not see what a former owner has.',
    hideable: true,
  })
  through!: OfferingInstance;

  @One(() => Product, { description: 'Product of that sale which was to be kept.' })
  product!: Product;

  @Instant({
    description: 'When that came into service, from which its months are counted; null when nobody knows.',
    nullable: true,
    access: 'slow',
  })
  since?: Date | null = null;
}
