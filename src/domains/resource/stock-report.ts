import { Day, Int, Node, Noun, One, UniqueTogether } from '../../kernel/model/index.js';
import { ResourceType } from './resource-type.js';
import { StockHolder } from './stock-holder.js';

@UniqueTogether(['holder', 'type', 'fromDay', 'toDay'])
@Noun({
  tag: 'rs',
  description:
    'What a holder had of a type at the beginning and the end of a period, and what moved between (RES-03, RES-17).',
})
export class StockReport extends Node {
  @One(() => StockHolder, {
    description: 'Whose stock it was.',
    inverse: 'stockReports',
    inverseDescription: 'Stock of the holder by type and period (RES-03).',
  })
  holder!: StockHolder;

  @One(() => ResourceType, {
    description: 'Of which type.',
    inverse: 'stockReports',
    inverseDescription: 'Stock of the type by holder and period (RES-03).',
  })
  type!: ResourceType;

  @Day({ description: 'First day of the period, where the operator is.', access: 'btree' })
  fromDay!: string;

  @Day({ description: 'Last day of the period, where the operator is.', access: 'btree' })
  toDay!: string;

  @Int({ description: 'Pieces before the first day.', access: 'slow' })
  opening!: number;

  @Int({ description: 'Pieces that came in the period.', access: 'slow' })
  received!: number;

  @Int({ description: 'Pieces that left in the period.', access: 'slow' })
  issued!: number;

  @Int({ description: 'Pieces after the last day: opening, plus received, less issued.', access: 'slow' })
  closing!: number;
}
