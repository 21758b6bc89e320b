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
      'Says what is to be read with a published process template and which documents go along, and answers the knowledge of the type TEMPLATE under which it is filed, as it is by itself after its publication (WFL-32, WFL-33). The same again changes nothing. Refused with NOT_FOUND, NOT_PUBLISHED.',
  })
  knowledgeProcessFile(
    @Arg('input', () => KnowledgeProcessFileInput) input: KnowledgeProcessFileInput,
    @Ctx() context: CallContext,
  ): Promise<KnowledgeItemPayload> {
    return answer(KnowledgeItemPayload, async () => ({ item: await fileProcess(context, input) }));
  }
}
