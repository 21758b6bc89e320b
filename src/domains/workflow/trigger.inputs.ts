import { BoolInput, EnumInput, IdInput, Input, InstantInput, IntInput, TextInput } from '../../kernel/model/index.js';
import { ProcessTemplate } from '../process/index.js';
import { Region } from '../region/index.js';
import { ProcessTriggerKind, ProcessTriggerScope } from './process-trigger.js';

@Input('A trigger, whole: what is absent is no condition (WFL-34).')
export class ProcessTriggerSaveInput {
  @TextInput({ description: 'Code; the one with this code is replaced, otherwise one is made.', max: 60 })
  code!: string;

  @TextInput({ description: 'Name.' })
  name!: string;

  @IdInput(() => ProcessTemplate, { description: 'What it starts; TEMPLATE_UNFIT for one about other objects.' })
  templateId!: string;

  @EnumInput(() => ProcessTriggerKind, { description: 'What makes it start a process.' })
  kind!: ProcessTriggerKind;

  @TextInput({
    description: 'For EVENT and COUNT the type of the events; EVENT_TYPE_UNKNOWN. CONTRADICTION for TIME.',
    max: 100,
    optional: true,
  })
  eventType?: string | null;

  @TextInput({
    description: 'Condition in FEEL on an event, over `data`, `from`, `to`, `action` and `actorKind`.',
    max: 2000,
    optional: true,
  })
  condition?: string | null;

  @TextInput({
    description: 'Values with which the process starts: FEEL that gives a context, over the same and `count`.',
    max: 2000,
    optional: true,
  })
  values?: string | null;

  @IntInput({ description: 'For COUNT how many events; REQUIRED.', min: 2, max: 1000, optional: true })
  count?: number | null;

  @IntInput({ description: 'For COUNT within how many minutes; REQUIRED.', min: 1, max: 527_040, optional: true })
  windowMinutes?: number | null;

  @EnumInput(() => ProcessTriggerScope, {
    description: 'For COUNT what its events have in common; SUBJECT when absent.',
    optional: true,
  })
  scope?: ProcessTriggerScope | null;

  @InstantInput({
    description:
      'For TIME the first moment; REQUIRED without a schedule, and for one that does not say when it begins. With a schedule it is not before then.',
    optional: true,
  })
  nextAt?: string | null;

  @TextInput({
    description:
      'For TIME when it comes again and again, by the clock of the operator (parameter `operator.time-zone`): minute, hour, day of the month (`L` for the last), month and day of the week, such as `30 8 * * MON-FRI`; or a cycle of ISO 8601, such as `R12/2026-01-31T09:00:00+08:00/P1M`. A time that the clocks skip is that much later. BAD_VALUE for what is neither, comes more often than each minute, or never again; CONTRADICTION with `everyMinutes`.',
    optional: true,
  })
  schedule?: string | null;

  @IntInput({
    description: 'For TIME how many minutes lie between two; once only when absent.',
    min: 1,
    max: 527_040,
    optional: true,
  })
  everyMinutes?: number | null;

  @IdInput(() => Region, {
    description: 'Only there and inside it; OUT_OF_SCOPE for regions of others, and when absent for staff of a region.',
    optional: true,
  })
  regionId?: string | null;

  @BoolInput({ description: 'Whether it starts anything; true when absent.', optional: true })
  active?: boolean | null;
}
