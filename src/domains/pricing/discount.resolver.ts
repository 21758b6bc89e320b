import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer } from '../../kernel/errors/index.js';
import { DiscountRelateInput, DiscountSaveInput, StaffDiscountRangeSaveInput } from './discount.input.js';
import { relateDiscounts, saveDiscount, saveStaffDiscountRange } from './discount.service.js';
import { DiscountPayload, StaffDiscountRangePayload } from './pricing.payloads.js';

@Resolver()
export class DiscountResolver {
  @Mutation(() => DiscountPayload, {
    description:
      'Writes a discount or changes it. Refused with NOT_FOUND, NOT_MAINTAINER, REQUIRED, DUPLICATE, CONTRADICTORY, TOO_LARGE, BAD_VALUE, VERSION_CONFLICT, RULE_SYNTAX, RULE_UNKNOWN_NAME, RULE_TYPE or RULE_TOO_LONG (PRD-68, PRD-75).',
  })
  discountSave(
    @Arg('input', () => DiscountSaveInput, { description: 'The discount.' }) input: DiscountSaveInput,
    @Ctx() context: CallContext,
  ): Promise<DiscountPayload> {
    return answer(DiscountPayload, async () => ({ discount: await saveDiscount(context, input) }));
  }

  @Mutation(() => DiscountPayload, {
    description:
      'Relates two discounts, or takes a relation away. Refused with NOT_FOUND, NOT_MAINTAINER, CONTRADICTORY or DUPLICATE.',
  })
  discountRelate(
    @Arg('input', () => DiscountRelateInput, { description: 'The relation.' }) input: DiscountRelateInput,
    @Ctx() context: CallContext,
  ): Promise<DiscountPayload> {
    return answer(DiscountPayload, async () => ({ discount: await relateDiscounts(context, input) }));
  }

  @Mutation(() => StaffDiscountRangePayload, {
    description:
      'Says how much holders of a position may take off by themselves. Refused with NOT_FOUND, NOT_MAINTAINER or CONTRADICTORY (PRD-69).',
  })
  staffDiscountRangeSave(
    @Arg('input', () => StaffDiscountRangeSaveInput, { description: 'Position, offering and range.' })
    input: StaffDiscountRangeSaveInput,
    @Ctx() context: CallContext,
  ): Promise<StaffDiscountRangePayload> {
    return answer(StaffDiscountRangePayload, async () => ({
      staffDiscountRange: await saveStaffDiscountRange(context, input),
    }));
  }
}
