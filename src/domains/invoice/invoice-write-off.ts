import { Instant, Int, Money, Node, Noun, One, Text, Value } from '../../kernel/model/index.js';
import { InvoiceRange } from './invoice-range.js';

@Noun({ tag: 'iu', description: 'A check of vouchers that a holder handed in, number by number (RES-27).' })
export class InvoiceWriteOff extends Node {
  @One(() => InvoiceRange, {
    description: 'Range in which the numbers lie.',
    inverse: 'writeOffs',
    inverseDescription: 'Checks of vouchers that were handed in (RES-27).',
  })
  range!: InvoiceRange;

  @Int({ description: 'First number.', access: 'slow' })
  firstNo!: number;

  @Int({ description: 'Last number.', access: 'slow' })
  lastNo!: number;

  @Int({ description: 'Vouchers that were written off.', access: 'slow' })
  writtenOff!: number;

  @Int({ description: 'Numbers in between that are void or lost.', access: 'slow' })
  ended!: number;

  @Value(() => Money, {
    description: 'Sum of the vouchers that were written off; null when there were none.',
    nullable: true,
  })
  total?: Money | null;

  @Text({ description: 'Who checked them.', max: 100, access: 'slow' })
  verifiedBy!: string;

  @Instant({ description: 'When.', access: 'btree' })
  verifiedAt!: Date;
}
