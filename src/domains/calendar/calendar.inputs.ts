import { DayInput, IdInput, Input, IntInput, ListInput, TextInput } from '../../kernel/model/index.js';
import { Region } from '../region/index.js';

@Input('A shift of a day of the week.')
export class WorkShiftInput {
  @IntInput({ description: 'Day of the week on which it begins: 1 is Monday, 7 is Sunday.', min: 1, max: 7 })
  weekday!: number;

  @IntInput({ description: 'Minutes from local midnight to its beginning, 0 to 1439.', min: 0, max: 1439 })
  fromMinute!: number;

  @IntInput({
    description: 'Minutes from local midnight to its end, 1 to 1440; not after the beginning: on the next day.',
    min: 1,
    max: 1440,
  })
  toMinute!: number;
}

@Input('A day that differs from its week.')
export class CalendarDayInput {
  @DayInput({ description: 'The day; DUPLICATE when it is given twice.' })
  day!: string;

  @TextInput({ description: 'Name, such as `国庆节`.' })
  name!: string;

  @IntInput({
    description: 'Day of the week whose shifts are worked on it, 1 to 7; absent for a holiday.',
    min: 1,
    max: 7,
    optional: true,
  })
  worksLike?: number | null;
}

@Input('A work calendar, whole (WFL-18).')
export class WorkCalendarSaveInput {
  @TextInput({
    description:
      'Code; the calendar with this code is replaced, otherwise one is made. OUT_OF_SCOPE for one that others look after.',
    max: 60,
  })
  code!: string;

  @TextInput({ description: 'Name.' })
  name!: string;

  @TextInput({ description: 'IANA name of a time zone, such as `Asia/Shanghai`; TIME_ZONE_UNKNOWN.', max: 60 })
  timeZone!: string;

  @IdInput(() => Region, {
    description:
      'Region whose staff look after it. Absent: the one that it has; null for none, as when it is absent for a new one. OUT_OF_SCOPE for regions of others, and for none unless for the headquarters.',
    optional: true,
  })
  regionId?: string | null;

  @ListInput(() => WorkShiftInput, { description: 'Shifts of the week.', min: 1, max: 100 })
  shifts!: WorkShiftInput[];

  @ListInput(() => CalendarDayInput, { description: 'Days that differ from it.', max: 500, optional: true })
  days?: CalendarDayInput[] | null;
}
