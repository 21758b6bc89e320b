import { Int, Node, Noun, One } from '../../kernel/model/index.js';
import { WorkCalendar } from './work-calendar.js';

@Noun({ tag: 'kt', root: false, description: 'A shift of a day of the week (班次, WFL-18).' })
export class WorkShift extends Node {
  @One(() => WorkCalendar, {
    description: 'The calendar.',
    inverse: 'shifts',
    inverseDescription: 'Its shifts.',
  })
  calendar!: WorkCalendar;

  @Int({ description: 'Day of the week on which it begins: 1 is Monday, 7 is Sunday.', access: 'slow' })
  weekday!: number;

  @Int({ description: 'Minutes from local midnight to its beginning, 0 to 1439.', access: 'slow' })
  fromMinute!: number;

  @Int({
    description: 'Minutes from local midnight to its end, 1 to 1440; not after the beginning: on the next day.',
    access: 'slow',
  })
  toMinute!: number;
}
