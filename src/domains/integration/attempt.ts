import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { EventHistory } from '../../kernel/events/index.js';
import { cloudEvent, idOfNoun, stableJson, testEvent, usualSelection } from './cloud-event.js';
import type { Sent } from './send.js';
import { failure, postSigned } from './signed-post.js';
import { AttemptOutcome, DeliveryStatus, WebhookStatus } from './webhook.enums.js';
import { WebhookAttempt } from './webhook-attempt.js';
import { WebhookDelivery } from './webhook-delivery.js';
import { webhookLifecycle } from './webhook.lifecycle.js';
import { callerOf } from './webhook-owner.js';
import { holdAfter, pauseAfter } from './webhook-pace.js';
import { eventSelection } from './webhook.ports.js';
import { WebhookSubscription } from './webhook-subscription.js';

/** The longest that a target may put off the next attempt by `Retry-After`, in milliseconds. */
const LONGEST_WISH = 3_600_000;
/** Status by which a target says that it is gone for good: its subscription is paused (Standard Webhooks). */
const GONE = 410;

type Body = Record<string, unknown>;
type Tried = Sent & { body: Body | null; startedAt: Date; durationMs: number };

/** Outcomes that say that the target as a whole cannot be reached, rather than that it objects to this event. */
const unreached = new Set<AttemptOutcome>([
  AttemptOutcome.TIMED_OUT,
  AttemptOutcome.UNREACHABLE,
  AttemptOutcome.TARGET_FORBIDDEN,
]);

/** Makes one attempt to deliver, and writes down how it ended. A process that dies between the two leaves it to be sent again. */
export async function attemptDelivery(context: CallContext, deliveryId: string): Promise<void> {
  const em = context.database.orm.em.fork();
  const delivery = await em.findOneOrFail(WebhookDelivery, { id: deliveryId }, { populate: ['subscription'] as never });
  const startedAt = new Date();
  const began = performance.now();
  const body = delivery.body ?? (await readBody(context, delivery).catch(asFailure));
  const sent = body instanceof Error ? selectionFailed(body) : body && (await sendTo(delivery, body));
  const durationMs = Math.round(performance.now() - began);
  await context.database.write(context, async (tx) => {
    const current = await tx.find(WebhookDelivery, deliveryId);
    if (current?.status !== DeliveryStatus.PENDING) return;
    if (!sent) drop(current);
    else await settle(tx, current, { ...sent, body: body as Body, startedAt, durationMs });
  });
}

/** The CloudEvent of a delivery; null when its owner may not see the event any more, or it is no longer kept. */
async function readBody({ database }: CallContext, delivery: WebhookDelivery): Promise<Body | null> {
  if (delivery.test) return testEvent(delivery);
  const { subscription: webhook, eventNoun, eventId } = delivery;
  const caller = callerOf(webhook);
  const position = Number(delivery.position);
  const { events } = await new EventHistory(database.pool).page({ caller, match: {} }, position - 1, position);
  if (!events[0]) return null;
  const id = idOfNoun(eventNoun!, eventId!);
  const data = await eventSelection.adapter.read(webhook.selection ?? usualSelection, id, caller);
  return data && cloudEvent(events[0], data);
}

function sendTo(delivery: WebhookDelivery, event: Body): Promise<Sent> {
  const { url, secret, previousSecret, previousSecretUntil } = delivery.subscription;
  const overlaps = previousSecret !== null && previousSecretUntil !== null && previousSecretUntil > new Date();
  return postSigned({
    ...{ url, id: idOfNoun('WebhookDelivery', delivery.id), body: stableJson(event) },
    contentType: 'application/cloudevents+json; charset=utf-8',
    secrets: overlaps ? [secret, previousSecret] : [secret],
  });
}

const asFailure = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
const selectionFailed = (error: Error) => failure(AttemptOutcome.SELECTION_FAILED, error.message);

function drop(delivery: WebhookDelivery): void {
  delivery.status = DeliveryStatus.DROPPED;
  delivery.nextAttemptAt = null;
}

async function settle(tx: Transaction, delivery: WebhookDelivery, tried: Tried): Promise<void> {
  const { outcome, responseCode, responseBody, error, startedAt, durationMs } = tried;
  delivery.attemptCount += 1;
  delivery.responseCode = responseCode;
  delivery.body ??= tried.outcome === AttemptOutcome.SELECTION_FAILED ? null : tried.body;
  const attempt = {
    delivery,
    number: delivery.attemptCount,
    startedAt,
    durationMs,
    outcome,
    responseCode,
    responseBody,
    error,
  };
  tx.add(Object.assign(new WebhookAttempt(), attempt));
  if (outcome === AttemptOutcome.ACCEPTED) {
    delivery.status = DeliveryStatus.DELIVERED;
    delivery.deliveredAt = tx.at;
    delivery.nextAttemptAt = null;
  } else retryOrPark(delivery, tx.at, tried.retryAfterMs);
  await noteReach(tx, delivery.subscription.id, outcome);
  if (responseCode === GONE) await pauseGone(tx, delivery.subscription.id);
}

function retryOrPark(delivery: WebhookDelivery, now: Date, wishMs: number): void {
  const next = new Date(now.getTime() + Math.max(pauseAfter(delivery.attemptCount), Math.min(wishMs, LONGEST_WISH)));
  const parked = next > delivery.retryUntil;
  delivery.status = parked ? DeliveryStatus.PARKED : DeliveryStatus.PENDING;
  delivery.nextAttemptAt = parked ? null : next;
}

/** Holds the whole subscription for a while when its target is not there, so that it does not keep all who deliver busy. */
async function noteReach(tx: Transaction, webhookId: string, outcome: AttemptOutcome): Promise<void> {
  const isDown = unreached.has(outcome);
  const [state] = await tx.em.execute<{ failures: number }[]>(
    'select "failures" from "webhook_subscription" where "id" = ?',
    [webhookId],
  );
  const failures = isDown ? (state?.failures ?? 0) + 1 : 0;
  if (failures === 0 && state?.failures === 0) return;
  const heldUntil = isDown ? new Date(tx.at.getTime() + holdAfter(failures)) : null;
  await tx.em.execute('update "webhook_subscription" set "failures" = ?, "held_until" = ? where "id" = ?', [
    failures,
    heldUntil,
    webhookId,
  ]);
}

async function pauseGone(tx: Transaction, webhookId: string): Promise<void> {
  const webhook = await tx.find(WebhookSubscription, webhookId);
  if (webhook?.status !== WebhookStatus.ACTIVE) return;
  await webhookLifecycle.move(tx, webhook, 'pause', { reason: `The target answered with status ${GONE}: it is gone.` });
}
