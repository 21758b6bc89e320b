import { describeEnum, EnumOf, Instant, Int, Node, Noun, One, Text, UniqueTogether } from '../../kernel/model/index.js';
import { ResourceType, StockHolder } from '../resource/index.js';

export enum NumberSyncStatus {
  RUNNING = 'RUNNING',
  DONE = 'DONE',
}

describeEnum(NumberSyncStatus, 'NumberSyncStatus', 'State of a comparison of numbers (RES-52).', {
  RUNNING: 'Numbers are still being read.',
  DONE: 'All numbers have been read.',
});

@UniqueTogether(['type'], `status = 'RUNNING'`)
@Noun({
  tag: 'yn',
  description:
    'A comparison of numbers with the outside line and number subsystem: new ones are taken into stock, exchange and level follow, and what contradicts is noted (RES-52).',
})
export class NumberSync extends Node {
  @One(() => ResourceType, {
    description: 'Type of the numbers.',
    inverse: 'numberSyncs',
    inverseDescription: 'When its numbers were compared with the outside subsystem (RES-52).',
  })
  type!: ResourceType;

  @One(() => StockHolder, {
    description: 'Who got numbers that were not known.',
    inverse: 'numberSyncs',
    inverseDescription: 'Comparisons that gave the holder new numbers (RES-52).',
  })
  holder!: StockHolder;

  @Text({ description: 'Only numbers of this exchange; null for all.', nullable: true, max: 20 })
  exchange?: string | null;

  @EnumOf(() => NumberSyncStatus, { description: 'State.', access: 'btree' })
  status!: NumberSyncStatus;

  @Text({ description: 'Who started it: the subject of the caller.', max: 100, access: 'slow' })
  startedBy!: string;

  @Instant({ description: 'When it was started.', access: 'btree' })
  startedAt!: Date;

  @Instant({ description: 'When all was read; null before.', nullable: true, access: 'slow' })
  endedAt?: Date | null;

  @Text({ description: 'Last number that was read; null before the first.', nullable: true, max: 60 })
  lastNumber?: string | null;

  @Int({ description: 'Numbers that were read.' })
  read: number = 0;

  @Int({ description: 'Numbers that were not known and were taken into stock.' })
  added: number = 0;

  @Int({ description: 'Numbers whose exchange or level was changed.' })
  changed: number = 0;

  @Int({ description: 'Numbers that contradict; see `differences`.' })
  contradicting: number = 0;
}
