import {
  describeEnum,
  EnumOf,
  Instant,
  Int,
  Node,
  Noun,
  One,
  Text,
  TextList,
  UniqueTogether,
} from '../../kernel/model/index.js';
import { Customer } from '../customer/index.js';

export enum DuplicateStatus {
  OPEN = 'OPEN',
  CONFIRMED = 'CONFIRMED',
  DISMISSED = 'DISMISSED',
}

describeEnum(DuplicateStatus, 'DuplicateStatus', 'What was decided about two customers who may be one.', {
  OPEN: 'To be decided.',
  CONFIRMED: 'They are one; a merge was asked for.',
  DISMISSED: 'They are two; rules find them no more.',
});

@UniqueTogether(['first', 'second'])
@Noun({ tag: 'qc', description: 'Two customers who may be one, as rules found them (CUS-80).' })
export class DuplicateCandidate extends Node {
  @One(() => Customer, {
    description: 'One of them; null when you may not see that customer.',
    hideable: true,
    inverse: 'duplicatesAfter',
    inverseDescription: 'Customers with a later id who may be the same.',
  })
  first!: Customer;

  @One(() => Customer, {
    description: 'The other; null when you may not see that customer.',
    hideable: true,
    inverse: 'duplicatesBefore',
    inverseDescription: 'Customers with an earlier id who may be the same.',
  })
  second!: Customer;

  @Int({ description: 'Sum of the weights of the rules that hold.', access: 'btree' })
  score!: number;

  @TextList({ description: 'Codes of the rules that hold.' })
  matched!: string[];

  @EnumOf(() => DuplicateStatus, { description: 'What was decided.' })
  status!: DuplicateStatus;

  @Instant({ description: 'When the rules last found them.', access: 'slow' })
  foundAt!: Date;

  @Instant({ description: 'When it was decided; null while open.', nullable: true, access: 'slow' })
  decidedAt?: Date | null;

  @Text({ description: 'Who decided.', nullable: true, max: 100 })
  decidedBy?: string | null;

  @Text({ description: 'Why.', nullable: true, max: 500 })
  reason?: string | null;
}
