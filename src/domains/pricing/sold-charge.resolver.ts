import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { DateTime } from '../../kernel/model/index.js';
import { readSoldCharges } from './read-sold-charges.js';
import { OfferingInstanceCharges } from './sold-charge.js';

@Resolver()
export class SoldChargeResolver {
  @Query(() => OfferingInstanceCharges, {
    description:
      'What something that a customer has is charged, period by period and by use, as it was sold: with the version of each plan and rule, and the one in force for new sales. Fails with NOT_FOUND or BAD_USER_INPUT (PRD-53, PRD-72, PRD-78).',
  })
  offeringInstanceCharges(
    @Ctx() context: CallContext,
    @Arg('offeringInstanceId', () => ID, { description: 'What the customer has.' }) offeringInstanceId: string,
    @Arg('at', () => DateTime, { nullable: true, description: 'Moment of the charge; now when left out.' })
    at?: string | null,
  ): Promise<OfferingInstanceCharges> {
    return readSoldCharges(context, { offeringInstanceId, at: at ?? null });
  }
}
