import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import { OperationalAgreement } from './operational-agreement.js';
import { OperationalAgreementSaveInput } from './operational-agreement.inputs.js';
import { saveAgreement } from './operational-agreement.service.js';

@ObjectType({ description: 'Answer of saving an operational level agreement.' })
export class OperationalAgreementPayload extends Payload {
  @Field(() => OperationalAgreement, { nullable: true, description: 'The agreement; null when nothing was written.' })
  agreement?: OperationalAgreement;
}

@Resolver()
export class OperationalAgreementResolver {
  @Mutation(() => OperationalAgreementPayload, {
    description:
      'Makes or replaces an operational level agreement between units (WFL-72). Fails with NOT_FOUND, OUT_OF_SCOPE for staff who do not act for the unit that does the work, DUPLICATE, LIMIT_INVALID, BEFORE_START.',
  })
  processAgreementSave(
    @Arg('input', () => OperationalAgreementSaveInput) input: OperationalAgreementSaveInput,
    @Ctx() context: CallContext,
  ): Promise<OperationalAgreementPayload> {
    return answer(OperationalAgreementPayload, async () => ({ agreement: await saveAgreement(context, input) }));
  }
}
