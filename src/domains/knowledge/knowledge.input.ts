import { IdInput, IdListInput, Input, TextInput } from '../../kernel/model/index.js';
import { Document } from '../document/index.js';
import { ProcessTemplateVersion } from '../process/index.js';

@Input(
  'Says what is to be read with a published process template that is filed as knowledge, and which documents go along (WFL-32, WFL-33).',
)
export class KnowledgeProcessFileInput {
  @IdInput(() => ProcessTemplateVersion, {
    description:
      'The version; NOT_PUBLISHED before it is, and when it is no more. It is filed by itself soon after its publication, and now when it was not yet.',
  })
  versionId!: string;

  @TextInput({
    description: 'What it says from now on, for people; what it said before stays when absent.',
    max: 4000,
    optional: true,
  })
  content?: string | null;

  @IdListInput(() => Document, {
    description:
      'Documents that go along besides those that do already, at most 20; NOT_FOUND for one that the caller does not see.',
    min: 0,
    max: 20,
    optional: true,
  })
  documentIds?: string[] | null;
}
