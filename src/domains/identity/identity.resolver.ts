import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import { DateTime } from '../../kernel/model/index.js';
import {
  ApiKeyCreateInput,
  ApiKeyRevokeInput,
  ApiKeyRotateInput,
  ApiKeysReclaimInput,
  UserAccountChangeInput,
  UserAccountCreateInput,
} from './account.inputs.js';
import { changeAccount, createAccount } from './account.service.js';
import { ApiKey } from './api-key.js';
import { createKey, reclaimKeys, revokeKey, rotateKey } from './api-key.service.js';
import { PasswordChangeInput, SignInInput } from './sign-in.inputs.js';
import { changePassword, signIn, signOut } from './sign-in.service.js';
import { UserAccount } from './user-account.js';

@ObjectType({ description: 'Answer of signing in.' })
export class SignInPayload extends Payload {
  @Field(() => String, {
    nullable: true,
    description: 'Token for the header `Authorization: Bearer …`; null when signing in failed.',
  })
  token?: string;

  @Field(() => DateTime, { nullable: true, description: 'When the token ends.' })
  expiresAt?: Date;
}

@ObjectType({ description: 'Answer of signing out.' })
export class SignOutPayload extends Payload {}

@ObjectType({ description: 'Answer of a mutation of an account.' })
export class UserAccountPayload extends Payload {
  @Field(() => UserAccount, { nullable: true, description: 'The account; null when nothing was written.' })
  account?: UserAccount;

  @Field(() => String, {
    nullable: true,
    description: 'The generated password, told this once; it must be changed at the first sign-in.',
  })
  password?: string | null;
}

@ObjectType({ description: 'Answer of a mutation of a key.' })
export class ApiKeyPayload extends Payload {
  @Field(() => ApiKey, { nullable: true, description: 'The key; null when nothing was written.' })
  apiKey?: ApiKey;

  @Field(() => String, {
    nullable: true,
    description: 'The key as its bearer sends it, told this once: `Authorization: Bearer sbk_…`.',
  })
  secret?: string | null;
}

@ObjectType({ description: 'Answer of reclaiming the keys of a partner.' })
export class ApiKeysPayload extends Payload {
  @Field(() => [ApiKey], { description: 'The keys that were revoked; empty when nothing was written.' })
  apiKeys: readonly ApiKey[] = [];
}

@Resolver()
export class IdentityResolver {
  @Mutation(() => SignInPayload, {
    description:
      'Signs in with name and password; may be called without a token, alone in its operation. SIGN_IN_FAILED whatever is wrong, PASSWORD_CHANGE_REQUIRED for the first sign-in (SYS-17, SYS-18).',
  })
  signIn(@Arg('input', () => SignInInput) input: SignInInput, @Ctx() context: CallContext): Promise<SignInPayload> {
    return answer(SignInPayload, () => signIn(context, input));
  }

  @Mutation(() => SignInPayload, {
    description:
      'Changes the own password and signs in; may be called without a token, alone in its operation. Tokens that were issued before end (SYS-17).',
  })
  passwordChange(
    @Arg('input', () => PasswordChangeInput) input: PasswordChangeInput,
    @Ctx() context: CallContext,
  ): Promise<SignInPayload> {
    return answer(SignInPayload, () => changePassword(context, input));
  }

  @Mutation(() => SignOutPayload, { description: 'Ends all tokens of the calling account, within seconds.' })
  signOut(@Ctx() context: CallContext): Promise<SignOutPayload> {
    return answer(SignOutPayload, async () => {
      await signOut(context);
      return {};
    });
  }

  @Mutation(() => UserAccountPayload, { description: 'Makes an account with a generated password (SYS-17).' })
  userAccountCreate(
    @Arg('input', () => UserAccountCreateInput) input: UserAccountCreateInput,
    @Ctx() context: CallContext,
  ): Promise<UserAccountPayload> {
    return answer(UserAccountPayload, () => createAccount(context, input));
  }

  @Mutation(() => UserAccountPayload, {
    description: 'Resets the password of an account, unlocks, disables or enables it.',
  })
  userAccountChange(
    @Arg('input', () => UserAccountChangeInput) input: UserAccountChangeInput,
    @Ctx() context: CallContext,
  ): Promise<UserAccountPayload> {
    return answer(UserAccountPayload, () => changeAccount(context, input));
  }

  @Mutation(() => ApiKeyPayload, {
    description: 'Makes a key for a system or a partner, limited to function points and in time.',
  })
  apiKeyCreate(
    @Arg('input', () => ApiKeyCreateInput) input: ApiKeyCreateInput,
    @Ctx() context: CallContext,
  ): Promise<ApiKeyPayload> {
    return answer(ApiKeyPayload, () => createKey(context, input));
  }

  @Mutation(() => ApiKeyPayload, { description: 'Replaces a key by a new one; for some hours both are valid.' })
  apiKeyRotate(
    @Arg('input', () => ApiKeyRotateInput) input: ApiKeyRotateInput,
    @Ctx() context: CallContext,
  ): Promise<ApiKeyPayload> {
    return answer(ApiKeyPayload, () => rotateKey(context, input));
  }

  @Mutation(() => ApiKeyPayload, { description: 'Revokes a key.' })
  apiKeyRevoke(
    @Arg('input', () => ApiKeyRevokeInput) input: ApiKeyRevokeInput,
    @Ctx() context: CallContext,
  ): Promise<ApiKeyPayload> {
    return answer(ApiKeyPayload, async () => ({ apiKey: await revokeKey(context, input) }));
  }

  @Mutation(() => ApiKeysPayload, {
    description: 'Revokes all keys of a partner who leaves; they are refused within half a minute (SYS-53).',
  })
  apiKeysReclaim(
    @Arg('input', () => ApiKeysReclaimInput) input: ApiKeysReclaimInput,
    @Ctx() context: CallContext,
  ): Promise<ApiKeysPayload> {
    return answer(ApiKeysPayload, async () => ({ apiKeys: await reclaimKeys(context, input) }));
  }
}
