import { EnumOf, Instant, JsonValue, Node, Noun, One, Text, UniqueTogether } from '../../kernel/model/index.js';
import { CustomerLifecycleState, CustomerType } from './customer-enums.js';
import { Customer } from './customer.js';

@UniqueTogether(['customer'], 'restored_at is null')
@Noun({
  tag: 'cz',
  root: false,
  description:
    'That a customer lost its standing: it is kept as a former customer, its accounts are closed. What stood before is kept for a restoration (CUS-83, CUS-84).',
})
export class CustomerCancellation extends Node {
  @One(() => Customer, {
    description: 'The customer.',
    inverse: 'cancellations',
    inverseDescription: 'When the customer lost its standing, and got it back (CUS-83, CUS-84).',
  })
  customer!: Customer;

  @Text({ description: 'Why.', max: 500 })
  reason!: string;

  @Instant({ description: 'When.', access: 'slow' })
  cancelledAt!: Date;

  @Text({ description: 'By whom.', max: 100 })
  cancelledBy!: string;

  @EnumOf(() => CustomerLifecycleState, { description: 'Life cycle before.' })
  lifecycleBefore!: CustomerLifecycleState;

  @EnumOf(() => CustomerType, { description: 'Market group before; big customers lose theirs.' })
  typeBefore!: CustomerType;

  @Text({ description: 'Sub-type before.', nullable: true, max: 40 })
  subTypeBefore?: string | null;

  @JsonValue({
    description: 'Accounts that were closed: a list of `{accountNo, status, isDefault}` as they stood before.',
  })
  accountsBefore!: unknown;

  @Instant({ description: 'When it was taken back; null while it holds.', nullable: true, access: 'slow' })
  restoredAt?: Date | null;

  @Text({ description: 'By whom it was taken back.', nullable: true, max: 100 })
  restoredBy?: string | null;

  @Text({ description: 'Why it was taken back.', nullable: true, max: 500 })
  restoreReason?: string | null;
}
