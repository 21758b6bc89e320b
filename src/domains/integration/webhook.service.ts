import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { applyChanges } from '../../kernel/record/index.js';
import { Customer } from '../customer/index.js';
import { Region } from '../region/index.js';
import { COLLECT } from './collect.js';
import { deliverJob, deliverJobs } from './deliver-job.js';
import { checkWebhook } from './webhook-checks.js';
import { DeliveryStatus, WebhookStatus } from './webhook.enums.js';
import type {
  WebhookChangeInput,
  WebhookCreateInput,
  WebhookInput,
  WebhookRotateSecretInput,
} from './webhook.inputs.js';
import { laneOf, WebhookDelivery } from './webhook-delivery.js';
import { webhookLifecycle } from './webhook.lifecycle.js';
import { callerOf, ownerOf } from './webhook-owner.js';
import { webhookPace } from './webhook-pace.js';
import { newSecret, shownSecret } from './webhook-secret.js';
import { WebhookSubscription } from './webhook-subscription.js';

/** Most subscriptions of one owner that are not closed. */
const MAX_OWNED = 100;

/** A subscription, and its secret, which is shown this once. */
export interface WebhookWithSecret {
  webhook: WebhookSubscription;
  secret: string;
}

const NOT_CLOSED = { status: { $ne: WebhookStatus.CLOSED } };

/** Subscribes to the events from now on. */
export async function createWebhook(context: CallContext, input: WebhookCreateInput): Promise<WebhookWithSecret> {
  const owner = ownerOf(context.caller);
  checkWebhook(input, callerOf(owner));
  return context.database.write(context, async (tx) => {
    await tx.em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [
      `webhook.owner ${owner.ownerKind} ${owner.ownerSubject}`,
    ]);
    if ((await tx.em.count(WebhookSubscription, { ...owner, ...NOT_CLOSED })) >= MAX_OWNED)
      refuse('TOO_MANY', `At most ${MAX_OWNED} subscriptions may be open.`, [], { max: MAX_OWNED });
    const secret = newSecret();
    const webhook = Object.assign(new WebhookSubscription(), {
      ...owner,
      name: input.name,
      url: input.url,
      types: input.types,
      subjectTypes: input.subjectTypes ?? [],
      selection: input.selection ?? null,
      ...(await scopeOf(tx, input)),
      status: WebhookStatus.ACTIVE,
      failures: 0,
      heldUntil: null,
      previousSecretUntil: null,
      position: await presentPosition(tx),
      secret,
      previousSecret: null,
    });
    webhookLifecycle.begin(tx, webhook);
    return { webhook: tx.add(webhook), secret: shownSecret(secret) };
  });
}

async function presentPosition(tx: Transaction): Promise<bigint> {
  const [row] = await tx.em.execute<{ position: string | null }[]>(
    'select max("position") as "position" from "event_counter"',
  );
  return BigInt(row?.position ?? 0);
}

/** The customer and region of a filter; what is absent stays out, null stays null. */
async function scopeOf(
  tx: Transaction,
  { customerId, regionId }: { customerId?: string | null; regionId?: string | null },
) {
  const find = <T extends Customer | Region>(noun: new () => T, id: string | null, name: string) =>
    id === null ? null : tx.get(noun, id, ['input', name], { lock: false });
  return {
    customer: customerId === undefined ? undefined : await find(Customer, customerId, 'customerId'),
    region: regionId === undefined ? undefined : await find(Region, regionId, 'regionId'),
  };
}

/** Changes a subscription; deliveries that were begun stay as they are. */
export function changeWebhook(context: CallContext, input: WebhookChangeInput): Promise<WebhookSubscription> {
  return context.database.write(context, async (tx) => {
    const webhook = await openWebhook(tx, input.webhookId);
    checkWebhook(input, callerOf(webhook));
    const { name, url, types, subjectTypes, selection } = input;
    const values = { name, url, types, subjectTypes, selection, ...(await scopeOf(tx, input)) };
    const changes = applyChanges(webhook, values);
    if (changes.length > 0)
      tx.record({ kind: 'RECORD_CHANGE', type: 'webhook.changed', subject: webhook, data: { changes } });
    return webhook;
  });
}

