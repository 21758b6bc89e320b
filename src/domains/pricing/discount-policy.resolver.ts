import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import { DiscountPolicyRemoveInput, DiscountPolicySaveInput } from './discount-policy.input.js';
import { removeDiscountPolicy, saveDiscountPolicy } from './discount-policy.service.js';
import { DiscountPolicy } from './discount-policy.js';

@ObjectType({ description: 'Answer of mutations about one policy of discounts.' })
export class DiscountPolicyPayload extends Payload {
  @Field(() => DiscountPolicy, {
    nullable: true,
    description: 'The policy; null when it was refused or is gone.',
  })
  discountPolicy?: DiscountPolicy;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True when the change waits for approval (`approvals` of the kind `DISCOUNT_POLICY_CHANGE`), so that nothing has changed yet.',
  })
  held?: boolean;
}

@Resolver()
export class DiscountPolicyResolver {
  @Mutation(() => DiscountPolicyPayload, {
    description:
      'Writes a policy of discounts, DRAFT until somebody else approves it (`approvals` of the kind `DISCOUNT_POLICY`), or changes one: a draft at once, one that holds when somebody else approves that too (WFL-28). Refused with APPROVAL_PENDING while another change waits, and with NOT_FOUND, OUTSIDE_SCOPE, OUT_OF_SCOPE, DUPLICATE or CONTRADICTORY (PRD-108).',
  })
  discountPolicySave(
    @Arg('input', () => DiscountPolicySaveInput, { description: 'The policy.' }) input: DiscountPolicySaveInput,
    @Ctx() context: CallContext,
  ): Promise<DiscountPolicyPayload> {
    return answer(DiscountPolicyPayload, async () => {
      const { item, held } = await saveDiscountPolicy(context, input);
      return { discountPolicy: item!, held };
    });
  }

  @Mutation(() => DiscountPolicyPayload, {
    description:
      'Takes a policy of discounts away: a draft at once, one that holds when somebody else approves that (WFL-28). Refused with APPROVAL_PENDING while another change waits, and with NOT_FOUND, OUTSIDE_SCOPE or OUT_OF_SCOPE (PRD-108).',
  })
  discountPolicyRemove(
    @Arg('input', () => DiscountPolicyRemoveInput, { description: 'The policy.' }) input: DiscountPolicyRemoveInput,
    @Ctx() context: CallContext,
  ): Promise<DiscountPolicyPayload> {
    return answer(DiscountPolicyPayload, async () => {
      const { item, held } = await removeDiscountPolicy(context, input);
      return held ? { discountPolicy: item!, held } : { held };
    });
  }
}
