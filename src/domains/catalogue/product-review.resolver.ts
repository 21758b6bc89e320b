import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import { ProductLifecycle } from './product-lifecycle.js';
import { ProductReviewPlanInput, ProductReviewRecordInput } from './product-review.input.js';
import { planReview, recordReview } from './product-review.service.js';
import { ProductReview } from './product-review.js';

@ObjectType({ description: 'Answer of mutations about one review of a product.' })
export class ProductReviewPayload extends Payload {
  @Field(() => ProductReview, { nullable: true, description: 'The review; null when it was refused.' })
  productReview?: ProductReview;
}

@ObjectType({ description: 'Answer of mutations about the life of a product on the market.' })
export class ProductLifecyclePayload extends Payload {
  @Field(() => ProductLifecycle, { nullable: true, description: 'Where it stands; null when it was refused.' })
  productLifecycle?: ProductLifecycle;
}

@Resolver()
export class ProductReviewResolver {
  @Mutation(() => ProductReviewPayload, {
    description:
      'Records a review of where a product stands in its life; the first one says its first phase. Refused with NOT_FOUND, NOT_MAINTAINER, INVALID_STATE or IN_THE_PAST (PRD-105).',
  })
  productReviewRecord(
    @Arg('input', () => ProductReviewRecordInput, { description: 'The review.' }) input: ProductReviewRecordInput,
    @Ctx() context: CallContext,
  ): Promise<ProductReviewPayload> {
    return answer(ProductReviewPayload, async () => ({ productReview: await recordReview(context, input) }));
  }

  @Mutation(() => ProductLifecyclePayload, {
    description:
      'Plans the next review of a product, or takes the plan back. Refused with NOT_FOUND, NOT_MAINTAINER, INVALID_STATE, NOT_REVIEWED or IN_THE_PAST (PRD-105).',
  })
  productReviewPlan(
    @Arg('input', () => ProductReviewPlanInput, { description: 'The plan.' }) input: ProductReviewPlanInput,
    @Ctx() context: CallContext,
  ): Promise<ProductLifecyclePayload> {
    return answer(ProductLifecyclePayload, async () => ({ productLifecycle: await planReview(context, input) }));
  }
}
