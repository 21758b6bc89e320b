import { LockMode } from '@mikro-orm/postgresql';
import type { CallContext } from '../../kernel/database/context.js';
import { admitsEvent, EventHistory, type HistoryEvent } from '../../kernel/events/index.js';
import { defineJob } from '../../kernel/jobs/index.js';
import { resolveRegionScope } from '../region/index.js';
import { addDeliveries } from './new-deliveries.js';
import { typeTest } from './type-pattern.js';
import { WebhookStatus } from './webhook.enums.js';
import { callerOf } from './webhook-owner.js';
import { WebhookSubscription } from './webhook-subscription.js';

export const COLLECT = 'webhook.collect';

/** Events about webhooks are not sent by webhooks: a target that fails would cause events that fail. */
const OWN = /^Webhook/;

/**
 * Takes new events into deliveries. Each subscription's cursor moves in the transaction that writes its deliveries, so that
 * whatever happens, no event is left out and none is taken twice.
 */
export async function collectEvents(context: CallContext): Promise<void> {
  for (let position = await firstBehind(context); position !== undefined; position = await firstBehind(context)) {
    await collectFrom(context, position);
  }
}

/** The job that collects; it is asked for when something happened, and now and then by a schedule. */
export const collectJob = defineJob(COLLECT, (_payload, context) => collectEvents(context));

async function firstBehind({ database }: CallContext): Promise<bigint | undefined> {
  const { rows } = await database.pool.query<{ position: string | null }>({
    name: 'webhook_behind',
    text: `select min("position") as "position" from "webhook_subscription"
           where "status" = '${WebhookStatus.ACTIVE}' and "position" < (select max("position") from "event_counter")`,
  });
  const position = rows[0]?.position;
  return position == null ? undefined : BigInt(position);
}

/** One page of events for all subscriptions that stand at one position; most of them move together. */
async function collectFrom(context: CallContext, position: bigint): Promise<void> {
  const { database } = context;
  const { rows } = await database.pool.query<{ position: string }>(
    'select max("position") as "position" from "event_counter"',
  );
  const everything = { caller: context.caller, match: {} };
  const page = await new EventHistory(database.pool).page(everything, Number(position), Number(rows[0]!.position));
  await database.write(context, async (tx) => {
    const webhooks = await tx.em.find(
      WebhookSubscription,
      { status: WebhookStatus.ACTIVE, position },
      { lockMode: LockMode.PESSIMISTIC_WRITE, populate: ['region'] as never, orderBy: { id: 'asc' } },
    );
    for (const webhook of webhooks) {
      const wants = await interestOf(context, webhook);
      const wanted = page.events.filter(wants).map((event) => ({ webhookId: webhook.id, event }));
      await addDeliveries(tx, wanted);
    }
    const ids = webhooks.map(({ id }) => id);
    const move = 'update "webhook_subscription" set "position" = ? where "id" = any(?::uuid[])';
    if (ids.length > 0) await tx.em.execute(move, [page.end, `{${ids.join(',')}}`]);
  });
}

/** Which events a subscription gets: those that its filter asks for, and that its owner may see. */
async function interestOf(
  context: CallContext,
  webhook: WebhookSubscription,
): Promise<(event: HistoryEvent) => boolean> {
  const { types, subjectTypes, customer, region } = webhook;
  const owner = callerOf(webhook);
  const match = {
    ...(customer ? { customerId: customer.id } : {}),
    ...(region ? { regionIds: await resolveRegionScope(context.database, region.code) } : {}),
  };
  const fits = typeTest(types);
  return (event) =>
    !OWN.test(event.subjectType) &&
    fits(event.type) &&
    (subjectTypes.length === 0 || subjectTypes.includes(event.subjectType)) &&
    admitsEvent(owner, match, event);
}
