import { EnumOf, Instant, Node, One, SharedFields, Text } from '../../kernel/model/index.js';
import { BusinessLine } from '../catalogue/index.js';
import { FoundBy } from './finding-enums.js';

/** What was found about a customer, by criteria or by somebody, and for how long the customer is followed for it (CUS-66, CUS-67, CUS-76). */
@SharedFields()
export abstract class CustomerFinding extends Node {
  @Text({ description: 'Number, unique: as given with it, or issued.', max: 60, access: 'unique' })
  findingNo!: string;

  @One(() => BusinessLine, { description: 'Business that it is about; null for all.', nullable: true })
  businessLine?: BusinessLine | null;

  @EnumOf(() => FoundBy, { description: 'How it was found.' })
  foundBy!: FoundBy;

  @Instant({ description: 'When it was found.', access: 'btree' })
  foundAt!: Date;

  @Instant({ description: 'When following began; null before.', nullable: true, access: 'slow' })
  trackedFrom?: Date | null;

  @Instant({ description: 'Until when the customer is to be followed; null when not.', nullable: true, access: 'slow' })
  trackedUntil?: Date | null;
}
