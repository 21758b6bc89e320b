import { EnumOf, Instant, Noun, One, Text, UniqueTogether } from '../../kernel/model/index.js';
import { Customer } from '../customer/index.js';
import { CustomerFinding } from './customer-finding.js';
import { PotentialBigStatus } from './finding-enums.js';

@UniqueTogether(['customer'], `status in ('DETECTED', 'TRACKING')`)
@Noun({
  tag: 'vn',
  description: 'That a customer may become a big one, and what came of it; for staff only (CUS-76).',
})
export class PotentialBigCustomer extends CustomerFinding {
  @One(() => Customer, {
    description: 'The customer.',
    inverse: 'potentials',
    inverseDescription: 'When the customer seemed to become a big one (CUS-76); empty for customers and partners.',
  })
  customer!: Customer;

  @EnumOf(() => PotentialBigStatus, { description: 'State; changes only by its life cycle.', access: 'btree' })
  status!: PotentialBigStatus;

  @Text({
    description: 'By what: name of the criterion, or the reason given.',
    max: 500,
    access: 'slow',
    grouped: true,
  })
  evidence!: string;

  @Text({ description: 'Why it was converted or cleared; null before.', nullable: true, max: 500 })
  verdict?: string | null;

  @Instant({ description: 'When it was converted or cleared; null before.', nullable: true, access: 'slow' })
  endedAt?: Date | null;
}
