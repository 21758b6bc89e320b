import { Arg, Ctx, Field, ID, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import { Json } from '../../kernel/model/index.js';
import {
  FormKitCreateInput,
  FormKitPublishInput,
  FormKitRelationRemoveInput,
  FormKitRelationSaveInput,
  FormKitStepInput,
  FormKitTestInput,
  FormKitVersionInput,
} from './form-kit.inputs.js';
import { FormKit, FormKitRelation } from './form-kit.js';
import { createKit, moveKit, nextKit, publishKit, removeRelation, saveRelation, testKit } from './form-kit.service.js';
import { FormTestPayload } from './form-template.resolver.js';
import { FormGuide, FormTopology, guideFor, topologyOf } from './topology.js';

@ObjectType({ description: 'Answer of operations on a kit of form templates.' })
export class FormKitPayload extends Payload {
  @Field(() => FormKit, { nullable: true, description: 'The kit; null when nothing was written.' })
  kit?: FormKit;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'After publishing: true when that waits for approval (`approvals` of the kind `FORM_KIT`), so that it was given to nobody yet; null after other operations.',
  })
  held?: boolean;
}

@ObjectType({ description: 'Answer of saving a relation of a kit.' })
export class FormKitRelationPayload extends Payload {
  @Field(() => FormKitRelation, { nullable: true, description: 'The relation; null when nothing was written.' })
  relation?: FormKitRelation;
}

@Resolver()
export class FormKitResolver {
  @Mutation(() => FormKitPayload, {
    description:
      'Makes a kit of form templates (OPS-09). Refused with TAKEN, OUT_OF_SCOPE, NOT_FOUND, NOT_ACTIVE, BAD_CODE, DUPLICATE.',
  })
  formKitCreate(
    @Arg('input', () => FormKitCreateInput) input: FormKitCreateInput,
    @Ctx() context: CallContext,
  ): Promise<FormKitPayload> {
    return answer(FormKitPayload, async () => ({ kit: await createKit(context, input) }));
  }

  @Mutation(() => FormKitPayload, {
    description: 'Makes the next version of a kit (OPS-14). Refused with NOT_FOUND, OUT_OF_SCOPE.',
  })
  formKitNext(
    @Arg('input', () => FormKitVersionInput) input: FormKitVersionInput,
    @Ctx() context: CallContext,
  ): Promise<FormKitPayload> {
    return answer(FormKitPayload, async () => ({ kit: await nextKit(context, input) }));
  }

  @Mutation(() => FormKitRelationPayload, {
    description:
      'Adds or changes a relation of a kit; its formula is checked (OPS-09, OPS-10). Refused with NOT_FOUND, OUT_OF_SCOPE, INVALID_TRANSITION, UNKNOWN_FIELD, REQUIRED, BAD_KIND, CYCLE and what is wrong with the formula.',
  })
  formKitRelationSave(
    @Arg('input', () => FormKitRelationSaveInput) input: FormKitRelationSaveInput,
    @Ctx() context: CallContext,
  ): Promise<FormKitRelationPayload> {
    return answer(FormKitRelationPayload, async () => ({ relation: await saveRelation(context, input) }));
  }

  @Mutation(() => FormKitPayload, {
    description: 'Removes a relation of a kit (OPS-10). Refused with NOT_FOUND, OUT_OF_SCOPE, INVALID_TRANSITION.',
  })
  formKitRelationRemove(
    @Arg('input', () => FormKitRelationRemoveInput) input: FormKitRelationRemoveInput,
    @Ctx() context: CallContext,
  ): Promise<FormKitPayload> {
    return answer(FormKitPayload, async () => ({ kit: await removeRelation(context, input) }));
  }

  @Mutation(() => FormKitPayload, {
    description: 'Says that a kit is finished (OPS-06). Refused with NOT_FOUND, OUT_OF_SCOPE, INVALID_TRANSITION.',
  })
  formKitFinish(
    @Arg('input', () => FormKitStepInput) input: FormKitStepInput,
    @Ctx() context: CallContext,
  ): Promise<FormKitPayload> {
    return answer(FormKitPayload, async () => ({ kit: await moveKit(context, input, 'finish') }));
  }

  @Mutation(() => FormKitPayload, {
    description:
      'Removes a kit that was not published (OPS-07). Refused with NOT_FOUND, OUT_OF_SCOPE, INVALID_TRANSITION.',
  })
  formKitRemove(
    @Arg('input', () => FormKitStepInput) input: FormKitStepInput,
    @Ctx() context: CallContext,
  ): Promise<FormKitPayload> {
    return answer(FormKitPayload, async () => ({ kit: await moveKit(context, input, 'remove') }));
  }

  @Mutation(() => FormTestPayload, {
    description:
      'Fills all templates of a kit with sample values and compares what comes out with what is expected (OPS-13). Refused with NOT_FOUND, OUT_OF_SCOPE, INVALID_TRANSITION.',
  })
  formKitTest(
    @Arg('input', () => FormKitTestInput) input: FormKitTestInput,
    @Ctx() context: CallContext,
  ): Promise<FormTestPayload> {
    return answer(FormTestPayload, async () => ({ test: await testKit(context, input) }));
  }

  @Mutation(() => FormKitPayload, {
    description:
      'Gives a tested kit to units and channels, when somebody else has approved that (OPS-15, WFL-28). Refused with APPROVAL_PENDING while that waits already, NOT_FOUND, OUT_OF_SCOPE, NOT_TESTED, ONE_WAY.',
  })
  formKitPublish(
    @Arg('input', () => FormKitPublishInput) input: FormKitPublishInput,
    @Ctx() context: CallContext,
  ): Promise<FormKitPayload> {
    return answer(FormKitPayload, async () => {
      const { item, held } = await publishKit(context, input);
      return { kit: item!, held };
    });
  }

  @Query(() => FormTopology, {
    description: 'The graph of the fields of a kit, for staff who see it (OPS-11). Fails with NOT_FOUND.',
  })
  formKitTopology(
    @Ctx() context: CallContext,
    @Arg('kitId', () => ID, { description: 'The kit.' }) kitId: string,
  ): Promise<FormTopology> {
    return topologyOf(context, kitId);
  }

  @Query(() => FormGuide, {
    description:
      'What follows from the values that are filled so far, for staff who see the kit (OPS-11). Fails with NOT_FOUND.',
  })
  formKitGuide(
    @Ctx() context: CallContext,
    @Arg('kitId', () => ID, { description: 'The kit.' }) kitId: string,
    @Arg('values', () => Json, { description: 'Values by field: `{ "order.amount": "12.50" }`.' }) values: unknown,
  ): Promise<FormGuide> {
    return guideFor(context, kitId, values);
  }
}
