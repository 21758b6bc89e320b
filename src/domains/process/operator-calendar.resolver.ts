import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import { OperatorCalendar } from './operator-calendar.js';
import { ProcessCalendarSetInput } from './operator-calendar.inputs.js';
import { setOperatorCalendar } from './operator-calendar.service.js';

@ObjectType({ description: 'Answer of setting the calendar of an operator.' })
export class OperatorCalendarPayload extends Payload {
  @Field(() => OperatorCalendar, {
    nullable: true,
    description: 'What is set now; null when it was taken away or nothing was written.',
  })
  operatorCalendar?: OperatorCalendar | null;
}

@Resolver()
export class OperatorCalendarResolver {
  @Mutation(() => OperatorCalendarPayload, {
    description:
      'Says by which calendar the time limits of an operator are counted, or takes that away; what is due already stays (WFL-18). Fails with OPERATOR_UNKNOWN, OUT_OF_SCOPE, NOT_FOUND.',
  })
  processCalendarSet(
    @Arg('input', () => ProcessCalendarSetInput) input: ProcessCalendarSetInput,
    @Ctx() context: CallContext,
  ): Promise<OperatorCalendarPayload> {
    return answer(OperatorCalendarPayload, async () => ({
      operatorCalendar: await setOperatorCalendar(context, input),
    }));
  }
}
