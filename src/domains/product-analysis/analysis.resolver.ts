import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import {
  BenefitReviewInput,
  CustomerProductMixInput,
  OfferingCorrelationInput,
  PriceElasticityInput,
  ProductPerformanceInput,
} from './analysis.input.js';
import {
  BenefitReview,
  CustomerProductMix,
  OfferingCorrelation,
  PriceElasticity,
  ProductPerformance,
} from './analysis.js';
import { benefitReview, productPerformance } from './product-performance.js';
import { customerProductMix, offeringCorrelations, priceElasticities } from './sales-patterns.js';

@Resolver()
export class ProductAnalysisResolver {
  @Query(() => [ProductPerformance], {
    description:
      'How products did in a period, the most frequent first, at most 1,000. For staff with `product.analysis`. Fails with FORBIDDEN or BAD_USER_INPUT (PRD-99).',
  })
  productPerformance(
    @Arg('input', () => ProductPerformanceInput, { description: 'What is tracked.' }) input: ProductPerformanceInput,
    @Ctx() context: CallContext,
  ): Promise<ProductPerformance[]> {
    return productPerformance(context, input);
  }

  @Query(() => [BenefitReview], {
    description:
      'Forecast and fact of a launched product, month by month; empty before the launch. For staff with `product.analysis`. Fails with FORBIDDEN or BAD_USER_INPUT (PRD-104).',
  })
  benefitReview(
    @Arg('input', () => BenefitReviewInput, { description: 'The design.' }) input: BenefitReviewInput,
    @Ctx() context: CallContext,
  ): Promise<BenefitReview[]> {
    return benefitReview(context, input);
  }

  @Query(() => [OfferingCorrelation], {
    description:
      'Offerings that customers have together, those that go together most first. For staff with `product.analysis`. Fails with FORBIDDEN or BAD_USER_INPUT (PRD-107).',
  })
  offeringCorrelations(
    @Arg('input', () => OfferingCorrelationInput, { description: 'Which pairs.' }) input: OfferingCorrelationInput,
    @Ctx() context: CallContext,
  ): Promise<OfferingCorrelation[]> {
    return offeringCorrelations(context, input);
  }

  @Query(() => [PriceElasticity], {
    description:
      'How sales answered to prices; offerings that were never sold are left out. For staff with `product.analysis`. Fails with FORBIDDEN or BAD_USER_INPUT (PRD-107).',
  })
  priceElasticities(
    @Arg('input', () => PriceElasticityInput, { description: 'The offerings.' }) input: PriceElasticityInput,
    @Ctx() context: CallContext,
  ): Promise<PriceElasticity[]> {
    return priceElasticities(context, input);
  }

  @Query(() => [CustomerProductMix], {
    description:
      'What a customer has by product line, and its price level; empty for one that the caller may not see. For staff with `product.analysis`. Fails with FORBIDDEN or BAD_USER_INPUT (PRD-106).',
  })
  customerProductMix(
    @Arg('input', () => CustomerProductMixInput, { description: 'The customer.' }) input: CustomerProductMixInput,
    @Ctx() context: CallContext,
  ): Promise<CustomerProductMix[]> {
    return customerProductMix(context, input);
  }
}
