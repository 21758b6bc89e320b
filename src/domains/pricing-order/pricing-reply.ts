import {
  Bool,
  describeEnum,
  EnumOf,
  Instant,
  Node,
  Noun,
  One,
  Text,
  UniqueTogether,
} from '../../kernel/model/index.js';
import { PricingOrder } from './pricing-order.js';

export enum PricingReplyResult {
  PRICED = 'PRICED',
  REFUSED = 'REFUSED',
}

describeEnum(PricingReplyResult, 'PricingReplyResult', 'What billing says about a pricing order.', {
  PRICED: 'The charges are configured.',
  REFUSED: 'They are not, and will not be.',
});

@UniqueTogether(['orderNo', 'replyId'])
@Noun({
  tag: 'qy',
  description:
    'A reply of billing as it came, whether it was applied, came too late, or names an order that does not exist (PRD-52).',
})
export class PricingReply extends Node {
  @Text({ description: 'Number of the pricing order that it names.', max: 30, access: 'btree' })
  orderNo!: string;

  @Text({ description: 'Id that billing gave; a second reply with the same id changes nothing.', max: 100 })
  replyId!: string;

  @One(() => PricingOrder, {
    description: 'The order; null when there is none with this number: somebody must look into it.',
    nullable: true,
    inverse: 'replies',
    inverseDescription: 'Replies of billing, in the order of their arrival.',
  })
  pricingOrder?: PricingOrder | null;

  @EnumOf(() => PricingReplyResult, { description: 'What it says.' })
  result!: PricingReplyResult;

  @Text({ description: 'Why, for REFUSED.', nullable: true, max: 500 })
  reason?: string | null;

  @Instant({ description: 'When billing wrote it, by its clock.', access: 'slow' })
  repliedAt!: Date;

  @Bool({
    description: 'False when it changed nothing: the order does not exist, or waited for no reply any more.',
    access: 'slow',
  })
  applied!: boolean;
}
