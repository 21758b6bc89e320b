import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import { CustomerSyncDelivery } from './customer-sync-delivery.js';
import { CustomerSyncLoad } from './customer-sync-load.js';
import { CustomerSyncTarget } from './customer-sync-target.js';
import { cancelLoad, startLoad } from './load.service.js';
import {
  CustomerSyncLoadCancelInput,
  CustomerSyncLoadStartInput,
  CustomerSyncResendInput,
  CustomerSyncSwitchInput,
} from './sync.inputs.js';
import { resend, switchTarget } from './sync.service.js';

@ObjectType({ description: 'Answer of switching a system that is told of customer data.' })
export class CustomerSyncTargetPayload extends Payload {
  @Field(() => CustomerSyncTarget, { nullable: true, description: 'The system; null when nothing was written.' })
  target?: CustomerSyncTarget;
}

@ObjectType({ description: 'Answer of sending data of a customer again.' })
export class CustomerSyncResendPayload extends Payload {
  @Field(() => [CustomerSyncDelivery], {
    nullable: true,
    description: 'The deliveries that carry the data, one of each system; null when nothing was written.',
  })
  deliveries?: CustomerSyncDelivery[];
}

@ObjectType({ description: 'Answer of beginning or ending a full load of a system.' })
export class CustomerSyncLoadPayload extends Payload {
  @Field(() => CustomerSyncLoad, { nullable: true, description: 'The load; null when nothing was written.' })
  load?: CustomerSyncLoad;
}

@Resolver()
export class SyncResolver {
  @Mutation(() => CustomerSyncTargetPayload, {
    description:
      'Begins to tell a system outside of changed customer data, from what changes now or with the data of all customers first, or ends it, and a full load with it; for administrators (CUS-58). Refused with CONTRADICTION, INVALID_STATE.',
  })
  customerSyncSwitch(
    @Arg('input', () => CustomerSyncSwitchInput) input: CustomerSyncSwitchInput,
    @Ctx() context: CallContext,
  ): Promise<CustomerSyncTargetPayload> {
    return answer(CustomerSyncTargetPayload, async () => ({ target: await switchTarget(context, input) }));
  }

  @Mutation(() => CustomerSyncLoadPayload, {
    description:
      'Begins to deliver the data of all customers to a system outside, by a job, while changes go on; for administrators (CUS-58). Refused with NOT_ACTIVE, DUPLICATE.',
  })
  customerSyncLoadStart(
    @Arg('input', () => CustomerSyncLoadStartInput) input: CustomerSyncLoadStartInput,
    @Ctx() context: CallContext,
  ): Promise<CustomerSyncLoadPayload> {
    return answer(CustomerSyncLoadPayload, async () => ({ load: await startLoad(context, input) }));
  }

  @Mutation(() => CustomerSyncLoadPayload, {
    description:
      'Ends a full load before its end; what it made deliveries of is delivered. For administrators (CUS-58). Refused with NOT_FOUND, INVALID_STATE.',
  })
  customerSyncLoadCancel(
    @Arg('input', () => CustomerSyncLoadCancelInput) input: CustomerSyncLoadCancelInput,
    @Ctx() context: CallContext,
  ): Promise<CustomerSyncLoadPayload> {
    return answer(CustomerSyncLoadPayload, async () => ({ load: await cancelLoad(context, input) }));
  }

  @Mutation(() => CustomerSyncResendPayload, {
    description:
      'Sends the data of a customer to systems outside again: a delivery that was given up, or what the data are now (CUS-58). Refused with REQUIRED, NOT_FOUND, INVALID_STATE, SUPERSEDED, NOT_ACTIVE.',
  })
  customerSyncResend(
    @Arg('input', () => CustomerSyncResendInput) input: CustomerSyncResendInput,
    @Ctx() context: CallContext,
  ): Promise<CustomerSyncResendPayload> {
    return answer(CustomerSyncResendPayload, async () => ({ deliveries: await resend(context, input) }));
  }
}
