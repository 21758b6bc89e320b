import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import { CustomerRating } from './customer-rating.js';
import { RatingBand } from './rating-band.js';
import { CustomerRatingAdjustInput, CustomerRatingRecordInput, RatingBandSaveInput } from './rating.inputs.js';
import { adjustCustomerRating, recordCustomerRating, saveRatingBand } from './rating.service.js';

@ObjectType({ description: 'Answer of mutations about satisfaction and loyalty of a customer.' })
export class CustomerRatingPayload extends Payload {
  @Field(() => CustomerRating, { nullable: true, description: 'The rating; null when nothing was written.' })
  rating?: CustomerRating;
}

@ObjectType({ description: 'Answer of moving the beginning of a level.' })
export class RatingBandPayload extends Payload {
  @Field(() => RatingBand, { nullable: true, description: 'The band; null when nothing was written.' })
  band?: RatingBand;
}

@Resolver()
export class RatingResolver {
  @Mutation(() => CustomerRatingPayload, {
    description:
      'Takes down satisfaction or loyalty as found elsewhere, also each row of an imported file (MOD-90). Refused with NOT_FOUND, BAD_SCORE, BAD_VALUE, DUPLICATE, IN_FUTURE, OUTDATED.',
  })
  customerRatingRecord(
    @Arg('input', () => CustomerRatingRecordInput) input: CustomerRatingRecordInput,
    @Ctx() context: CallContext,
  ): Promise<CustomerRatingPayload> {
    return answer(CustomerRatingPayload, async () => ({ rating: await recordCustomerRating(context, input) }));
  }

  @Mutation(() => CustomerRatingPayload, {
    description:
      'Sets satisfaction or loyalty of a customer by hand, with a reason (MOD-90). Refused with NOT_FOUND, BAD_SCORE.',
  })
  customerRatingAdjust(
    @Arg('input', () => CustomerRatingAdjustInput) input: CustomerRatingAdjustInput,
    @Ctx() context: CallContext,
  ): Promise<CustomerRatingPayload> {
    return answer(CustomerRatingPayload, async () => ({ rating: await adjustCustomerRating(context, input) }));
  }

  @Mutation(() => RatingBandPayload, {
    description: 'Moves the beginning of a level; for administrators (CUS-73). Refused with CONTRADICTION, BAD_ORDER.',
  })
  ratingBandSave(
    @Arg('input', () => RatingBandSaveInput) input: RatingBandSaveInput,
    @Ctx() context: CallContext,
  ): Promise<RatingBandPayload> {
    return answer(RatingBandPayload, async () => ({ band: await saveRatingBand(context, input) }));
  }
}
