import { IdInput, Input, TextInput } from '../../../kernel/model/index.js';
import { ProcessTemplate } from '../process-template.js';
import { MAX_XML_CHARACTERS } from './xml-tree.js';

@Input(
  'A process drawn as BPMN 2.0, as a new template or as the next draft of one (WFL-01, WFL-02). Exactly one of `code` and `templateId` is given: CONTRADICTION.',
)
export class ProcessBpmnImportInput {
  @TextInput({
    description:
      'The document. XML_INVALID, XML_DOCTYPE, XML_TOO_DEEP, XML_TOO_MANY_ELEMENTS, BPMN_INVALID, BPMN_PROCESS_COUNT; BPMN_UNSUPPORTED with the id of an element that cannot run here, its line and why (details `element`, `line`, `reason`).',
    max: MAX_XML_CHARACTERS,
  })
  bpmn!: string;

  @TextInput({ description: 'Code of a new template; CODE_TAKEN when there is one.', max: 60, optional: true })
  code?: string | null;

  @TextInput({
    description: 'Name of the new template; that of the process in the document when absent, else the code.',
    optional: true,
  })
  name?: string | null;

  @IdInput(() => ProcessTemplate, { description: 'Template of which it becomes the next draft.', optional: true })
  templateId?: string | null;

  @TextInput({ description: 'Why a new version is made.', max: 500, optional: true })
  changeReason?: string | null;
}
