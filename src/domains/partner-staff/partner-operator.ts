import { describeEnum, EnumOf, Int, Node, Noun, One, Text, TimePeriod, Value } from '../../kernel/model/index.js';
import { Partner } from '../partner/index.js';
import { PartnerUnit } from './partner-unit.js';

export enum PartnerOperatorStatus {
  ACTIVE = 'ACTIVE',
  LEFT = 'LEFT',
}
describeEnum(PartnerOperatorStatus, 'PartnerOperatorStatus', 'Whether an operator works for the partner.', {
  ACTIVE: 'Works for the partner, within the validity.',
  LEFT: 'Has left; the number is never given again.',
});

@Noun({
  tag: 'zo',
  description: 'A person who works with the platform for a partner, with what they were granted (SYS-57).',
})
export class PartnerOperator extends Node {
  @One(() => Partner, {
    description: 'The partner.',
    inverse: 'operators',
    inverseDescription: 'Persons who work with the platform for the partner, those who left too.',
  })
  partner!: Partner;

  @One(() => PartnerUnit, {
    description: 'The unit, in which and below which they administer; null for the partner as a whole.',
    nullable: true,
    inverse: 'operators',
    inverseDescription: 'Operators of exactly this unit.',
  })
  unit?: PartnerUnit | null;

  @Text({ description: 'Number that identifies them, also in tokens and at sign-in.', max: 60, access: 'unique' })
  operatorNo!: string;

  @Text({ description: 'Name.', access: 'search' })
  name!: string;

  @Text({ description: 'Telephone number at work.', nullable: true, max: 40 })
  phone?: string | null;

  @EnumOf(() => PartnerOperatorStatus, { description: 'Whether they work for the partner.', access: 'slow' })
  status!: PartnerOperatorStatus;

  @Value(() => TimePeriod, { description: 'When the number is valid.' })
  validity!: TimePeriod;

  @Int({
    description: 'Grows by one with every change; send it as `expectedVersion` to change only what you have seen.',
  })
  version!: number;
}
