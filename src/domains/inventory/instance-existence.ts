import { Field, Int, ObjectType } from 'type-graphql';
import { requireKind } from '../../kernel/access/index.js';
import { defineReport, nounOf, uuidOf } from '../../kernel/model/index.js';
import { Product } from '../catalogue/index.js';
import { ProductInstance } from './product-instance.js';

@ObjectType({ description: 'Whether a product is in use (CUS-96).' })
export class ProductInstanceExistence {
  @Field(() => Boolean, { description: 'Whether a valid instance exists anywhere, seen by you or not.' })
  exists!: boolean;

  @Field(() => Int, { description: 'Number of valid instances that you see.' })
  visible!: number;
}

/**
 * Whether a valid instance of a product exists anywhere: one that was not removed, whoever has it (CUS-96). A product is retired only
 * when there is none, so the answer counts instances that the caller does not see, without telling of them.
 */
export const instanceExistence = defineReport<{ productId: string }>({
  name: 'productInstanceExistence',
  description:
    'Whether a valid instance of a product exists, such as before its retirement (CUS-96). For staff. Fails with NOT_FOUND.',
  rows: ProductInstanceExistence,
  shape: 'one',
  args: { productId: { type: 'ID!', description: 'The product.' } },
  most: 1,
  admit: (caller) => requireKind(caller, 'STAFF'),
  sql: (scope) => {
    const valid = (alias: string) => `${alias}."product_id" = "p"."id" and ${alias}."status" <> 'REMOVED'`;
    return `
      select exists (select from "product_instance" "a" where ${valid('"a"')}) "exists",
        (select count(*)::int from "product_instance" "i" where ${valid('"i"')} and ${scope.sees(ProductInstance, '"i"')}) "visible"
      from "product" "p" where "p"."id" = ${scope.value(({ productId }) => uuidOf(productId, nounOf(Product).tag!, ['productId']))}::uuid`;
  },
});
