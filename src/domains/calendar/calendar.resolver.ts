import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import { WorkCalendarSaveInput } from './calendar.inputs.js';
import { saveCalendar } from './calendar.service.js';
import { WorkCalendar } from './work-calendar.js';

@ObjectType({ description: 'Answer of operations on a work calendar.' })
export class WorkCalendarPayload extends Payload {
  @Field(() => WorkCalendar, { nullable: true, description: 'The calendar; null when nothing was written.' })
  calendar?: WorkCalendar;
}

@Resolver()
export class CalendarResolver {
  @Mutation(() => WorkCalendarPayload, {
    description:
      'Makes or replaces a work calendar: shifts, holidays, days worked instead (WFL-18). Fails with OUT_OF_SCOPE, TIME_ZONE_UNKNOWN, DUPLICATE.',
  })
  workCalendarSave(
    @Arg('input', () => WorkCalendarSaveInput) input: WorkCalendarSaveInput,
    @Ctx() context: CallContext,
  ): Promise<WorkCalendarPayload> {
    return answer(WorkCalendarPayload, async () => ({ calendar: await saveCalendar(context, input) }));
  }
}
