import { Field, Int, ObjectType } from 'type-graphql';
import { Payload } from '../../kernel/errors/index.js';
import { DocumentClient } from './document-client.js';
import { TrustedDocument } from './trusted-document.js';

@ObjectType({ description: 'A document of a manifest that was not registered.' })
export class DocumentRefusal {
  @Field(() => Int, { description: 'Its place in the manifest, from 0.' })
  index!: number;

  @Field(() => String, { nullable: true, description: 'Its name, as the manifest has it.' })
  name!: string | null;

  @Field(() => String, { description: 'Its hash, as the manifest has it.' })
  hash!: string;

  @Field(() => String, {
    description:
      'Why: HASH_MISMATCH, UNKNOWN_HASH, HASH_CONFLICT, SYNTAX_ERROR, INVALID (against the contract), NO_OPERATION, NO_NAME, INTROSPECTION, TOO_LONG, TOO_COSTLY, TOO_MANY or RETIRED.',
  })
  code!: string;

  @Field(() => String, { description: 'Explanation for a person.' })
  reason!: string;
}

@ObjectType({ description: 'Answer of documentsRegister.' })
export class DocumentsRegisterPayload extends Payload {
  @Field(() => DocumentClient, { nullable: true, description: 'The client; null when nothing was registered at all.' })
  client?: DocumentClient;

  @Field(() => [TrustedDocument], {
    nullable: true,
    description: 'Documents that the client may run now and could not before.',
  })
  documents?: TrustedDocument[];

  @Field(() => Int, { nullable: true, description: 'How many documents of the manifest the client could run already.' })
  unchanged?: number;

  @Field(() => [DocumentRefusal], {
    nullable: true,
    description: 'Documents that were not registered, with the reason of each; all others were.',
  })
  refused?: DocumentRefusal[];
}

@ObjectType({ description: 'Answer of documentRetire.' })
export class DocumentPayload extends Payload {
  @Field(() => TrustedDocument, { nullable: true, description: 'The document; null when nothing was written.' })
  document?: TrustedDocument;
}

@ObjectType({ description: 'Answer of documentClientSave.' })
export class DocumentClientPayload extends Payload {
  @Field(() => DocumentClient, { nullable: true, description: 'The client; null when nothing was written.' })
  client?: DocumentClient;
}
