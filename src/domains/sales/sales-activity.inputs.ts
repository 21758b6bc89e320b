import {
  EnumInput,
  IdInput,
  Input,
  InstantInput,
  IntInput,
  MoneyInput,
  ObjectInput,
  TextInput,
} from '../../kernel/model/index.js';
import { Employee } from '../organisation/index.js';
import { Opportunity } from './opportunity.js';
import { SalesActivity, SalesActivityType } from './sales-activity.js';

@Input('The plan of a sales activity: a new one, or other values for one that is PLANNED (SAL-46).')
export class SalesActivityPlanInput {
  @IdInput(() => SalesActivity, {
    description: 'The activity to change, PLANNED (READ_ONLY); a new one when absent.',
    optional: true,
  })
  activityId?: string | null;

  @IntInput({ description: 'The version that was read; VERSION_CONFLICT when it was changed since.', optional: true })
  expectedVersion?: number | null;

  @IdInput(() => Opportunity, {
    description:
      'For a new one: the opportunity (REQUIRED), open (CLOSED). CONTRADICTORY for another of one that there is.',
    optional: true,
  })
  opportunityId?: string | null;

  @EnumInput(() => SalesActivityType, { description: 'What is done.' })
  type!: SalesActivityType;

  @TextInput({ description: 'What it is about, and what it shall reach.', max: 1000 })
  purpose!: string;

  @InstantInput({ description: 'When it begins.' })
  plannedFrom!: string;

  @InstantInput({ description: 'When it ends, later (TOO_EARLY).' })
  plannedTo!: string;

  @ObjectInput(() => MoneyInput, {
    description: 'What it may cost, not negative; nothing when absent.',
    optional: true,
  })
  plannedCost?: MoneyInput | null;

  @IdInput(() => Employee, {
    description: 'The salesperson, active (NOT_ACTIVE); the caller when absent.',
    optional: true,
  })
  employeeId?: string | null;
}

@Input('A planned sales activity to be approved (SAL-47).')
export class SalesActivitySubmitInput {
  @IdInput(() => SalesActivity, { description: 'The activity, PLANNED.' })
  activityId!: string;

  @TextInput({ description: 'What the approver should know.', max: 500, optional: true })
  reason?: string | null;
}

@Input('What was done in a sales activity, and what came of it (SAL-57, SAL-60).')
export class SalesActivityRecordInput {
  @IdInput(() => SalesActivity, { description: 'The activity, PLANNED or APPROVED.' })
  activityId!: string;

  @InstantInput({ description: 'When it took place, not in the future (IN_FUTURE); now when absent.', optional: true })
  executedAt?: string | null;

  @TextInput({ description: 'How people communicated, such as face to face.', max: 100 })
  method!: string;

  @TextInput({ description: 'What was done and said.', max: 4000 })
  content!: string;

  @TextInput({ description: 'Issues and needs that were met.', max: 2000, optional: true })
  needs?: string | null;

  @TextInput({ description: 'What is planned next.', max: 1000, optional: true })
  nextPlan?: string | null;

  @IntInput({ description: 'New customers that came of it; 0 when absent.', min: 0, max: 1_000_000, optional: true })
  newCustomers?: number | null;

  @ObjectInput(() => MoneyInput, { description: 'Revenue that came of it, not negative.', optional: true })
  revenue?: MoneyInput | null;

  @ObjectInput(() => MoneyInput, { description: 'What it cost, not negative.', optional: true })
  cost?: MoneyInput | null;
}

@Input('An assessment of a sales activity by somebody else (SAL-62).')
export class SalesActivityAssessInput {
  @IdInput(() => SalesActivity, { description: 'The activity, DONE, of another salesperson (OWN_WORK).' })
  activityId!: string;

  @TextInput({ description: 'The assessment.', max: 2000 })
  assessment!: string;
}

@Input('A sales activity that does not take place.')
export class SalesActivityCancelInput {
  @IdInput(() => SalesActivity, { description: 'The activity, PLANNED or APPROVED.' })
  activityId!: string;

  @TextInput({ description: 'Why.', max: 500 })
  reason!: string;
}
