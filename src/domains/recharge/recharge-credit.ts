import { DecimalNumber, Int, Money, Node, Noun, One, UniqueTogether, Value } from '../../kernel/model/index.js';
import { Account } from '../customer/index.js';
import { ProductInstance } from '../inventory/index.js';
import { Recharge } from './recharge.js';

@UniqueTogether(['recharge', 'position'])
@Noun({
  tag: 'yd',
  root: false,
  description: 'The part of a recharge that one account, or one service charged to it, gets; credited once (RES-54).',
})
export class RechargeCredit extends Node {
  @One(() => Recharge, {
    description: 'The recharge.',
    inverse: 'credits',
    inverseDescription: 'Who gets how much of it.',
  })
  recharge!: Recharge;

  @Int({ description: 'Place in the request, from 1.', access: 'slow' })
  position!: number;

  @One(() => Account, {
    description: 'Account that is credited.',
    inverse: 'rechargeCredits',
    inverseDescription: 'Credits by recharge cards (RES-54).',
  })
  account!: Account;

  @One(() => ProductInstance, {
    description: 'Service that is topped up; null for the account as a whole, and for callers who may not see it.',
    nullable: true,
    hideable: true,
    inverse: 'rechargeCredits',
    inverseDescription: 'Top-ups of the service by recharge cards (RES-54).',
  })
  productInstance?: ProductInstance | null;

  @DecimalNumber({ description: 'Amount that was asked for; null for what is left of the value.', nullable: true })
  asked?: string | null;

  @Value(() => Money, { description: 'What was credited; null before.', nullable: true })
  amount?: Money | null;
}
