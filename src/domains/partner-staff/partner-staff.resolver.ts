import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer } from '../../kernel/errors/index.js';
import { PartnerAnnouncementPublishInput, PartnerAnnouncementWithdrawInput } from './announcement.inputs.js';
import { publishAnnouncement, withdrawAnnouncement } from './announcement.service.js';
import { PartnerOperatorEndInput, PartnerOperatorSaveInput } from './operator.inputs.js';
import { endOperator, saveOperator } from './operator.service.js';
import { PartnerAnnouncementPayload, PartnerOperatorPayload, PartnerUnitPayload } from './partner-staff.payloads.js';
import { PartnerUnitCloseInput, PartnerUnitSaveInput } from './unit.inputs.js';
import { closeUnit, saveUnit } from './unit.service.js';

@Resolver()
export class PartnerStaffResolver {
  @Mutation(() => PartnerUnitPayload, {
    description:
      'Adds a unit to the tree of a partner, or changes or moves one with all below it (SYS-57). Refused with NOT_FOUND, NOT_ACTIVE, OUT_OF_SCOPE, INVALID_CODE, DUPLICATE, CIRCLE, TOO_DEEP, VERSION_CONFLICT.',
  })
  partnerUnitSave(
    @Arg('input', () => PartnerUnitSaveInput) input: PartnerUnitSaveInput,
    @Ctx() context: CallContext,
  ): Promise<PartnerUnitPayload> {
    return answer(PartnerUnitPayload, async () => ({ unit: await saveUnit(context, input) }));
  }

  @Mutation(() => PartnerUnitPayload, {
    description: 'Gives up a unit of a partner (SYS-57). Refused with NOT_FOUND, NOT_ACTIVE, OUT_OF_SCOPE, IN_USE.',
  })
  partnerUnitClose(
    @Arg('input', () => PartnerUnitCloseInput) input: PartnerUnitCloseInput,
    @Ctx() context: CallContext,
  ): Promise<PartnerUnitPayload> {
    return answer(PartnerUnitPayload, async () => ({ unit: await closeUnit(context, input) }));
  }

  @Mutation(() => PartnerOperatorPayload, {
    description:
      'Records an operator of a partner, or changes one (SYS-57). Refused with NOT_FOUND, NOT_ACTIVE, OUT_OF_SCOPE, DUPLICATE, IN_THE_PAST, CONTRADICTION, VERSION_CONFLICT.',
  })
  partnerOperatorSave(
    @Arg('input', () => PartnerOperatorSaveInput) input: PartnerOperatorSaveInput,
    @Ctx() context: CallContext,
  ): Promise<PartnerOperatorPayload> {
    return answer(PartnerOperatorPayload, async () => ({ operator: await saveOperator(context, input) }));
  }

  @Mutation(() => PartnerOperatorPayload, {
    description:
      'Ends the work of an operator for a partner, with all they hold and their account (SYS-57). Refused with NOT_FOUND, NOT_ACTIVE, OUT_OF_SCOPE.',
  })
  partnerOperatorEnd(
    @Arg('input', () => PartnerOperatorEndInput) input: PartnerOperatorEndInput,
    @Ctx() context: CallContext,
  ): Promise<PartnerOperatorPayload> {
    return answer(PartnerOperatorPayload, async () => ({ operator: await endOperator(context, input) }));
  }

  @Mutation(() => PartnerAnnouncementPayload, {
    description:
      'Tells the operators of the calling partner, or those of a unit and below, something (SYS-57). Refused with NOT_FOUND, NOT_ACTIVE, OUT_OF_SCOPE.',
  })
  partnerAnnouncementPublish(
    @Arg('input', () => PartnerAnnouncementPublishInput) input: PartnerAnnouncementPublishInput,
    @Ctx() context: CallContext,
  ): Promise<PartnerAnnouncementPayload> {
    return answer(PartnerAnnouncementPayload, async () => ({
      announcement: await publishAnnouncement(context, input),
    }));
  }

  @Mutation(() => PartnerAnnouncementPayload, {
    description:
      'Takes a notice of the calling partner back (SYS-57). Refused with NOT_FOUND, NOT_ACTIVE, OUT_OF_SCOPE, INVALID_STATE.',
  })
  partnerAnnouncementWithdraw(
    @Arg('input', () => PartnerAnnouncementWithdrawInput) input: PartnerAnnouncementWithdrawInput,
    @Ctx() context: CallContext,
  ): Promise<PartnerAnnouncementPayload> {
    return answer(PartnerAnnouncementPayload, async () => ({
      announcement: await withdrawAnnouncement(context, input),
    }));
  }
}
