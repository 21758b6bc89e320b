import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import {
  AppointmentBookInput,
  AppointmentCancelInput,
  AppointmentCompleteInput,
  AppointmentMoveInput,
} from './appointment.inputs.js';
import { bookAppointment, cancelAppointment, completeAppointment, moveAppointment } from './appointment.service.js';
import { Appointment } from './appointment.js';

@ObjectType({ description: 'Answer of mutations of an appointment.' })
export class AppointmentPayload extends Payload {
  @Field(() => Appointment, { nullable: true, description: 'The appointment; null when nothing was written.' })
  appointment?: Appointment;
}

@Resolver()
export class AppointmentResolver {
  @Mutation(() => AppointmentPayload, {
    description:
      'Makes an appointment with a customer (SAL-51, TMF646). Refused with NOT_FOUND, CUSTOMER_LEFT, NOT_ACTIVE, NOT_AN_EMPLOYEE, CONTRADICTORY, NOT_OF_CUSTOMER, IN_THE_PAST, TOO_EARLY, TOO_LONG, OUTSIDE_WORKING_TIME or OVERLAPS.',
  })
  appointmentBook(
    @Arg('input', () => AppointmentBookInput, { description: 'The appointment.' }) input: AppointmentBookInput,
    @Ctx() context: CallContext,
  ): Promise<AppointmentPayload> {
    return answer(AppointmentPayload, async () => ({ appointment: await bookAppointment(context, input) }));
  }

  @Mutation(() => AppointmentPayload, {
    description:
      'Gives an appointment another time, place or staff member. Refused with NOT_FOUND, INVALID_STATE, VERSION_CONFLICT, NOT_ACTIVE, IN_THE_PAST, TOO_EARLY, TOO_LONG, OUTSIDE_WORKING_TIME or OVERLAPS.',
  })
  appointmentMove(
    @Arg('input', () => AppointmentMoveInput, { description: 'What changes.' }) input: AppointmentMoveInput,
    @Ctx() context: CallContext,
  ): Promise<AppointmentPayload> {
    return answer(AppointmentPayload, async () => ({ appointment: await moveAppointment(context, input) }));
  }

  @Mutation(() => AppointmentPayload, {
    description:
      'Says what came of an appointment, or that it was missed. Refused with NOT_FOUND, INVALID_TRANSITION, or GUARD_REFUSED before it begins.',
  })
  appointmentComplete(
    @Arg('input', () => AppointmentCompleteInput, { description: 'What came of it.' }) input: AppointmentCompleteInput,
    @Ctx() context: CallContext,
  ): Promise<AppointmentPayload> {
    return answer(AppointmentPayload, async () => ({ appointment: await completeAppointment(context, input) }));
  }

  @Mutation(() => AppointmentPayload, {
    description: 'Cancels an appointment; customers cancel their own. Refused with NOT_FOUND or INVALID_TRANSITION.',
  })
  appointmentCancel(
    @Arg('input', () => AppointmentCancelInput, { description: 'Which, and why.' }) input: AppointmentCancelInput,
    @Ctx() context: CallContext,
  ): Promise<AppointmentPayload> {
    return answer(AppointmentPayload, async () => ({ appointment: await cancelAppointment(context, input) }));
  }
}
