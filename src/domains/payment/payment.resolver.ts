import { Arg, Ctx, Field, ID, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { requireKind } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import { DateTime, Money, MoneyInput } from '../../kernel/model/index.js';
import { Account, AccountPayload, PaymentAccount } from '../customer/index.js';
import { ProductInstance } from '../inventory/index.js';
import { checkAccountPayment, savePaymentCheckRule } from './payment-check.js';
import { PaymentCheckRule } from './payment-check-rule.js';
import {
  AccountBalanceReportInput,
  AccountBillFormatSetInput,
  AccountCreditSetInput,
  AccountPaymentSetInput,
  PaymentAccountAddInput,
  PaymentAccountChangeInput,
  PaymentAccountEndInput,
  PaymentCheckRuleSaveInput,
  PaymentRulesSetInput,
} from './payment.inputs.js';
import { reportBalance, setAccountCredit, setAccountPayment, setBillFormat } from './account-payment.service.js';
import { addPaymentAccount, changePaymentAccount, endPaymentAccount } from './payment-account.service.js';
import { setPaymentRules, splitOfCharge } from './payment-rules.service.js';

@ObjectType({ description: 'Answer of a mutation of a way of paying.' })
export class PaymentAccountPayload extends Payload {
  @Field(() => PaymentAccount, { nullable: true, description: 'The way of paying; null when nothing was written.' })
  paymentAccount?: PaymentAccount;
}

@ObjectType({ description: 'Answer of saving a rule for ways of paying.' })
export class PaymentCheckRulePayload extends Payload {
  @Field(() => PaymentCheckRule, { nullable: true, description: 'The rule; null when nothing was written.' })
  rule?: PaymentCheckRule;
}

@ObjectType({ description: 'Answer of saying who pays charges of a product instance.' })
export class PaymentRulesPayload extends Payload {
  @Field(() => ProductInstance, { nullable: true, description: 'The instance; null when nothing was written.' })
  productInstance?: ProductInstance;
}

@ObjectType({ description: 'How an account that is paid as it is now stands to the rules (CUS-43).' })
export class AccountPaymentCheck {
  @Field(() => [PaymentCheckRule], {
    description: 'Rules in use that it breaks, in their order; none when all is well.',
  })
  broken!: PaymentCheckRule[];
}

@ObjectType({ description: 'A part of a charge, and who pays it (MOD-41).' })
export class ChargePart {
  @Field(() => Account, { nullable: true, description: 'Account that pays; null when you may not see it.' })
  account!: Account | null;

  @Field(() => Money, { description: 'The part; all parts add up to the charge exactly.' })
  amount!: Money;
}

@Resolver()
export class PaymentResolver {
  @Query(() => AccountPaymentCheck, {
    description: 'Checks how an account is paid against the rules in use (CUS-43). For staff. Fails with NOT_FOUND.',
  })
  async accountPaymentCheck(
    @Ctx() context: CallContext,
    @Arg('accountId', () => ID, { description: 'The account.' }) accountId: string,
  ): Promise<AccountPaymentCheck> {
    requireKind(context.caller, 'STAFF');
    return { broken: await checkAccountPayment(context, accountId) };
  }

  @Query(() => [ChargePart], {
    description:
      'Which accounts pay a charge of a product instance, to the smallest coin (MOD-41): amounts first, by the priority of their rules, then percentages of what they leave, and what no rule covers the account of the instance. For staff. Fails with NOT_FOUND, BAD_USER_INPUT.',
  })
  async chargeSplit(
    @Ctx() context: CallContext,
    @Arg('instanceId', () => ID, { description: 'The product instance.' }) instanceId: string,
    @Arg('charge', () => MoneyInput, { description: 'The charge; negative for a credit.' }) charge: MoneyInput,
    @Arg('chargeItemType', () => String, { nullable: true, description: 'Code of its charge item type.' })
    chargeItemType: string | null,
    @Arg('chargedBefore', () => MoneyInput, {
      nullable: true,
      description:
        'What the instance was charged of the same charge item type in the same bill period before, credits taken off: amounts are for the whole period, so that what these charges have taken up of them is no longer there. Nothing when absent, for the total of a period or its first charge.',
    })
    chargedBefore: MoneyInput | null,
    @Arg('at', () => DateTime, { nullable: true, description: 'Moment whose rules hold; now when absent.' })
    at: string | null,
  ): Promise<ChargePart[]> {
    requireKind(context.caller, 'STAFF');
    const moment = at ? new Date(at) : new Date();
    const parts = await splitOfCharge(context, {
      instanceId,
      charge,
      chargeItemType,
      before: chargedBefore,
      at: moment,
    });
    return parts.map(({ account, amount, currency }) => ({ account, amount: Money.of(amount, currency) }));
  }

  @Mutation(() => PaymentAccountPayload, {
    description: 'Adds a way of paying to a customer. Refused with DUPLICATE for one that it has in use (CUS-42).',
  })
  paymentAccountAdd(
    @Arg('input', () => PaymentAccountAddInput) input: PaymentAccountAddInput,
    @Ctx() context: CallContext,
  ): Promise<PaymentAccountPayload> {
    return answer(PaymentAccountPayload, async () => ({ paymentAccount: await addPaymentAccount(context, input) }));
  }

  @Mutation(() => PaymentAccountPayload, {
    description:
      'Changes a way of paying (CUS-42). Refused with INVALID_STATE when it was given up, with PAYMENT_CHECK_FAILED at the field by which an account that is paid through it would break a rule that it keeps now (CUS-43).',
  })
  paymentAccountChange(
    @Arg('input', () => PaymentAccountChangeInput) input: PaymentAccountChangeInput,
    @Ctx() context: CallContext,
  ): Promise<PaymentAccountPayload> {
    return answer(PaymentAccountPayload, async () => ({ paymentAccount: await changePaymentAccount(context, input) }));
  }

  @Mutation(() => PaymentAccountPayload, {
    description: 'Gives a way of paying up (CUS-42). Refused with IN_USE while an account is paid through it.',
  })
  paymentAccountEnd(
    @Arg('input', () => PaymentAccountEndInput) input: PaymentAccountEndInput,
    @Ctx() context: CallContext,
  ): Promise<PaymentAccountPayload> {
    return answer(PaymentAccountPayload, async () => ({ paymentAccount: await endPaymentAccount(context, input) }));
  }

  @Mutation(() => AccountPayload, {
    description:
      'Says how an account is paid (CUS-42). Refused with PAYMENT_CHECK_FAILED when a rule in use does not admit it (CUS-43).',
  })
  accountPaymentSet(
    @Arg('input', () => AccountPaymentSetInput) input: AccountPaymentSetInput,
    @Ctx() context: CallContext,
  ): Promise<AccountPayload> {
    return answer(AccountPayload, async () => ({ account: await setAccountPayment(context, input) }));
  }

  @Mutation(() => AccountPayload, { description: 'Says what stands on the bills of an account (CUS-40).' })
  accountBillFormatSet(
    @Arg('input', () => AccountBillFormatSetInput) input: AccountBillFormatSetInput,
    @Ctx() context: CallContext,
  ): Promise<AccountPayload> {
    return answer(AccountPayload, async () => ({ account: await setBillFormat(context, input) }));
  }

  @Mutation(() => AccountPayload, { description: 'Sets limit and standing of the credit of an account (CUS-75).' })
  accountCreditSet(
    @Arg('input', () => AccountCreditSetInput) input: AccountCreditSetInput,
    @Ctx() context: CallContext,
  ): Promise<AccountPayload> {
    return answer(AccountPayload, async () => ({ account: await setAccountCredit(context, input) }));
  }

  @Mutation(() => AccountPayload, {
    description: 'Takes what billing has in an account; for the billing system (CUS-75).',
  })
  accountBalanceReport(
    @Arg('input', () => AccountBalanceReportInput) input: AccountBalanceReportInput,
    @Ctx() context: CallContext,
  ): Promise<AccountPayload> {
    return answer(AccountPayload, async () => ({ account: await reportBalance(context, input) }));
  }

  @Mutation(() => PaymentCheckRulePayload, {
    description: 'Makes or changes a rule for ways of paying; for administrators (CUS-43).',
  })
  paymentCheckRuleSave(
    @Arg('input', () => PaymentCheckRuleSaveInput) input: PaymentCheckRuleSaveInput,
    @Ctx() context: CallContext,
  ): Promise<PaymentCheckRulePayload> {
    return answer(PaymentCheckRulePayload, async () => ({ rule: await savePaymentCheckRule(context, input) }));
  }

  @Mutation(() => PaymentRulesPayload, {
    description: 'Says which accounts, of any customers, pay which part of charges of a product instance (MOD-41).',
  })
  paymentRulesSet(
    @Arg('input', () => PaymentRulesSetInput) input: PaymentRulesSetInput,
    @Ctx() context: CallContext,
  ): Promise<PaymentRulesPayload> {
    return answer(PaymentRulesPayload, async () => ({ productInstance: await setPaymentRules(context, input) }));
  }
}
