import { Arg, Ctx, Field, ID, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import { Json } from '../../kernel/model/index.js';
import {
  FormTemplateCreateInput,
  FormTemplateEditInput,
  FormTemplatePublishInput,
  FormTemplateStepInput,
  FormTemplateTestInput,
  FormTemplateVersionInput,
} from './form-template.inputs.js';
import { FormTest } from './form-record.js';
import { FormTemplate } from './form-template.js';
import {
  createTemplate,
  editTemplate,
  moveTemplate,
  nextTemplate,
  publishTemplate,
  testTemplate,
} from './form-template.service.js';
import { printTemplate } from './print.js';

@ObjectType({ description: 'Answer of operations on a form template.' })
export class FormTemplatePayload extends Payload {
  @Field(() => FormTemplate, { nullable: true, description: 'The template; null when nothing was written.' })
  template?: FormTemplate;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'After publishing: true when that waits for approval (`approvals` of the kind `FORM_TEMPLATE`), so that it was given to nobody yet; null after other operations.',
  })
  held?: boolean;
}

@ObjectType({ description: 'Answer of testing a form template or kit.' })
export class FormTestPayload extends Payload {
  @Field(() => FormTest, { nullable: true, description: 'The test, passed or not; null when nothing was tested.' })
  test?: FormTest;
}

@Resolver()
export class FormTemplateResolver {
  @Mutation(() => FormTemplatePayload, {
    description:
      'Makes a form template from a list of controls, an XML file, a noun of the graph or another template (OPS-01, OPS-02). Refused with ONE_SOURCE, TAKEN, OUT_OF_SCOPE, and what is wrong with controls.',
  })
  formTemplateCreate(
    @Arg('input', () => FormTemplateCreateInput) input: FormTemplateCreateInput,
    @Ctx() context: CallContext,
  ): Promise<FormTemplatePayload> {
    return answer(FormTemplatePayload, async () => ({ template: await createTemplate(context, input) }));
  }

  @Mutation(() => FormTemplatePayload, {
    description: 'Makes the next version of a form template (OPS-14). Refused with NOT_FOUND, OUT_OF_SCOPE.',
  })
  formTemplateNext(
    @Arg('input', () => FormTemplateVersionInput) input: FormTemplateVersionInput,
    @Ctx() context: CallContext,
  ): Promise<FormTemplatePayload> {
    return answer(FormTemplatePayload, async () => ({ template: await nextTemplate(context, input) }));
  }

  @Mutation(() => FormTemplatePayload, {
    description:
      'Changes a form template; it is MODIFIED and to be tested again (OPS-03). Refused with NOT_FOUND, OUT_OF_SCOPE, INVALID_TRANSITION, and what is wrong with controls.',
  })
  formTemplateEdit(
    @Arg('input', () => FormTemplateEditInput) input: FormTemplateEditInput,
    @Ctx() context: CallContext,
  ): Promise<FormTemplatePayload> {
    return answer(FormTemplatePayload, async () => ({ template: await editTemplate(context, input) }));
  }

  @Mutation(() => FormTemplatePayload, {
    description:
      'Says that a form template is finished (OPS-06). Refused with NOT_FOUND, OUT_OF_SCOPE, EMPTY, INVALID_TRANSITION.',
  })
  formTemplateFinish(
    @Arg('input', () => FormTemplateStepInput) input: FormTemplateStepInput,
    @Ctx() context: CallContext,
  ): Promise<FormTemplatePayload> {
    return answer(FormTemplatePayload, async () => ({ template: await moveTemplate(context, input, 'finish') }));
  }

  @Mutation(() => FormTemplatePayload, {
    description:
      'Removes a form template that was not published and is in no kit (OPS-07). Refused with NOT_FOUND, OUT_OF_SCOPE, IN_USE, INVALID_TRANSITION.',
  })
  formTemplateRemove(
    @Arg('input', () => FormTemplateStepInput) input: FormTemplateStepInput,
    @Ctx() context: CallContext,
  ): Promise<FormTemplatePayload> {
    return answer(FormTemplatePayload, async () => ({ template: await moveTemplate(context, input, 'remove') }));
  }

  @Mutation(() => FormTestPayload, {
    description:
      'Fills a form template with sample values and compares what comes out with what is expected; when all is so, it is TESTED (OPS-12). Refused with NOT_FOUND, OUT_OF_SCOPE, INVALID_TRANSITION.',
  })
  formTemplateTest(
    @Arg('input', () => FormTemplateTestInput) input: FormTemplateTestInput,
    @Ctx() context: CallContext,
  ): Promise<FormTestPayload> {
    return answer(FormTestPayload, async () => ({ test: await testTemplate(context, input) }));
  }

  @Mutation(() => FormTemplatePayload, {
    description:
      'Gives a tested form template to units and channels, also to more later, when somebody else has approved that; the version before is RETIRED then (OPS-15, WFL-28). Refused with APPROVAL_PENDING while that waits already, NOT_FOUND, OUT_OF_SCOPE, NOT_TESTED, ONE_WAY.',
  })
  formTemplatePublish(
    @Arg('input', () => FormTemplatePublishInput) input: FormTemplatePublishInput,
    @Ctx() context: CallContext,
  ): Promise<FormTemplatePayload> {
    return answer(FormTemplatePayload, async () => {
      const { item, held } = await publishTemplate(context, input);
      return { template: item!, held };
    });
  }

  @Query(() => String, {
    description:
      'A form template with values, ready for the printer: an SVG page in millimetres. For staff of units for which it was published (OPS-05, OPS-08, OPS-15). Fails with NOT_FOUND, FORBIDDEN.',
  })
  formTemplatePrint(
    @Ctx() context: CallContext,
    @Arg('templateId', () => ID, { description: 'The template.' }) templateId: string,
    @Arg('values', () => Json, { nullable: true, description: 'Values by field; none for an empty form.' })
    values: unknown,
    @Arg('overprint', () => Boolean, {
      defaultValue: false,
      description: 'True: only the values, for pre-printed stationery.',
    })
    overprint: boolean,
  ): Promise<string> {
    return printTemplate(context, templateId, values, overprint);
  }
}
