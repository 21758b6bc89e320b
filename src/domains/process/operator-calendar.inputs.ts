import { IdInput, Input, ObjectInput } from '../../kernel/model/index.js';
import { WorkCalendar } from '../calendar/index.js';
import { Region } from '../region/index.js';
import { ProcessOperatorInput } from './definition.inputs.js';

@Input('By which calendar the time limits of an operator are counted (WFL-18).')
export class ProcessCalendarSetInput {
  @ObjectInput(() => ProcessOperatorInput, {
    description: 'The position, role, unit or employee; absent for all operators, and for whole processes.',
    optional: true,
  })
  operator?: ProcessOperatorInput | null;

  @IdInput(() => Region, {
    description:
      'Region in which it holds; absent for everywhere. OUT_OF_SCOPE for regions of others, and for everywhere unless for the headquarters.',
    optional: true,
  })
  regionId?: string | null;

  @IdInput(() => WorkCalendar, {
    description: 'The calendar; absent takes away what was set, NOT_FOUND when nothing was.',
    optional: true,
  })
  calendarId?: string | null;
}
