import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { CustomerSyncAttempt } from './customer-sync-attempt.js';
import { CustomerSyncDelivery } from './customer-sync-delivery.js';
import { CustomerSyncTarget } from './customer-sync-target.js';
import { contentFor } from './sync-content.js';
import { SyncOutcome, SyncStatus, type SyncSystem } from './sync-enums.js';
import { firstPause, pauseAfter } from './sync-parameters.js';
import { type CustomerMessage, customerDataPorts, SyncRefused } from './sync.ports.js';

/** How long a system may take to answer, in milliseconds. */
const TIMEOUT_MS = 10_000;
/** After so many attempts without an answer, of any customers, the system is left alone for a while. */
const HOLD_FROM = 3;
const LONGEST_HOLD_MS = 300_000;
const ERROR = 500;

interface Tried {
  outcome: SyncOutcome;
  reference: string | null;
  error: string | null;
  startedAt: Date;
  durationMs: number;
}

/**
 * Makes one attempt to deliver, and writes down how it ended. What is sent is fixed before the first attempt: a process that dies
 * after sending leaves a delivery that goes out again with the same key, sequence and content, and the system knows it.
 */
export async function attemptDelivery(context: CallContext, deliveryId: string): Promise<void> {
  const prepared = await context.database.write(context, (tx) => prepare(tx, deliveryId));
  if (!prepared) return;
  const tried = await send(prepared.system, prepared.message, context.database.clock());
  const pause = await firstPause.read(context.database);
  await context.database.write(context, (tx) => settle(tx, deliveryId, tried, pause));
}

/** The message of a delivery; null when it is not waiting any more. */
async function prepare(tx: Transaction, id: string): Promise<{ system: SyncSystem; message: CustomerMessage } | null> {
  const delivery = await tx.find(CustomerSyncDelivery, id);
  if (delivery?.status !== SyncStatus.PENDING) return null;
  await tx.em.populate(delivery, ['target', 'customer']);
  const { system } = delivery.target;
  delivery.content ??= await contentFor(tx, system, delivery.customer.id);
  const { deliveryKey: key, sequence, eventTypes, content: data, customer } = delivery;
  return { system, message: { key, sequence, eventTypes, data, customerCode: customer.code } };
}

async function send(system: SyncSystem, message: CustomerMessage, startedAt: Date): Promise<Tried> {
  const began = performance.now();
  const ended = (outcome: SyncOutcome, reference: string | null, error: string | null): Tried => ({
    ...{ outcome, reference, startedAt, error: error?.slice(0, ERROR) ?? null },
    durationMs: Math.round(performance.now() - began),
  });
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const late = new Promise<never>((_, reject) =>
    signal.addEventListener('abort', () => reject(new Error(`No answer within ${TIMEOUT_MS} ms.`))),
  );
  try {
    const { reference } = await Promise.race([customerDataPorts[system].adapter.put(message, signal), late]);
    return ended(SyncOutcome.ACCEPTED, reference.slice(0, 200), null);
  } catch (error) {
    const outcome = error instanceof SyncRefused ? SyncOutcome.REFUSED : SyncOutcome.NO_ANSWER;
    return ended(outcome, null, error instanceof Error ? error.message : String(error));
  }
}

async function settle(tx: Transaction, id: string, tried: Tried, firstSeconds: number): Promise<void> {
  const delivery = await tx.find(CustomerSyncDelivery, id);
  if (delivery?.status !== SyncStatus.PENDING) return;
  const { outcome, reference, error, startedAt, durationMs } = tried;
  delivery.attemptCount += 1;
  delivery.lastError = error;
  tx.add(
    Object.assign(new CustomerSyncAttempt(), {
      ...{ delivery, number: delivery.attemptCount, startedAt, durationMs, outcome, error },
    }),
  );
  if (outcome === SyncOutcome.NO_ANSWER && delivery.attemptCount < delivery.attemptLimit)
    delivery.nextAttemptAt = new Date(tx.at.getTime() + pauseAfter(delivery.attemptCount, firstSeconds));
  else await end(tx, delivery, reference);
  await noteReach(tx, delivery.target.id, outcome === SyncOutcome.NO_ANSWER, firstSeconds);
}

/** A delivery was taken, or is given up; both are told. */
async function end(tx: Transaction, delivery: CustomerSyncDelivery, reference: string | null): Promise<void> {
  const taken = reference !== null;
  Object.assign(delivery, {
    ...{ status: taken ? SyncStatus.SUCCEEDED : SyncStatus.FAILED, externalRef: reference },
    ...{ nextAttemptAt: null, endedAt: tx.at },
  });
  await tx.em.populate(delivery, ['target', 'customer']);
  const data = {
    ...{ customerId: tx.idOf(delivery.customer), target: delivery.target.system },
    ...{ sequence: delivery.sequence, attempts: delivery.attemptCount },
  };
  // In no timeline of the customer: customers are not told which systems keep their data.
  const event = { kind: 'BUSINESS_FACT', subject: delivery, regionId: delivery.customer.region.id } as const;
  if (taken) tx.record({ ...event, type: 'customer.data-sync.succeeded', data });
  else {
    const error = delivery.lastError ?? '';
    tx.record({ ...event, type: 'customer.data-sync.failed', reason: error, data: { ...data, error } });
  }
}

/** Leaves a system alone for a while that does not answer, so that attempts are not used up while it is away. */
async function noteReach(tx: Transaction, targetId: string, isAway: boolean, firstSeconds: number): Promise<void> {
  const [state] = await tx.em.execute<{ failures: number }[]>(
    'select "failures" from "customer_sync_target" where "id" = ?',
    [targetId],
  );
  const failures = isAway ? state!.failures + 1 : 0;
  if (failures === 0 && state!.failures === 0) return;
  const pause = Math.min(pauseAfter(failures - HOLD_FROM + 1, firstSeconds), LONGEST_HOLD_MS);
  const target = await tx.em.findOneOrFail(CustomerSyncTarget, { id: targetId });
  Object.assign(target, {
    failures,
    heldUntil: isAway && failures >= HOLD_FROM ? new Date(tx.at.getTime() + pause) : null,
  });
}
