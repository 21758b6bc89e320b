import { Day, Int, Node, Noun, One, Text, UniqueTogether } from '../../kernel/model/index.js';
import { WorkCalendar } from './work-calendar.js';

@UniqueTogether(['calendar', 'day'])
@Noun({
  tag: 'kd',
  root: false,
  description:
    'A day that differs from its week: a holiday, or a day that is worked in place of another (节假日, 调休).',
})
export class CalendarDay extends Node {
  @One(() => WorkCalendar, {
    description: 'The calendar.',
    inverse: 'days',
    inverseDescription: 'Its days that differ from the week.',
  })
  calendar!: WorkCalendar;

  @Day({ description: 'The day.', access: 'slow' })
  day!: string;

  @Text({ description: 'Name, such as `国庆节`.' })
  name!: string;

  @Int({
    description: 'Day of the week whose shifts are worked on it: 1 is Monday, 7 is Sunday; null for none.',
    nullable: true,
    access: 'slow',
  })
  worksLike?: number | null;
}
