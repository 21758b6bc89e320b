import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import { PointsEntry } from './points-entry.js';
import { PointsScheme } from './points-scheme.js';
import {
  PointsAdjustInput,
  PointsEarnInput,
  PointsRedeemInput,
  PointsReverseInput,
  PointsSchemeSaveInput,
} from './points.inputs.js';
import { adjustPoints, earnPoints, redeemPoints, reversePoints, saveScheme } from './points.service.js';

@ObjectType({ description: 'Answer of mutations about a scheme of points.' })
export class PointsSchemePayload extends Payload {
  @Field(() => PointsScheme, { nullable: true, description: 'The scheme; null when nothing was written.' })
  scheme?: PointsScheme;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True when what was asked for waits for approval (`approvals` of the kind `POINTS_SCHEME`): a new scheme gives no points yet, one that there is has not changed.',
  })
  held?: boolean;
}

@ObjectType({ description: 'Answer of mutations about points.' })
export class PointsEntryPayload extends Payload {
  @Field(() => PointsEntry, { nullable: true, description: 'The entry; null when nothing was written.' })
  entry?: PointsEntry;
}

@Resolver()
export class PointsResolver {
  @Mutation(() => PointsSchemePayload, {
    description:
      'Makes a scheme of points, or changes the one with the same code, when somebody else has approved that (PTS-25, PTS-39, WFL-28). Refused with APPROVAL_PENDING while another change waits.',
  })
  pointsSchemeSave(
    @Arg('input', () => PointsSchemeSaveInput) input: PointsSchemeSaveInput,
    @Ctx() context: CallContext,
  ): Promise<PointsSchemePayload> {
    return answer(PointsSchemePayload, async () => {
      const { item, held } = await saveScheme(context, input);
      return { scheme: item!, held };
    });
  }

  @Mutation(() => PointsEntryPayload, {
    description:
      'Gives points to a customer, once for each key of a source; the account is made by the first (PTS-04..06, PTS-20). Refused with NOT_FOUND, INVALID_STATE, REQUIRED, CONTRADICTORY, IN_THE_PAST or KEY_USED.',
  })
  pointsEarn(
    @Arg('input', () => PointsEarnInput) input: PointsEarnInput,
    @Ctx() context: CallContext,
  ): Promise<PointsEntryPayload> {
    return answer(PointsEntryPayload, async () => ({ entry: await earnPoints(context, input) }));
  }

  @Mutation(() => PointsEntryPayload, {
    description:
      'Exchanges points for something; customers their own (PTS-13, PTS-14, PTS-40). Points that end first go first; the balance never falls below 0. Refused with NOT_FOUND, REQUIRED, TOO_FEW_POINTS, NOT_ENOUGH_POINTS, BLACK_LISTED, IN_ARREARS or KEY_USED.',
  })
  pointsRedeem(
    @Arg('input', () => PointsRedeemInput) input: PointsRedeemInput,
    @Ctx() context: CallContext,
  ): Promise<PointsEntryPayload> {
    return answer(PointsEntryPayload, async () => ({ entry: await redeemPoints(context, input) }));
  }

  @Mutation(() => PointsEntryPayload, {
    description:
      'Corrects points of a customer by hand (PTS-29). Refused with NOT_FOUND, BAD_VALUE, NOT_ENOUGH_POINTS or KEY_USED.',
  })
  pointsAdjust(
    @Arg('input', () => PointsAdjustInput) input: PointsAdjustInput,
    @Ctx() context: CallContext,
  ): Promise<PointsEntryPayload> {
    return answer(PointsEntryPayload, async () => ({ entry: await adjustPoints(context, input) }));
  }

  @Mutation(() => PointsEntryPayload, {
    description:
      'Undoes an entry of points by another one (PTS-11). Points that ended meanwhile are usable for 30 days more. Refused with NOT_FOUND, INVALID_STATE or POINTS_SPENT.',
  })
  pointsReverse(
    @Arg('input', () => PointsReverseInput) input: PointsReverseInput,
    @Ctx() context: CallContext,
  ): Promise<PointsEntryPayload> {
    return answer(PointsEntryPayload, async () => ({ entry: await reversePoints(context, input) }));
  }
}
