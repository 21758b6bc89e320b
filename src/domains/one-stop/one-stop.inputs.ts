import {
  BoolInput,
  EnumInput,
  IdInput,
  IdListInput,
  Input,
  InstantInput,
  TextInput,
} from '../../kernel/model/index.js';
import { Customer } from '../customer/index.js';
import { Order } from '../ordering/index.js';
import { InternalOrganization } from '../party/index.js';
import { OneStopCase } from './one-stop-case.js';
import { OneStopScope, OneStopStage } from './one-stop.enums.js';
import { OneStopTask } from './one-stop-task.js';

@Input('A new one-stop case (WFL-74).')
export class OneStopCaseOpenInput {
  @TextInput({ description: 'What it is about.' })
  subject!: string;

  @EnumInput(() => OneStopScope, { description: 'Over which borders it goes.' })
  scope!: OneStopScope;

  @IdInput(() => Customer, { description: 'The customer, a group customer.' })
  customerId!: string;

  @IdInput(() => Order, {
    description: 'The order of the customer that carries it out, if there is one.',
    optional: true,
  })
  orderId?: string | null;

  @TextInput({ description: 'Project that it belongs to.', max: 100, optional: true })
  project?: string | null;

  @TextInput({ description: 'Where it is to be delivered.', max: 400, optional: true })
  place?: string | null;

  @IdInput(() => InternalOrganization, {
    description: "Unit that accepts it, of those that the caller acts for; the caller's own when absent.",
    optional: true,
  })
  originId?: string | null;

  @IdListInput(() => InternalOrganization, {
    description: 'Other units that take part, of any level; at least 1.',
    max: 50,
  })
  organizationIds!: string[];
}

@Input('New data of a one-stop case. What is absent stays as it is.')
export class OneStopCaseChangeInput {
  @IdInput(() => OneStopCase, { description: 'The case, open.' })
  caseId!: string;

  @IdInput(() => Order, { description: 'The order of its customer that carries it out.', optional: true })
  orderId?: string | null;

  @TextInput({ description: 'Project that it belongs to.', max: 100, optional: true })
  project?: string | null;

  @TextInput({ description: 'Where it is to be delivered.', max: 400, optional: true })
  place?: string | null;
}

@Input('The end of a one-stop case.')
export class OneStopCaseEndInput {
  @IdInput(() => OneStopCase, { description: 'The case, open.' })
  caseId!: string;

  @BoolInput({ description: 'True when everything is done, false to give it up with its open tasks.' })
  done!: boolean;

  @TextInput({ description: 'What there is to say; of one that is given up why.', max: 500, optional: true })
  reason?: string | null;
}

@Input('A unit and the one-stop case in which it begins or ceases to take part.')
export class OneStopUnitInput {
  @IdInput(() => OneStopCase, { description: 'The case, open.' })
  caseId!: string;

  @IdInput(() => InternalOrganization, { description: 'The unit.' })
  organizationId!: string;
}

@Input('A task for a unit in a one-stop case.')
export class OneStopTaskGiveInput {
  @IdInput(() => OneStopCase, { description: 'The case, open.' })
  caseId!: string;

  @EnumInput(() => OneStopStage, { description: 'What it belongs to.' })
  stage!: OneStopStage;

  @TextInput({ description: 'What is to be done.' })
  name!: string;

  @TextInput({ description: 'The same in full.', max: 2000, optional: true })
  detail?: string | null;

  @IdInput(() => InternalOrganization, { description: 'Unit that is to do it; it takes part.' })
  organizationId!: string;

  @InstantInput({ description: 'By when; in the future.', optional: true })
  dueAt?: string | null;
}

@Input('A hand-over of a task to another unit.')
export class OneStopTaskHandOverInput {
  @IdInput(() => OneStopTask, { description: 'The task, open.' })
  taskId!: string;

  @IdInput(() => InternalOrganization, { description: 'Unit that has it from now on; it takes part.' })
  organizationId!: string;

  @TextInput({ description: 'Why.', max: 500 })
  reason!: string;
}

@Input('What came out of a task.')
export class OneStopTaskCompleteInput {
  @IdInput(() => OneStopTask, { description: 'The task, open.' })
  taskId!: string;

  @TextInput({ description: 'The result.', max: 2000 })
  result!: string;
}
