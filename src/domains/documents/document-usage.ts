import { Day, Instant, Int, Node, Noun, One, UniqueTogether } from '../../kernel/model/index.js';
import { DocumentClient } from './document-client.js';
import { TrustedDocument } from './trusted-document.js';

@UniqueTogether(['document', 'client', 'day'])
@Noun({
  tag: 'du',
  description:
    'How often a client ran a registered document on a day. Counted in memory and written every few seconds.',
})
export class DocumentUsage extends Node {
  @One(() => TrustedDocument, {
    description: 'The document.',
    inverse: 'usages',
    inverseDescription: 'How often it was run, by client and day.',
  })
  document!: TrustedDocument;

  @One(() => DocumentClient, {
    description: 'The client.',
    inverse: 'usages',
    inverseDescription: 'How often it ran which document, by day.',
  })
  client!: DocumentClient;

  @Day({ description: 'The day, in UTC.', access: 'btree' })
  day!: string;

  @Int({ description: 'How often it was run that day.', access: 'slow' })
  count!: number;

  @Instant({ description: 'When it was last run that day.', access: 'slow' })
  lastUsedAt!: Date;
}
