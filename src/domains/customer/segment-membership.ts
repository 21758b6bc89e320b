import { Node, Noun, One, TimePeriod, UniqueTogether, Value } from '../../kernel/model/index.js';
import { CustomerSegment } from './customer-segment.js';
import { Customer } from './customer.js';
import { SegmentDimension } from './segment-dimension.js';

@UniqueTogether(['customer', 'dimension'], 'validity_to is null')
@Noun({
  tag: 'sx',
  description:
    'That a customer belongs to a segment during a period; at most one at a time in each dimension (CUS-15, CUS-56).',
})
export class SegmentMembership extends Node {
  @One(() => Customer, {
    description: 'The customer.',
    inverse: 'segments',
    inverseDescription: 'Present and former segments of the customer.',
  })
  customer!: Customer;

  @One(() => CustomerSegment, {
    description: 'The segment.',
    inverse: 'memberships',
    inverseDescription: 'Present and former members.',
  })
  segment!: CustomerSegment;

  @One(() => SegmentDimension, {
    description: "The segment's dimension, kept here to hold the rule of one segment each.",
  })
  dimension!: SegmentDimension;

  @Value(() => TimePeriod, { description: 'When the membership holds.' })
  validity!: TimePeriod;
}
