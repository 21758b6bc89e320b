import { Bool, Instant, Int, Node, Noun, One, Text, UniqueTogether } from '../../kernel/model/index.js';
import { Employee } from '../organisation/index.js';
import { InternalOrganization } from '../party/index.js';
import { ShiftPlan } from './shift-plan.js';

@UniqueTogether(['organization', 'from', 'to'], '"periodic"')
@Noun({
  tag: 'hq',
  description:
    'Report on the shifts that a department or team handed over in a span of time, as it was when it was made (交接班报告, OPS-31).',
})
export class ShiftReport extends Node {
  @One(() => InternalOrganization, {
    description: 'Department or shift team.',
    inverse: 'shiftReports',
    inverseDescription: 'Reports on its shifts.',
  })
  organization!: InternalOrganization;

  @Instant({ description: 'Shifts handed over at this moment or later.', access: 'slow' })
  from!: Date;

  @Instant({ description: 'Shifts handed over before this moment.', access: 'slow' })
  to!: Date;

  @Bool({
    description: 'True when it was made by itself, for a day; false when somebody asked for it.',
    access: 'slow',
  })
  periodic!: boolean;

  @Int({ description: 'Shifts in it.', access: 'slow' })
  shifts!: number;

  @Int({ description: 'Violations in all.', access: 'slow' })
  violations!: number;

  @Int({ description: 'How many seconds they took in all.', access: 'slow' })
  violationSeconds!: number;
}

@Noun({ tag: 'hl', root: false, description: 'One shift in a report (OPS-31).' })
export class ShiftReportLine extends Node {
  @One(() => ShiftReport, {
    description: 'The report.',
    inverse: 'lines',
    inverseDescription: 'Its shifts.',
  })
  report!: ShiftReport;

  @One(() => ShiftPlan, { description: 'The shift.', hideable: true })
  shift!: ShiftPlan;

  @Text({ description: 'Number of the shift.', max: 40, access: 'btree' })
  shiftNo!: string;

  @One(() => Employee, { description: 'Who was on duty.', hideable: true })
  employee!: Employee;

  @Text({ description: 'Post.', max: 100 })
  post!: string;

  @Instant({ description: 'When it was really taken over.', access: 'slow' })
  actualTakeOverAt!: Date;

  @Instant({ description: 'When it was really handed over.', access: 'slow' })
  actualHandOverAt!: Date;

  @Int({ description: 'Violations, 0 to 2.', access: 'slow' })
  violations!: number;

  @Int({ description: 'How many seconds they took.', access: 'slow' })
  violationSeconds!: number;
}
