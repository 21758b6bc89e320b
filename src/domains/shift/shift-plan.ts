import { describeEnum, EnumOf, Instant, Int, Node, Noun, One, Text, TextList } from '../../kernel/model/index.js';
import { Employee } from '../organisation/index.js';
import { InternalOrganization } from '../party/index.js';
import { MEANS_TEXT } from '../work-log/index.js';

export enum ShiftStatus {
  PLANNED = 'PLANNED',
  ON_DUTY = 'ON_DUTY',
  HANDED_OVER = 'HANDED_OVER',
  CANCELLED = 'CANCELLED',
}

describeEnum(ShiftStatus, 'ShiftStatus', 'State of a shift (OPS-26, OPS-28).', {
  PLANNED: 'Nobody has taken it over yet.',
  ON_DUTY: 'Its person is on duty.',
  HANDED_OVER: 'Its person has handed over.',
  CANCELLED: 'It does not take place.',
});

@Noun({
  tag: 'hp',
  description:
    'A planned shift of a person at a post, with when it was really taken over and handed over (排班, 实际交接, OPS-26..31).',
})
export class ShiftPlan extends Node {
  @Text({ description: 'Number for people, such as `SH-00000012`.', max: 40, access: 'unique' })
  shiftNo!: string;

  @One(() => InternalOrganization, {
    description: 'Department or shift team.',
    inverse: 'shiftPlans',
    inverseDescription: 'Its shifts.',
  })
  organization!: InternalOrganization;

  @One(() => Employee, {
    description: 'Who is on duty.',
    inverse: 'shiftPlans',
    inverseDescription: 'Shifts of the employee, as far as the caller may see them.',
  })
  employee!: Employee;

  @Text({ description: 'Post, such as `Night desk`.', max: 100, access: 'search' })
  post!: string;

  @Instant({ description: 'When it is to be taken over.', access: 'btree' })
  takeOverAt!: Date;

  @Instant({ description: 'When it is to be handed over.', access: 'slow' })
  handOverAt!: Date;

  @Instant({ description: 'When its person is reminded; null for never.', nullable: true, access: 'slow' })
  remindAt?: Date | null;

  @TextList({ description: `Ways of reminding, of ${MEANS_TEXT} (OPS-27).` })
  remindBy: string[] = [];

  @Instant({ description: 'When its person was reminded; null before.', nullable: true, access: 'slow' })
  remindedAt?: Date | null;

  @EnumOf(() => ShiftStatus, { description: 'State; changes only by its life cycle.', access: 'btree' })
  status!: ShiftStatus;

  @Instant({ description: 'When it was really taken over; null before (OPS-28).', nullable: true, access: 'slow' })
  actualTakeOverAt?: Date | null;

  @Instant({ description: 'When it was really handed over; null before (OPS-28).', nullable: true, access: 'btree' })
  actualHandOverAt?: Date | null;

  @Text({ description: 'What the next one must know; null for nothing.', nullable: true, max: 2000 })
  handOverNote?: string | null;

  @Int({
    description: 'Violations so far: late take-over, early hand-over, each beyond the grace; 0 to 2 (OPS-31).',
    access: 'slow',
  })
  violations: number = 0;

  @Int({ description: 'How many seconds too late and too early they were in all.', access: 'slow' })
  violationSeconds: number = 0;
}
