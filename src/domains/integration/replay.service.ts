import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { deliverJob, deliverJobs } from './deliver-job.js';
import { DeliveryStatus, WebhookStatus } from './webhook.enums.js';
import type { WebhookReplayInput } from './webhook.inputs.js';
import { WebhookDelivery } from './webhook-delivery.js';
import { webhookPace } from './webhook-pace.js';
import { WebhookSubscription } from './webhook-subscription.js';

const { PARKED, DELIVERED, PENDING } = DeliveryStatus;

/** Sends deliveries again, with three more days of attempts. @returns how many */
export async function replayDeliveries(
  context: CallContext,
  { deliveryId, webhookId }: WebhookReplayInput,
): Promise<number> {
  if ((deliveryId === undefined) === (webhookId === undefined))
    return refuse('REQUIRED', 'Give either a delivery or a subscription.', ['input']);
  return context.database.write(context, (tx) => (deliveryId ? replayOne(tx, deliveryId) : replayAll(tx, webhookId!)));
}

const anew = (tx: Transaction) => ({
  status: PENDING,
  nextAttemptAt: tx.at,
  retryUntil: new Date(tx.at.getTime() + webhookPace.retryFor),
  updatedAt: tx.at,
});

async function replayOne(tx: Transaction, id: string): Promise<number> {
  const path = ['input', 'deliveryId'];
  const delivery = await tx.get(WebhookDelivery, id, path);
  const webhook = await tx.find(WebhookSubscription, delivery.subscription.id);
  refuseClosed(webhook, path);
  if (delivery.status !== PARKED && delivery.status !== DELIVERED)
    refuse('INVALID_TRANSITION', 'Only what is parked or delivered can be sent again.', path, {
      state: delivery.status,
    });
  Object.assign(delivery, anew(tx), { deliveredAt: null });
  tx.enqueue(deliverJob(delivery.subscription.id, delivery.lane));
  return 1;
}

async function replayAll(tx: Transaction, id: string): Promise<number> {
  const webhook = await tx.get(WebhookSubscription, id, ['input', 'webhookId']);
  refuseClosed(webhook, ['input', 'webhookId']);
  const count = await tx.em.nativeUpdate(WebhookDelivery, { subscription: webhook.id, status: PARKED }, anew(tx));
  if (count > 0) for (const job of deliverJobs(webhook.id)) tx.enqueue(job);
  return count;
}

function refuseClosed(webhook: WebhookSubscription | null, path: readonly string[]): void {
  if (webhook?.status === WebhookStatus.CLOSED) refuse('CLOSED', 'The subscription is closed.', path);
}
