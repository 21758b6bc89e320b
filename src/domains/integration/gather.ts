import type { CallContext } from '../../kernel/database/context.js';
import { COLLECT } from './collect.js';
import { WebhookStatus } from './webhook.enums.js';
import { webhookPace } from './webhook-pace.js';

/**
 * Asks for the collecting job soon after something happened: once for all that happens meanwhile. Every process does; the
 * queue makes one job of it. What a process that dies leaves out, the schedule brings.
 */
export function gatherEvents(context: CallContext): () => Promise<void> {
  const { database, feed } = context;
  let timer: NodeJS.Timeout | undefined;
  let asking: Promise<void> = Promise.resolve();
  const ask = async () => {
    timer = undefined;
    const active = `select 1 from "webhook_subscription" where "status" = '${WebhookStatus.ACTIVE}' limit 1`;
    const { rowCount } = await database.pool.query({ name: 'webhook_active', text: active });
    if (rowCount) await database.write(context, async (tx) => tx.enqueue({ name: COLLECT, payload: {}, key: COLLECT }));
  };
  const release = feed.tail.listen({ caller: context.caller, match: {} }, () => {
    timer ??= setTimeout(() => (asking = ask().catch(() => undefined)), webhookPace.gather).unref();
  });
  return async () => {
    release();
    clearTimeout(timer);
    await asking;
  };
}
