import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import { ProductWithdrawalCancelInput, ProductWithdrawalPlanInput } from './product-withdrawal.input.js';
import { cancelWithdrawal, planWithdrawal } from './product-withdrawal.service.js';
import { ProductWithdrawal } from './product-withdrawal.js';
import { Product } from './product.js';

@ObjectType({ description: 'Answer of mutations about the withdrawal of a product.' })
export class ProductWithdrawalPayload extends Payload {
  @Field(() => ProductWithdrawal, {
    nullable: true,
    description: 'The plan; null when it was refused or given up.',
  })
  productWithdrawal?: ProductWithdrawal;

  @Field(() => Product, { nullable: true, description: 'The product that stays; null otherwise.' })
  product?: Product;
}

@Resolver()
export class ProductWithdrawalResolver {
  @Mutation(() => ProductWithdrawalPayload, {
    description:
      'Plans how a product leaves the market: the day its sale stops, by itself, what takes its place, and the day its service ends. Refused with NOT_FOUND, NOT_MAINTAINER, INVALID_STATE, IN_THE_PAST or CONTRADICTORY (PRD-98).',
  })
  productWithdrawalPlan(
    @Arg('input', () => ProductWithdrawalPlanInput, { description: 'The plan.' }) input: ProductWithdrawalPlanInput,
    @Ctx() context: CallContext,
  ): Promise<ProductWithdrawalPayload> {
    return answer(ProductWithdrawalPayload, async () => ({ productWithdrawal: await planWithdrawal(context, input) }));
  }

  @Mutation(() => ProductWithdrawalPayload, {
    description:
      'Gives a withdrawal up: before the sale has stopped, or once the product was extended and is sold again. Refused with NOT_FOUND, NOT_MAINTAINER or INVALID_STATE (PRD-98).',
  })
  productWithdrawalCancel(
    @Arg('input', () => ProductWithdrawalCancelInput, { description: 'Whose.' }) input: ProductWithdrawalCancelInput,
    @Ctx() context: CallContext,
  ): Promise<ProductWithdrawalPayload> {
    return answer(ProductWithdrawalPayload, async () => ({ product: await cancelWithdrawal(context, input) }));
  }
}
