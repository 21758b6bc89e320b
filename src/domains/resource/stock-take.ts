import { describeEnum, EnumOf, Instant, Node, Noun, One, Text, UniqueTogether } from '../../kernel/model/index.js';
import { ResourceCategory } from './resource-type.js';
import { StockHolder } from './stock-holder.js';

export enum StockTakeStatus {
  OPEN = 'OPEN',
  COUNTED = 'COUNTED',
  POSTED = 'POSTED',
  CANCELLED = 'CANCELLED',
}

describeEnum(StockTakeStatus, 'StockTakeStatus', 'State of a stocktaking (RES-15).', {
  OPEN: 'Being counted.',
  COUNTED:
    'Counted; surplus and deficit wait for the approval of somebody else. Refused or taken back, it is OPEN and counted anew.',
  POSTED: 'Approved; the books say what was found.',
  CANCELLED: 'Given up; the books did not change.',
});

@UniqueTogether(['holder', 'category'], `status in ('OPEN', 'COUNTED')`)
@Noun({
  tag: 'rz',
  description: 'A count of what a holder has of one class, compared with the books (RES-15, RES-16).',
})
export class StockTake extends Node {
  @Text({ description: 'Number of the stocktaking.', max: 30, access: 'unique' })
  takeNo!: string;

  @One(() => StockHolder, {
    description: 'Whose stock is counted.',
    inverse: 'stockTakes',
    inverseDescription: 'Stocktakings at the holder (RES-15).',
  })
  holder!: StockHolder;

  @EnumOf(() => ResourceCategory, {
    description: 'Class that is counted; at most one stocktaking of a class is under way at a holder.',
    access: 'btree',
  })
  category!: ResourceCategory;

  @EnumOf(() => StockTakeStatus, { description: 'State; changes only through its life cycle.', access: 'btree' })
  status!: StockTakeStatus;

  @Text({ description: 'Who counted; null before.', nullable: true, max: 100, access: 'slow' })
  countedBy?: string | null;

  @Instant({ description: 'When it was counted; null before.', nullable: true, access: 'btree' })
  countedAt?: Date | null;

  @Text({ description: 'Who approved the treatment; null before.', nullable: true, max: 100, access: 'slow' })
  approvedBy?: string | null;

  @Instant({ description: 'When it was posted; null before.', nullable: true, access: 'slow' })
  postedAt?: Date | null;
}
