import { Bool, EnumOf, Instant, Node, Noun, One, Text, UniqueTogether } from '../../kernel/model/index.js';
import { BusinessLine } from '../catalogue/index.js';
import { Customer } from '../customer/index.js';
import { AbnormalKind, AbnormalStatus, FoundBy } from './finding-enums.js';

@UniqueTogether(['customer', 'kind'], `status <> 'CLEARED'`)
@Noun({
  tag: 'vm',
  description:
    'That a customer is or seems abnormal, with what was found by following them; for staff only (CUS-66, CUS-67).',
})
export class AbnormalCustomer extends Node {
  @Text({ description: 'Number, unique: as given with it, or issued.', max: 60, access: 'unique' })
  findingNo!: string;

  @One(() => Customer, {
    description: 'The customer.',
    inverse: 'abnormalities',
    inverseDescription: 'In which ways the customer is or was abnormal (CUS-66); empty for customers and partners.',
  })
  customer!: Customer;

  @EnumOf(() => AbnormalKind, { description: 'In which way.', access: 'btree' })
  kind!: AbnormalKind;

  @One(() => BusinessLine, { description: 'Business that it is about; null for all.', nullable: true })
  businessLine?: BusinessLine | null;

  @EnumOf(() => AbnormalStatus, { description: 'State; changes only by its life cycle.', access: 'btree' })
  status!: AbnormalStatus;

  @Bool({
    description: 'Whether the customer used services when it was last looked at: the two black lists (CUS-67).',
    access: 'slow',
  })
  inUse!: boolean;

  @EnumOf(() => FoundBy, { description: 'How it was found.' })
  foundBy!: FoundBy;

  @Text({ description: 'By what: name of the criterion, or the reason given.', max: 500 })
  evidence!: string;

  @Instant({ description: 'When it was found.', access: 'btree' })
  foundAt!: Date;

  @Instant({ description: 'When following began; null before.', nullable: true, access: 'slow' })
  trackedFrom?: Date | null;

  @Instant({ description: 'Until when the customer is to be followed; null when not.', nullable: true, access: 'slow' })
  trackedUntil?: Date | null;

  @Text({ description: 'Why it was confirmed or cleared; null before.', nullable: true, max: 500 })
  verdict?: string | null;

  @Instant({ description: 'When it was confirmed or cleared; null before.', nullable: true, access: 'slow' })
  endedAt?: Date | null;
}
