import {
  DecimalNumber,
  describeEnum,
  EnumOf,
  Instant,
  Node,
  Noun,
  One,
  Text,
  UniqueTogether,
} from '../../kernel/model/index.js';
import { Customer } from '../customer/index.js';
import { Region } from '../region/index.js';
import { RunningIndicator } from './running-indicator.js';
import { SlaTerm } from './sla-term.js';

export enum SlaProblemSource {
  AUTO = 'AUTO',
  MANUAL = 'MANUAL',
  STANDARD = 'STANDARD',
}

describeEnum(SlaProblemSource, 'SlaProblemSource', 'How an SLA problem was found (SLA-42).', {
  AUTO: 'By comparing a measured value with the contract.',
  MANUAL: 'By a person.',
  STANDARD: 'By comparing with the standard SLA of an offering.',
});

@UniqueTogether(['term', 'cycleFrom'])
@Noun({
  tag: 'sp',
  description:
    'The report that a promise was violated: at most one per promise and monitoring cycle (SLA-38, rule R5).',
})
export class SlaProblem extends Node {
  @Text({ description: 'Number unique among SLA problems.', max: 60, access: 'unique' })
  problemNo!: string;

  @One(() => SlaTerm, {
    description: 'The promise that was violated.',
    inverse: 'problems',
    inverseDescription: 'Violations of the promise.',
  })
  term!: SlaTerm;

  @One(() => RunningIndicator, {
    description: 'Measured value that first showed it; null when a person reported it.',
    nullable: true,
    inverse: 'problems',
    inverseDescription: 'The problem that this value first showed.',
  })
  measurement?: RunningIndicator | null;

  @One(() => Customer, {
    description: 'The customer concerned.',
    inverse: 'slaProblems',
    inverseDescription: 'Violations of service levels agreed with the customer.',
  })
  customer!: Customer;

  @One(() => Region, {
    description: 'Region that looks after the contract.',
    inverse: 'slaProblems',
    inverseDescription: 'SLA problems that exactly this region looks after.',
  })
  region!: Region;

  @EnumOf(() => SlaProblemSource, { description: 'How it was found.' })
  source!: SlaProblemSource;

  @Instant({ description: 'First moment of the monitoring cycle in which the promise was violated.', access: 'btree' })
  cycleFrom!: Date;

  @DecimalNumber({ description: 'Measured value, in the unit of the indicator.' })
  actualValue!: string;

  @DecimalNumber({ description: 'Distance from the promised value; negative is worse.' })
  deviation!: string;

  @Text({ description: 'What is known about it.', nullable: true, max: 2000 })
  details?: string | null;

  @Text({ description: 'Who reported it: the name of the caller.' })
  reporter!: string;

  @Instant({ description: 'When it was reported.', access: 'btree' })
  reportedAt!: Date;
}
