import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import { PortalRegistration } from './portal-registration.js';
import {
  PortalRegisterInput,
  PortalRegistrationConfirmInput,
  PortalRegistrationDecideInput,
} from './registration.inputs.js';
import { confirm, decideRegistration, register } from './registration.service.js';

@ObjectType({ description: 'Answer of registering at the portal; the same whoever registers (CUS-95).' })
export class PortalRegisterPayload extends Payload {
  @Field(() => String, { nullable: true, description: 'Number to confirm it with; null when the form is wrong.' })
  registrationNo?: string;
}

@ObjectType({ description: 'Answer of confirming a registration; the same whatever comes of it (CUS-95).' })
export class PortalRegistrationConfirmPayload extends Payload {
  @Field(() => Boolean, { description: 'Whether the code was right and the registration is being dealt with.' })
  received = false;
}

@ObjectType({ description: 'Answer of deciding a registration.' })
export class PortalRegistrationPayload extends Payload {
  @Field(() => PortalRegistration, { nullable: true, description: 'The registration; null when nothing was written.' })
  registration?: PortalRegistration;
}

@Resolver()
export class PortalRegistrationResolver {
  @Mutation(() => PortalRegisterPayload, {
    description:
      'Registers somebody as a customer; may be called without a token, alone in its operation. A code is sent to the telephone. The answer never tells whether there is such a customer; only the form is refused: INVALID_IDENTITY_NUMBER, INVALID_CONTACT, NOT_FOUND for a region (CUS-95).',
  })
  portalRegister(
    @Arg('input', () => PortalRegisterInput) input: PortalRegisterInput,
    @Ctx() context: CallContext,
  ): Promise<PortalRegisterPayload> {
    return answer(PortalRegisterPayload, async () => ({ registrationNo: await register(context, input) }));
  }

  @Mutation(() => PortalRegistrationConfirmPayload, {
    description:
      'Confirms a registration with the code that was sent; may be called without a token, alone in its operation. REGISTRATION_FAILED whatever is wrong. A customer is made, or the one with the same document completed, soon after (CUS-95).',
  })
  portalRegistrationConfirm(
    @Arg('input', () => PortalRegistrationConfirmInput) input: PortalRegistrationConfirmInput,
    @Ctx() context: CallContext,
  ): Promise<PortalRegistrationConfirmPayload> {
    return answer(PortalRegistrationConfirmPayload, async () => {
      await confirm(context, input);
      return { received: true };
    });
  }

  @Mutation(() => PortalRegistrationPayload, {
    description:
      'Decides a registration that names a customer without proving to be them, or was refused, at the step at which its approval stands (CUS-95). Refused with NOT_FOUND, INVALID_STATE, CONTRADICTION, and as `approvalDecide`.',
  })
  portalRegistrationDecide(
    @Arg('input', () => PortalRegistrationDecideInput) input: PortalRegistrationDecideInput,
    @Ctx() context: CallContext,
  ): Promise<PortalRegistrationPayload> {
    return answer(PortalRegistrationPayload, async () => ({ registration: await decideRegistration(context, input) }));
  }
}
