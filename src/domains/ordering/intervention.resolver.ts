import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import {
  InterventionReplyInput,
  InterventionWithdrawInput,
  ServiceOrderInterveneInput,
  ServiceOrderReportInput,
} from './intervention.inputs.js';
import { intervene, takeInterventionReply, withdrawIntervention } from './intervention.service.js';
import { ServiceOrderIntervention } from './service-order-intervention.js';
import { ServiceOrder } from './service-order.js';
import { takeSystemReport } from './system-report.js';

@ObjectType({ description: 'Answer of operations on an intervention.' })
export class ServiceOrderInterventionPayload extends Payload {
  @Field(() => ServiceOrderIntervention, {
    nullable: true,
    description: 'The intervention as it is now; null when the operation was refused.',
  })
  intervention?: ServiceOrderIntervention;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Of an answer of provisioning: whether it changed anything; null for others.',
  })
  applied?: boolean;
}

@ObjectType({ description: 'Answer to a report of the system that provisions.' })
export class ServiceOrderReportPayload extends Payload {
  @Field(() => ServiceOrder, { nullable: true, description: 'The service order; null when the report was refused.' })
  serviceOrder?: ServiceOrder;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it brought news of the service order: false when it came twice or too late.',
  })
  applied?: boolean;
}

@Resolver()
export class InterventionResolver {
  @Mutation(() => ServiceOrderInterventionPayload, {
    description:
      'Asks provisioning to do something with a service order of a group customer: to hurry, hold, resume, change, give up or try again (WFL-73). Refused with NOT_FOUND, NOT_SUPERVISED, INTERVENTION_OPEN, INVALID_STATE, ALREADY_HELD, NOT_HELD, REQUIRED, CONTRADICTION, KEY_REUSED, UNKNOWN_CHARACTERISTIC, BAD_CHARACTERISTIC, and what refuses to cancel or to send again.',
  })
  serviceOrderIntervene(
    @Arg('input', () => ServiceOrderInterveneInput) input: ServiceOrderInterveneInput,
    @Ctx() context: CallContext,
  ): Promise<ServiceOrderInterventionPayload> {
    return answer(ServiceOrderInterventionPayload, async () => ({ intervention: await intervene(context, input) }));
  }

  @Mutation(() => ServiceOrderInterventionPayload, {
    description:
      'Takes back what the caller has asked of provisioning and what is not done yet; provisioning is told, and when it had done it before that counts (WFL-73). Refused with NOT_FOUND, NOT_YOURS for what somebody else asked, STEERED for CANCEL and RESEND, which what becomes of the order settles, and INVALID_STATE.',
  })
  serviceOrderInterventionWithdraw(
    @Arg('input', () => InterventionWithdrawInput) input: InterventionWithdrawInput,
    @Ctx() context: CallContext,
  ): Promise<ServiceOrderInterventionPayload> {
    return answer(ServiceOrderInterventionPayload, async () => ({
      intervention: await withdrawIntervention(context, input),
    }));
  }

  @Mutation(() => ServiceOrderInterventionPayload, {
    description:
      'What the system that provisions answers to an intervention, for that system; the same again changes nothing (WFL-73). Refused with NOT_FOUND, REQUIRED.',
  })
  serviceOrderInterventionReply(
    @Arg('input', () => InterventionReplyInput) input: InterventionReplyInput,
    @Ctx() context: CallContext,
  ): Promise<ServiceOrderInterventionPayload> {
    return answer(ServiceOrderInterventionPayload, () => takeInterventionReply(context, input));
  }

  @Mutation(() => ServiceOrderReportPayload, {
    description:
      'What the system that provisions reports of a service order and its own steps, for that system; the same again changes nothing (ORD-162, WFL-73). Refused with NOT_FOUND, and with BUSY for an end while it is asked to cancel.',
  })
  serviceOrderReport(
    @Arg('input', () => ServiceOrderReportInput) input: ServiceOrderReportInput,
    @Ctx() context: CallContext,
  ): Promise<ServiceOrderReportPayload> {
    return answer(ServiceOrderReportPayload, () => takeSystemReport(context, input));
  }
}
