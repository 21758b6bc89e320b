import { describeEnum, EnumOf, Instant, Int, Node, Noun, Text } from '../../kernel/model/index.js';

export enum DocumentStatus {
  ACTIVE = 'ACTIVE',
  RETIRED = 'RETIRED',
}

describeEnum(DocumentStatus, 'DocumentStatus', 'Whether a registered document may be run.', {
  ACTIVE: 'Runs for the clients that it is registered for.',
  RETIRED: 'Runs for nobody any more, and cannot be registered again.',
});

export enum DocumentOperation {
  QUERY = 'QUERY',
  MUTATION = 'MUTATION',
  SUBSCRIPTION = 'SUBSCRIPTION',
}

describeEnum(DocumentOperation, 'DocumentOperation', 'What a registered document does.', {
  QUERY: 'Reads; may also be sent by GET.',
  MUTATION: 'Changes something.',
  SUBSCRIPTION: 'Follows what happens.',
});

/** Longest text of a document, in characters. */
export const MAX_TEXT = 100_000;

@Noun({
  tag: 'dt',
  description:
    'A document that was checked against the contract once and runs by its hash (GraphQL over HTTP, persisted documents). Its text never changes: a new text is a new document.',
})
export class TrustedDocument extends Node {
  @Text({
    description: 'Hash of the text in hexadecimal digits: SHA-256, or MD5 or SHA-1 as Relay makes them.',
    max: 64,
    access: 'unique',
  })
  hash!: string;

  @Text({ description: 'Name of its operation; of several, of the first.', access: 'search' })
  name!: string;

  @Text({ description: 'The document.', max: MAX_TEXT })
  text!: string;

  @EnumOf(() => DocumentOperation, { description: 'What it does.' })
  operation!: DocumentOperation;

  @Int({ description: 'What it costs with pages of their usual size.', access: 'slow' })
  cost!: number;

  @Int({
    description:
      'How many documents with this name its client had registered by then, itself included: 1 for the first.',
  })
  version!: number;

  @EnumOf(() => DocumentStatus, { description: 'Whether it may be run.', access: 'btree' })
  status!: DocumentStatus;

  @Instant({ description: 'When it was registered.', access: 'slow' })
  registeredAt!: Date;

  @Text({ description: 'Who registered it, as histories name callers.' })
  registeredBy!: string;

  @Instant({ description: 'When it was retired; null while it may be run.', nullable: true, access: 'slow' })
  retiredAt?: Date | null;
}
