import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { codedError } from '../../kernel/errors/index.js';
import { Json } from '../../kernel/model/index.js';
import { ProcessTemplateChoice, templateChoice } from './template-choice.js';

@Resolver()
export class ProcessTemplateChoiceResolver {
  @Query(() => ProcessTemplateChoice, {
    description:
      'Which templates apply to an object, which one a start would pick, and why it would pick no other (WFL-05, WFL-06, WFL-35). For those who may edit templates or variables of conditions, or dispatch processes. Fails with FORBIDDEN, NOT_FOUND, BAD_USER_INPUT.',
  })
  processTemplateChoice(
    @Ctx() context: CallContext,
    @Arg('objectId', () => ID, { description: 'The object; NOT_FOUND when the caller may not see it.' })
    objectId: string,
    @Arg('byHand', () => Boolean, {
      defaultValue: true,
      description:
        'Whether a person would start the process. Else the domain of the object would: only on a template for its very type, with the step with which the work on it is over.',
    })
    byHand: boolean,
    @Arg('variables', () => Json, {
      nullable: true,
      description:
        'Values that would be handed over, by name; when absent those of the process of the object that waits for a dispatcher, if one does.',
    })
    variables: unknown,
    @Arg('handlingGrade', () => String, {
      nullable: true,
      description: 'Handling grade; when absent that of the waiting process.',
    })
    handlingGrade: string | null,
    @Arg('regionId', () => ID, {
      nullable: true,
      description:
        "Region whose staff would work on it; when absent that of the waiting process, else by hand that of the caller's unit. NOT_FOUND.",
    })
    regionId: string | null,
  ): Promise<ProcessTemplateChoice> {
    if (variables && (typeof variables !== 'object' || Array.isArray(variables)))
      throw codedError('BAD_USER_INPUT', 'Values have names: give an object.', { path: ['variables'] });
    const given = (variables ?? null) as Record<string, unknown> | null;
    return templateChoice(context, { objectId, byHand, variables: given, handlingGrade, regionId });
  }
}
