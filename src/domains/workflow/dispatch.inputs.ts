import {
  BoolInput,
  IdInput,
  IdListInput,
  Input,
  JsonInput,
  ListInput,
  TextInput,
  TextListInput,
} from '../../kernel/model/index.js';
import { ProcessFlowInput, ProcessStepInput, ProcessTemplate } from '../process/index.js';
import { ProcessInstance } from './process-instance.js';
import { ProcessToken } from './process-token.js';

@Input('Holds, resumes or ends instances, singly or many at once (WFL-44, WFL-45).')
export class ProcessInstancesInput {
  @IdListInput(() => ProcessInstance, {
    description: 'The instances; all of them or none, unless `skipRefused` is true.',
    max: 200,
  })
  instanceIds!: string[];

  @BoolInput({
    description:
      'True to do it on each by itself, and to tell in `refused` of those on which it is refused; a sub-process that is held or ended with the whole counts as such. False when absent.',
    optional: true,
  })
  skipRefused?: boolean | null;

  @TextInput({ description: 'Why.', max: 2000 })
  reason!: string;
}

@Input('Lets what has failed in an instance be tried again (WFL-47).')
export class ProcessInstanceRetryInput {
  @IdInput(() => ProcessInstance, { description: 'The instance.' })
  instanceId!: string;

  @TextInput({ description: 'Why, or what was done about it.', max: 2000 })
  reason!: string;
}

@Input('Sets values of a running instance by hand (WFL-46, WFL-47).')
export class ProcessInstanceValuesSetInput {
  @IdInput(() => ProcessInstance, { description: 'The instance; INVALID_STATE when it does not run.' })
  instanceId!: string;

  @JsonInput({
    description:
      'Values by name, of variables of the process and of what its steps give: REQUIRED, WRONG_TYPE, UNKNOWN_VALUE. Others stay as they are.',
  })
  values!: unknown;

  @TextInput({ description: 'Why.', max: 2000 })
  reason!: string;
}

@Input('Passes over what a visit waits for, or what would undo it (WFL-47).')
export class ProcessInstancePassOverInput {
  @IdInput(() => ProcessToken, { description: 'The visit; INVALID_STATE when it waits for nothing of the kind.' })
  tokenId!: string;

  @TextInput({ description: 'Why, or what was done in its place.', max: 2000 })
  reason!: string;
}

@Input('Names the next step by hand, whatever the flows say (WFL-37).')
export class ProcessInstanceMoveInput {
  @IdInput(() => ProcessToken, { description: 'The visit that moves; it must still stand at its step.' })
  tokenId!: string;

  @TextInput({
    description:
      'Code of the step that is next; STEP_UNKNOWN. SPLIT_OPEN for one outside of the parallel branch in which it stands, while others of its split are under way, when the split is not left.',
    max: 60,
  })
  step!: string;

  @BoolInput({
    description:
      'True to leave the innermost parallel split in which it stands: its other branches are taken back, with their tasks. Else they go on, and it stays in its branch: what follows would be done twice. Going back into one of them later takes back what follows, and lets the others stand where they were. False when absent; NOT_PARALLEL when it stands in none, INVALID_STATE while the process goes back.',
    optional: true,
  })
  leaveSplit?: boolean | null;

  @TextInput({ description: 'Why.', max: 2000 })
  reason!: string;
}

@Input('Ends a step of a test with what the tester says came of it (WFL-27).')
export class ProcessInstanceTryStepInput {
  @IdInput(() => ProcessToken, {
    description:
      'The visit whose step ends: of a test, NOT_A_TEST; it must stand at its step, whether somebody works there, it waits for a moment or for others, or it cannot go on.',
  })
  tokenId!: string;

  @JsonInput({
    description:
      "Values of the step's outputs by name, by which the next step is chosen: REQUIRED, WRONG_TYPE, UNKNOWN_VALUE (WFL-12).",
    optional: true,
  })
  outputs?: unknown;

  @TextInput({ description: 'Why.', max: 2000, optional: true })
  reason?: string | null;
}

@Input('Goes back to a step whose work was done (WFL-42, WFL-43).')
export class ProcessInstanceRollBackInput {
  @IdInput(() => ProcessToken, { description: 'The visit that is gone back to; it and all that followed is undone.' })
  tokenId!: string;

  @TextInput({ description: 'Why.', max: 2000 })
  reason!: string;
}

@Input('Names the process that goes on after a step (WFL-38).')
export class ProcessInstanceHandOverInput {
  @IdInput(() => ProcessToken, {
    description: 'The visit that ends; INVALID_STATE when it does not stand at its step.',
  })
  tokenId!: string;

  @IdInput(() => ProcessTemplate, {
    description:
      'Template that goes on, for the same object; NOT_PUBLISHED, TEMPLATE_UNFIT for one that is for other objects.',
  })
  templateId!: string;

  @JsonInput({
    description:
      'Values of its variables by name, beside those that the instance has under the same names: REQUIRED, WRONG_TYPE, UNKNOWN_VALUE.',
    optional: true,
  })
  variables?: unknown;

  @TextInput({ description: 'Why.', max: 2000 })
  reason!: string;
}

@Input('A flow by its ends.')
export class ProcessFlowEndsInput {
  @TextInput({ description: 'Code of the step from which it leads.', max: 60 })
  from!: string;

  @TextInput({ description: 'Code of the step to which it leads.', max: 60 })
  to!: string;
}

@Input('Adds or removes steps of a running instance that have not begun (WFL-48).')
export class ProcessInstanceChangeInput {
  @IdInput(() => ProcessInstance, { description: 'The instance.' })
  instanceId!: string;

  @TextListInput({
    optional: true,
    description: 'Codes of the steps to remove, with their flows; STEP_USED when one was visited.',
    max: 50,
    maxText: 60,
  })
  removeSteps?: string[] | null;

  @ListInput(() => ProcessStepInput, { description: 'Steps to add.', max: 50, optional: true })
  addSteps?: ProcessStepInput[] | null;

  @ListInput(() => ProcessFlowEndsInput, {
    description: 'Flows to remove; FLOW_UNKNOWN, STEP_USED for one out of a step that was left.',
    max: 100,
    optional: true,
  })
  removeFlows?: ProcessFlowEndsInput[] | null;

  @ListInput(() => ProcessFlowInput, { description: 'Flows to add.', max: 100, optional: true })
  addFlows?: ProcessFlowInput[] | null;

  @TextInput({ description: 'Why.', max: 500 })
  reason!: string;
}
