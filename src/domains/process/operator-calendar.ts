import { Property } from '@mikro-orm/decorators/legacy';
import { EnumOf, Instant, Node, Noun, One, Text } from '../../kernel/model/index.js';
import { WorkCalendar } from '../calendar/index.js';
import { Region } from '../region/index.js';
import { ProcessOperatorKind } from './process.enums.js';

@Noun({
  tag: 'ke',
  description:
    'By which calendar the time limits of an operator are counted (WFL-18): its own in the nearest region around the work, else that of all operators there.',
})
export class OperatorCalendar extends Node {
  @EnumOf(() => ProcessOperatorKind, { description: 'What the operator is; null for all operators.', nullable: true })
  operatorKind?: ProcessOperatorKind | null;

  @Text({ description: 'Code of the operator; null for all.', nullable: true, max: 60, access: 'slow' })
  operatorCode?: string | null;

  @One(() => Region, {
    description: 'Region in which it holds, with all inside it; null for everywhere.',
    nullable: true,
    inverse: 'operatorCalendars',
    inverseDescription: 'Work calendars of operators in the region.',
  })
  region?: Region | null;

  @One(() => WorkCalendar, {
    description: 'The calendar.',
    inverse: 'operators',
    inverseDescription: 'Operators whose limits are counted by it.',
  })
  calendar!: WorkCalendar;

  @Instant({ description: 'When it was set.', access: 'slow' })
  setAt!: Date;

  @Text({ description: 'Who set it.', max: 100, access: 'slow' })
  setBy!: string;

  /** Operator and region in one text, so that there is one row for each. */
  @Property({ type: 'string', columnType: 'varchar(160)', hidden: true, unique: true })
  key!: string;
}
