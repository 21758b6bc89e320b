import { EnumOf, Instant, Node, Noun, One, Text, UniqueTogether } from '../../kernel/model/index.js';
import { BusinessLine } from '../catalogue/index.js';
import { Customer } from '../customer/index.js';
import { FoundBy, PotentialBigStatus } from './finding-enums.js';

@UniqueTogether(['customer'], `status in ('DETECTED', 'TRACKING')`)
@Noun({
  tag: 'vn',
  description: 'That a customer may become a big one, and what came of it; for staff only (CUS-76).',
})
export class PotentialBigCustomer extends Node {
  @Text({ description: 'Number, unique: as given with it, or issued.', max: 60, access: 'unique' })
  findingNo!: string;

  @One(() => Customer, {
    description: 'The customer.',
    inverse: 'potentials',
    inverseDescription: 'When the customer seemed to become a big one (CUS-76); empty for customers and partners.',
  })
  customer!: Customer;

  @One(() => BusinessLine, { description: 'Business that it is about; null for all.', nullable: true })
  businessLine?: BusinessLine | null;

  @EnumOf(() => PotentialBigStatus, { description: 'State; changes only by its life cycle.', access: 'btree' })
  status!: PotentialBigStatus;

  @EnumOf(() => FoundBy, { description: 'How it was found.' })
  foundBy!: FoundBy;

  @Text({
    description: 'By what: name of the criterion, or the reason given.',
    max: 500,
    access: 'slow',
    grouped: true,
  })
  evidence!: string;

  @Instant({ description: 'When it was found.', access: 'btree' })
  foundAt!: Date;

  @Instant({ description: 'When following began; null before.', nullable: true, access: 'slow' })
  trackedFrom?: Date | null;

  @Instant({ description: 'Until when the customer is to be followed; null when not.', nullable: true, access: 'slow' })
  trackedUntil?: Date | null;

  @Text({ description: 'Why it was converted or cleared; null before.', nullable: true, max: 500 })
  verdict?: string | null;

  @Instant({ description: 'When it was converted or cleared; null before.', nullable: true, access: 'slow' })
  endedAt?: Date | null;
}
