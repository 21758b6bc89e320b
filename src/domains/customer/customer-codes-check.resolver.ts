import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import { CustomerCodesCheckInput } from './customer-codes-check.inputs.js';
import { checkCustomerCodes } from './customer-codes-check.service.js';
import { CustomerCodeFinding } from './customer-codes-check.js';

@ObjectType({ description: 'What comparing the codes of customers with another system has brought.' })
export class CustomerCodesCheckPayload extends Payload {
  @Field(() => [CustomerCodeFinding], { description: 'One finding for each row, in their order.' })
  findings: CustomerCodeFinding[] = [];
}

@Resolver()
export class CustomerCodesCheckResolver {
  @Mutation(() => CustomerCodesCheckPayload, {
    description:
      'Compares the codes that another system has for customers with ours, and takes them over when asked to; run again, it finds them consistent (SYS-60, CUS-92). Refuses with INVALID_VALUE.',
  })
  customerCodesCheck(
    @Arg('input', () => CustomerCodesCheckInput) input: CustomerCodesCheckInput,
    @Ctx() context: CallContext,
  ): Promise<CustomerCodesCheckPayload> {
    return answer(CustomerCodesCheckPayload, async () => ({ findings: await checkCustomerCodes(context, input) }));
  }
}
