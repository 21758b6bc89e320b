import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import { changeOfferingSla } from './offering-sla-change.service.js';
import { OfferingSlaChangeInput, OfferingSlaCreateInput } from './offering-sla.input.js';
import { createOfferingSla } from './offering-sla.service.js';
import { OfferingSla } from './offering-sla.js';
import { OfferingCreateInput, OfferingPublishInput, OfferingStatusChangeInput } from './offering.input.js';
import { OfferingAction } from './offering.lifecycle.js';
import { changeOfferingStatus, createOffering } from './offering.service.js';
import { Offering } from './offering.js';

@ObjectType({ description: 'Answer of mutations about one offering.' })
export class OfferingPayload extends Payload {
  @Field(() => Offering, { nullable: true, description: 'The offering after the operation; null when it was refused.' })
  offering?: Offering;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True when the change waits for approval (`approvals` about the offering), so that nothing has changed yet; null where no approval is asked for.',
  })
  held?: boolean;
}

@ObjectType({ description: 'Answer of mutations about one standard service level of an offering.' })
export class OfferingSlaPayload extends Payload {
  @Field(() => OfferingSla, {
    nullable: true,
    description: 'The service level; null when it was refused, or comes to be by approval.',
  })
  offeringSla?: OfferingSla;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True when it waits for approval (`approvals` of the kind `OFFERING_SLA` or `OFFERING_SLA_CHANGE` about the offering), so that nothing has changed yet.',
  })
  held?: boolean;
}

@Resolver()
export class OfferingResolver {
  @Mutation(() => OfferingPayload, {
    description:
      'Writes a new offering, PENDING_APPROVAL, with its products, tariff plans and places in catalogues. Refused with DUPLICATE, NOT_FOUND, REQUIRED, CONTRADICTORY, NOT_SELLABLE, UNKNOWN_CHARACTERISTIC or BAD_VALUE (PRD-30, PRD-33, PRD-56, PRD-86).',
  })
  offeringCreate(
    @Arg('input', () => OfferingCreateInput, { description: 'The offering.' }) input: OfferingCreateInput,
    @Ctx() context: CallContext,
  ): Promise<OfferingPayload> {
    return answer(OfferingPayload, async () => ({ offering: await createOffering(context, input) }));
  }

  @Mutation(() => OfferingPayload, {
    description:
      'Takes an offering from one state to another. Refused with NOT_FOUND, REQUIRED, INVALID_TRANSITION, FORBIDDEN or GUARD_REFUSED (PRD-32).',
  })
  offeringStatusChange(
    @Arg('input', () => OfferingStatusChangeInput, { description: 'The offering and the step.' })
    input: OfferingStatusChangeInput,
    @Ctx() context: CallContext,
  ): Promise<OfferingPayload> {
    return answer(OfferingPayload, async () => ({ offering: await changeOfferingStatus(context, input) }));
  }

  @Mutation(() => OfferingPayload, {
    description:
      'Publishes a priced offering: it may be sold from now on. Refused with NOT_FOUND, INVALID_TRANSITION or GUARD_REFUSED when it lacks a tariff plan in force, a place in a catalogue, or a product of it is not in use.',
  })
  offeringPublish(
    @Arg('input', () => OfferingPublishInput, { description: 'The offering.' }) input: OfferingPublishInput,
    @Ctx() context: CallContext,
  ): Promise<OfferingPayload> {
    const { offeringId } = input;
    return answer(OfferingPayload, async () => ({
      offering: await changeOfferingStatus(context, { offeringId, action: OfferingAction.PUBLISH }),
    }));
  }

  @Mutation(() => OfferingSlaPayload, {
    description:
      'Gives an offering one more standard service level: one with a tariff plan of its own, once the offering has been approved, when somebody else approves that (WFL-28). Refused with APPROVAL_PENDING while another one waits, and with NOT_FOUND, NOT_MAINTAINER, DUPLICATE, REQUIRED, CONTRADICTORY, NOT_SELLABLE while nobody has approved its tariff plan, or OUT_OF_RANGE (PRD-57, PRD-58, PRD-59).',
  })
  offeringSlaCreate(
    @Arg('input', () => OfferingSlaCreateInput, { description: 'The service level.' }) input: OfferingSlaCreateInput,
    @Ctx() context: CallContext,
  ): Promise<OfferingSlaPayload> {
    return answer(OfferingSlaPayload, async () => {
      const { item, held } = await createOfferingSla(context, input);
      return item ? { offeringSla: item, held } : { held };
    });
  }

  @Mutation(() => OfferingSlaPayload, {
    description:
      'Changes a standard service level of an offering: once the offering has been approved, when somebody else approves that (`approvals` of the kind `OFFERING_SLA_CHANGE`, WFL-28). The offering gets a new version. Refused with APPROVAL_PENDING while another change of its levels waits, and with NOT_FOUND, NOT_MAINTAINER, INVALID_TRANSITION, REQUIRED, DUPLICATE, CONTRADICTORY, NOT_SELLABLE while nobody has approved its tariff plan, or OUT_OF_RANGE (PRD-57 to PRD-60).',
  })
  offeringSlaChange(
    @Arg('input', () => OfferingSlaChangeInput, { description: 'The service level and its new values.' })
    input: OfferingSlaChangeInput,
    @Ctx() context: CallContext,
  ): Promise<OfferingSlaPayload> {
    return answer(OfferingSlaPayload, async () => {
      const { item, held } = await changeOfferingSla(context, input);
      return item ? { offeringSla: item, held } : { held };
    });
  }
}
