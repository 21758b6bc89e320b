import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import { ProductCostRecordInput } from './product-cost.input.js';
import { recordProductCost } from './product-cost.service.js';
import { ProductCost } from './product-cost.js';

@ObjectType({ description: 'Answer of mutations about one cost of a product.' })
export class ProductCostPayload extends Payload {
  @Field(() => ProductCost, { nullable: true, description: 'The cost; null when it was refused.' })
  productCost?: ProductCost;
}

@Resolver()
export class ProductCostResolver {
  @Mutation(() => ProductCostPayload, {
    description:
      'Records what a product cost in a stage of its life. Refused with NOT_FOUND, NOT_MAINTAINER or BAD_VALUE (PRD-06).',
  })
  productCostRecord(
    @Arg('input', () => ProductCostRecordInput, { description: 'The cost.' }) input: ProductCostRecordInput,
    @Ctx() context: CallContext,
  ): Promise<ProductCostPayload> {
    return answer(ProductCostPayload, async () => ({ productCost: await recordProductCost(context, input) }));
  }
}
