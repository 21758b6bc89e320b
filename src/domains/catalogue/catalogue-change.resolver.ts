import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import {
  CatalogueChangeDecideInput,
  OfferingChangeInput,
  OfferingCloneInput,
  ProductChangeInput,
  ProductCloneInput,
} from './catalogue-change.input.js';
import { changeOffering, changeProduct, decideChange } from './catalogue-change.service.js';
import { CatalogueChange } from './catalogue-change.js';
import { cloneOffering, cloneProduct } from './clone.service.js';
import { OfferingPayload } from './offering.resolver.js';
import { Offering } from './offering.js';
import { ProductPayload } from './product.resolver.js';
import { Product } from './product.js';

@ObjectType({ description: 'Answer of a change of a product or an offering, or of the decision about one.' })
export class CatalogueChangePayload extends Payload {
  @Field(() => Product, {
    nullable: true,
    description: 'The product as it is now; null for an offering, or when refused.',
  })
  product?: Product;

  @Field(() => Offering, {
    nullable: true,
    description: 'The offering as it is now; null for a product, or when refused.',
  })
  offering?: Offering;

  @Field(() => CatalogueChange, {
    nullable: true,
    description:
      'The proposal that waits for approval or was decided; null when the change came into force at once, or was refused.',
  })
  change?: CatalogueChange;
}

@Resolver()
export class CatalogueChangeResolver {
  @Mutation(() => CatalogueChangePayload, {
    description:
      'Changes a product: at once while it is PENDING_APPROVAL, else as a proposal for approval. The former version is kept. Refused with NOT_FOUND, NOT_MAINTAINER, REQUIRED, CONTRADICTORY, DUPLICATE, BAD_VALUE, CHANGE_PENDING or INVALID_TRANSITION (PRD-12, PRD-15, PRD-98).',
  })
  productChange(
    @Arg('input', () => ProductChangeInput, { description: 'The product and its new values.' })
    input: ProductChangeInput,
    @Ctx() context: CallContext,
  ): Promise<CatalogueChangePayload> {
    return answer(CatalogueChangePayload, async () => {
      const { item, change } = await changeProduct(context, input);
      return { product: item, ...(change ? { change } : {}) };
    });
  }

  @Mutation(() => CatalogueChangePayload, {
    description:
      'Changes an offering: at once while it is PENDING_APPROVAL, else as a proposal for approval. Orders and instances stay on the version they were sold on. Refused with NOT_FOUND, NOT_MAINTAINER, OUT_OF_SCOPE, REQUIRED, CONTRADICTORY, NOT_ACTIVE, NOT_SELLABLE, OUTSIDE_AREA, CHANGE_PENDING or INVALID_TRANSITION (PRD-42, PRD-53, PRD-98).',
  })
  offeringChange(
    @Arg('input', () => OfferingChangeInput, { description: 'The offering and its new values.' })
    input: OfferingChangeInput,
    @Ctx() context: CallContext,
  ): Promise<CatalogueChangePayload> {
    return answer(CatalogueChangePayload, async () => {
      const { item, change } = await changeOffering(context, input);
      return { offering: item, ...(change ? { change } : {}) };
    });
  }

  @Mutation(() => CatalogueChangePayload, {
    description:
      'Approves, rejects or takes back a proposed change. Refused with NOT_FOUND, NOT_MAINTAINER, FORBIDDEN, REQUIRED, INVALID_TRANSITION, GUARD_REFUSED, or VERSION_CONFLICT when another version came into force meanwhile (PRD-98).',
  })
  catalogueChangeDecide(
    @Arg('input', () => CatalogueChangeDecideInput, { description: 'The change and the decision.' })
    input: CatalogueChangeDecideInput,
    @Ctx() context: CallContext,
  ): Promise<CatalogueChangePayload> {
    return answer(CatalogueChangePayload, async () => {
      const change = await decideChange(context, input);
      return {
        change,
        ...(change.product ? { product: change.product } : {}),
        ...(change.offering ? { offering: change.offering } : {}),
      };
    });
  }

  @Mutation(() => ProductPayload, {
    description:
      'Copies a product with its template, relations, SLA templates and services; the copy is PENDING_APPROVAL. Refused with NOT_FOUND, DUPLICATE or NOT_MAINTAINER (PRD-11).',
  })
  productClone(
    @Arg('input', () => ProductCloneInput, { description: 'The original and the code of the copy.' })
    input: ProductCloneInput,
    @Ctx() context: CallContext,
  ): Promise<ProductPayload> {
    return answer(ProductPayload, async () => ({ product: await cloneProduct(context, input) }));
  }

  @Mutation(() => OfferingPayload, {
    description:
      'Copies an offering with its bundle, tariff plans, relations, service levels, places in catalogues, allowed services, rules of sale and discounts; the copy is PENDING_APPROVAL. Refused with NOT_FOUND, DUPLICATE, NOT_MAINTAINER, NOT_SELLABLE or OUTSIDE_AREA (PRD-50).',
  })
  offeringClone(
    @Arg('input', () => OfferingCloneInput, { description: 'The original and the code of the copy.' })
    input: OfferingCloneInput,
    @Ctx() context: CallContext,
  ): Promise<OfferingPayload> {
    return answer(OfferingPayload, async () => ({ offering: await cloneOffering(context, input) }));
  }
}
