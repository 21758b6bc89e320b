import { describeEnum, EnumOf, Instant, Int, Money, Node, Noun, One, Text, Value } from '../../kernel/model/index.js';
import { Customer } from '../customer/index.js';
import { Employee } from '../organisation/index.js';
import { Region } from '../region/index.js';
import { Opportunity } from './opportunity.js';

export enum SalesActivityType {
  NEED_CONFIRMATION = 'NEED_CONFIRMATION',
  VISIT = 'VISIT',
  PRESENTATION = 'PRESENTATION',
  NEGOTIATION = 'NEGOTIATION',
  FOLLOW_UP = 'FOLLOW_UP',
}

describeEnum(SalesActivityType, 'SalesActivityType', 'What is done in a sales activity (SAL-46).', {
  NEED_CONFIRMATION: 'The need is found out.',
  VISIT: 'The customer is visited.',
  PRESENTATION: 'A solution is shown.',
  NEGOTIATION: 'Prices and terms are negotiated.',
  FOLLOW_UP: 'What was agreed is pursued.',
});

export enum SalesActivityStatus {
  PLANNED = 'PLANNED',
  PENDING_APPROVAL = 'PENDING_APPROVAL',
  APPROVED = 'APPROVED',
  DONE = 'DONE',
  ASSESSED = 'ASSESSED',
  CANCELLED = 'CANCELLED',
}

describeEnum(SalesActivityStatus, 'SalesActivityStatus', 'State of a sales activity.', {
  PLANNED: 'Planned; it may be changed.',
  PENDING_APPROVAL: 'Somebody else decides on the plan (SAL-47).',
  APPROVED: 'The plan was approved.',
  DONE: 'It took place; what was done and what came of it is recorded (SAL-57, SAL-60).',
  ASSESSED: 'Somebody else has assessed it (SAL-62).',
  CANCELLED: 'It does not take place.',
});

@Noun({
  tag: 'sa',
  plural: 'salesActivities',
  description:
    'Work of a seller for a definite opportunity that aims at an order: its plan, what was done and what came of it (销售活动, MOD-51, SAL-46). For staff only.',
})
export class SalesActivity extends Node {
  @Text({ description: 'Number, given by the system, such as `SA-00000012`.', max: 40, access: 'unique' })
  activityNo!: string;

  @EnumOf(() => SalesActivityType, { description: 'What is done.', access: 'btree' })
  type!: SalesActivityType;

  @Text({ description: 'What it is about, and what it shall reach.', max: 1000 })
  purpose!: string;

  @One(() => Opportunity, {
    description: 'The opportunity that it is for.',
    inverse: 'activities',
    inverseDescription: 'Sales activities for the opportunity (SAL-48).',
  })
  opportunity!: Opportunity;

  @One(() => Customer, {
    description: 'The customer of the opportunity.',
    inverse: 'salesActivities',
    inverseDescription: 'Sales activities with the customer (SAL-49); empty for customers and partners.',
  })
  customer!: Customer;

  @One(() => Region, {
    description: 'Region whose staff see it: that of the customer.',
    inverse: 'salesActivities',
    inverseDescription: 'Sales activities that exactly this region looks after.',
  })
  region!: Region;

  @One(() => Employee, {
    description: 'The salesperson.',
    hideable: true,
    inverse: 'salesActivities',
    inverseDescription: 'Sales activities of the employee.',
  })
  employee!: Employee;

  @EnumOf(() => SalesActivityStatus, { description: 'State; changes only through its life cycle.', access: 'btree' })
  status!: SalesActivityStatus;

  @Instant({ description: 'When it is planned to begin.', access: 'btree' })
  plannedFrom!: Date;

  @Instant({ description: 'When it is planned to end.', access: 'slow' })
  plannedTo!: Date;

  @Value(() => Money, { description: 'What it may cost; null for nothing.', nullable: true })
  plannedCost?: Money | null;

  @Instant({ description: 'When it took place; null before.', nullable: true, access: 'btree' })
  executedAt?: Date | null;

  @Text({ description: 'How people communicated, such as face to face; null before.', nullable: true, max: 100 })
  method?: string | null;

  @Text({ description: 'What was done and said; null before.', nullable: true, max: 4000 })
  content?: string | null;

  @Text({ description: 'Issues and needs that were met; null for none.', nullable: true, max: 2000 })
  needs?: string | null;

  @Text({ description: 'What is planned next; null for nothing.', nullable: true, max: 1000 })
  nextPlan?: string | null;

  @Int({ description: 'New customers that came of it; null before.', nullable: true, access: 'slow' })
  newCustomers?: number | null;

  @Value(() => Money, { description: 'Revenue that came of it; null for none.', nullable: true })
  revenue?: Money | null;

  @Value(() => Money, { description: 'What it cost; null for nothing.', nullable: true })
  cost?: Money | null;

  @Text({ description: 'How somebody else assessed it; null before (SAL-62).', nullable: true, max: 2000 })
  assessment?: string | null;

  @Text({ description: 'Who assessed it; null before.', nullable: true, max: 100, access: 'slow' })
  assessedBy?: string | null;

  @Int({
    description: 'Counts changes; give it as `expectedVersion` to change only what you have read.',
    access: 'slow',
  })
  version: number = 1;
}
