import { Day, Instant, Node, Noun, One, Text, UniqueTogether } from '../../kernel/model/index.js';
import { Product } from './product.js';

@UniqueTogether(['product'])
@Noun({
  tag: 'lw',
  description:
    'How a product leaves the market: when its sale stops, what takes its place, and when its service ends (PRD-98). One for each product that is withdrawn.',
})
export class ProductWithdrawal extends Node {
  @One(() => Product, {
    description: 'The product.',
    inverse: 'withdrawals',
    inverseDescription: 'How it leaves the market: at most one entry (PRD-98).',
  })
  product!: Product;

  @Day({
    description: 'First day on which it is not sold any more, where the operator is (parameter `operator.time-zone`).',
    access: 'btree',
  })
  stopSaleOn!: string;

  @One(() => Product, {
    description: 'Product to which its customers are to go over, also related to it as REPLACE; null for none.',
    nullable: true,
    hideable: true,
    inverse: 'replacesInWithdrawals',
    inverseDescription: 'Withdrawals of products whose place it takes.',
  })
  replacedBy?: Product | null;

  @Day({
    description: 'First day on which nobody shall have it any more, where the operator is; null while that is open.',
    nullable: true,
    access: 'btree',
  })
  endOfServiceOn?: string | null;

  @Text({ description: 'Why it is withdrawn.', max: 500 })
  reason!: string;

  @Text({ description: 'Who planned it last, such as a staff number.', max: 100, access: 'slow' })
  plannedBy!: string;

  @Instant({
    description:
      'When the sale was stopped; null before, and again when the product was extended and is to be withdrawn anew.',
    nullable: true,
    access: 'slow',
  })
  saleStoppedAt?: Date | null;

  @Instant({
    description: 'When it was told that the service ends, with those who still had it; null before.',
    nullable: true,
    access: 'slow',
  })
  serviceEndToldAt?: Date | null;
}
