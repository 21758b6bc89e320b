import { Trigger } from '@mikro-orm/decorators/legacy';
import { DecimalNumber, EnumOf, Instant, Money, Node, Noun, One, Text, Value } from '../../kernel/model/index.js';
import { Customer } from '../customer/index.js';
import { Employee } from '../organisation/index.js';
import { CreditCause, CreditSource } from './credit-enums.js';
import { CreditRun } from './credit-run.js';

const MOVING = `array['customer_id', 'updated_at']`;

/** An entry may go over to the customer that its own was merged into; nothing else of it ever changes. */
const GUARD = [
  `if tg_op = 'UPDATE' and to_jsonb(new) - ${MOVING} = to_jsonb(old) - ${MOVING} then return new; end if;`,
  `raise exception 'entries of the history of credit are never changed or removed' using errcode = 'insufficient_privilege';`,
].join(' ');

@Trigger({ name: 'credit_history_guard', timing: 'before', events: ['update', 'delete'], body: GUARD } as never)
@Noun({
  tag: 've',
  description:
    'A rating of the credit of a customer: before, after, why, and who rated. Never changed or removed (CRD-06, SYS-55).',
})
export class CreditHistory extends Node {
  @One(() => Customer, {
    description: 'The customer.',
    inverse: 'creditHistories',
    inverseDescription: 'Every rating of the credit of the customer (CRD-06); empty for customers and partners.',
  })
  customer!: Customer;

  @Text({ description: 'Number of the rating, unique: as given with it, or issued.', max: 60, access: 'unique' })
  ratingNo!: string;

  @EnumOf(() => CreditCause, { description: 'What made it.' })
  cause!: CreditCause;

  @EnumOf(() => CreditSource, { description: 'Who said so.' })
  source!: CreditSource;

  @DecimalNumber({ description: 'Score before; null for the first one.', nullable: true, access: 'slow' })
  oldScore?: string | null;

  @DecimalNumber({ description: 'Score after.', access: 'slow' })
  newScore!: string;

  @Text({ description: 'Code of the grade before.', nullable: true, max: 20, access: 'slow', grouped: true })
  oldGrade?: string | null;

  @Text({ description: 'Code of the grade after.', max: 20, access: 'slow', grouped: true })
  newGrade!: string;

  @Value(() => Money, { description: 'Limit before; null when there was none.', nullable: true })
  oldLimit?: Money | null;

  @Value(() => Money, { description: 'Limit after; null when there is none.', nullable: true })
  newLimit?: Money | null;

  @Instant({ description: 'When it was rated so, as the source says.', access: 'slow' })
  evaluatedAt!: Date;

  @Instant({ description: 'When it was taken down.', access: 'btree' })
  at!: Date;

  @Text({ description: 'Why.', max: 500 })
  reason!: string;

  @Text({
    description: 'Staff number of the assessor, or the name of the system (SYS-55).',
    max: 100,
    access: 'btree',
    grouped: true,
  })
  assessorNo!: string;

  @Text({ description: 'Name of the assessor at that time.', access: 'slow' })
  assessorName!: string;

  @Text({
    description: 'Name of the unit of the assessor at that time; null for systems.',
    nullable: true,
    access: 'slow',
    grouped: true,
  })
  assessorUnit?: string | null;

  @One(() => Employee, {
    description: 'The assessor; null for systems.',
    nullable: true,
    inverse: 'creditRatings',
    inverseDescription: 'Ratings of credit that the employee made (SYS-55).',
  })
  assessor?: Employee | null;

  @One(() => CreditRun, {
    description: 'The collection that brought it; null for others.',
    nullable: true,
    inverse: 'ratings',
    inverseDescription: 'What it changed.',
  })
  run?: CreditRun | null;
}
