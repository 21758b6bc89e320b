import { Arg, Ctx, Field, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import { LifecycleControlKind, OfferingPayload } from '../catalogue/index.js';
import { checkCommitments } from './check-commitments.js';
import {
  CommitmentCheckInput,
  LifecycleControlKindSaveInput,
  OfferingCommitmentSaveInput,
  OfferingServicesSaveInput,
} from './commitment.input.js';
import { saveCommitment, saveOfferingServices } from './commitment.service.js';
import { CommitmentCheck } from './commitment.js';
import { saveLifecycleControlKind } from './lifecycle-control-kind.service.js';

@ObjectType({ description: 'Answer of mutations about one kind of life-cycle control.' })
export class LifecycleControlKindPayload extends Payload {
  @Field(() => LifecycleControlKind, {
    nullable: true,
    description: 'The kind after the operation; null when it was refused.',
  })
  lifecycleControlKind?: LifecycleControlKind;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True when the change waits for approval (`approvals` about the kind), so that nothing has changed yet; null when it was refused.',
  })
  held?: boolean;
}

@Resolver()
export class CommitmentResolver {
  @Query(() => CommitmentCheck, {
    description:
      'Which controls of its bundle a customer service would breach, what to tell the customer and what it would cost; nothing is written. Fails with NOT_FOUND or BAD_USER_INPUT (PRD-112).',
  })
  commitmentCheck(
    @Arg('input', () => CommitmentCheckInput, { description: 'Instance and service.' }) input: CommitmentCheckInput,
    @Ctx() context: CallContext,
  ): Promise<CommitmentCheck> {
    return checkCommitments(context, input);
  }

  @Mutation(() => LifecycleControlKindPayload, {
    description:
      'Writes a kind of life-cycle control, which belongs to the level at which it is written, or changes it: while an offering that has been approved uses it, when somebody else approves that (WFL-28). Refused with NOT_FOUND, NOT_MAINTAINER, APPROVAL_PENDING, CONTRADICTORY, REQUIRED, DUPLICATE, VERSION_CONFLICT, RULE_SYNTAX, RULE_UNKNOWN_NAME, RULE_TYPE or RULE_TOO_LONG (PRD-38).',
  })
  lifecycleControlKindSave(
    @Arg('input', () => LifecycleControlKindSaveInput, { description: 'The kind.' })
    input: LifecycleControlKindSaveInput,
    @Ctx() context: CallContext,
  ): Promise<LifecycleControlKindPayload> {
    return answer(LifecycleControlKindPayload, async () => {
      const { item, held } = await saveLifecycleControlKind(context, input);
      return { lifecycleControlKind: item!, held };
    });
  }

  @Mutation(() => OfferingPayload, {
    description:
      'Says how long a bundled product must be kept, and what follows a breach; what was sold before stays on what was agreed. Somebody else approves it first, once the offering has been approved. Refused with NOT_FOUND, NOT_MAINTAINER, APPROVAL_PENDING, NOT_IN_OFFERING, REQUIRED, CONTRADICTORY, BAD_VALUE, DUPLICATE, TOO_FEW, INVALID_STATE, OUTSIDE_AREA, NOT_SOLD_WITH, RULE_SYNTAX, RULE_UNKNOWN_NAME, RULE_TYPE or RULE_TOO_LONG (PRD-38 to PRD-40).',
  })
  offeringCommitmentSave(
    @Arg('input', () => OfferingCommitmentSaveInput, { description: 'Offering, product and control.' })
    input: OfferingCommitmentSaveInput,
    @Ctx() context: CallContext,
  ): Promise<OfferingPayload> {
    return answer(OfferingPayload, async () => {
      const { item, held } = await saveCommitment(context, input);
      return { offering: item!, held };
    });
  }

  @Mutation(() => OfferingPayload, {
    description:
      'Says which customer services are permitted on what is sold through an offering from now on, at once and as a new version of it: what customers have stays on what the version permits that it was sold on (PRD-53). A change of the offering that waits for approval must then be proposed anew. Refused with NOT_FOUND, NOT_MAINTAINER, BAD_VALUE, DUPLICATE or SERVICE_NOT_OFFERED (PRD-41).',
  })
  offeringServicesSave(
    @Arg('input', () => OfferingServicesSaveInput, { description: 'Offering and services.' })
    input: OfferingServicesSaveInput,
    @Ctx() context: CallContext,
  ): Promise<OfferingPayload> {
    return answer(OfferingPayload, async () => ({ offering: await saveOfferingServices(context, input) }));
  }
}
