import {
  Computed,
  Int,
  Money,
  Node,
  Noun,
  One,
  Text,
  TextList,
  UniqueTogether,
  Value,
} from '../../kernel/model/index.js';
import { ResourceType } from './resource-type.js';
import { StockTake } from './stock-take.js';

@UniqueTogether(['take', 'type'])
@Noun({
  tag: 'ru',
  root: false,
  description:
    'What a stocktaking found of one type: booked, counted, and how the difference is treated (RES-15, RES-16).',
})
export class StockTakeLine extends Node {
  @One(() => StockTake, {
    description: 'The stocktaking.',
    inverse: 'lines',
    inverseDescription: 'What was found, by type.',
  })
  take!: StockTake;

  @One(() => ResourceType, {
    description: 'What was counted.',
    inverse: 'stockTakeLines',
    inverseDescription: 'Counts of the type.',
  })
  type!: ResourceType;

  @Int({ description: 'Pieces in the books when it was counted.', access: 'slow' })
  booked!: number;

  @Int({ description: 'Pieces that were found.', access: 'slow' })
  counted!: number;

  @Computed('int', (row) => `(${row}."counted" - ${row}."booked")`, {
    description: 'Pieces too many (surplus, above 0) or too few (deficit, below 0).',
  })
  difference!: number;

  @TextList({ description: 'Numbers of pieces in the books that were not found, for a serialised type.' })
  missingNos: string[] = [];

  @TextList({
    description:
      'Numbers of pieces that were found but are not in the books here, for a serialised type; they are taken in or moved by notes of their own.',
  })
  foundNos: string[] = [];

  @Value(() => Money, {
    description: 'Value of the difference by the latest price of a stock-in; null when none is known.',
    nullable: true,
  })
  differenceValue?: Money | null;

  @Text({
    description:
      'How the difference is treated, as proposed with the count or named by who approves; null while nobody said, or without a difference.',
    nullable: true,
    max: 500,
  })
  treatment?: string | null;
}
