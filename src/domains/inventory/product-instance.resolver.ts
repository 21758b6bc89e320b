import { Arg, Ctx, Field, ID, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { requireKind } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import { nounOf, uuidOf } from '../../kernel/model/index.js';
import { Product } from '../catalogue/index.js';
import { instanceExistence } from './instance-existence.js';
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

@ObjectType({ description: 'Whether a product is in use (CUS-96).' })
export class ProductInstanceExistence {
  @Field(() => Boolean, { description: 'Whether a valid instance exists anywhere, seen by you or not.' })
  exists!: boolean;

  @Field(() => Int, { description: 'Number of valid instances that you see.' })
  visible!: number;
}

@Resolver()
export class ProductInstanceResolver {
  @Query(() => ProductInstanceExistence, {
    description:
      'Whether a valid instance of a product exists, such as before its retirement (CUS-96). For staff. Fails with NOT_FOUND.',
  })
  productInstanceExistence(
    @Ctx() context: CallContext,
    @Arg('productId', () => ID, { description: 'The product.' }) productId: string,
  ): Promise<ProductInstanceExistence> {
    requireKind(context.caller, 'STAFF');
    const key = uuidOf(productId, nounOf(Product).tag!, ['productId']);
    return instanceExistence(context.database, context.caller, key);
  }

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
