import { EnumOf, Instant, Int, Node, Noun, One, Text } from '../../kernel/model/index.js';
import { AttemptOutcome } from './webhook.enums.js';
import { WebhookDelivery } from './webhook-delivery.js';

@Noun({
  tag: 'wa',
  root: false,
  description: 'One attempt to deliver an event to the target of a webhook subscription.',
})
export class WebhookAttempt extends Node {
  @One(() => WebhookDelivery, {
    description: 'The delivery.',
    inverse: 'attempts',
    inverseDescription: 'Attempts, oldest first.',
  })
  delivery!: WebhookDelivery;

  @Int({ description: 'Number of the attempt, from 1.', access: 'slow' })
  number!: number;

  @Instant({ description: 'When it began.', access: 'slow' })
  startedAt!: Date;

  @Int({ description: 'How long it took, in milliseconds.', access: 'slow' })
  durationMs!: number;

  @EnumOf(() => AttemptOutcome, { description: 'How it ended.' })
  outcome!: AttemptOutcome;

  @Int({ description: 'HTTP status of the answer; null when there was none.', nullable: true, access: 'slow' })
  responseCode!: number | null;

  @Text({ description: 'The first kilobyte of the answer, when it was no success.', nullable: true, max: 1024 })
  responseBody!: string | null;

  @Text({ description: 'What went wrong; null when nothing did.', nullable: true, max: 500 })
  error!: string | null;
}
