import { Int, Node, Noun, One, UniqueTogether } from '../../kernel/model/index.js';
import { Account } from './account.js';
import { PaymentAccount } from './payment-account.js';

@UniqueTogether(['account', 'paymentAccount'])
@Noun({ tag: 'ap', root: false, description: 'That an account is paid through a payment account (R50).' })
export class AccountPaymentAccount extends Node {
  @One(() => Account, {
    description: 'The account that is paid.',
    inverse: 'paidThrough',
    inverseDescription: 'Payment accounts through which it is paid.',
  })
  account!: Account;

  @One(() => PaymentAccount, {
    description: 'The way of paying.',
    inverse: 'pays',
    inverseDescription: 'Accounts that are paid through it.',
  })
  paymentAccount!: PaymentAccount;

  @Int({ description: 'Order of use: 1 is tried first.', access: 'slow' })
  priority!: number;
}
