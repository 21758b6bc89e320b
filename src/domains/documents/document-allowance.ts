import { Instant, Node, Noun, One, UniqueTogether } from '../../kernel/model/index.js';
import { DocumentClient } from './document-client.js';
import { TrustedDocument } from './trusted-document.js';

@UniqueTogether(['document', 'client'])
@Noun({ tag: 'da', root: false, description: 'That a client may run a registered document.' })
export class DocumentAllowance extends Node {
  @One(() => TrustedDocument, {
    description: 'The document.',
    inverse: 'allowances',
    inverseDescription: 'Clients that may run it.',
  })
  document!: TrustedDocument;

  @One(() => DocumentClient, {
    description: 'The client.',
    inverse: 'allowances',
    inverseDescription: 'Documents that it may run.',
  })
  client!: DocumentClient;

  @Instant({ description: 'Since when.', access: 'slow' })
  allowedAt!: Date;
}
