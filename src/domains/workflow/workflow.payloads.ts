import { Field, Int, ObjectType } from 'type-graphql';
import { Payload } from '../../kernel/errors/index.js';
import { ProcessInstance } from './process-instance.js';
import { ProcessTask } from './process-task.js';

@ObjectType({ description: 'Answer of operations on a process instance.' })
export class ProcessInstancePayload extends Payload {
  @Field(() => ProcessInstance, { nullable: true, description: 'The instance; null when nothing was written.' })
  instance?: ProcessInstance;
}

@ObjectType({ description: 'An instance on which an operation on many was refused.' })
export class ProcessInstanceRefusal {
  @Field(() => Int, { description: 'Its place in the input, from 0.' })
  index!: number;

  @Field(() => String, { description: 'Why: NOT_FOUND, INVALID_STATE, STEERED, or what its domain says.' })
  code!: string;

  @Field(() => String, { description: 'Explanation for a person.' })
  message!: string;
}

@ObjectType({ description: 'Answer of operations on many process instances.' })
export class ProcessInstancesPayload extends Payload {
  @Field(() => [ProcessInstance], {
    nullable: true,
    description:
      'The instances in the order of the input, without those that were refused while others were not; null when nothing was written.',
  })
  instances?: ProcessInstance[];

  @Field(() => [ProcessInstanceRefusal], {
    nullable: true,
    description:
      'Instances on which it was refused while it was done on the others, where `skipRefused` is true; else none.',
  })
  refused?: ProcessInstanceRefusal[];
}

@ObjectType({ description: 'Answer of operations on a task.' })
export class ProcessTaskPayload extends Payload {
  @Field(() => ProcessTask, { nullable: true, description: 'The task; null when nothing was written.' })
  task?: ProcessTask;
}
