import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import { changeCustomer, moveCustomer } from './customer-change.service.js';
import { CustomerCode } from './customer-code.js';
import { addCodeTo, correctCode, endCode } from './customer-code.service.js';
import { createCustomer } from './customer-create.service.js';
import {
  CustomerChangeInput,
  CustomerCodeAddInput,
  CustomerCodeCorrectInput,
  CustomerCodeEndInput,
  CustomerCreateInput,
  CustomerMoveInput,
} from './customer.inputs.js';
import { Customer } from './customer.js';

@ObjectType({ description: 'Answer of a mutation of a customer.' })
export class CustomerPayload extends Payload {
  @Field(() => Customer, { nullable: true, description: 'The customer; null when nothing was written.' })
  customer?: Customer;

  @Field(() => [String], {
    nullable: true,
    description:
      'After a change: fields that should be looked at again, as `attributeLinkages` say (CUS-28), named as histories name them; null after other operations.',
  })
  prompts?: string[];

  @Field(() => Boolean, {
    nullable: true,
    description:
      'After a change: true when it waits for approval (`approvals` of the kind `CUSTOMER_CHANGE`), so that nothing has changed yet; null otherwise.',
  })
  held?: boolean;
}

@ObjectType({ description: 'Answer of adding a customer code.' })
export class CustomerCodePayload extends Payload {
  @Field(() => CustomerCode, { nullable: true, description: 'The code; null when nothing was written.' })
  customerCode?: CustomerCode;
}

@Resolver()
export class CustomerResolver {
  @Mutation(() => CustomerPayload, {
    description:
      'Creates a customer with party, documents, contact media, codes, contact persons and a first account, all or nothing (CUS-06…09).',
  })
  customerCreate(
    @Arg('input', () => CustomerCreateInput) input: CustomerCreateInput,
    @Ctx() context: CallContext,
  ): Promise<CustomerPayload> {
    return answer(CustomerPayload, async () => ({ customer: await createCustomer(context, input) }));
  }

  @Mutation(() => CustomerPayload, {
    description:
      'Changes what is given of a customer and its party; the rest stays (CUS-29). What the parameters `customer.approval.fields` and `customer.approval.types` name is held until somebody else approves it (WFL-28); refused with APPROVAL_PENDING while another change waits.',
  })
  customerChange(
    @Arg('input', () => CustomerChangeInput) input: CustomerChangeInput,
    @Ctx() context: CallContext,
  ): Promise<CustomerPayload> {
    return answer(CustomerPayload, () => changeCustomer(context, input));
  }

  @Mutation(() => CustomerPayload, { description: 'Takes a step of the life cycle of a customer by hand (CUS-17).' })
  customerMove(
    @Arg('input', () => CustomerMoveInput) input: CustomerMoveInput,
    @Ctx() context: CallContext,
  ): Promise<CustomerPayload> {
    return answer(CustomerPayload, async () => ({ customer: await moveCustomer(context, input) }));
  }

  @Mutation(() => CustomerCodePayload, { description: 'Adds a code of another level to a customer (CUS-07).' })
  customerCodeAdd(
    @Arg('input', () => CustomerCodeAddInput) input: CustomerCodeAddInput,
    @Ctx() context: CallContext,
  ): Promise<CustomerCodePayload> {
    return answer(CustomerCodePayload, async () => ({ customerCode: await addCodeTo(context, input) }));
  }

  @Mutation(() => CustomerCodePayload, {
    description:
      'Ends a code of a customer without another in its place; it is never used again. Refused with INVALID_STATE when it is not in use, with CONTRADICTION for the code of the local network (CUS-07).',
  })
  customerCodeEnd(
    @Arg('input', () => CustomerCodeEndInput) input: CustomerCodeEndInput,
    @Ctx() context: CallContext,
  ): Promise<CustomerCodePayload> {
    return answer(CustomerCodePayload, async () => ({ customerCode: await endCode(context, input) }));
  }

  @Mutation(() => CustomerCodePayload, {
    description:
      'Puts the right code in the place of one that was taken down wrongly; the wrong one leads to the customer no longer. Refused with INVALID_STATE, CONTRADICTION or DUPLICATE (CUS-07).',
  })
  customerCodeCorrect(
    @Arg('input', () => CustomerCodeCorrectInput) input: CustomerCodeCorrectInput,
    @Ctx() context: CallContext,
  ): Promise<CustomerCodePayload> {
    return answer(CustomerCodePayload, async () => ({ customerCode: await correctCode(context, input) }));
  }
}
