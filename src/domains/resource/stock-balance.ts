import { Check } from '@mikro-orm/decorators/legacy';
import { Computed, Instant, Int, Node, Noun, One, UniqueTogether } from '../../kernel/model/index.js';
import { ResourceType } from './resource-type.js';
import { StockHolder } from './stock-holder.js';

/**
 * The receipt from which the oldest piece comes: what came after it does not cover what is there.
 * @param row quoted alias of the balance
 */
export function oldestOf(row: string): string {
  return `(select min("lot"."moved_at") from (
    select "n"."moved_at", sum("n"."quantity") over (order by "n"."moved_at" desc, "n"."id" desc) - "n"."quantity" "newer"
    from "stock_note" "n" where "n"."to_id" = ${row}."holder_id" and "n"."type_id" = ${row}."type_id" and "n"."counted"
  ) "lot" where "lot"."newer" < ${row}."on_hand")`;
}

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

  @Computed('dateTime', oldestOf, {
    description: 'When the oldest piece came to the holder, first in first out; null when it has none (RES-04).',
    nullable: true,
  })
  oldestAt?: Date | null;

  @Instant({
    description: 'When it was found that pieces lie here too long; null while none do (RES-04).',
    nullable: true,
    access: 'btree',
  })
  agedSince?: Date | null = null;
}
