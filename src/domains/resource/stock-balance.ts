import { Check } from '@mikro-orm/decorators/legacy';
import { Computed, Int, Node, Noun, One, UniqueTogether } from '../../kernel/model/index.js';
import { ResourceType } from './resource-type.js';
import { StockHolder } from './stock-holder.js';

@UniqueTogether(['holder', 'type'])
@Noun({ tag: 'rd', description: 'How much of a type a holder has, in real time (RES-18).' })
@Check({ expression: '"reserved" >= 0 and "on_hand" >= "reserved"', name: 'stock_balance_covered' })
export class StockBalance extends Node {
  @One(() => StockHolder, {
    description: 'Who has it.',
    inverse: 'balances',
    inverseDescription: 'What the holder has, by type (RES-18).',
  })
  holder!: StockHolder;

  @One(() => ResourceType, {
    description: 'Of which type.',
    inverse: 'balances',
    inverseDescription: 'Who has how much of it (RES-18).',
  })
  type!: ResourceType;

  @Int({ description: 'Pieces in stock, reserved ones included; the sum of all movements.', access: 'btree' })
  onHand!: number;

  @Int({ description: 'Pieces reserved for someone (RES-14).', access: 'slow' })
  reserved!: number;

  @Computed('int', (row) => `(${row}."on_hand" - ${row}."reserved")`, {
    description: 'Pieces that may be moved, sold or reserved.',
  })
  available!: number;
}
