import { BoolInput, Input, JsonInput, TextInput } from '../../kernel/model/index.js';

@Input('Progress that an outside system tells of a task (WFL-52).')
export class ProcessExternalProgressInput {
  @TextInput({
    description: 'The message with which the task was sent; NOT_FOUND for one that was sent to another system.',
    max: 60,
  })
  messageId!: string;

  @TextInput({ description: 'How far it has come.', max: 2000 })
  progress!: string;
}

@Input('Answer of an outside system to a task (WFL-52).')
export class ProcessExternalAnswerInput {
  @TextInput({
    description:
      'The message with which the task was sent; NOT_FOUND for one that was sent to another system. The same answer may come again: it is taken once. A task that was not done and is sent again has another message; CONFLICT when the one before is then said to be done.',
    max: 60,
  })
  messageId!: string;

  @BoolInput({ description: 'Whether it was done.' })
  done!: boolean;

  @JsonInput({
    description: "When it was done, values of the step's outputs by name: REQUIRED, WRONG_TYPE (WFL-12).",
    optional: true,
  })
  outputs?: unknown;

  @TextInput({
    description: 'When it was not done, why; a dispatcher decides what follows.',
    max: 2000,
    optional: true,
  })
  reason?: string | null;
}
