import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import { AnnouncementReceipt } from './announcement-receipt.js';
import { Announcement } from './announcement.js';
import { AnnouncementForwardInput, AnnouncementInput, AnnouncementSaveInput } from './announcement.inputs.js';
import { publish, saveAnnouncement, withdraw } from './announcement.service.js';
import { forward, read, remove } from './reading.service.js';

@ObjectType({ description: 'Answer of mutations about an announcement.' })
export class AnnouncementPayload extends Payload {
  @Field(() => Announcement, { nullable: true, description: 'The announcement; null when it was refused.' })
  announcement?: Announcement;
}

@ObjectType({ description: 'Answer of mutations of a reader of an announcement.' })
export class AnnouncementReceiptPayload extends Payload {
  @Field(() => AnnouncementReceipt, {
    nullable: true,
    description: "The reader's own receipt; null when it was refused.",
  })
  receipt?: AnnouncementReceipt;
}

@Resolver()
export class AnnouncementResolver {
  @Mutation(() => AnnouncementPayload, {
    description:
      'Writes an announcement, or maintains an own one or, with the permission announcementRightGrant, one of your part of the organisation (OPS-32..36). Refused with NOT_AN_EMPLOYEE, NOT_FOUND, OUT_OF_SCOPE, REQUIRED, NOT_ACTIVE, MISSING_FIELD, UNKNOWN_FIELD, TOO_LONG, BAD_TYPE, IN_THE_PAST, INVALID_STATE.',
  })
  announcementSave(
    @Arg('input', () => AnnouncementSaveInput) input: AnnouncementSaveInput,
    @Ctx() context: CallContext,
  ): Promise<AnnouncementPayload> {
    return answer(AnnouncementPayload, async () => ({ announcement: await saveAnnouncement(context, input) }));
  }

  @Mutation(() => AnnouncementPayload, {
    description:
      'Publishes an own announcement to its audience (OPS-34..36). Refused with NOT_AN_EMPLOYEE, NOT_FOUND, OUT_OF_SCOPE, NO_RIGHT, NO_AUDIENCE, IN_THE_PAST, INVALID_TRANSITION.',
  })
  announcementPublish(
    @Arg('input', () => AnnouncementInput) input: AnnouncementInput,
    @Ctx() context: CallContext,
  ): Promise<AnnouncementPayload> {
    return answer(AnnouncementPayload, async () => ({ announcement: await publish(context, input.announcementId) }));
  }

  @Mutation(() => AnnouncementPayload, {
    description:
      'Takes back an own announcement or, with the permission announcementRightGrant, one of your part of the organisation; receipts stay (OPS-35). Refused with NOT_FOUND, OUT_OF_SCOPE, INVALID_TRANSITION.',
  })
  announcementWithdraw(
    @Arg('input', () => AnnouncementInput) input: AnnouncementInput,
    @Ctx() context: CallContext,
  ): Promise<AnnouncementPayload> {
    return answer(AnnouncementPayload, async () => ({ announcement: await withdraw(context, input.announcementId) }));
  }

  @Mutation(() => AnnouncementReceiptPayload, {
    description: 'Keeps that the caller read it (OPS-35). Refused with NOT_FOUND, NOT_A_READER.',
  })
  announcementRead(
    @Arg('input', () => AnnouncementInput) input: AnnouncementInput,
    @Ctx() context: CallContext,
  ): Promise<AnnouncementReceiptPayload> {
    return answer(AnnouncementReceiptPayload, async () => ({ receipt: await read(context, input.announcementId) }));
  }

  @Mutation(() => AnnouncementReceiptPayload, {
    description: "Removes it from the caller's own list (OPS-35). Refused with NOT_FOUND, NOT_A_READER.",
  })
  announcementRemove(
    @Arg('input', () => AnnouncementInput) input: AnnouncementInput,
    @Ctx() context: CallContext,
  ): Promise<AnnouncementReceiptPayload> {
    return answer(AnnouncementReceiptPayload, async () => ({ receipt: await remove(context, input.announcementId) }));
  }

  @Mutation(() => AnnouncementReceiptPayload, {
    description:
      'Forwards it to employees (OPS-35). Refused with NOT_FOUND, NOT_A_READER, NOT_ACTIVE, NOT_FORWARDABLE.',
  })
  announcementForward(
    @Arg('input', () => AnnouncementForwardInput) input: AnnouncementForwardInput,
    @Ctx() context: CallContext,
  ): Promise<AnnouncementReceiptPayload> {
    return answer(AnnouncementReceiptPayload, async () => ({ receipt: await forward(context, input) }));
  }
}
