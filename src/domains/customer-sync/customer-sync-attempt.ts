import { EnumOf, Instant, Int, Node, Noun, One, Text } from '../../kernel/model/index.js';
import { CustomerSyncDelivery } from './customer-sync-delivery.js';
import { SyncOutcome } from './sync-enums.js';

@Noun({
  tag: 'dz',
  root: false,
  description: 'One attempt to deliver the data of a customer to a system outside (CUS-58).',
})
export class CustomerSyncAttempt extends Node {
  @One(() => CustomerSyncDelivery, {
    description: 'The delivery.',
    inverse: 'attempts',
    inverseDescription: 'Attempts that ended.',
  })
  delivery!: CustomerSyncDelivery;

  @Int({ description: 'Number of the attempt, from 1.', access: 'slow' })
  number!: number;

  @Instant({ description: 'When it began.', access: 'slow' })
  startedAt!: Date;

  @Int({ description: 'How long it took, in milliseconds.', access: 'slow' })
  durationMs!: number;

  @EnumOf(() => SyncOutcome, { description: 'How it ended.' })
  outcome!: SyncOutcome;

  @Text({ description: 'What went wrong; null when nothing did.', nullable: true, max: 500 })
  error!: string | null;
}
