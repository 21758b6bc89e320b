import { Instant, Money, Node, Noun, One, Text, Value } from '../../kernel/model/index.js';
import { AbnormalCustomer } from './abnormal-customer.js';
import { PotentialBigCustomer } from './potential-big-customer.js';

@Noun({
  tag: 'vq',
  description: 'What was seen or done while a customer is followed (CUS-66, CUS-76). Never changed.',
})
export class TrackingNote extends Node {
  @One(() => AbnormalCustomer, {
    description: 'The abnormal customer; null for a potential big one.',
    nullable: true,
    inverse: 'notes',
    inverseDescription: 'What was seen while the customer was followed.',
  })
  abnormal?: AbnormalCustomer | null;

  @One(() => PotentialBigCustomer, {
    description: 'The potential big customer; null for an abnormal one.',
    nullable: true,
    inverse: 'notes',
    inverseDescription: 'What was seen and done while the customer was followed.',
  })
  potential?: PotentialBigCustomer | null;

  @Text({ description: 'What was seen or done.', max: 2000 })
  note!: string;

  @Value(() => Money, { description: 'What the customer has spent since following began.' })
  spend!: Money;

  @Instant({ description: 'When it was written.', access: 'slow' })
  at!: Date;

  @Text({ description: 'Who wrote it.', max: 100, access: 'slow' })
  notedBy!: string;
}
