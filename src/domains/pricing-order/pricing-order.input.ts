import { EnumInput, IdInput, Input, InstantInput, TextInput, TextListInput } from '../../kernel/model/index.js';
import { Offering } from '../catalogue/index.js';
import { PricingOrder } from './pricing-order.js';
import { PricingReplyResult } from './pricing-reply.js';

@Input('An offering whose charges billing shall configure (PRD-51).')
export class OfferingPricingRequestInput {
  @IdInput(() => Offering, { description: 'The offering; it must be APPROVED or IN_USE.' })
  offeringId!: string;

  @TextListInput({
    description: 'Classes of charges that are asked for, of `ChargeType`; all when left out (PRD-91).',
    optional: true,
    max: 3,
    maxText: 20,
  })
  chargeTypes?: string[] | null;

  @InstantInput({
    description: 'When the reply is expected, later than now; in five days when left out.',
    optional: true,
  })
  dueAt?: string | null;

  @TextInput({ description: 'What billing should know besides.', optional: true, max: 1000 })
  remark?: string | null;
}

@Input('A pricing order that is taken back.')
export class PricingOrderWithdrawInput {
  @IdInput(() => PricingOrder, { description: 'The order; billing must not have replied.' })
  pricingOrderId!: string;

  @TextInput({ description: 'Why.', max: 500 })
  reason!: string;
}

@Input('A reply of billing to a pricing order (PRD-52).')
export class PricingReplyInput {
  @TextInput({ description: 'Number of the pricing order.', max: 30 })
  orderNo!: string;

  @TextInput({ description: 'Id of the reply, unique for the order; sending it again changes nothing.', max: 100 })
  replyId!: string;

  @EnumInput(() => PricingReplyResult, { description: 'What it says.' })
  result!: PricingReplyResult;

  @TextInput({ description: 'Why; needed for REFUSED.', optional: true, max: 500 })
  reason?: string | null;

  @InstantInput({ description: 'When it was written, by the clock of billing; now when left out.', optional: true })
  repliedAt?: string | null;
}
