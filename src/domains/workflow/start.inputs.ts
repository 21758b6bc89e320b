import { AnyIdInput, BoolInput, IdInput, Input, InstantInput, JsonInput, TextInput } from '../../kernel/model/index.js';
import { ProcessTemplate, ProcessTemplateVersion } from '../process/index.js';
import { Region } from '../region/index.js';
import { ProcessInstance } from './process-instance.js';

@Input('Start of a process by hand (WFL-34, WFL-35).')
export class ProcessInstanceStartInput {
  @IdInput(() => ProcessTemplate, {
    description:
      'Template whose published version runs; without it the one that applies to the object is chosen. TEMPLATE_UNFIT for one that is for other objects.',
    optional: true,
  })
  templateId?: string | null;

  @IdInput(() => ProcessTemplateVersion, {
    description:
      'Version that is in test: makes a test instance (WFL-27). Not with a template. TEMPLATE_UNFIT for one that is for other objects.',
    optional: true,
  })
  testVersionId?: string | null;

  @AnyIdInput({ description: 'Object that it is about. NOT_FOUND when the caller may not see it.', optional: true })
  objectId?: string | null;

  @TextInput({ description: 'What it is about, for people.', optional: true })
  subject?: string | null;

  @IdInput(() => Region, {
    description: "Region whose staff work on it; that of the caller's unit when absent. OUT_OF_SCOPE for others.",
    optional: true,
  })
  regionId?: string | null;

  @TextInput({ description: 'Handling grade, which chooses the time limits.', max: 60, optional: true })
  handlingGrade?: string | null;

  @TextInput({
    description: 'Instances with the same key wait for each other at the steps that say so (WFL-49).',
    max: 100,
    optional: true,
  })
  correlationKey?: string | null;

  @JsonInput({
    description:
      'Values of its variables by name, and of those that only serve the choice of the template and the handling grade (WFL-06): REQUIRED, WRONG_TYPE, UNKNOWN_VALUE.',
    optional: true,
  })
  variables?: unknown;

  @InstantInput({ description: 'When it is to begin; at once when absent.', optional: true })
  startsAt?: string | null;

  @IdInput(() => ProcessInstance, {
    description:
      'Instance after whose end it begins, whether that is completed or ended by hand; not before `startsAt` either. At once when it has ended (WFL-49).',
    optional: true,
  })
  startsAfterId?: string | null;

  @BoolInput({
    description: 'Starts another one although one runs for the object; else that one is answered.',
    optional: true,
  })
  again?: boolean | null;
}

@Input('Lets an instance begin that waits in the dispatch centre (WFL-21, WFL-39).')
export class ProcessInstanceDispatchInput {
  @IdInput(() => ProcessInstance, { description: 'The instance.' })
  instanceId!: string;

  @IdInput(() => ProcessTemplate, {
    description:
      'Template on whose published version it runs; needed when none was found (WFL-35, WFL-38). TEMPLATE_UNFIT for one that is for other objects, or whose limits would move it away from an object that it goes with; NO_CLOSING_STEP for one without the step with which the work on such an object is over; NO_VERDICT for one that never decides, about an approval.',
    optional: true,
  })
  templateId?: string | null;
}
