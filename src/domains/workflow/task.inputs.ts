import { BoolInput, IdInput, Input, JsonInput, ObjectInput, TextInput } from '../../kernel/model/index.js';
import { Employee } from '../organisation/index.js';
import { ProcessOperatorInput } from '../process/index.js';
import { ProcessTask } from './process-task.js';

@Input('A step with a task that needs nothing but perhaps a reason.')
export class ProcessTaskStepInput {
  @IdInput(() => ProcessTask, { description: 'The task.' })
  taskId!: string;

  @TextInput({ description: 'Why.', max: 2000, optional: true })
  reason?: string | null;
}

@Input('Gives a task to an employee, or hands it to one who does it in place of its holder.')
export class ProcessTaskAssignInput {
  @IdInput(() => ProcessTask, { description: 'The task.' })
  taskId!: string;

  @IdInput(() => Employee, {
    description:
      'Who gets it; to assign it, NOT_CANDIDATE when they may not do it; to delegate it, NOT_ACTIVE when they do not work here any more. Of the approval of a template, OWN_WORK for its author, DUPLICATE for one who is asked already (WFL-28).',
  })
  employeeId!: string;

  @TextInput({ description: 'Why.', max: 2000, optional: true })
  reason?: string | null;
}

@Input('Passes a task on to another position, role, unit or person.')
export class ProcessTaskForwardInput {
  @IdInput(() => ProcessTask, { description: 'The task.' })
  taskId!: string;

  @ObjectInput(() => ProcessOperatorInput, { description: 'Who may do it from now on; OPERATOR_UNKNOWN.' })
  operator!: ProcessOperatorInput;

  @TextInput({ description: 'Why.', max: 2000, optional: true })
  reason?: string | null;
}

@Input('Tells of progress with a task.')
export class ProcessTaskProgressInput {
  @IdInput(() => ProcessTask, { description: 'The task.' })
  taskId!: string;

  @TextInput({ description: 'How far it has come.', max: 2000 })
  progress!: string;
}

@Input('Ends a task: its step is done (回单).')
export class ProcessTaskCompleteInput {
  @IdInput(() => ProcessTask, { description: 'The task.' })
  taskId!: string;

  @JsonInput({
    description: "Values of the step's outputs by name: REQUIRED, WRONG_TYPE, UNKNOWN_VALUE (WFL-12).",
    optional: true,
  })
  outputs?: unknown;

  @TextInput({ description: 'Note.', max: 2000, optional: true })
  reason?: string | null;
}

@Input('Sends a task back (退单, WFL-42).')
export class ProcessTaskRejectInput {
  @IdInput(() => ProcessTask, { description: 'The task.' })
  taskId!: string;

  @TextInput({ description: 'Why.', max: 2000 })
  reason!: string;

  @BoolInput({
    description:
      'True: a dispatcher decides where it goes on. Else it goes back to the step that the template says, or to the one before.',
    optional: true,
  })
  toDispatcher?: boolean | null;
}
