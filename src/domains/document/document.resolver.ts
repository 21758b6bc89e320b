import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import { DocumentUploadInput } from './document.input.js';
import { uploadDocument } from './document.service.js';
import { Document } from './document.js';

@ObjectType({ description: 'Answer of storing a file.' })
export class DocumentUploadPayload extends Payload {
  @Field(() => Document, { nullable: true, description: 'The document; null when nothing was stored.' })
  document?: Document;
}

@Resolver()
export class DocumentResolver {
  @Mutation(() => DocumentUploadPayload, {
    description:
      'Stores a file, also as the next version of another (MOD-55). Refused with BAD_NAME, BAD_TYPE, BAD_CONTENT, EMPTY, TOO_LARGE, NO_UNIT, NOT_FOUND, SUPERSEDED.',
  })
  documentUpload(
    @Arg('input', () => DocumentUploadInput, { description: 'The file.' }) input: DocumentUploadInput,
    @Ctx() context: CallContext,
  ): Promise<DocumentUploadPayload> {
    return answer(DocumentUploadPayload, async () => ({ document: await uploadDocument(context, input) }));
  }
}
