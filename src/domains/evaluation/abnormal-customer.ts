import { Bool, EnumOf, Instant, Noun, One, Text, UniqueTogether } from '../../kernel/model/index.js';
import { Customer } from '../customer/index.js';
import { CustomerFinding } from './customer-finding.js';
import { AbnormalKind, AbnormalStatus } from './finding-enums.js';

@UniqueTogether(['customer', 'kind'], `status <> 'CLEARED'`)
@Noun({
  tag: 'vm',
  description:
    'That a customer is or seems abnormal, with what was found by following them; for staff only (CUS-66, CUS-67).',
})
export class AbnormalCustomer extends CustomerFinding {
  @One(() => Customer, {
    description: 'The customer.',
    inverse: 'abnormalities',
    inverseDescription: 'In which ways the customer is or was abnormal (CUS-66); empty for customers and partners.',
  })
  customer!: Customer;

  @EnumOf(() => AbnormalKind, { description: 'In which way.', access: 'btree' })
  kind!: AbnormalKind;

  @EnumOf(() => AbnormalStatus, { description: 'State; changes only by its life cycle.', access: 'btree' })
  status!: AbnormalStatus;

  @Bool({
    description: 'Whether the customer used services when it was last looked at: the two black lists (CUS-67).',
    access: 'slow',
  })
  inUse!: boolean;

  @Text({ description: 'By what: name of the criterion, or the reason given.', max: 500 })
  evidence!: string;

  @Text({ description: 'Why it was confirmed or cleared; null before.', nullable: true, max: 500 })
  verdict?: string | null;

  @Instant({ description: 'When it was confirmed or cleared; null before.', nullable: true, access: 'slow' })
  endedAt?: Date | null;
}
