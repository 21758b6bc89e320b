import { BoolInput, EnumInput, IdInput, Input, IntInput, JsonInput, TextInput } from '../../kernel/model/index.js';
import { BillDelivery, BillFormat, BillingCycle, PaymentMode } from './account-enums.js';
import { Account } from './account.js';
import { Customer } from './customer.js';

@Input(
  'Preferences of an account; what is absent is taken from another account of the customer, else from the defaults (CUS-36, CUS-39).',
)
export class AccountDataInput {
  @TextInput({ description: 'Name; the name of the customer when absent.', optional: true })
  name?: string | null;

  @BoolInput({ description: 'Whether it becomes the default account; the first account always does.', optional: true })
  isDefault?: boolean | null;

  @EnumInput(() => BillingCycle, { description: 'How often it is billed; MONTHLY by default.', optional: true })
  billingCycle?: BillingCycle | null;

  @IntInput({
    description: 'Day of the month on which the cycle starts, 1 to 28; 1 by default.',
    optional: true,
    min: 1,
    max: 28,
  })
  billingDay?: number | null;

  @EnumInput(() => PaymentMode, {
    description:
      'How it is paid; CASH by default. A new account may name a mode before its data are given, and `accountPaymentCheck` says what lacks; to change to a mode takes the data (PAYMENT_CHECK_FAILED).',
    optional: true,
  })
  paymentMode?: PaymentMode | null;

  @EnumInput(() => BillFormat, { description: 'Content of the bill; STANDARD by default.', optional: true })
  billFormat?: BillFormat | null;

  @EnumInput(() => BillDelivery, {
    description: 'How the bill is delivered; PORTAL by default. POST, EMAIL and SMS need `billAddress`.',
    optional: true,
  })
  billDelivery?: BillDelivery | null;

  @TextInput({
    description: 'Where bills go: postal address, e-mail address or mobile number, as the delivery asks.',
    optional: true,
    max: 300,
  })
  billAddress?: string | null;

  @TextInput({ description: 'Postcode, for delivery by post.', optional: true, max: 12 })
  billPostcode?: string | null;

  @TextInput({
    description: 'Whom to contact about bills; the preferred contact or the customer when absent.',
    optional: true,
  })
  contactName?: string | null;

  @TextInput({ description: 'Telephone number for questions about bills.', optional: true, max: 30 })
  contactPhone?: string | null;

  @JsonInput({
    description: 'Further attributes: an object of names with text, number, boolean or a list of them.',
    optional: true,
  })
  characteristics?: Record<string, unknown> | null;
}

@Input('Opening of an account.')
export class AccountOpenInput extends AccountDataInput {
  @IdInput(() => Customer, { description: 'The customer who owns it; may not have left (CUS-34).' })
  customerId!: string;

  @TextInput({
    description: 'Number, when another system gave it; otherwise one is generated (CUS-35).',
    optional: true,
    max: 40,
  })
  accountNo?: string | null;

  @TextInput({
    description: 'Currency of its charges, ISO 4217; CNY by default, never changed.',
    optional: true,
    max: 3,
  })
  currency?: string | null;

  @IdInput(() => Account, {
    description: 'Account of the same customer to take preferences from (CUS-37); the default account when absent.',
    optional: true,
  })
  likeAccountId?: string | null;
}

@Input('Changes of an account: absent fields stay; null empties a field that may be empty.')
export class AccountChangeInput extends AccountDataInput {
  @IdInput(() => Account, { description: 'The account.' })
  accountId!: string;

  @IntInput({
    description: 'The version that you have read; another one is refused with VERSION_CONFLICT.',
    optional: true,
  })
  expectedVersion?: number | null;
}

@Input('A step in the life of an account (CUS-44).')
export class AccountStepInput {
  @IdInput(() => Account, { description: 'The account.' })
  accountId!: string;

  @TextInput({ description: 'Why; kept in the history.', max: 500 })
  reason!: string;
}
