import { Property } from '@mikro-orm/decorators/legacy';
import { describeEnum, EnumOf, Instant, Node, Noun, One, Text, UniqueTogether } from '../../kernel/model/index.js';
import { Customer, CustomerLifecycleState, type InNetworkPhase } from '../customer/index.js';

export enum CustomerMergeStatus {
  REQUESTED = 'REQUESTED',
  REJECTED = 'REJECTED',
  MERGED = 'MERGED',
  UNDONE = 'UNDONE',
}

describeEnum(CustomerMergeStatus, 'CustomerMergeStatus', 'State of a merge of two customers.', {
  REQUESTED: 'Waits for the decision of a second person.',
  REJECTED: 'Was not approved; nothing was changed.',
  MERGED: 'The two are one.',
  UNDONE: 'Was taken back; each has what it had.',
});

/** Where a customer stood in its life cycle (CUS-17), with moments as JSON tells them. */
export interface StandingBefore {
  lifecycle: CustomerLifecycleState;
  inNetworkPhase: InNetworkPhase | null;
  joinedAt: string | null;
  leftAt: string | null;
}

@UniqueTogether(['absorbed'], `status in ('REQUESTED', 'MERGED')`)
@Noun({
  tag: 'qm',
  description:
    'That one customer is to become part of another: asked for by one person, decided by another, and taken back where it was wrong (CUS-80).',
})
export class CustomerMerge extends Node {
  @One(() => Customer, {
    description: 'The customer that remains, with its code.',
    inverse: 'merges',
    inverseDescription: 'Merges of which the customer is or would be what remains.',
  })
  survivor!: Customer;

  @One(() => Customer, {
    description: 'The customer whose data move to the other; null when you may not see that customer.',
    hideable: true,
    inverse: 'absorptions',
    inverseDescription: 'Merges that make or would make the customer part of another one.',
  })
  absorbed!: Customer;

  @EnumOf(() => CustomerMergeStatus, { description: 'State.' })
  status!: CustomerMergeStatus;

  @Text({ description: 'How the customer agreed, such as a signed form.', max: 500 })
  consent!: string;

  @Text({ description: 'Why they are one.', max: 500 })
  reason!: string;

  @Text({ description: 'Who asked for it.', max: 100 })
  requestedBy!: string;

  @Instant({ description: 'When it was decided.', nullable: true, access: 'slow' })
  decidedAt?: Date | null;

  @Text({ description: 'Who decided; never the person who asked.', nullable: true, max: 100 })
  decidedBy?: string | null;

  @Text({ description: 'Why it was decided so.', nullable: true, max: 500 })
  decisionNote?: string | null;

  @EnumOf(() => CustomerLifecycleState, {
    description: 'Life cycle of the absorbed customer before; null before the decision.',
    nullable: true,
  })
  lifecycleBefore?: CustomerLifecycleState | null;

  /** How the survivor stood before; null before the decision, and of merges of before it was kept. Not shown: its history tells. */
  @Property({ type: 'json', columnType: 'jsonb', nullable: true })
  survivorBefore?: StandingBefore | null;

  @Instant({ description: 'When it was taken back.', nullable: true, access: 'slow' })
  undoneAt?: Date | null;

  @Text({ description: 'Who took it back.', nullable: true, max: 100 })
  undoneBy?: string | null;

  @Text({ description: 'Why it was taken back.', nullable: true, max: 500 })
  undoReason?: string | null;
}
