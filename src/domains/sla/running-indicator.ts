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
import { ProcessInstance } from '../workflow/index.js';
import { SlaTerm } from './sla-term.js';

export enum SlaLevel {
  OK = 'OK',
  WARNING = 'WARNING',
  VIOLATION = 'VIOLATION',
}

describeEnum(SlaLevel, 'SlaLevel', 'How a measured value compares with the promise (SLA-31, rule R1).', {
  OK: 'On the good side of the warning value, or equal to it.',
  WARNING: 'Beyond the warning value, not beyond the alarm value.',
  VIOLATION: 'Beyond the alarm value.',
});

export enum MeasurementSource {
  OSS = 'OSS',
  PROCESS = 'PROCESS',
  MANUAL = 'MANUAL',
}

describeEnum(MeasurementSource, 'MeasurementSource', 'Where a measured value comes from (SLA-30, SLA-39).', {
  OSS: 'The operation support system measured it.',
  PROCESS: 'Process monitoring, such as the punctuality of orders.',
  MANUAL: 'Entered by a person.',
});

@UniqueTogether(['term', 'processInstance'], 'process_instance_id is not null')
@Noun({
  tag: 'ri',
  description: 'A measured value of an indicator under an SLA contract, compared with the promise (SLA-30, SLA-31).',
})
export class RunningIndicator extends Node {
  @One(() => SlaTerm, {
    description: 'Promise that the value is measured against.',
    inverse: 'measurements',
    inverseDescription: 'Measured values, one or more per cycle.',
  })
  term!: SlaTerm;

  @DecimalNumber({ description: 'Measured value, in the unit of the indicator.', access: 'slow' })
  value!: string;

  @DecimalNumber({ description: 'Distance from the promised value; negative is worse (SLA-31).', access: 'slow' })
  deviation!: string;

  @EnumOf(() => SlaLevel, { description: 'Result of the comparison.', access: 'btree' })
  level!: SlaLevel;

  @Instant({ description: 'First moment of the monitoring cycle that the value belongs to.', access: 'btree' })
  cycleFrom!: Date;

  @Instant({ description: 'When it was measured.', access: 'btree' })
  measuredAt!: Date;

  @EnumOf(() => MeasurementSource, { description: 'Where it comes from.' })
  source!: MeasurementSource;

  @One(() => ProcessInstance, {
    description:
      'The process whose duration it is; null for what was measured otherwise, and for callers who may not see it (WFL-69).',
    nullable: true,
    hideable: true,
    inverse: 'slaMeasurements',
    inverseDescription: 'What was measured of it against the promises of SLA contracts (WFL-69).',
  })
  processInstance?: ProcessInstance | null;

  @Text({ description: 'Who reported it: the name of the caller.' })
  handler!: string;
}
