import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { requireKind } from '../../../kernel/access/index.js';
import type { CallContext } from '../../../kernel/database/context.js';
import { answer } from '../../../kernel/errors/index.js';
import { ProcessVersionPayload, shownFindings } from '../template.payloads.js';
import { ProcessBpmnImportInput } from './bpmn.inputs.js';
import { bpmnOf, importBpmn, pictureOf } from './bpmn.service.js';

@Resolver()
export class ProcessBpmnResolver {
  @Query(() => String, {
    description:
      'A version of a process template as BPMN 2.0 XML with its drawing, for modelling tools; `processBpmnImport` reads it without loss (WFL-01, WFL-09, WFL-11). For staff. Fails with NOT_FOUND.',
  })
  processVersionBpmn(
    @Ctx() context: CallContext,
    @Arg('versionId', () => ID, { description: 'The version.' }) versionId: string,
  ): Promise<string> {
    requireKind(context.caller, 'STAFF');
    return bpmnOf(context, versionId);
  }

  @Query(() => String, {
    description:
      'A version of a process template drawn as an SVG document: steps from left to right, with their flows and conditions (WFL-09, WFL-11). For staff. Fails with NOT_FOUND.',
  })
  processVersionPicture(
    @Ctx() context: CallContext,
    @Arg('versionId', () => ID, { description: 'The version.' }) versionId: string,
  ): Promise<string> {
    requireKind(context.caller, 'STAFF');
    return pictureOf(context, versionId);
  }

  @Mutation(() => ProcessVersionPayload, {
    description:
      'Makes a draft out of BPMN 2.0 XML, of a new template or as the next version of one, and tells what is wrong with it (WFL-01, WFL-02). Lanes name positions, roles or units by code or name; messages name outside systems; timers on the border of a step become its limit, which tells, escalates or leads on; embedded sub-processes are put in their places.',
  })
  processBpmnImport(
    @Arg('input', () => ProcessBpmnImportInput) input: ProcessBpmnImportInput,
    @Ctx() context: CallContext,
  ): Promise<ProcessVersionPayload> {
    return answer(ProcessVersionPayload, async () => {
      const { version, findings } = await importBpmn(context, input);
      return { version, findings: shownFindings(findings) };
    });
  }
}
