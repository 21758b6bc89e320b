import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import type { Saved } from '../../kernel/process/index.js';
import { addProductRelation, changeProductRelation, endProductRelation } from './product-relation-change.service.js';
import {
  ProductRelationAddInput,
  ProductRelationChangeInput,
  ProductRelationEndInput,
} from './product-relation.input.js';
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
  @Field(() => ProductRelation, {
    nullable: true,
    description:
      'The relation; null when it was refused, waits for approval as a new one, or was taken back before it held.',
  })
  productRelation?: ProductRelation;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True when the change waits for approval (`approvals` of the kind `PRODUCT_RELATION` about the product from which it starts), so that nothing has changed yet; null where no approval is asked for.',
  })
  held?: boolean;
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
    description:
      'Relates two products: once the product from which the relation starts has been approved, when somebody else approves that (WFL-28). One that has ended begins anew. Refused with APPROVAL_PENDING while a change of a relation of the product waits, and with NOT_FOUND, NOT_MAINTAINER, CONTRADICTORY or DUPLICATE (PRD-16 to PRD-20).',
  })
  productRelationAdd(
    @Arg('input', () => ProductRelationAddInput, { description: 'The products and the relation.' })
    input: ProductRelationAddInput,
    @Ctx() context: CallContext,
  ): Promise<ProductRelationPayload> {
    return answer(ProductRelationPayload, async () => shown(await addProductRelation(context, input)));
  }

  @Mutation(() => ProductRelationPayload, {
    description:
      'Changes until when and how two products are related, and what is noted about it: once the product from which the relation starts has been approved, when somebody else approves that (WFL-28). Refused with APPROVAL_PENDING while another change of a relation of the product waits, and with NOT_FOUND, NOT_MAINTAINER, INVALID_STATE, INVALID_TRANSITION, IN_THE_PAST or CONTRADICTORY (PRD-16 to PRD-20).',
  })
  productRelationChange(
    @Arg('input', () => ProductRelationChangeInput, { description: 'The relation and its new values.' })
    input: ProductRelationChangeInput,
    @Ctx() context: CallContext,
  ): Promise<ProductRelationPayload> {
    return answer(ProductRelationPayload, async () => shown(await changeProductRelation(context, input)));
  }

  @Mutation(() => ProductRelationPayload, {
    description:
      'Ends a relation between two products; one that does not hold yet is taken back. What customers have is not touched. It is approved as a change of it is. Refused with APPROVAL_PENDING, NOT_FOUND, NOT_MAINTAINER, INVALID_STATE, INVALID_TRANSITION, or IN_USE while a withdrawal relies on it (PRD-16 to PRD-20).',
  })
  productRelationEnd(
    @Arg('input', () => ProductRelationEndInput, { description: 'The relation.' }) input: ProductRelationEndInput,
    @Ctx() context: CallContext,
  ): Promise<ProductRelationPayload> {
    return answer(ProductRelationPayload, async () => shown(await endProductRelation(context, input)));
  }
}

const shown = ({ item, held }: Saved<ProductRelation | null>) => (item ? { productRelation: item, held } : { held });
