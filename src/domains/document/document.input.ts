import { EnumInput, IdInput, Input, TextInput } from '../../kernel/model/index.js';
import { Document, DocumentVisibility } from './document.js';

/** Most bytes of one document. */
export const MAX_DOCUMENT_BYTES = 10 * 1_048_576;

@Input('A file to be stored (MOD-55). The limit of a request (`BODY_LIMIT_BYTES`) holds besides that of a document.')
export class DocumentUploadInput {
  @TextInput({ description: 'Name of the file, with its ending; BAD_NAME with a path in it.' })
  name!: string;

  @TextInput({
    description:
      'Media type, such as `application/pdf`; BAD_TYPE for what is no document, picture, sound, film or archive, or is something else than the content.',
    max: 120,
  })
  mediaType!: string;

  @TextInput({
    description: 'The content in base64; BAD_CONTENT when it is not, TOO_LARGE beyond 10 MiB, EMPTY for nothing.',
    max: Math.ceil(MAX_DOCUMENT_BYTES / 3) * 4 + 4,
  })
  contentBase64!: string;

  @EnumInput(() => DocumentVisibility, {
    description: 'Who may read it; UNIT when absent, or STAFF for callers without a unit. NO_UNIT for UNIT of theirs.',
    optional: true,
  })
  visibility?: DocumentVisibility | null;

  @TextInput({ description: 'What it is, for people.', max: 500, optional: true })
  summary?: string | null;

  @IdInput(() => Document, {
    description: 'The version that it follows; NOT_FOUND, SUPERSEDED when another follows that already.',
    optional: true,
  })
  previousId?: string | null;
}
