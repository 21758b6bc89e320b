import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer } from '../../kernel/errors/index.js';
import { grantToOperator, revokeFromOperator } from './grant.service.js';
import { OperatorGrantInput, OperatorRevokeInput, PartnerPermissionsInput } from './operator.inputs.js';
import { PartnerOperatorPayload, PartnerPermissionsPayload } from './partner-staff.payloads.js';
import { closeToPartner, openToPartner } from './permission.service.js';

@Resolver()
export class PartnerRightsResolver {
  @Mutation(() => PartnerPermissionsPayload, {
    description:
      'Opens function points to a partner, whose administrators grant them on (SYS-27, SYS-57). Refused with NOT_FOUND, NOT_ACTIVE, NOT_FOR_PARTNERS, NOT_HELD.',
  })
  partnerPermissionsOpen(
    @Arg('input', () => PartnerPermissionsInput) input: PartnerPermissionsInput,
    @Ctx() context: CallContext,
  ): Promise<PartnerPermissionsPayload> {
    return answer(PartnerPermissionsPayload, async () => ({ partner: await openToPartner(context, input) }));
  }

  @Mutation(() => PartnerPermissionsPayload, {
    description:
      'Closes function points to a partner: all its operators lose them at once (SYS-57). Refused with NOT_FOUND, NOT_ACTIVE.',
  })
  partnerPermissionsClose(
    @Arg('input', () => PartnerPermissionsInput) input: PartnerPermissionsInput,
    @Ctx() context: CallContext,
  ): Promise<PartnerPermissionsPayload> {
    return answer(PartnerPermissionsPayload, async () => ({ partner: await closeToPartner(context, input) }));
  }

  @Mutation(() => PartnerOperatorPayload, {
    description:
      'Grants function points to an operator of a partner: what is open to the partner and the granting operator holds (SYS-27, SYS-57). Refused with NOT_FOUND, NOT_ACTIVE, OUT_OF_SCOPE, NOT_HELD, IN_THE_PAST.',
  })
  partnerOperatorGrant(
    @Arg('input', () => OperatorGrantInput) input: OperatorGrantInput,
    @Ctx() context: CallContext,
  ): Promise<PartnerOperatorPayload> {
    return answer(PartnerOperatorPayload, async () => ({ operator: await grantToOperator(context, input) }));
  }

  @Mutation(() => PartnerOperatorPayload, {
    description:
      'Takes function points back from an operator of a partner, and from those to whom they granted them on (SYS-57). Refused with NOT_FOUND, NOT_ACTIVE, OUT_OF_SCOPE.',
  })
  partnerOperatorRevoke(
    @Arg('input', () => OperatorRevokeInput) input: OperatorRevokeInput,
    @Ctx() context: CallContext,
  ): Promise<PartnerOperatorPayload> {
    return answer(PartnerOperatorPayload, async () => ({ operator: await revokeFromOperator(context, input) }));
  }
}
