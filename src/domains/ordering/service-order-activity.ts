import { describeEnum, EnumOf, Instant, Int, Node, Noun, One, Text, UniqueTogether } from '../../kernel/model/index.js';
import { ServiceOrder } from './service-order.js';

export enum ActivityState {
  PENDING = 'PENDING',
  IN_PROGRESS = 'IN_PROGRESS',
  DONE = 'DONE',
  FAILED = 'FAILED',
}

describeEnum(ActivityState, 'ActivityState', 'How far provisioning is with one of its steps (WFL-73).', {
  PENDING: 'It comes later.',
  IN_PROGRESS: 'It is being worked on.',
  DONE: 'It is done.',
  FAILED: 'It could not be done.',
});

@UniqueTogether(['serviceOrder', 'attempt', 'code'])
@Noun({
  tag: 'fa',
  root: false,
  description:
    'A step of the outside system that provisions a service order, as that system tells of it: the process of the order shows it and does not steer it (WFL-73).',
})
export class ServiceOrderActivity extends Node {
  @One(() => ServiceOrder, {
    description: 'The service order.',
    inverse: 'activities',
    inverseDescription: 'Steps of the system that provisions it, of all attempts (WFL-73).',
  })
  serviceOrder!: ServiceOrder;

  @Int({ description: 'Attempt of the service order in which it is done, from 1.', access: 'slow' })
  attempt!: number;

  @Text({ description: 'Code of the step there, such as `CIRCUIT_DESIGN`.', max: 60, access: 'slow' })
  code!: string;

  @Text({ description: 'What is done, for people.', max: 200 })
  name!: string;

  @EnumOf(() => ActivityState, { description: 'How far it is.' })
  state!: ActivityState;

  @Text({
    description: 'Who does it there, in the words of that system; null when it does not say.',
    nullable: true,
    max: 200,
  })
  operator?: string | null;

  @Instant({ description: 'When it began; null before.', nullable: true, access: 'slow' })
  startedAt?: Date | null;

  @Instant({ description: 'By when it is to be done; null without a limit.', nullable: true, access: 'slow' })
  dueAt?: Date | null;

  @Instant({ description: 'When it was done or failed; null before.', nullable: true, access: 'slow' })
  endedAt?: Date | null;

  @Instant({ description: 'When the system told of it last, by its own clock.', access: 'slow' })
  reportedAt!: Date;
}
