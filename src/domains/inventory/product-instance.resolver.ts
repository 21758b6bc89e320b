import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import { ProductInstanceResumeInput, ProductInstanceSuspendInput } from './product-instance.input.js';
import { resumeProductInstance, suspendProductInstance } from './product-instance.service.js';
import { ProductInstance } from './product-instance.js';

@ObjectType({ description: 'Answer of mutations about one product instance.' })
export class ProductInstancePayload extends Payload {
  @Field(() => ProductInstance, {
    nullable: true,
    description: 'The instance after the operation; null when it was refused.',
  })
  productInstance?: ProductInstance;
}

@Resolver()
export class ProductInstanceResolver {
  @Mutation(() => ProductInstancePayload, {
    description:
      'Stops a product instance in service for a time. Refused with NOT_FOUND, FORBIDDEN, SERVICE_NOT_OFFERED or SERVICE_NOT_ALLOWED_IN_STATE (PRD-27, PRD-29).',
  })
  productInstanceSuspend(
    @Arg('input', () => ProductInstanceSuspendInput, { description: 'The instance and why.' })
    input: ProductInstanceSuspendInput,
    @Ctx() context: CallContext,
  ): Promise<ProductInstancePayload> {
    return answer(ProductInstancePayload, async () => ({
      productInstance: await suspendProductInstance(context, input),
    }));
  }

  @Mutation(() => ProductInstancePayload, {
    description:
      'Lets a suspended product instance run again. Refused with NOT_FOUND, GUARD_REFUSED, SERVICE_NOT_OFFERED or SERVICE_NOT_ALLOWED_IN_STATE.',
  })
  productInstanceResume(
    @Arg('input', () => ProductInstanceResumeInput, { description: 'The instance.' }) input: ProductInstanceResumeInput,
    @Ctx() context: CallContext,
  ): Promise<ProductInstancePayload> {
    return answer(ProductInstancePayload, async () => ({
      productInstance: await resumeProductInstance(context, input),
    }));
  }
}
