import {
  BoolInput,
  IdInput,
  Input,
  InstantInput,
  ListInput,
  TextInput,
  TextListInput,
} from '../../kernel/model/index.js';
import { Employee } from '../organisation/index.js';
import { InternalOrganization } from '../party/index.js';
import { MEANS_TEXT } from '../work-log/index.js';
import { DutyRecord } from './duty-record.js';
import { ShiftPlan } from './shift-plan.js';
import { ShiftTask } from './shift-task.js';

@Input('A planned shift, new or not taken over yet (OPS-26, OPS-27, OPS-30).')
export class ShiftPlanSaveInput {
  @IdInput(() => ShiftPlan, { description: 'The planned shift to change; a new one when absent.', optional: true })
  shiftId?: string | null;

  @IdInput(() => InternalOrganization, {
    description: 'Department or shift team; OUT_OF_SCOPE when it is not in your part.',
  })
  organizationId!: string;

  @IdInput(() => Employee, {
    description:
      'Who is on duty; NOT_ACTIVE for one who does not work here any more, OVERLAP for one who has another shift then.',
  })
  employeeId!: string;

  @TextInput({ description: 'Post.', max: 100 })
  post!: string;

  @InstantInput({ description: 'When it is to be taken over; IN_THE_PAST when that is over.' })
  takeOverAt!: string;

  @InstantInput({ description: 'When it is to be handed over; INVALID_PERIOD when not after that.' })
  handOverAt!: string;

  @InstantInput({
    description: 'When its person is reminded; never when absent. INVALID_PERIOD when after the take-over.',
    optional: true,
  })
  remindAt?: string | null;

  @TextListInput({ description: `Ways of reminding, of ${MEANS_TEXT}; \`APP\` when absent.`, optional: true })
  remindBy?: string[] | null;

  @TextListInput({
    description: 'What is to be done in it; as before when absent, otherwise in place of what was not filled in yet.',
    max: 100,
    maxText: 500,
    optional: true,
  })
  tasks?: string[] | null;
}

@Input('A shift that something happens to.')
export class ShiftInput {
  @IdInput(() => ShiftPlan, { description: 'The shift.' })
  shiftId!: string;
}

@Input('What was done of a task.')
export class ShiftTaskFilledInput {
  @IdInput(() => ShiftTask, { description: 'A task of the shift; NOT_FOUND otherwise.' })
  taskId!: string;

  @BoolInput({ description: 'Whether it is done.' })
  done!: boolean;

  @TextInput({ description: 'What came of it.', max: 1000, optional: true })
  completion?: string | null;
}

@Input('Fills in what was done of the tasks of a shift, by the one on duty (OPS-30).')
export class ShiftTasksFillInput {
  @IdInput(() => ShiftPlan, { description: 'The shift; INVALID_STATE when its person is not on duty.' })
  shiftId!: string;

  @ListInput(() => ShiftTaskFilledInput, { description: 'The tasks.', min: 1, max: 100 })
  tasks!: ShiftTaskFilledInput[];
}

@Input('Hands a shift over (OPS-28).')
export class ShiftHandOverInput {
  @IdInput(() => ShiftPlan, { description: 'The shift.' })
  shiftId!: string;

  @TextInput({ description: 'What the next one must know.', max: 2000, optional: true })
  note?: string | null;
}

@Input('What happened on duty, new or to be changed while on duty (OPS-29).')
export class DutyRecordSaveInput {
  @IdInput(() => ShiftPlan, { description: 'The shift; INVALID_STATE when its person is not on duty.' })
  shiftId!: string;

  @IdInput(() => DutyRecord, {
    description: 'The record of the shift to change; a new one when absent.',
    optional: true,
  })
  recordId?: string | null;

  @InstantInput({ description: 'When it was; now when absent.', optional: true })
  at?: string | null;

  @TextInput({ description: 'Where.' })
  place!: string;

  @TextInput({ description: 'What was done.', max: 2000 })
  content!: string;

  @TextInput({ description: 'How far it was completed.', max: 1000, optional: true })
  completion?: string | null;
}

@Input('Asks for a report on shifts that were handed over (OPS-31).')
export class ShiftReportCreateInput {
  @IdInput(() => InternalOrganization, {
    description: 'Department or shift team; those below it count. OUT_OF_SCOPE when it is not in your part.',
  })
  organizationId!: string;

  @InstantInput({ description: 'From this moment.' })
  from!: string;

  @InstantInput({ description: 'Before this moment; INVALID_PERIOD when not later, or more than 366 days later.' })
  to!: string;
}
