import {
  BoolInput,
  EnumInput,
  IdInput,
  Input,
  InstantInput,
  IntInput,
  TextInput,
  TextListInput,
} from '../../kernel/model/index.js';
import { Employee } from '../organisation/index.js';
import { InternalOrganization } from '../party/index.js';
import { Memo } from './memo.js';
import { MEANS_TEXT } from './reminder-means.js';
import { FillingPeriod, WorkLogPeriod } from './work-log-period.js';
import { WorkLog } from './work-log.js';

@Input('How often the staff of a department or team write a work log, and who heads it (OPS-19..24).')
export class WorkLogPeriodSaveInput {
  @IdInput(() => InternalOrganization, {
    description: 'The department or team; what it had is replaced. OUT_OF_SCOPE when it is not in your part.',
  })
  organizationId!: string;

  @IdInput(() => Employee, { description: 'Who heads it; NOT_ACTIVE for one who does not work here any more.' })
  superiorId!: string;

  @EnumInput(() => FillingPeriod, { description: 'How often a log is due.' })
  period!: FillingPeriod;

  @TextInput({
    description: 'IANA name of the time zone in which days begin, `Asia/Shanghai` when absent; TIME_ZONE_UNKNOWN.',
    max: 60,
    optional: true,
  })
  timeZone?: string | null;

  @BoolInput({
    description: 'Whether drafts are released to the head when the period ends; true when absent.',
    optional: true,
  })
  autoRelease?: boolean | null;

  @IntInput({
    description: 'How many minutes before its end who has written nothing is reminded; 0, or absent, for never.',
    min: 0,
    max: 10_080,
    optional: true,
  })
  remindMinutes?: number | null;

  @TextListInput({ description: `Ways of reminding, of ${MEANS_TEXT}; \`APP\` when absent.`, optional: true })
  remindBy?: string[] | null;
}

@Input(
  'A work log of the calling employee, new or in draft (OPS-16, OPS-17). What is absent is as before, or empty; null empties it.',
)
export class WorkLogSaveInput {
  @IdInput(() => WorkLog, { description: 'The draft to change; a new one when absent.', optional: true })
  workLogId?: string | null;

  @TextInput({ description: 'Keywords, with spaces between.', optional: true })
  keywords?: string | null;

  @TextInput({ description: 'What was done; REQUIRED of a new one, as before when null.', max: 4000, optional: true })
  content?: string | null;

  @TextInput({ description: 'Who was visited.', optional: true })
  visited?: string | null;

  @TextInput({ description: 'Where.', optional: true })
  place?: string | null;

  @InstantInput({ description: 'When it really was.', optional: true })
  actualAt?: string | null;

  @TextInput({ description: 'What for.', max: 500, optional: true })
  purpose?: string | null;

  @TextInput({ description: 'What the visit was about.', max: 2000, optional: true })
  visitContent?: string | null;

  @TextInput({ description: 'What came of it.', max: 1000, optional: true })
  effect?: string | null;

  @TextInput({ description: 'Problems that were met.', max: 1000, optional: true })
  problems?: string | null;
}

@Input('A work log that something happens to.')
export class WorkLogInput {
  @IdInput(() => WorkLog, { description: 'The log.' })
  workLogId!: string;
}

@Input("The head's opinion of a work log (OPS-21).")
export class WorkLogReviewInput {
  @IdInput(() => WorkLog, { description: 'The log; OUT_OF_SCOPE for others than the head.' })
  workLogId!: string;

  @TextInput({ description: 'The opinion; takes the place of an earlier one.', max: 2000 })
  opinion!: string;
}

@Input('Reminds who has written no work log in the running period (OPS-24).')
export class WorkLogRemindInput {
  @IdInput(() => WorkLogPeriod, { description: 'Of which department or team; OUT_OF_SCOPE for others than its head.' })
  periodId!: string;

  @TextListInput({ description: `Ways of reminding, of ${MEANS_TEXT}; as set up when absent.`, optional: true })
  remindBy?: string[] | null;
}

@Input('A memo of the calling employee, new or pending (OPS-18). What is absent is as before.')
export class MemoSaveInput {
  @IdInput(() => Memo, { description: 'The pending memo to change; a new one when absent.', optional: true })
  memoId?: string | null;

  @TextInput({ description: 'What is to be remembered; REQUIRED of a new one.', max: 2000, optional: true })
  content?: string | null;

  @IdInput(() => Employee, {
    description: 'Who is told; the caller when absent. NOT_ACTIVE for one who does not work here any more.',
    optional: true,
  })
  receiverId?: string | null;

  @InstantInput({ description: 'When; never when a new memo has none. IN_THE_PAST when it is over.', optional: true })
  remindAt?: string | null;

  @BoolInput({ description: 'True: nobody is told of it, whatever was set before.', optional: true })
  silent?: boolean | null;

  @TextListInput({ description: `Ways of telling, of ${MEANS_TEXT}; \`APP\` when absent.`, optional: true })
  notifyBy?: string[] | null;
}

@Input('A memo that something happens to.')
export class MemoInput {
  @IdInput(() => Memo, { description: 'The memo.' })
  memoId!: string;
}
