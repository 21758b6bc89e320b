import { EnumOf, Instant, Int, Node, Noun, One, Text } from '../../kernel/model/index.js';
import { Customer } from '../customer/index.js';
import { CreditRunStatus } from './credit-enums.js';

@Noun({ tag: 'vc', description: 'A collection of credit from billing: once per cycle, or asked for by hand (CRD-03).' })
export class CreditRun extends Node {
  @Text({
    description: 'What it is for, such as `2026-11` for a month; unique. A run that was asked for has a number.',
    max: 40,
    access: 'unique',
  })
  cycle!: string;

  @EnumOf(() => CreditRunStatus, { description: 'State.', access: 'btree' })
  status!: CreditRunStatus;

  @Text({ description: 'Who asked for it.', max: 100, access: 'slow' })
  requestedBy!: string;

  @Instant({ description: 'When it last ended; null before.', nullable: true, access: 'slow' })
  endedAt?: Date | null;

  @Int({ description: 'How many ratings the source gave, the last time.' })
  read: number = 0;

  @Int({ description: 'How many customers got another score, grade or limit.' })
  updated: number = 0;

  @Int({ description: 'How many stayed as they were, also because they are frozen or were rated later.' })
  unchanged: number = 0;

  @Int({ description: 'How many could not be taken; see `failures`.' })
  rejected: number = 0;

  @Text({ description: 'Why the source did not answer; null otherwise.', nullable: true, max: 500 })
  fault?: string | null;
}

@Noun({ tag: 'vd', description: 'A rating that a collection could not take (CRD-03).' })
export class CreditRunFailure extends Node {
  @One(() => CreditRun, {
    description: 'The collection.',
    inverse: 'failures',
    inverseDescription: 'Ratings that could not be taken, the last time.',
  })
  run!: CreditRun;

  @Text({ description: 'Code of the customer as the source gave it.', max: 40, access: 'slow' })
  customerCode!: string;

  @One(() => Customer, { description: 'The customer; null when there is none with the code.', nullable: true })
  customer?: Customer | null;

  @Text({
    description: 'Why: `UNKNOWN_CUSTOMER`, `BAD_SCORE`, or `DUPLICATE` for a second rating of one customer.',
    max: 60,
    access: 'slow',
    grouped: true,
  })
  code!: string;

  @Text({ description: 'The score as it was given.', max: 100 })
  score!: string;
}
