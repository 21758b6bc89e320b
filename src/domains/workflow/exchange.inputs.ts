import { IdInput, Input, InstantInput, JsonInput, ListInput, TextInput } from '../../kernel/model/index.js';
import { Region } from '../region/index.js';
import { ProcessExchange } from './process-exchange.js';
import { ProcessTask } from './process-task.js';

@Input('Something that an outside system gives us to do (WFL-53).')
export class ExternalOrderInput {
  @TextInput({
    description: 'Names it for good. The same may come again: it is taken once.',
    max: 100,
  })
  messageId!: string;

  @TextInput({ description: 'Code of the template that does it; NOT_PUBLISHED.', max: 60 })
  template!: string;

  @TextInput({ description: 'What it is about, for people.', optional: true })
  subject?: string | null;

  @IdInput(() => Region, { description: 'Region whose staff work on it.', optional: true })
  regionId?: string | null;

  @TextInput({ description: 'Handling grade, which chooses the time limits.', max: 60, optional: true })
  handlingGrade?: string | null;

  @TextInput({ description: 'Groups what waits for each other and is shown together.', max: 100, optional: true })
  correlationKey?: string | null;

  @JsonInput({ description: 'Values of its variables by name: REQUIRED, WRONG_TYPE, UNKNOWN_VALUE.', optional: true })
  variables?: unknown;

  @InstantInput({ description: 'When it is to begin; at once when absent.', optional: true })
  startsAt?: string | null;
}

@Input('A task list of an outside system: all of it or nothing is taken (WFL-53).')
export class ExternalOrdersInput {
  @TextInput({
    description: 'Name of the outside system; systems with keys of their own are known by these. UNKNOWN_SYSTEM.',
    max: 100,
    optional: true,
  })
  system?: string | null;

  @ListInput(() => ExternalOrderInput, { description: 'What is to be done.', min: 1, max: 100 })
  orders!: ExternalOrderInput[];
}

@Input('Asks an outside system how far a task is that it does for us (WFL-66).')
export class ProcessExternalQueryInput {
  @IdInput(() => ProcessTask, {
    description: 'The task; NOT_EXTERNAL when people do it, NOT_SUPPORTED when its system cannot be asked.',
  })
  taskId!: string;
}

@Input('Says that a person has seen to what an outside system cannot be told (WFL-43, WFL-44, WFL-54).')
export class ProcessExternalSettleInput {
  @IdInput(() => ProcessExchange, {
    description: 'The message that is still to be told; INVALID_STATE when it arrived, or was none of ours.',
  })
  exchangeId!: string;

  @TextInput({ description: 'What was done about it.', max: 2000 })
  settlement!: string;
}
