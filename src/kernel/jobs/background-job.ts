import { describeEnum, EnumOf, Instant, Int, Node, Noun, Text } from '../model/index.js';
import { definePolicy } from '../access/policy.js';

/** States of a job in the queue; one that is done leaves it. */
export enum BackgroundJobState {
  WAITING = 'WAITING',
  RUNNING = 'RUNNING',
  RETRYING = 'RETRYING',
  FAILED = 'FAILED',
}

describeEnum(BackgroundJobState, 'BackgroundJobState', 'State of a job in the queue; one that is done leaves it.', {
  WAITING: 'It waits for its time, or for a worker.',
  RUNNING: 'A worker has it.',
  RETRYING: 'It failed and will be tried again at its time.',
  FAILED: 'It failed for good, or was replaced by a newer one while it ran.',
});

/** A view of the queue's own tables; only read. */
@Noun({
  tag: 'jb',
  description: 'A piece of work that the system does by itself, as long as it is in the queue. Seen by administrators.',
})
export class BackgroundJob extends Node {
  @Text({ description: 'Name of what is done, such as `webhook.deliver`.', access: 'slow' })
  name!: string;

  @Text({
    description: 'Queue whose jobs run one after another; null when it has none.',
    nullable: true,
    access: 'slow',
  })
  queue!: string | null;

  @EnumOf(() => BackgroundJobState, { description: 'State.' })
  state!: BackgroundJobState;

  @Int({ description: 'Attempts begun so far.', access: 'slow' })
  attempts!: number;

  @Int({ description: 'Attempts after which it has failed for good.' })
  maxAttempts!: number;

  @Instant({ description: 'Earliest moment of its next attempt.', access: 'slow' })
  runAt!: Date;

  @Instant({ description: 'When a worker took it; null when none has it.', nullable: true, access: 'slow' })
  startedAt!: Date | null;

  @Text({ description: 'What went wrong at the last attempt; null when nothing did.', nullable: true, max: 4000 })
  lastError!: string | null;
}

definePolicy(BackgroundJob, {});
