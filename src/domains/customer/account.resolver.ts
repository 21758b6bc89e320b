import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import { AccountChangeInput, AccountOpenInput, AccountStepInput } from './account.inputs.js';
import { changeAccount, closeAccount, openAccount, resumeAccount, suspendAccount } from './account.service.js';
import { Account } from './account.js';

@ObjectType({ description: 'Answer of a mutation of an account.' })
export class AccountPayload extends Payload {
  @Field(() => Account, { nullable: true, description: 'The account; null when nothing was written.' })
  account?: Account;
}

@Resolver()
export class AccountResolver {
  @Mutation(() => AccountPayload, { description: 'Opens a further account of a customer (CUS-34…39).' })
  accountOpen(
    @Arg('input', () => AccountOpenInput) input: AccountOpenInput,
    @Ctx() context: CallContext,
  ): Promise<AccountPayload> {
    return answer(AccountPayload, async () => ({ account: await openAccount(context, input) }));
  }

  @Mutation(() => AccountPayload, {
    description:
      'Changes the preferences of an account (CUS-38…42). Refused with PAYMENT_CHECK_FAILED, once for each rule, for a mode of payment whose data the ways of paying of the account lack; `accountPaymentSet` gives both together (CUS-42, CUS-43).',
  })
  accountChange(
    @Arg('input', () => AccountChangeInput) input: AccountChangeInput,
    @Ctx() context: CallContext,
  ): Promise<AccountPayload> {
    return answer(AccountPayload, async () => ({ account: await changeAccount(context, input) }));
  }

  @Mutation(() => AccountPayload, { description: 'Suspends an account that is in use (CUS-44).' })
  accountSuspend(
    @Arg('input', () => AccountStepInput) input: AccountStepInput,
    @Ctx() context: CallContext,
  ): Promise<AccountPayload> {
    return answer(AccountPayload, async () => ({ account: await suspendAccount(context, input) }));
  }

  @Mutation(() => AccountPayload, {
    description:
      'Puts a suspended account in use again; it becomes the default one where there is none (CUS-38, CUS-44).',
  })
  accountResume(
    @Arg('input', () => AccountStepInput) input: AccountStepInput,
    @Ctx() context: CallContext,
  ): Promise<AccountPayload> {
    return answer(AccountPayload, async () => ({ account: await resumeAccount(context, input) }));
  }

  @Mutation(() => AccountPayload, {
    description:
      'Closes an account for good; refused while something is paid from it (GUARD_REFUSED), while bills of it are not paid (ACCOUNT_OWES, with `amount` and `currency`), and while billing does not answer (BILLING_UNAVAILABLE) (CUS-44).',
  })
  accountClose(
    @Arg('input', () => AccountStepInput) input: AccountStepInput,
    @Ctx() context: CallContext,
  ): Promise<AccountPayload> {
    return answer(AccountPayload, async () => ({ account: await closeAccount(context, input) }));
  }
}
