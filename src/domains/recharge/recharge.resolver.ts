import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import { RechargeByCardInput } from './recharge.input.js';
import { rechargeByCard } from './recharge.service.js';
import { Recharge } from './recharge.js';

@ObjectType({ description: 'Answer to a top-up.' })
export class RechargePayload extends Payload {
  @Field(() => Recharge, {
    nullable: true,
    description: 'The recharge; null when it did not get as far as the card system.',
  })
  recharge?: Recharge;
}

@Resolver()
export class RechargeResolver {
  @Mutation(() => RechargePayload, {
    description:
      'Tops accounts and services of a customer up with a recharge card, once for each key and card. The recharge is CREDITED, REFUSED by the card system with `refusalCode`, or still REQUESTED when that did not answer. Refused with NOT_FOUND, KEY_REUSED, CARD_IN_USE, TOO_MANY_MISSES, REQUIRED, CONTRADICTORY, NOT_OF_CUSTOMER, ACCOUNT_NOT_IN_USE, MIXED_CURRENCIES, DUPLICATE or REST_UNCLEAR (RES-54).',
  })
  rechargeByCard(
    @Arg('input', () => RechargeByCardInput, { description: 'Card and accounts.' }) input: RechargeByCardInput,
    @Ctx() context: CallContext,
  ): Promise<RechargePayload> {
    return answer(RechargePayload, async () => ({ recharge: await rechargeByCard(context, input) }));
  }
}
