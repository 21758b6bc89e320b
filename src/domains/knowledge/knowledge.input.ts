import { IdInput, IdListInput, Input, TextInput } from '../../kernel/model/index.js';
import { Document } from '../document/index.js';
import { ProcessTemplateVersion } from '../process/index.js';

@Input('Files a published process template as knowledge, with its documents (WFL-32, WFL-33).')
export class KnowledgeProcessFileInput {
  @IdInput(() => ProcessTemplateVersion, {
    description: 'The version; NOT_PUBLISHED before it is. One that was filed already stays as it was filed.',
  })
  versionId!: string;

  @TextInput({ description: 'What it says, for people.', max: 4000, optional: true })
  content?: string | null;

  @IdListInput(() => Document, {
    description: 'Documents that go along, at most 20; NOT_FOUND for one that the caller does not see.',
    min: 0,
    max: 20,
    optional: true,
  })
  documentIds?: string[] | null;
}
