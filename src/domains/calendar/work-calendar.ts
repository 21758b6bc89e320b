import { Property } from '@mikro-orm/decorators/legacy';
import { Node, Noun, One, Text } from '../../kernel/model/index.js';
import { Region } from '../region/index.js';

@Noun({
  tag: 'kw',
  description: 'When somebody works: shifts of the week, and days that differ from it (工作时间, WFL-18, WFL-58).',
})
export class WorkCalendar extends Node {
  @Text({ description: 'Code for good, such as `OFFICE` or `NOC_24X7`.', max: 60, access: 'unique' })
  code!: string;

  @Text({ description: 'Name.', access: 'search' })
  name!: string;

  @Text({ description: 'Time zone in which its hours are meant, such as `Asia/Shanghai`.', max: 60, access: 'slow' })
  timeZone!: string;

  @One(() => Region, {
    description:
      'Region whose staff look after it, and whoever looks after those around it; null for the headquarters.',
    nullable: true,
    inverse: 'workCalendars',
    inverseDescription: 'Work calendars that its staff look after.',
  })
  region?: Region | null;

  /** Counts how often it was saved: those who keep what they have read see by it that there is something new. */
  @Property({ type: 'integer', columnType: 'int', hidden: true })
  revision: number = 0;
}
