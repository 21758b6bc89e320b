import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import { TariffPlanStatusChangeInput } from './tariff-plan.input.js';
import { changeTariffPlanStatus } from './tariff-plan.service.js';
import { TariffPlan } from './tariff-plan.js';

@ObjectType({ description: 'Answer of mutations about one tariff plan.' })
export class TariffPlanPayload extends Payload {
  @Field(() => TariffPlan, { nullable: true, description: 'The plan after the operation; null when it was refused.' })
  tariffPlan?: TariffPlan;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'After a change: true when it waits for approval (`approvals` of the kind `TARIFF_PLAN_CHANGE`), so that nothing has changed yet; null after other operations.',
  })
  held?: boolean;
}

@Resolver()
export class TariffPlanResolver {
  @Mutation(() => TariffPlanPayload, {
    description:
      'Takes a tariff plan from one state to another. Refused with NOT_FOUND, NOT_MAINTAINER, INVALID_TRANSITION, NOT_SELLABLE, CONTRADICTORY or FORBIDDEN (PRD-82).',
  })
  tariffPlanStatusChange(
    @Arg('input', () => TariffPlanStatusChangeInput, { description: 'The plan and the step.' })
    input: TariffPlanStatusChangeInput,
    @Ctx() context: CallContext,
  ): Promise<TariffPlanPayload> {
    return answer(TariffPlanPayload, async () => ({ tariffPlan: await changeTariffPlanStatus(context, input) }));
  }
}