/** The subscription, locked; closed ones are of the past. */
async function openWebhook(tx: Transaction, id: string): Promise<WebhookSubscription> {
  const webhook = await tx.get(WebhookSubscription, id, ['input', 'webhookId']);
  if (webhook.status === WebhookStatus.CLOSED) refuse('CLOSED', 'The subscription is closed.', ['input', 'webhookId']);
  return webhook;
}

/** Sends nothing until it is resumed; events wait. */
export function pauseWebhook(context: CallContext, { webhookId, reason }: WebhookInput): Promise<WebhookSubscription> {
  return context.database.write(context, async (tx) => {
    const webhook = await tx.get(WebhookSubscription, webhookId, ['input', 'webhookId']);
    await webhookLifecycle.move(tx, webhook, 'pause', { reason });
    return webhook;
  });
}

/** Goes on with what waits, and with the events since the pause. */
export function resumeWebhook(context: CallContext, { webhookId, reason }: WebhookInput): Promise<WebhookSubscription> {
  return context.database.write(context, async (tx) => {
    const webhook = await tx.get(WebhookSubscription, webhookId, ['input', 'webhookId']);
    await webhookLifecycle.move(tx, webhook, 'resume', { reason });
    Object.assign(webhook, { failures: 0, heldUntil: null });
    for (const job of deliverJobs(webhook.id)) tx.enqueue(job);
    tx.enqueue({ name: COLLECT, payload: {}, key: COLLECT });
    return webhook;
  });
}

/** Ends a subscription for good; what waits is dropped. */
export function closeWebhook(context: CallContext, { webhookId, reason }: WebhookInput): Promise<WebhookSubscription> {
  return context.database.write(context, async (tx) => {
    const webhook = await tx.get(WebhookSubscription, webhookId, ['input', 'webhookId']);
    await webhookLifecycle.move(tx, webhook, 'close', { reason });
    await tx.em.nativeUpdate(
      WebhookDelivery,
      { subscription: webhook.id, status: DeliveryStatus.PENDING },
      { status: DeliveryStatus.DROPPED, nextAttemptAt: null, updatedAt: tx.at },
    );
    return webhook;
  });
}

/** Gives a subscription a new secret; for a while requests carry the signatures of both. */
export function rotateWebhookSecret(context: CallContext, input: WebhookRotateSecretInput): Promise<WebhookWithSecret> {
  return context.database.write(context, async (tx) => {
    const webhook = await openWebhook(tx, input.webhookId);
    const hours = input.overlapHours ?? 24;
    const secret = newSecret();
    webhook.previousSecret = hours === 0 ? null : webhook.secret;
    webhook.previousSecretUntil = hours === 0 ? null : new Date(tx.at.getTime() + hours * 3_600_000);
    webhook.secret = secret;
    tx.record({
      kind: 'BUSINESS_FACT',
      type: 'webhook.secret.changed',
      subject: webhook,
      data: { overlapHours: hours },
    });
    return { webhook, secret: shownSecret(secret) };
  });
}

/** Sends a test to the target of an active subscription; how it went stands in the log. */
export function testWebhook(context: CallContext, { webhookId }: WebhookInput): Promise<WebhookDelivery> {
  return context.database.write(context, async (tx) => {
    const webhook = await openWebhook(tx, webhookId);
    if (webhook.status !== WebhookStatus.ACTIVE)
      refuse('NOT_ACTIVE', 'Resume the subscription first.', ['input', 'webhookId']);
    const lane = laneOf(webhook.id);
    tx.enqueue(deliverJob(webhook.id, lane));
    return tx.add(
      Object.assign(new WebhookDelivery(), {
        subscription: webhook,
        eventType: 'webhook.test',
        test: true,
        status: DeliveryStatus.PENDING,
        attemptCount: 0,
        nextAttemptAt: tx.at,
        retryUntil: new Date(tx.at.getTime() + webhookPace.retryFor),
        deliveredAt: null,
        responseCode: null,
        body: null,
        eventNoun: null,
        eventId: null,
        subjectType: 'WebhookSubscription',
        subjectId: webhook.id,
        position: 0n,
        lane,
      }),
    );
  });
}
