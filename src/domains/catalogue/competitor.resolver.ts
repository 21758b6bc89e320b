import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import { CompetitorProductSaveInput, CompetitorSaveInput, ProductComparisonSaveInput } from './competitor.input.js';
import { saveComparison, saveCompetitor, saveCompetitorProduct } from './competitor.service.js';
import { Competitor } from './competitor.js';
import { CompetitorProduct } from './competitor-product.js';
import { ProductComparison } from './product-comparison.js';

@ObjectType({ description: 'Answer of mutations about competitors and what they sell.' })
export class CompetitorPayload extends Payload {
  @Field(() => Competitor, { nullable: true, description: 'The competitor that was written; null otherwise.' })
  competitor?: Competitor;

  @Field(() => CompetitorProduct, { nullable: true, description: 'The product that was written; null otherwise.' })
  competitorProduct?: CompetitorProduct;

  @Field(() => ProductComparison, { nullable: true, description: 'The comparison that was written; null otherwise.' })
  productComparison?: ProductComparison;
}

@Resolver()
export class CompetitorResolver {
  @Mutation(() => CompetitorPayload, {
    description: 'Writes a competitor, or changes one. Refused with NOT_FOUND, DUPLICATE or CONTRADICTORY (MOD-15).',
  })
  competitorSave(
    @Arg('input', () => CompetitorSaveInput, { description: 'The competitor.' }) input: CompetitorSaveInput,
    @Ctx() context: CallContext,
  ): Promise<CompetitorPayload> {
    return answer(CompetitorPayload, async () => ({ competitor: await saveCompetitor(context, input) }));
  }

  @Mutation(() => CompetitorPayload, {
    description:
      'Writes a product of a competitor, or changes one. Refused with NOT_FOUND, DUPLICATE, CONTRADICTORY, REQUIRED, TOO_SMALL or BAD_VALUE (PRD-102).',
  })
  competitorProductSave(
    @Arg('input', () => CompetitorProductSaveInput, { description: 'The product.' }) input: CompetitorProductSaveInput,
    @Ctx() context: CallContext,
  ): Promise<CompetitorPayload> {
    return answer(CompetitorPayload, async () => ({ competitorProduct: await saveCompetitorProduct(context, input) }));
  }

  @Mutation(() => CompetitorPayload, {
    description: 'Holds an own product against one of a competitor. Refused with NOT_FOUND or NOT_MAINTAINER (PRD-21).',
  })
  productComparisonSave(
    @Arg('input', () => ProductComparisonSaveInput, { description: 'The comparison.' })
    input: ProductComparisonSaveInput,
    @Ctx() context: CallContext,
  ): Promise<CompetitorPayload> {
    return answer(CompetitorPayload, async () => ({ productComparison: await saveComparison(context, input) }));
  }
}
