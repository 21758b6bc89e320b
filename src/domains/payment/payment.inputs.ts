import {
  BoolInput,
  DayInput,
  DecimalInput,
  EnumInput,
  IdInput,
  IdListInput,
  Input,
  InstantInput,
  IntInput,
  ListInput,
  MoneyInput,
  ObjectInput,
  TextInput,
} from '../../kernel/model/index.js';
import {
  Account,
  BillFormat,
  BillPart,
  Customer,
  PaymentAccount,
  PaymentAccountKind,
  PaymentMode,
} from '../customer/index.js';
import { ProductInstance, ShareType } from '../inventory/index.js';
import { BillItemDetail } from './bill-item.js';

@Input('What is kept of a way of paying; which of it is needed depends on the kind (CUS-42).')
export class PaymentAccountDataInput {
  @TextInput({
    description:
      'Number of the card (12 to 19 digits, INVALID_CARD_NUMBER when the check digit is wrong) or bank account (6 to 30 letters and digits). Only the last four characters are kept. Never logged.',
    optional: true,
    max: 40,
  })
  paymentNumber?: string | null;

  @TextInput({ description: 'Name of the holder as the bank has it.', optional: true })
  holderName?: string | null;

  @TextInput({ description: 'Identifier of the bank.', optional: true, max: 40 })
  bankCode?: string | null;

  @TextInput({ description: 'Name of the bank.', optional: true })
  bankName?: string | null;

  @DayInput({ description: 'Last day on which it can be used.', optional: true })
  validUntil?: string | null;

  @TextInput({ description: 'Number of the agreement by which the operator may collect.', optional: true, max: 60 })
  agreementNo?: string | null;
}

@Input('A way of paying for a customer to have (CUS-42).')
export class PaymentAccountAddInput extends PaymentAccountDataInput {
  @IdInput(() => Customer, { description: 'The customer.' })
  customerId!: string;

  @EnumInput(() => PaymentAccountKind, { description: 'Kind.' })
  kind!: PaymentAccountKind;
}

@Input('Changes of a way of paying: absent fields stay, null empties a field (CUS-42).')
export class PaymentAccountChangeInput extends PaymentAccountDataInput {
  @IdInput(() => PaymentAccount, { description: 'The way of paying.' })
  paymentAccountId!: string;
}

@Input('A way of paying that is given up; accounts that use it must be paid otherwise first (CUS-42).')
export class PaymentAccountEndInput {
  @IdInput(() => PaymentAccount, { description: 'The way of paying.' })
  paymentAccountId!: string;
}

@Input('How an account is paid (CUS-42); refused when a rule in use does not admit it (CUS-43).')
export class AccountPaymentSetInput {
  @IdInput(() => Account, { description: 'The account.' })
  accountId!: string;

  @EnumInput(() => PaymentMode, { description: 'How it is paid.' })
  paymentMode!: PaymentMode;

  @IdListInput(() => PaymentAccount, {
    description:
      'Ways of paying of its owner, in the order in which they are tried; empty for what needs none, such as CASH.',
    min: 0,
    max: 10,
  })
  paymentAccountIds!: string[];
}

@Input('A rule for ways of paying, by its code (CUS-43).')
export class PaymentCheckRuleSaveInput {
  @TextInput({ description: 'Code, such as `CARD_VALID`; a known one is changed.', max: 60 })
  code!: string;

  @TextInput({ description: 'Name for people.' })
  name!: string;

  @EnumInput(() => PaymentMode, { description: 'Way of paying that it is for; all when absent.', optional: true })
  paymentMode?: PaymentMode | null;

  @TextInput({
    description:
      'Condition that must hold, in FEEL, over `account`, `customer` and `payment`. BAD_RULE and others tell what is wrong with it.',
    max: 2000,
  })
  condition!: string;

  @TextInput({ description: 'What to tell those who break it.', max: 500 })
  message!: string;

  @IntInput({ description: 'Order in which the rules are asked, from 1.', min: 1, max: 10_000 })
  position!: number;

  @BoolInput({ description: 'Whether it is in use; true when absent.', optional: true })
  active?: boolean | null;
}

@Input('How a bill shows one item of charges.')
export class BillItemInput {
  @TextInput({ description: 'Code of the charge item type, such as `RENT`.', max: 60 })
  item!: string;

  @TextInput({ description: 'What the bill calls it.', optional: true, max: 100 })
  label?: string | null;

  @EnumInput(() => BillItemDetail, { description: 'How closely it is shown.' })
  detail!: BillItemDetail;
}

@Input('What stands on the bills of an account, in place of what was said before (CUS-40).')
export class AccountBillFormatSetInput {
  @IdInput(() => Account, { description: 'The account.' })
  accountId!: string;

  @EnumInput(() => BillFormat, { description: 'Content of items that are not named.' })
  billFormat!: BillFormat;

  @EnumInput(() => [BillPart], { description: 'What the bill tells besides its charges; nothing when empty.' })
  billParts!: BillPart[];

  @ListInput(() => BillItemInput, { description: 'Items that stand apart, in their order on the bill.', max: 50 })
  items!: BillItemInput[];
}

@Input('Credit of an account (CUS-75).')
export class AccountCreditSetInput {
  @IdInput(() => Account, { description: 'The account.' })
  accountId!: string;

  @ObjectInput(() => MoneyInput, {
    description: 'Most that may be owed, in the currency of the account; no limit when null.',
    optional: true,
  })
  creditLimit?: MoneyInput | null;

  @TextInput({ description: 'Credit standing, such as `A`; not rated when null.', optional: true, max: 20 })
  credit?: string | null;
}

@Input('What billing has in an account (CUS-75).')
export class AccountBalanceReportInput {
  @TextInput({ description: 'Number of the account; UNKNOWN_CODE when there is none.', max: 40 })
  accountNo!: string;

  @ObjectInput(() => MoneyInput, {
    description: 'What is in it, negative when money is owed, in the currency of the account.',
  })
  balance!: MoneyInput;

  @InstantInput({ description: 'When it was so; a report older than what is known changes nothing.' })
  at!: string;
}

@Input('A part of charges that an account pays (MOD-41).')
export class PaymentShareInput {
  @IdInput(() => Account, { description: 'Account that pays, of any customer that you see; it must be in use.' })
  accountId!: string;

  @EnumInput(() => ShareType, { description: 'How the part is said.' })
  shareType!: ShareType;

  @DecimalInput({
    description:
      'The part: above 0 and at most 100 for PERCENT; for AMOUNT money per charge item type and bill period, with no more decimal places than the currency has.',
    min: '0.0001',
    max: '1000000000',
  })
  shareValue!: string;
}

@Input('Who pays charges of a product instance, in place of the rules that held before (MOD-41).')
export class PaymentRulesSetInput {
  @IdInput(() => ProductInstance, { description: 'Instance whose charges are paid.' })
  instanceId!: string;

  @TextInput({
    description: 'Code of the charge item type; rules for all charges when absent.',
    optional: true,
    max: 60,
  })
  chargeItemType?: string | null;

  @ListInput(() => PaymentShareInput, {
    description:
      'Amounts are taken first, in this order, then percentages of what they leave; the account of the instance pays the rest, and all when empty. Percentages make at most 100 together.',
    max: 20,
  })
  shares!: PaymentShareInput[];
}
