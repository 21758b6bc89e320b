import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer } from '../../kernel/errors/index.js';
import { cancelCustomer, CustomerStandingInput, restoreCustomer } from './customer-cancellation.service.js';
import { CustomerPayload } from './customer.resolver.js';

@Resolver()
export class CustomerCancellationResolver {
  @Mutation(() => CustomerPayload, {
    description:
      'Makes a customer a former one and closes its accounts; a big customer is one no longer (CUS-83). Refused with GUARD_REFUSED while something is in use, ACCOUNT_OWES while bills of an account are not paid, BILLING_UNAVAILABLE while billing does not answer.',
  })
  customerCancel(
    @Arg('input', () => CustomerStandingInput) input: CustomerStandingInput,
    @Ctx() context: CallContext,
  ): Promise<CustomerPayload> {
    return answer(CustomerPayload, async () => ({ customer: await cancelCustomer(context, input) }));
  }

  @Mutation(() => CustomerPayload, {
    description:
      'Gives a cancelled customer its standing back, with the accounts that were closed for it (CUS-84). Refused with NOT_CANCELLED.',
  })
  customerRestore(
    @Arg('input', () => CustomerStandingInput) input: CustomerStandingInput,
    @Ctx() context: CallContext,
  ): Promise<CustomerPayload> {
    return answer(CustomerPayload, async () => ({ customer: await restoreCustomer(context, input) }));
  }
}
