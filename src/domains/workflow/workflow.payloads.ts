import { Field, ObjectType } from 'type-graphql';
import { Payload } from '../../kernel/errors/index.js';
import { ProcessInstance } from './process-instance.js';
import { ProcessTask } from './process-task.js';

@ObjectType({ description: 'Answer of operations on a process instance.' })
export class ProcessInstancePayload extends Payload {
  @Field(() => ProcessInstance, { nullable: true, description: 'The instance; null when nothing was written.' })
  instance?: ProcessInstance;
}

@ObjectType({ description: 'Answer of operations on many process instances.' })
export class ProcessInstancesPayload extends Payload {
  @Field(() => [ProcessInstance], {
    nullable: true,
    description: 'The instances in the order of the input; null when nothing was written.',
  })
  instances?: ProcessInstance[];
}

@ObjectType({ description: 'Answer of operations on a task.' })
export class ProcessTaskPayload extends Payload {
  @Field(() => ProcessTask, { nullable: true, description: 'The task; null when nothing was written.' })
  task?: ProcessTask;
}
