import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import { ApplicabilityVariable } from './applicability-variable.js';
import { ApplicabilityVariableRetireInput, ApplicabilityVariableSaveInput } from './applicability-variable.inputs.js';
import { retireVariable, saveVariable } from './applicability-variable.service.js';

@ObjectType({ description: 'Answer of operations on a variable of conditions (WFL-06).' })
export class ApplicabilityVariablePayload extends Payload {
  @Field(() => ApplicabilityVariable, {
    nullable: true,
    description: 'The variable as it stands after the operation; null when it was refused.',
  })
  applicabilityVariable?: ApplicabilityVariable;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True when the change waits for approval (`approvals` of the kind `APPLICABILITY_VARIABLE_CHANGE`), so that nothing has changed yet.',
  })
  held?: boolean;
}

@Resolver()
export class ApplicabilityVariableResolver {
  @Mutation(() => ApplicabilityVariablePayload, {
    description:
      'Writes a variable that conditions of process templates may name once somebody else has approved it (`approvals` of the kind `APPLICABILITY_VARIABLE`), or changes one: a draft at once, a published one when somebody else approves that too (WFL-06, WFL-28). Refused with APPROVAL_PENDING while another change waits, and with OUT_OF_SCOPE for staff of a region, NOT_FOUND, INVALID_STATE, VERSION_CONFLICT, IN_USE, CODE_TAKEN, REQUIRED, CONTRADICTORY, BAD_VALUE, DUPLICATE, UNKNOWN_VALUE, PATH_UNKNOWN, WRONG_TYPE, RULE_SYNTAX, RULE_UNKNOWN_NAME, RULE_TYPE, RULE_VALUE or RULE_TOO_LONG.',
  })
  applicabilityVariableSave(
    @Arg('input', () => ApplicabilityVariableSaveInput, { description: 'The variable.' })
    input: ApplicabilityVariableSaveInput,
    @Ctx() context: CallContext,
  ): Promise<ApplicabilityVariablePayload> {
    return answer(ApplicabilityVariablePayload, async () => {
      const { item, held } = await saveVariable(context, input);
      return { applicabilityVariable: item!, held };
    });
  }

  @Mutation(() => ApplicabilityVariablePayload, {
    description:
      'Takes a variable out of use for good (WFL-06). Refused with IN_USE, which names them, while published templates name it, OUT_OF_SCOPE for staff of a region, NOT_FOUND or INVALID_TRANSITION.',
  })
  applicabilityVariableRetire(
    @Arg('input', () => ApplicabilityVariableRetireInput, { description: 'The variable, and why.' })
    input: ApplicabilityVariableRetireInput,
    @Ctx() context: CallContext,
  ): Promise<ApplicabilityVariablePayload> {
    return answer(ApplicabilityVariablePayload, async () => ({
      applicabilityVariable: await retireVariable(context, input),
    }));
  }
}
