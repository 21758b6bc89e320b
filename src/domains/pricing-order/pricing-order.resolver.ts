import { IndividualPlanEndInput, IndividualPlanRequestInput } from './individual-plan.input.js';
import { endIndividualPlan, requestIndividualPlan } from './individual-plan.service.js';
import { IndividualPlan } from './individual-plan.js';
import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import { OfferingPricingRequestInput, PricingOrderWithdrawInput, PricingReplyInput } from './pricing-order.input.js';
import { requestPricing, withdrawPricing } from './pricing-order.service.js';
import { PricingOrder } from './pricing-order.js';
import { PricingReply } from './pricing-reply.js';
import { takePricingReply } from './take-pricing-reply.js';

@ObjectType({ description: 'Answer of mutations about one pricing order.' })
export class PricingOrderPayload extends Payload {
  @Field(() => PricingOrder, {
    nullable: true,
    description: 'The order after the operation; null when it was refused.',
  })
  pricingOrder?: PricingOrder;
}

@ObjectType({ description: 'Answer to a reply of billing.' })
export class PricingReplyPayload extends Payload {
  @Field(() => PricingReply, { nullable: true, description: 'The reply as it was kept; null when it was refused.' })
  pricingReply?: PricingReply;
}

@ObjectType({ description: 'Answer of mutations about one individual price plan.' })
export class IndividualPlanPayload extends Payload {
  @Field(() => IndividualPlan, {
    nullable: true,
    description: 'The individual plan after the operation; null when it was refused.',
  })
  individualPlan?: IndividualPlan;
}

@Resolver()
export class PricingOrderResolver {
  @Mutation(() => PricingOrderPayload, {
    description:
      'Asks billing to configure the charges of an APPROVED offering, which is PENDING_PRICING from then on, or anew those of one that is IN_USE or EXPIRED and stays so; changes of recurring and usage prices ask by themselves. Refused with NOT_FOUND, NOT_MAINTAINER, INVALID_TRANSITION, BAD_VALUE, IN_THE_PAST or NOTHING_TO_PRICE (PRD-51, PRD-91).',
  })
  offeringPricingRequest(
    @Arg('input', () => OfferingPricingRequestInput, { description: 'The offering.' })
    input: OfferingPricingRequestInput,
    @Ctx() context: CallContext,
  ): Promise<PricingOrderPayload> {
    return answer(PricingOrderPayload, async () => ({ pricingOrder: await requestPricing(context, input) }));
  }

  @Mutation(() => PricingOrderPayload, {
    description:
      'Takes a pricing order back before billing replied; the offering is APPROVED again. Refused with NOT_FOUND, NOT_MAINTAINER or INVALID_TRANSITION.',
  })
  pricingOrderWithdraw(
    @Arg('input', () => PricingOrderWithdrawInput, { description: 'The order.' }) input: PricingOrderWithdrawInput,
    @Ctx() context: CallContext,
  ): Promise<PricingOrderPayload> {
    return answer(PricingOrderPayload, async () => ({ pricingOrder: await withdrawPricing(context, input) }));
  }

  @Mutation(() => PricingReplyPayload, {
    description:
      'What billing replies to a pricing order, for the billing system. Sending it again changes nothing; one without an order is kept unapplied. Refused with REQUIRED (PRD-52).',
  })
  pricingReply(
    @Arg('input', () => PricingReplyInput, { description: 'The reply.' }) input: PricingReplyInput,
    @Ctx() context: CallContext,
  ): Promise<PricingReplyPayload> {
    return answer(PricingReplyPayload, async () => ({ pricingReply: await takePricingReply(context, input) }));
  }

  @Mutation(() => IndividualPlanPayload, {
    description:
      'Asks billing to configure a plan that a contract gives its customer alone, who sees it and buys under it once billing replies. Refused with NOT_FOUND, NOT_BINDING, INVALID_STATE, DUPLICATE, OF_ANOTHER_CUSTOMER, NOT_MAINTAINER, NOT_SELLABLE, IN_THE_PAST or NOTHING_TO_PRICE (PRD-118, SAL-85).',
  })
  individualPlanRequest(
    @Arg('input', () => IndividualPlanRequestInput, { description: 'The plan.' }) input: IndividualPlanRequestInput,
    @Ctx() context: CallContext,
  ): Promise<IndividualPlanPayload> {
    return answer(IndividualPlanPayload, async () => ({ individualPlan: await requestIndividualPlan(context, input) }));
  }

  @Mutation(() => IndividualPlanPayload, {
    description:
      'Ends the sale under an individual plan; what the customer has keeps it. Refused with NOT_FOUND or INVALID_TRANSITION (PRD-118).',
  })
  individualPlanEnd(
    @Arg('input', () => IndividualPlanEndInput, { description: 'The plan.' }) input: IndividualPlanEndInput,
    @Ctx() context: CallContext,
  ): Promise<IndividualPlanPayload> {
    return answer(IndividualPlanPayload, async () => ({ individualPlan: await endIndividualPlan(context, input) }));
  }
}
