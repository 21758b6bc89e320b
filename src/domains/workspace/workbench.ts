import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime } from '../../kernel/model/index.js';
import { Announcement } from '../announcement/index.js';
import { CollaborationDispatch, CollaborationOrder } from '../operations/index.js';
import { ShiftPlan, ShiftTask } from '../shift/index.js';
import { ProcessWorkList } from '../workflow/index.js';
import { Memo, WorkLog } from '../work-log/index.js';

/** Kinds of entries in the calendar of a workbench. */
export enum CalendarEntryKind {
  MEMO = 'MEMO',
  SHIFT = 'SHIFT',
  COLLABORATION = 'COLLABORATION',
  PROCESS_TASK = 'PROCESS_TASK',
  WORK_LOG = 'WORK_LOG',
}
registerEnumType(CalendarEntryKind, {
  name: 'CalendarEntryKind',
  description: 'What an entry in the calendar of a workbench is (OPS-55).',
  valuesConfig: {
    MEMO: { description: 'The moment of a memo for the caller.' },
    SHIFT: { description: 'A shift of the caller.' },
    COLLABORATION: { description: 'The limit of what the caller or their unit was asked.' },
    PROCESS_TASK: { description: 'The limit of a task of a process that the caller has.' },
    WORK_LOG: { description: 'The end of the period for which a work log is due.' },
  },
});

@ObjectType({ description: 'One entry in the calendar of a workbench (OPS-55).' })
export class CalendarEntry {
  @Field(() => DateTime, { description: 'When it is, or begins.' })
  at!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it ends; null for a moment.' })
  until!: Date | null;

  @Field(() => CalendarEntryKind, { description: 'What it is.' })
  kind!: CalendarEntryKind;

  @Field(() => String, { description: 'What it is about, for people.' })
  title!: string;
}

@ObjectType({
  description: 'What awaits a member of staff, of all kinds (OPS-55). Lists hold at most 50, the nearest first.',
})
export class Workbench {
  @Field(() => ProcessWorkList, { description: 'Tasks of processes that the caller has or may take.' })
  processWork!: ProcessWorkList;

  @Field(() => [CollaborationDispatch], {
    nullable: 'items',
    description: 'What the caller, or their unit while nobody was named, was asked and has not replied to.',
  })
  collaborations!: (CollaborationDispatch | null)[];

  @Field(() => Int, { description: 'How many of these are late.' })
  overdueCollaborations!: number;

  @Field(() => [CollaborationOrder], {
    nullable: 'items',
    description: 'Collaboration and supervision orders of the own unit to which a reply is late.',
  })
  overdueOrders!: (CollaborationOrder | null)[];

  @Field(() => [Memo], {
    nullable: 'items',
    description: 'Memos for the caller that came due and were not acknowledged.',
  })
  memos!: (Memo | null)[];

  @Field(() => [ShiftPlan], { nullable: 'items', description: 'Shifts of the caller that are not over.' })
  shifts!: (ShiftPlan | null)[];

  @Field(() => [ShiftTask], {
    nullable: 'items',
    description: 'Tasks of the shift the caller is on duty in, not filled in yet.',
  })
  shiftTasks!: (ShiftTask | null)[];

  @Field(() => [WorkLog], { nullable: 'items', description: "The caller's own last work logs, the latest first." })
  workLogs!: (WorkLog | null)[];

  @Field(() => Boolean, { description: 'Whether a work log is due in the running period and none was written.' })
  workLogMissing!: boolean;

  @Field(() => [WorkLog], { nullable: 'items', description: 'Work logs that the caller, as head, has not reviewed.' })
  reviews!: (WorkLog | null)[];

  @Field(() => [Announcement], {
    nullable: 'items',
    description: 'Announcements that the caller has not read, the latest first.',
  })
  announcements!: (Announcement | null)[];

  @Field(() => Int, { description: 'How many announcements the caller has not read.' })
  unreadAnnouncements!: number;

  @Field(() => [CalendarEntry], {
    description: 'What comes in the next days, and limits that have passed; at most 100.',
  })
  calendar!: CalendarEntry[];
}
