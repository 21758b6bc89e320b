import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer } from '../../kernel/errors/index.js';
import { withdrawVersion } from './publish.service.js';
import { ProcessVersionStepInput } from './template.inputs.js';
import { ProcessVersionPayload } from './template.payloads.js';

@Resolver()
export class ProcessVersionWithdrawalResolver {
  @Mutation(() => ProcessVersionPayload, {
    description:
      'Takes a version that waits for approval back: those who were asked have nothing to decide any more, and it is a draft again (WFL-28). For whoever submitted it. Fails with INVALID_STATE, NOT_YOURS.',
  })
  processVersionWithdraw(
    @Arg('input', () => ProcessVersionStepInput) input: ProcessVersionStepInput,
    @Ctx() context: CallContext,
  ): Promise<ProcessVersionPayload> {
    return answer(ProcessVersionPayload, async () => ({ version: await withdrawVersion(context, input) }));
  }
}
