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
import { Campaign } from './campaign.js';

export enum ObjectiveUnit {
  COUNT = 'COUNT',
  AMOUNT = 'AMOUNT',
  PERCENT = 'PERCENT',
}

describeEnum(ObjectiveUnit, 'ObjectiveUnit', 'In what a figure of a campaign is told (CMP-07).', {
  COUNT: 'Pieces, such as new customers.',
  AMOUNT: 'Money, in the currency of the figure.',
  PERCENT: 'Per cent.',
});

@UniqueTogether(['campaign', 'metric'])
@Noun({
  tag: 'mb',
  root: false,
  description: 'A figure that a campaign is to reach, and what it reached (CMP-01, CMP-07).',
})
export class CampaignObjective extends Node {
  @One(() => Campaign, {
    description: 'The campaign.',
    inverse: 'objectives',
    inverseDescription: 'Figures that it is to reach (CMP-07).',
  })
  campaign!: Campaign;

  @Text({
    description: 'What is measured, such as `NEW_CUSTOMERS`, `VALUE_LIFT` or `RETENTION`.',
    max: 60,
    access: 'slow',
    grouped: true,
  })
  metric!: string;

  @EnumOf(() => ObjectiveUnit, { description: 'In what it is told.' })
  unit!: ObjectiveUnit;

  @Text({ description: 'Currency of AMOUNT, ISO 4217; null otherwise.', nullable: true, max: 3 })
  currency?: string | null;

  @DecimalNumber({ description: 'What is to be reached.', access: 'slow' })
  targetValue!: string;

  @DecimalNumber({ description: 'What was reached, as last reported; null before.', nullable: true, access: 'slow' })
  actualValue?: string | null;
}
