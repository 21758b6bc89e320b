import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import { PaymentMethodSaveInput, ProductPackageCreateInput } from './package.input.js';
import { savePaymentMethod } from './payment-method.service.js';
import { PaymentMethod } from './payment-method.js';
import { createPackage } from './product-package.service.js';
import { ProductPackage } from './product-package.js';

@ObjectType({ description: 'Answer of mutations about one package of products.' })
export class ProductPackagePayload extends Payload {
  @Field(() => ProductPackage, { nullable: true, description: 'The package; null when it was refused.' })
  productPackage?: ProductPackage;
}

@ObjectType({ description: 'Answer of mutations about one means of payment.' })
export class PaymentMethodPayload extends Payload {
  @Field(() => PaymentMethod, { nullable: true, description: 'The means of payment; null when it was refused.' })
  paymentMethod?: PaymentMethod;
}

@Resolver()
export class PackageResolver {
  @Mutation(() => ProductPackagePayload, {
    description:
      'Freezes a bundle of products, so that offerings are made from it. Refused with NOT_MAINTAINER, NOT_FOUND, DUPLICATE, NOT_SELLABLE, OUTSIDE_AREA, CONTRADICTORY, UNKNOWN_CHARACTERISTIC or BAD_VALUE (PRD-34).',
  })
  productPackageCreate(
    @Arg('input', () => ProductPackageCreateInput, { description: 'The bundle.' }) input: ProductPackageCreateInput,
    @Ctx() context: CallContext,
  ): Promise<ProductPackagePayload> {
    return answer(ProductPackagePayload, async () => ({ productPackage: await createPackage(context, input) }));
  }

  @Mutation(() => PaymentMethodPayload, {
    description: 'Adds a means of payment, or changes one. Refused with NOT_MAINTAINER (PRD-31).',
  })
  paymentMethodSave(
    @Arg('input', () => PaymentMethodSaveInput, { description: 'The means of payment.' }) input: PaymentMethodSaveInput,
    @Ctx() context: CallContext,
  ): Promise<PaymentMethodPayload> {
    return answer(PaymentMethodPayload, async () => ({ paymentMethod: await savePaymentMethod(context, input) }));
  }
}
