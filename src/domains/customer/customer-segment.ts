import {
  describeEnum,
  EnumOf,
  Instant,
  Int,
  JsonValue,
  Money,
  Node,
  Noun,
  One,
  Text,
  TimePeriod,
  Value,
} from '../../kernel/model/index.js';
import { Employee } from '../organisation/index.js';
import { InternalOrganization } from '../party/index.js';
import { SegmentDimension } from './segment-dimension.js';

export enum SegmentStatus {
  ACTIVE = 'ACTIVE',
  RETIRED = 'RETIRED',
}

describeEnum(SegmentStatus, 'SegmentStatus', 'State of a customer segment (CUS-54).', {
  ACTIVE: 'In use (实行).',
  RETIRED: 'No longer used (淘汰).',
});

export enum SegmentPriority {
  HIGH = 'HIGH',
  MEDIUM = 'MEDIUM',
  LOW = 'LOW',
}

describeEnum(SegmentPriority, 'SegmentPriority', 'Importance of a customer segment (CUS-54).', {
  HIGH: 'High.',
  MEDIUM: 'Medium.',
  LOW: 'Low.',
});

@Noun({ tag: 'cs', description: 'A set of customers with common features, formed for marketing (MOD-10, CUS-53).' })
export class CustomerSegment extends Node {
  @Text({ description: 'Stable code, such as `VALUE_HIGH`.', max: 60, access: 'unique' })
  code!: string;

  @Text({ description: 'Name.', access: 'search' })
  name!: string;

  @One(() => SegmentDimension, {
    description: 'Point of view by which it is formed.',
    inverse: 'segments',
    inverseDescription: 'Segments of this dimension.',
  })
  dimension!: SegmentDimension;

  @Text({ description: 'Rule by which customers belong to it, for people.', nullable: true, max: 2000 })
  rule?: string | null;

  @Text({
    description:
      'Condition over `customer` in FEEL by which customers belong to it; null for a list (CUS-53). What is compared with a value that nobody knows neither holds nor does its contrary; `= null` asks whether it is missing.',
    nullable: true,
    max: 4000,
  })
  condition?: string | null;

  @Text({ description: 'Type, such as STRATEGIC or TACTICAL (CUS-53).', nullable: true, max: 60, access: 'slow' })
  segmentType?: string | null;

  @Instant({
    description: 'When its members were last found and counted; null before.',
    nullable: true,
    access: 'slow',
  })
  refreshedAt?: Date | null;

  @One(() => CustomerSegment, {
    description: 'Segment into which it was merged; null otherwise (CUS-57).',
    nullable: true,
    inverse: 'mergedFrom',
    inverseDescription: 'Segments that were merged into it.',
  })
  mergedInto?: CustomerSegment | null;

  @JsonValue({ description: 'Demographic, value and behaviour features, an object of lists of text.', nullable: true })
  features?: Record<string, unknown> | null;

  @Int({ description: 'Number of customers at the last segmentation.', nullable: true, access: 'slow' })
  memberCount?: number | null;

  @Value(() => Money, {
    description: 'Monthly business revenue at the last segmentation, of charges in this currency only; see `revenues`.',
    nullable: true,
  })
  revenue?: Money | null;

  @JsonValue({
    description: 'Monthly business revenue at the last segmentation by currency: a list of `{amount, currency}`.',
    nullable: true,
  })
  revenues?: unknown;

  @EnumOf(() => SegmentStatus, { description: 'Whether it is in use.' })
  status!: SegmentStatus;

  @EnumOf(() => SegmentPriority, { description: 'Importance.' })
  priority!: SegmentPriority;

  @One(() => InternalOrganization, {
    description: 'Unit of the operator that owns it (CUS-55).',
    nullable: true,
    inverse: 'ownedSegments',
    inverseDescription: 'Customer segments that the unit owns.',
  })
  ownerOrganization?: InternalOrganization | null;

  @One(() => Employee, {
    description: 'Person responsible for it (CUS-55).',
    nullable: true,
    inverse: 'responsibleForSegments',
    inverseDescription: 'Customer segments that the employee is responsible for.',
  })
  responsible?: Employee | null;

  @Value(() => TimePeriod, { description: 'When it is in use.' })
  validity!: TimePeriod;
}
