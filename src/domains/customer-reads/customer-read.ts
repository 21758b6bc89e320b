import { Property } from '@mikro-orm/decorators/legacy';
import { ActorKind } from '../../kernel/events/index.js';
import { EnumOf, Instant, Node, Noun, One, Text } from '../../kernel/model/index.js';
import { Customer } from '../customer/index.js';

@Noun({
  tag: 'cj',
  description:
    'That somebody was shown data of a customer: who, when, and by which operation (CUS-27). Written just after the answer, never changed; the same shown again within a minute, to the same caller by the same operation, counts once. Seen by those who may read the operation log of the region of the customer (`audit.read`); what customers read of themselves is not in it.',
})
export class CustomerRead extends Node {
  @One(() => Customer, {
    description: 'Whose data it was: those of the customer, the party, or an account of theirs.',
    inverse: 'reads',
    inverseDescription: 'Who was shown data of the customer; empty for those who may not read the operation log.',
  })
  customer!: Customer;

  @Text({
    description:
      'Name of the operation in the document of the caller; of an operation without a name, the first field that it asks for.',
    max: 100,
    access: 'slow',
    grouped: true,
  })
  operation!: string;

  @Text({ description: 'Stable name of who it was, such as a staff number.', access: 'btree', max: 200, grouped: true })
  actor!: string;

  @Text({ description: 'Name of who it was, for people.', max: 200 })
  actorName!: string;

  @EnumOf(() => ActorKind, { description: 'What kind of caller it was.', access: 'slow' })
  actorKind!: ActorKind;

  /** Key of the employee, which tells holders of one number apart. */
  @Property({ type: 'uuid', columnType: 'uuid', nullable: true, hidden: true })
  employeeId!: string | null;

  @Instant({ description: 'When it was.', access: 'btree' })
  at!: Date;
}
