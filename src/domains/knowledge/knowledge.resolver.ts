import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import { fileProcess } from './file-process.js';
import { KnowledgeProcessFileInput } from './knowledge.input.js';
import { KnowledgeItem } from './knowledge-item.js';

@ObjectType({ description: 'Answer of operations on a piece of knowledge.' })
export class KnowledgeItemPayload extends Payload {
  @Field(() => KnowledgeItem, { nullable: true, description: 'The piece of knowledge; null when nothing was written.' })
  item?: KnowledgeItem;
}

@Resolver()
export class KnowledgeResolver {
  @Mutation(() => KnowledgeItemPayload, {
    description:
      'Files a published process template as knowledge of the type TEMPLATE, with documents that go along (WFL-32, WFL-33). Refused with NOT_FOUND, NOT_PUBLISHED.',
  })
  knowledgeProcessFile(
    @Arg('input', () => KnowledgeProcessFileInput) input: KnowledgeProcessFileInput,
    @Ctx() context: CallContext,
  ): Promise<KnowledgeItemPayload> {
    return answer(KnowledgeItemPayload, async () => ({ item: await fileProcess(context, input) }));
  }
}
