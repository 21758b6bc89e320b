import { Day, EnumOf, Instant, Node, Noun, One, Text, Value, Money, describeEnum } from '../../kernel/model/index.js';
import { ContactPerson, Customer } from '../customer/index.js';

export enum CustomerProjectStage {
  PLANNED = 'PLANNED',
  RUNNING = 'RUNNING',
  FINISHED = 'FINISHED',
  DROPPED = 'DROPPED',
}
describeEnum(CustomerProjectStage, 'CustomerProjectStage', 'How far a project of a customer is (CUS-77).', {
  PLANNED: 'The customer intends it.',
  RUNNING: 'The customer has begun it.',
  FINISHED: 'It is done.',
  DROPPED: 'The customer gave it up.',
});

@Noun({
  tag: 'xj',
  description:
    'A project of the customer itself that tells what it will need, such as a new site; part of the additional data of big customers, for staff only (CUS-77).',
})
export class CustomerProject extends Node {
  @Text({ description: 'Number, unique: as given with it, or issued.', max: 60, access: 'unique' })
  projectNo!: string;

  @One(() => Customer, {
    description: 'The customer.',
    inverse: 'projects',
    inverseDescription: 'Projects of the customer (CUS-77); empty for customers and partners.',
  })
  customer!: Customer;

  @Text({ description: 'What the customer calls it.', access: 'search' })
  name!: string;

  @EnumOf(() => CustomerProjectStage, { description: 'How far it is.', access: 'btree' })
  stage!: CustomerProjectStage;

  @Text({ description: 'What it is about.', nullable: true, max: 4000 })
  description?: string | null;

  @Text({ description: 'What of the services of the operator it needs.', nullable: true, max: 2000 })
  needs?: string | null;

  @Value(() => Money, { description: 'What the customer will spend on it; null when not known.', nullable: true })
  budget?: Money | null;

  @Day({ description: 'First day; null when not known.', nullable: true, access: 'slow' })
  startsOn?: string | null;

  @Day({ description: 'Last day; null when not known.', nullable: true, access: 'slow' })
  endsOn?: string | null;

  @One(() => ContactPerson, {
    description: 'Who answers for it at the customer; null when not known.',
    nullable: true,
    hideable: true,
  })
  contactPerson?: ContactPerson | null;

  @Text({ description: 'Who wrote it last.', max: 100, access: 'slow' })
  recordedBy!: string;

  @Instant({ description: 'When it was removed; null while it counts.', nullable: true, access: 'slow' })
  removedAt?: Date | null;
}
