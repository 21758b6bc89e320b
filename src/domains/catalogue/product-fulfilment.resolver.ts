import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { requireKind } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import { answer } from '../../kernel/errors/index.js';
import { ProductFulfilmentSetInput } from './product-fulfilment.input.js';
import { setProductFulfilment } from './product-fulfilment.service.js';
import { ProductReadiness, readinessOf } from './product-readiness.js';
import { ProductPayload } from './product.resolver.js';

@Resolver()
export class ProductFulfilmentResolver {
  @Mutation(() => ProductPayload, {
    description:
      'Says how a product is fulfilled for group customers: what its fulfilment takes, and by which process (WFL-73). Refused with NOT_FOUND, NOT_MAINTAINER, NOT_FOR_ORDERS, DUPLICATE, and for a product in use with NOT_READY, once for each thing that it would lack.',
  })
  productFulfilmentSet(
    @Arg('input', () => ProductFulfilmentSetInput) input: ProductFulfilmentSetInput,
    @Ctx() context: CallContext,
  ): Promise<ProductPayload> {
    return answer(ProductPayload, async () => ({ product: await setProductFulfilment(context, input) }));
  }

  @Query(() => ProductReadiness, {
    description:
      'Whether a product may be put in use for group customers, and what it lacks: resources and services, process template, SLA indicators (WFL-73). For staff. Fails with NOT_FOUND.',
  })
  productReadiness(
    @Ctx() context: CallContext,
    @Arg('productId', () => ID, { description: 'The product.' }) productId: string,
  ): Promise<ProductReadiness> {
    requireKind(context.caller, 'STAFF');
    return readinessOf(context, productId);
  }
}
