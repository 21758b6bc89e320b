import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { requireKind } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import { answer } from '../../kernel/errors/index.js';
import { brokenReferences, ProcessBrokenReferences } from './broken-references.js';
import { decideVersion, invalidateVersion, moveVersion, publishVersion, submitVersion } from './publish.service.js';
import {
  ProcessTemplateChangeInput,
  ProcessTemplateCreateInput,
  ProcessVersionCreateInput,
  ProcessVersionDecideInput,
  ProcessVersionEditInput,
  ProcessVersionStepInput,
  ProcessVersionSubmitInput,
} from './template.inputs.js';
import { changeTemplate } from './template-change.service.js';
import { ProcessTemplatePayload, ProcessVersionPayload, shownFindings } from './template.payloads.js';
import { createTemplate, createVersion, type DraftWithFindings, editVersion } from './template.service.js';

const shown = ({ version, findings }: DraftWithFindings) => ({ version, findings: shownFindings(findings) });

@Resolver()
export class ProcessTemplateResolver {
  @Query(() => [ProcessBrokenReferences], {
    description:
      'Published versions that refer to positions, people, units, handlers or templates that are not there any more, as things stand: they could not be published today, by code of the template (WFL-15). For staff.',
  })
  processBrokenReferences(@Ctx() context: CallContext): Promise<ProcessBrokenReferences[]> {
    requireKind(context.caller, 'STAFF');
    return brokenReferences(context);
  }

  @Mutation(() => ProcessVersionPayload, {
    description:
      'Makes a process template with a draft, also as a copy of any version, and tells what is wrong with it (WFL-01..03). Fails with OUT_OF_SCOPE for a region of others, and with DUPLICATE at a step or a flow that is there twice.',
  })
  processTemplateCreate(
    @Arg('input', () => ProcessTemplateCreateInput) input: ProcessTemplateCreateInput,
    @Ctx() context: CallContext,
  ): Promise<ProcessVersionPayload> {
    return answer(ProcessVersionPayload, async () => shown(await createTemplate(context, input)));
  }

  @Mutation(() => ProcessTemplatePayload, {
    description:
      'Changes the name, description, domain, priority, dispatch mode, kind of work or type of objects of a template at once; its versions and the processes that run stay as they are (WFL-01, WFL-21, WFL-71). Refused with NOT_FOUND, OUT_OF_SCOPE for one of another region or of the headquarters, VERSION_CONFLICT, UNKNOWN_VALUE, IN_USE or FORBIDDEN at the field that may not be changed so.',
  })
  processTemplateChange(
    @Arg('input', () => ProcessTemplateChangeInput) input: ProcessTemplateChangeInput,
    @Ctx() context: CallContext,
  ): Promise<ProcessTemplatePayload> {
    return answer(ProcessTemplatePayload, () => changeTemplate(context, input));
  }

  @Mutation(() => ProcessVersionPayload, {
    description:
      'Makes the next draft of a template and tells what is wrong with it (WFL-02, WFL-23). Fails with OUT_OF_SCOPE for one of another region or of the headquarters, as do edits, tests, submissions, publication and invalidation.',
  })
  processVersionCreate(
    @Arg('input', () => ProcessVersionCreateInput) input: ProcessVersionCreateInput,
    @Ctx() context: CallContext,
  ): Promise<ProcessVersionPayload> {
    return answer(ProcessVersionPayload, async () => shown(await createVersion(context, input)));
  }

  @Mutation(() => ProcessVersionPayload, {
    description:
      'Changes a draft and tells what is wrong with it (WFL-02, WFL-05, WFL-09..14, WFL-24). Fails with DUPLICATE at a step or a flow that is there twice.',
  })
  processVersionEdit(
    @Arg('input', () => ProcessVersionEditInput) input: ProcessVersionEditInput,
    @Ctx() context: CallContext,
  ): Promise<ProcessVersionPayload> {
    return answer(ProcessVersionPayload, async () => shown(await editVersion(context, input)));
  }

  @Mutation(() => ProcessVersionPayload, {
    description:
      'Puts a draft into test: it may make test instances (WFL-27). Refused with its faults when it has any.',
  })
  processVersionTest(
    @Arg('input', () => ProcessVersionStepInput) input: ProcessVersionStepInput,
    @Ctx() context: CallContext,
  ): Promise<ProcessVersionPayload> {
    return answer(ProcessVersionPayload, async () => ({ version: await moveVersion(context, input, 'test') }));
  }

  @Mutation(() => ProcessVersionPayload, {
    description: 'Makes a version that is in test, given back or approved a draft again.',
  })
  processVersionRedraft(
    @Arg('input', () => ProcessVersionStepInput) input: ProcessVersionStepInput,
    @Ctx() context: CallContext,
  ): Promise<ProcessVersionPayload> {
    return answer(ProcessVersionPayload, async () => ({ version: await moveVersion(context, input, 'redraft') }));
  }

  @Mutation(() => ProcessVersionPayload, {
    description: 'Asks others to approve a version; all of them must agree (WFL-28, WFL-29). Fails with OWN_WORK.',
  })
  processVersionSubmit(
    @Arg('input', () => ProcessVersionSubmitInput) input: ProcessVersionSubmitInput,
    @Ctx() context: CallContext,
  ): Promise<ProcessVersionPayload> {
    return answer(ProcessVersionPayload, async () => ({ version: await submitVersion(context, input) }));
  }

  @Mutation(() => ProcessVersionPayload, {
    description:
      'Agrees to a version or gives it back, for those who were asked (WFL-28). Fails with NOT_ASKED, OWN_WORK.',
  })
  processVersionDecide(
    @Arg('input', () => ProcessVersionDecideInput) input: ProcessVersionDecideInput,
    @Ctx() context: CallContext,
  ): Promise<ProcessVersionPayload> {
    return answer(ProcessVersionPayload, async () => ({ version: await decideVersion(context, input) }));
  }

  @Mutation(() => ProcessVersionPayload, {
    description:
      'Publishes an approved version in place of the one before and tells what it overlaps with, and which published processes that call it would stop there (WFL-04, WFL-08, WFL-30, WFL-31). Fails with NOT_APPROVED.',
  })
  processVersionPublish(
    @Arg('input', () => ProcessVersionStepInput) input: ProcessVersionStepInput,
    @Ctx() context: CallContext,
  ): Promise<ProcessVersionPayload> {
    return answer(ProcessVersionPayload, async () => {
      const { findings, ...published } = await publishVersion(context, input);
      return { ...published, findings: shownFindings(findings) };
    });
  }

  @Mutation(() => ProcessVersionPayload, {
    description: 'Makes a version invalid: it makes no more instances, running ones go on (WFL-25).',
  })
  processVersionInvalidate(
    @Arg('input', () => ProcessVersionStepInput) input: ProcessVersionStepInput,
    @Ctx() context: CallContext,
  ): Promise<ProcessVersionPayload> {
    return answer(ProcessVersionPayload, async () => ({ version: await invalidateVersion(context, input) }));
  }
}
