import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import { ProductRelationAddInput } from './product-relation.input.js';
import { addProductRelation } from './product-relation.service.js';
import { ProductRelation } from './product-relation.js';
import { ProductCreateInput, ProductStatusChangeInput } from './product.input.js';
import { changeProductStatus, createProduct } from './product.service.js';
import { Product } from './product.js';

@ObjectType({ description: 'Answer of mutations about one product.' })
export class ProductPayload extends Payload {
  @Field(() => Product, { nullable: true, description: 'The product after the operation; null when it was refused.' })
  product?: Product;
}

@ObjectType({ description: 'Answer of mutations about one relation between products.' })
export class ProductRelationPayload extends Payload {
  @Field(() => ProductRelation, { nullable: true, description: 'The relation; null when it was refused.' })
  productRelation?: ProductRelation;
}

@Resolver()
export class ProductResolver {
  @Mutation(() => ProductPayload, {
    description:
      'Writes a new product, PENDING_APPROVAL, with its attribute template and services. Refused with DUPLICATE, NOT_FOUND, REQUIRED, CONTRADICTORY or BAD_VALUE (PRD-01, PRD-12).',
  })
  productCreate(
    @Arg('input', () => ProductCreateInput, { description: 'The product.' }) input: ProductCreateInput,
    @Ctx() context: CallContext,
  ): Promise<ProductPayload> {
    return answer(ProductPayload, async () => ({ product: await createProduct(context, input) }));
  }

  @Mutation(() => ProductPayload, {
    description:
      'Takes a product from one state to another. Refused with NOT_FOUND, REQUIRED, INVALID_TRANSITION, FORBIDDEN or GUARD_REFUSED, and with NOT_READY for each thing that a product for group customers lacks (PRD-04, PRD-05, WFL-73).',
  })
  productStatusChange(
    @Arg('input', () => ProductStatusChangeInput, { description: 'The product and the step.' })
    input: ProductStatusChangeInput,
    @Ctx() context: CallContext,
  ): Promise<ProductPayload> {
    return answer(ProductPayload, async () => ({ product: await changeProductStatus(context, input) }));
  }

  @Mutation(() => ProductRelationPayload, {
    description: 'Relates two products. Refused with NOT_FOUND, CONTRADICTORY or DUPLICATE (PRD-16 to PRD-20).',
  })
  productRelationAdd(
    @Arg('input', () => ProductRelationAddInput, { description: 'The products and the relation.' })
    input: ProductRelationAddInput,
    @Ctx() context: CallContext,
  ): Promise<ProductRelationPayload> {
    return answer(ProductRelationPayload, async () => ({ productRelation: await addProductRelation(context, input) }));
  }
}
