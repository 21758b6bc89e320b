import { describeEnum, Day, EnumOf, Instant, Node, Noun, One, Text } from '../../kernel/model/index.js';
import { Customer } from './customer.js';

export enum PaymentAccountKind {
  CREDIT_CARD = 'CREDIT_CARD',
  COLLECTION = 'COLLECTION',
  CASH = 'CASH',
  PREPAID_DEPOSIT = 'PREPAID_DEPOSIT',
}

describeEnum(PaymentAccountKind, 'PaymentAccountKind', 'Way in which a customer pays: exactly four (MOD-36).', {
  CREDIT_CARD: 'Credit card.',
  COLLECTION: 'Collection from a bank account (托收).',
  CASH: 'Cash.',
  PREPAID_DEPOSIT: 'Prepaid deposit with the operator.',
});

@Noun({
  tag: 'pa',
  description:
    'A way in which a customer pays (客户帐户, MOD-36, TMF670 PaymentMethod); not the Account that collects charges.',
})
export class PaymentAccount extends Node {
  @One(() => Customer, {
    description: 'The customer who pays with it.',
    inverse: 'paymentAccounts',
    inverseDescription: 'Ways in which the customer pays.',
  })
  owner!: Customer;

  @EnumOf(() => PaymentAccountKind, { description: 'Kind.' })
  kind!: PaymentAccountKind;

  @Text({
    description:
      'Card or bank account number with all but the last four characters masked; the full number is never kept (CUS-42).',
    nullable: true,
    max: 40,
  })
  maskedNumber?: string | null;

  @Text({ description: 'Name of the holder as the bank has it.', nullable: true })
  holderName?: string | null;

  @Text({ description: 'Identifier of the bank.', nullable: true, max: 40, access: 'btree' })
  bankCode?: string | null;

  @Text({ description: 'Name of the bank.', nullable: true })
  bankName?: string | null;

  @Day({
    description: 'Last day on which it can be used, such as the end of the month on a card; null when it does not end.',
    nullable: true,
    access: 'slow',
  })
  validUntil?: string | null;

  @Text({
    description: 'Number of the agreement by which the operator may collect; for COLLECTION (CUS-42).',
    nullable: true,
    max: 60,
  })
  agreementNo?: string | null;

  @Instant({ description: 'When the customer gave it up; null while it is in use.', nullable: true, access: 'slow' })
  endedAt?: Date | null;
}
