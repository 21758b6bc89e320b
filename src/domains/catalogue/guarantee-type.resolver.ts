import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import { GuaranteeTypeSaveInput } from './guarantee-type.input.js';
import { saveGuaranteeType } from './guarantee-type.service.js';
import { GuaranteeType } from './guarantee-type.js';

@ObjectType({ description: 'Answer of mutations about one kind of guarantee.' })
export class GuaranteeTypePayload extends Payload {
  @Field(() => GuaranteeType, { nullable: true, description: 'The kind; null when it was refused.' })
  guaranteeType?: GuaranteeType;
}

@Resolver()
export class GuaranteeTypeResolver {
  @Mutation(() => GuaranteeTypePayload, {
    description: 'Adds a kind of guarantee, or changes one. Refused with NOT_MAINTAINER, CONTRADICTORY (PRD-42).',
  })
  guaranteeTypeSave(
    @Arg('input', () => GuaranteeTypeSaveInput, { description: 'The kind.' }) input: GuaranteeTypeSaveInput,
    @Ctx() context: CallContext,
  ): Promise<GuaranteeTypePayload> {
    return answer(GuaranteeTypePayload, async () => ({ guaranteeType: await saveGuaranteeType(context, input) }));
  }
}
