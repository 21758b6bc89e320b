import {
  DecimalNumber,
  describeEnum,
  EnumOf,
  Node,
  Noun,
  One,
  Text,
  UniqueTogether,
} from '../../kernel/model/index.js';
import { SlaIndicator } from '../catalogue/index.js';
import { SlaContract } from './sla-contract.js';

export enum SlaCycle {
  DAY = 'DAY',
  WEEK = 'WEEK',
  MONTH = 'MONTH',
  QUARTER = 'QUARTER',
  YEAR = 'YEAR',
}

describeEnum(
  SlaCycle,
  'SlaCycle',
  'Period over which an indicator is measured or reported (SLA-22); periods begin at 00:00 UTC.',
  {
    DAY: 'A calendar day.',
    WEEK: 'A week from Monday.',
    MONTH: 'A calendar month.',
    QUARTER: 'A calendar quarter.',
    YEAR: 'A calendar year.',
  },
);

@UniqueTogether(['slaContract', 'indicator'])
@Noun({
  tag: 'sq',
  root: false,
  description:
    'What an SLA contract promises for one indicator, and when warning and alarm are raised (R94, SLA-21, SLA-22).',
})
export class SlaTerm extends Node {
  @One(() => SlaContract, {
    description: 'Contract that contains the promise.',
    inverse: 'terms',
    inverseDescription: 'Promised values by indicator.',
  })
  slaContract!: SlaContract;

  @One(() => SlaIndicator, {
    description: 'The indicator.',
    inverse: 'terms',
    inverseDescription: 'Promises about the indicator.',
  })
  indicator!: SlaIndicator;

  @DecimalNumber({ description: 'Promised value, in the unit of the indicator.' })
  committedValue!: string;

  @DecimalNumber({
    description: 'Beyond this value a warning is due; on the good side of the alarm value or equal to it (SLA-21).',
  })
  warningValue!: string;

  @DecimalNumber({ description: 'Beyond this value the promise is violated (SLA-21).' })
  alarmValue!: string;

  @EnumOf(() => SlaCycle, { description: 'Period over which a value is measured (SLA-22).' })
  monitoringCycle!: SlaCycle;

  @EnumOf(() => SlaCycle, { description: 'Period over which results are reported (SLA-22).' })
  reportingCycle!: SlaCycle;

  @Text({
    description: 'What the customer gets for a violation, in words; the amount is calculated by billing.',
    nullable: true,
    max: 1000,
  })
  compensation?: string | null;
}
