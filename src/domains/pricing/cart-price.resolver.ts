import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { requireKnownChannel } from '../catalogue/index.js';
import { CartPriceInput } from './cart-price.input.js';
import { CartPrice } from './cart-price.js';
import { priceCart } from './price-cart.js';

@Resolver()
export class CartPriceResolver {
  @Query(() => CartPrice, {
    description:
      'What a cart costs, line by line, with every rule that applied and what speaks against it; nothing is written. Fails with NOT_FOUND or BAD_USER_INPUT (PRD-114, PRD-115).',
  })
  async cartPrice(
    @Arg('input', () => CartPriceInput, { description: 'The cart.' }) input: CartPriceInput,
    @Ctx() context: CallContext,
  ): Promise<CartPrice> {
    await requireKnownChannel(context, input.channel, ['input', 'channel']);
    return priceCart(context, input);
  }
}
