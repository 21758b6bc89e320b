import { Property } from '@mikro-orm/decorators/legacy';
import { EnumOf, Instant, Int, Node, Noun, One, Text, UniqueTogether } from '../../kernel/model/index.js';
import { CustomerSyncTarget } from './customer-sync-target.js';
import { SyncLoadStatus } from './sync-enums.js';

@UniqueTogether(['target'], `status = 'RUNNING'`)
@Noun({
  tag: 'ub',
  description:
    'A full load: the data of all customers are delivered to a system outside, such as one that subscribes anew, while changes go on; for staff (CUS-58).',
})
export class CustomerSyncLoad extends Node {
  @One(() => CustomerSyncTarget, {
    description: 'The system.',
    inverse: 'loads',
    inverseDescription: 'Full loads of it (CUS-58); one is RUNNING at a time.',
  })
  target!: CustomerSyncTarget;

  @EnumOf(() => SyncLoadStatus, { description: 'State.', access: 'btree' })
  status!: SyncLoadStatus;

  @Text({ description: 'Why it was begun; null when the system was switched on with it.', nullable: true, max: 500 })
  reason!: string | null;

  @Text({ description: 'Who began it.', max: 100, access: 'slow' })
  startedBy!: string;

  @Instant({ description: 'When it began.', access: 'slow' })
  startedAt!: Date;

  @Instant({ description: 'When it ended; null while it runs.', nullable: true, access: 'slow' })
  finishedAt!: Date | null;

  @Int({ description: 'Customers that there were when it began.' })
  customers!: number;

  @Int({
    description:
      'Customers that were taken into a delivery so far. How far the deliveries are: `deliveries(filter: {status: …}) { totalCount }`.',
  })
  gathered!: number;

  /** Customers up to this key were taken into deliveries. */
  @Property({ type: 'uuid', nullable: true, hidden: true })
  lastKey!: string | null;

  /** Whether there are none behind it; those who come later are told of as changes. */
  @Property({ type: 'boolean', hidden: true })
  gatheredAll!: boolean;
}
