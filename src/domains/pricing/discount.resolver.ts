import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer } from '../../kernel/errors/index.js';
import { DiscountRelateInput, DiscountSaveInput, StaffDiscountRangeSaveInput } from './discount.input.js';
import { relateDiscounts, saveDiscount } from './discount.service.js';
import { DiscountPayload, StaffDiscountRangePayload } from './pricing.payloads.js';
import { saveStaffDiscountRange } from './staff-discount-range.service.js';

@Resolver()
export class DiscountResolver {
  @Mutation(() => DiscountPayload, {
    description:
      'Writes a discount, DRAFT until somebody else approves it (`approvals` of the kind `DISCOUNT`), or changes one: a draft at once, one that is granted when somebody else approves that too (WFL-28). Refused with APPROVAL_PENDING while another change waits, and with NOT_FOUND, NOT_MAINTAINER, REQUIRED, DUPLICATE, CONTRADICTORY, TOO_LARGE, BAD_VALUE, VERSION_CONFLICT, RULE_SYNTAX, RULE_UNKNOWN_NAME, RULE_TYPE or RULE_TOO_LONG (PRD-68, PRD-75).',
  })
  discountSave(
    @Arg('input', () => DiscountSaveInput, { description: 'The discount.' }) input: DiscountSaveInput,
    @Ctx() context: CallContext,
  ): Promise<DiscountPayload> {
    return answer(DiscountPayload, async () => {
      const { item, held } = await saveDiscount(context, input);
      return { discount: item!, held };
    });
  }

  @Mutation(() => DiscountPayload, {
    description:
      'Relates two discounts, or takes a relation away: drafts at once, those that are granted when somebody else approves that (WFL-28). Refused with APPROVAL_PENDING while another change waits, and with NOT_FOUND, NOT_MAINTAINER, CONTRADICTORY or DUPLICATE.',
  })
  discountRelate(
    @Arg('input', () => DiscountRelateInput, { description: 'The relation.' }) input: DiscountRelateInput,
    @Ctx() context: CallContext,
  ): Promise<DiscountPayload> {
    return answer(DiscountPayload, async () => {
      const { item, held } = await relateDiscounts(context, input);
      return { discount: item!, held };
    });
  }

  @Mutation(() => StaffDiscountRangePayload, {
    description:
      'Says how much holders of a position may take off by themselves, once somebody else has approved that (WFL-28). Refused with APPROVAL_PENDING while another range for the position waits, and with NOT_FOUND, NOT_MAINTAINER or CONTRADICTORY (PRD-69).',
  })
  staffDiscountRangeSave(
    @Arg('input', () => StaffDiscountRangeSaveInput, { description: 'Position, offering and range.' })
    input: StaffDiscountRangeSaveInput,
    @Ctx() context: CallContext,
  ): Promise<StaffDiscountRangePayload> {
    return answer(StaffDiscountRangePayload, async () => {
      const { item, held } = await saveStaffDiscountRange(context, input);
      return item ? { staffDiscountRange: item, held } : { held };
    });
  }
}
