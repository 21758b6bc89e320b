import { EnumOf, Instant, JsonValue, Node, Noun, One, Text } from '../../kernel/model/index.js';
import { Region } from '../region/index.js';
import { ExceptionHandling } from './monitor.enums.js';
import { ProcessAlarm } from './process-alarm.js';
import { ProcessInstance } from './process-instance.js';

@Noun({
  tag: 'wc',
  description:
    'A report that an instance could not go on by itself, sent to whoever is responsible, and how that was handled (异常流程报告, WFL-46, WFL-59).',
})
export class ProcessException extends Node {
  @One(() => ProcessInstance, {
    description: 'The instance.',
    inverse: 'exceptions',
    inverseDescription: 'When it could not go on by itself, and how that was handled.',
  })
  instance!: ProcessInstance;

  @One(() => ProcessAlarm, {
    description: 'The alarm by which it was told.',
    nullable: true,
    inverse: 'exceptions',
    inverseDescription: 'What the alarm reports, when it is about an instance that cannot go on.',
  })
  alarm?: ProcessAlarm | null;

  @Text({ description: 'Code of what happened, such as `STEP_FAILED`.', max: 60, access: 'slow', grouped: true })
  code!: string;

  @Text({ description: 'What happened, for people.', max: 2000 })
  message!: string;

  @JsonValue({ description: 'The situation: where it stood, what went wrong there, and the values of its variables.' })
  situation!: Record<string, unknown>;

  @Text({ description: 'Who is responsible: kind and code of the operator.', max: 100, access: 'slow' })
  owner!: string;

  @One(() => Region, {
    description: 'Region whose staff see it.',
    nullable: true,
    inverse: 'processExceptions',
    inverseDescription: 'Reports of processes in the region that could not go on.',
  })
  region?: Region | null;

  @Instant({ description: 'When it happened.', access: 'btree' })
  occurredAt!: Date;

  @Instant({ description: 'When it could go on again, or was ended; null before.', nullable: true, access: 'slow' })
  handledAt?: Date | null;

  @EnumOf(() => ExceptionHandling, { description: 'How it was handled; null before.', nullable: true })
  handling?: ExceptionHandling | null;

  @Text({ description: 'Who handled it; null before.', nullable: true, max: 100, access: 'slow' })
  handledBy?: string | null;
}
