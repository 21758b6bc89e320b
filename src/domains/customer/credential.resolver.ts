import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import {
  CustomerPasswordResetInput,
  CustomerPasswordSetInput,
  CustomerPasswordVerifyInput,
} from './credential.inputs.js';
import {
  resetCustomerPassword,
  setCustomerPassword,
  unlockCustomerPassword,
  verifyCustomerPassword,
} from './credential.service.js';
import { CustomerCredential } from './customer-credential.js';
import { CustomerVerification, proofOf } from './verification.js';

@ObjectType({ description: 'Answer of a mutation of a service password.' })
export class CustomerCredentialPayload extends Payload {
  @Field(() => CustomerCredential, {
    nullable: true,
    description: 'The service password without the password; of a check, the one that served.',
  })
  credential?: CustomerCredential;

  @Field(() => CustomerVerification, {
    nullable: true,
    description: 'After a check: the proof of it, for what the caller does next (CUS-03); null otherwise.',
  })
  verification?: CustomerVerification | null;

  @Field(() => String, { nullable: true, description: 'The generated password of a reset, told this once.' })
  password?: string | null;
}

@Resolver()
export class CredentialResolver {
  @Mutation(() => CustomerCredentialPayload, { description: 'Sets a service password of a customer (CUS-18).' })
  customerPasswordSet(
    @Arg('input', () => CustomerPasswordSetInput) input: CustomerPasswordSetInput,
    @Ctx() context: CallContext,
  ): Promise<CustomerCredentialPayload> {
    return answer(CustomerCredentialPayload, async () => ({ credential: await setCustomerPassword(context, input) }));
  }

  @Mutation(() => CustomerCredentialPayload, {
    description:
      'Checks a service password for a purpose; PASSWORD_WRONG, with the purposes that serve, whatever is wrong. Tries are counted and lock (CUS-02, CUS-03). What the caller does with the customer next carries the `token` of the answer.',
  })
  customerPasswordVerify(
    @Arg('input', () => CustomerPasswordVerifyInput) input: CustomerPasswordVerifyInput,
    @Ctx() context: CallContext,
  ): Promise<CustomerCredentialPayload> {
    return answer(CustomerCredentialPayload, async () => {
      const credential = await verifyCustomerPassword(context, input);
      return { credential, verification: await proofOf(context, credential) };
    });
  }

  @Mutation(() => CustomerCredentialPayload, {
    description:
      'Gives a customer who cannot show the present one a generated service password, which the staff who may do this learn once and pass on; the reason stands in the history (CUS-18). Needs customer.password.reset.',
  })
  customerPasswordReset(
    @Arg('input', () => CustomerPasswordResetInput) input: CustomerPasswordResetInput,
    @Ctx() context: CallContext,
  ): Promise<CustomerCredentialPayload> {
    return answer(CustomerCredentialPayload, () => resetCustomerPassword(context, input));
  }

  @Mutation(() => CustomerCredentialPayload, {
    description: 'Ends a lock of a service password (CUS-18). Needs customer.password.reset.',
  })
  customerPasswordUnlock(
    @Arg('input', () => CustomerPasswordResetInput) input: CustomerPasswordResetInput,
    @Ctx() context: CallContext,
  ): Promise<CustomerCredentialPayload> {
    return answer(CustomerCredentialPayload, async () => ({
      credential: await unlockCustomerPassword(context, input),
    }));
  }
}
