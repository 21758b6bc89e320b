import { Bool, describeEnum, EnumOf, Instant, Int, Node, Noun, One, Text } from '../../kernel/model/index.js';
import { ResourceType } from './resource-type.js';
import { StockHolder } from './stock-holder.js';

export enum StockInOrderStatus {
  OPEN = 'OPEN',
  POSTED = 'POSTED',
  CANCELLED = 'CANCELLED',
}

describeEnum(StockInOrderStatus, 'StockInOrderStatus', 'State of a stock-in order (RES-02).', {
  OPEN: 'Not all of the stock has been taken in.',
  POSTED: 'All of it has been taken in.',
  CANCELLED: 'It will not come.',
});

@Noun({
  tag: 'rx',
  description: 'Stock that has been delivered or soon will be, to be taken in within a limit (RES-02).',
})
export class StockInOrder extends Node {
  @Text({ description: 'Number of the order.', max: 30, access: 'unique' })
  orderNo!: string;

  @One(() => ResourceType, {
    description: 'What comes.',
    inverse: 'stockInOrders',
    inverseDescription: 'Stock-ins of the type to come (RES-02).',
  })
  type!: ResourceType;

  @One(() => StockHolder, {
    description: 'Who takes it in.',
    inverse: 'stockInOrders',
    inverseDescription: 'Stock-ins to come at the holder (RES-02).',
  })
  holder!: StockHolder;

  @Int({ description: 'Pieces that come.', access: 'slow' })
  quantity!: number;

  @Int({ description: 'Pieces that were taken in so far.', access: 'slow' })
  received: number = 0;

  @EnumOf(() => StockInOrderStatus, { description: 'State; changes only through its life cycle.', access: 'btree' })
  status!: StockInOrderStatus;

  @Instant({ description: 'When it must have been taken in.', access: 'btree' })
  dueAt!: Date;

  @Bool({ description: 'Whether it was not taken in in time; stays true afterwards.', access: 'slow' })
  overdue: boolean = false;

  @Text({ description: 'Who opened it.', max: 100, access: 'slow' })
  openedBy!: string;
}
