import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import { CustomerSubTypeSaveInput } from './customer-sub-type.inputs.js';
import { saveSubTypeOfCustomers } from './customer-sub-type.service.js';
import { CustomerSubType } from './customer-sub-type.js';

@ObjectType({ description: 'Answer of saving a sub-type of customers.' })
export class CustomerSubTypePayload extends Payload {
  @Field(() => CustomerSubType, { nullable: true, description: 'The sub-type; null when nothing was written.' })
  subType?: CustomerSubType;
}

@Resolver()
export class CustomerSubTypeResolver {
  @Mutation(() => CustomerSubTypePayload, {
    description: 'Makes or changes a sub-type of a market group; for administrators (CUS-16).',
  })
  customerSubTypeSave(
    @Arg('input', () => CustomerSubTypeSaveInput) input: CustomerSubTypeSaveInput,
    @Ctx() context: CallContext,
  ): Promise<CustomerSubTypePayload> {
    return answer(CustomerSubTypePayload, async () => ({ subType: await saveSubTypeOfCustomers(context, input) }));
  }
}
