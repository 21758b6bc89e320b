import { Bool, DecimalNumber, EnumOf, Int, Node, Noun, Text } from '../../kernel/model/index.js';
import { CustomerServiceType } from '../catalogue/index.js';
import { OrderKind, OrderSource } from './order.enums.js';

@Noun({
  tag: 'rv',
  description:
    'When an order needs a reviewer: every condition that is given must hold; an order that no rule in use matches is approved by rule (ORD-77).',
})
export class ReviewRule extends Node {
  @Text({ description: 'Code unique among review rules, such as `LARGE_BATCH`.', max: 60, access: 'unique' })
  code!: string;

  @Text({ description: 'What the reviewer is told.', access: 'search' })
  name!: string;

  @Bool({ description: 'Whether the rule is applied.' })
  inUse!: boolean;

  @EnumOf(() => OrderKind, { description: 'Only orders of this kind.', nullable: true })
  kind?: OrderKind | null;

  @EnumOf(() => OrderSource, { description: 'Only orders from this source.', nullable: true })
  source?: OrderSource | null;

  @EnumOf(() => CustomerServiceType, { description: 'Only orders with a line of this action.', nullable: true })
  action?: CustomerServiceType | null;

  @Int({ description: 'Only orders of at least this many pieces, summed over the lines.', nullable: true })
  minPieces?: number | null;

  @DecimalNumber({
    description: 'Only orders whose one-time total is at least this, in the currency of the order.',
    nullable: true,
  })
  minOneTimeTotal?: string | null;
}
