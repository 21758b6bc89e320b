import { describeEnum } from '../../kernel/model/index.js';

/** States of a webhook subscription. */
export enum WebhookStatus {
  ACTIVE = 'ACTIVE',
  PAUSED = 'PAUSED',
  CLOSED = 'CLOSED',
}

describeEnum(WebhookStatus, 'WebhookStatus', 'State of a webhook subscription.', {
  ACTIVE: 'Events are delivered.',
  PAUSED: 'Nothing is sent; events wait, as long as the history keeps them.',
  CLOSED: 'Ended for good; only its log is left.',
});

/** States of a delivery. */
export enum DeliveryStatus {
  PENDING = 'PENDING',
  DELIVERED = 'DELIVERED',
  PARKED = 'PARKED',
  DROPPED = 'DROPPED',
}

describeEnum(DeliveryStatus, 'WebhookDeliveryStatus', 'State of the delivery of an event.', {
  PENDING: 'It is to be sent, at once or after a pause.',
  DELIVERED: 'The target has accepted it.',
  PARKED: 'Given up after three days of attempts, until it is replayed.',
  DROPPED: 'Not sent: the owner of the subscription may no longer see the event, or the subscription was closed.',
});

/** How an attempt ended. */
export enum AttemptOutcome {
  ACCEPTED = 'ACCEPTED',
  REJECTED = 'REJECTED',
  TIMED_OUT = 'TIMED_OUT',
  UNREACHABLE = 'UNREACHABLE',
  TARGET_FORBIDDEN = 'TARGET_FORBIDDEN',
  SELECTION_FAILED = 'SELECTION_FAILED',
}

describeEnum(AttemptOutcome, 'WebhookAttemptOutcome', 'How an attempt to deliver an event ended.', {
  ACCEPTED: 'The target answered with a status from 200 to 299.',
  REJECTED: 'The target answered with another status; redirects are not followed.',
  TIMED_OUT: 'The target did not answer in time.',
  UNREACHABLE: 'No connection to the target, such as an unknown name or a certificate that does not hold.',
  TARGET_FORBIDDEN: 'The name of the target stands for an address inside a private or otherwise special network.',
  SELECTION_FAILED: 'The selection of the payload could not be read.',
});
