import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { v7 } from '../../kernel/model/index.js';
import { Customer } from '../customer/index.js';
import { CustomerSyncDelivery } from './customer-sync-delivery.js';
import { CustomerSyncTarget } from './customer-sync-target.js';
import { beginLoad, lockTarget, runningLoad, stopLoad } from './load.service.js';
import { addDeliveries } from './new-deliveries.js';
import { SyncStatus, SyncSystem } from './sync-enums.js';
import type { CustomerSyncResendInput, CustomerSyncSwitchInput } from './sync.inputs.js';
import { collectJobRequest, deliverJob, deliverJobs } from './sync-jobs.js';
import { attemptLimit } from './sync-parameters.js';

const INSERT = `
  insert into "customer_sync_target" ("id", "created_at", "updated_at", "system", "name", "active", "failures", "position")
  values (?, ?, ?, ?, ?, false, 0, 0) on conflict ("system") do nothing`;

const names: Readonly<Record<SyncSystem, string>> = {
  BILLING: '计费系统',
  DIRECTORY: '号簿系统',
  FAULT_112: '112 障碍系统',
};

/** Writes the systems as delivered: none is told of anything before an administrator says so. */
export async function ensureTargets(context: CallContext): Promise<void> {
  await context.database.write(context, async (tx) => {
    for (const system of Object.values(SyncSystem))
      await tx.em.execute(INSERT, [v7(), tx.at, tx.at, system, names[system]]);
  });
}

/**
 * Begins to tell a system of changed customer data, or ends it (CUS-58). It begins with what changes from now on, and with the data of
 * all customers where they are asked for; a full load that runs ends with it, since it would miss what changes until it is on again.
 */
export function switchTarget(context: CallContext, input: CustomerSyncSwitchInput): Promise<CustomerSyncTarget> {
  const { system, active, fullLoad } = input;
  const path = ['input', 'fullLoad'];
  if (fullLoad && !active) return refuse('CONTRADICTION', 'A system that is switched off gets no full load.', path);
  return context.database.write(context, async (tx) => {
    const target = await lockTarget(tx, { system });
    if (target.active === active) {
      if (fullLoad) refuse('INVALID_STATE', 'The system is on already; begin the full load by itself.', path);
      return target;
    }
    if (active) {
      const [last] = await tx.em.execute<{ position: string | null }[]>(
        'select max("position") as "position" from "event_counter"',
      );
      target.position = BigInt(last?.position ?? 0);
      for (const job of deliverJobs(target.id)) tx.enqueue(job);
      tx.enqueue(collectJobRequest);
    }
    Object.assign(target, { active, failures: 0, heldUntil: null });
    if (fullLoad) await beginLoad(tx, target, null);
    const running = active ? null : await runningLoad(tx, target);
    if (running) await stopLoad(tx, running, null);
    tx.record({
      ...{ kind: 'RECORD_CHANGE', type: 'customer-sync-target.switched', subject: target },
      data: { target: system, active },
    });
    return target;
  });
}

/** Sends data of a customer again (CUS-58). @returns the deliveries that carry them */
export function resend(context: CallContext, input: CustomerSyncResendInput): Promise<CustomerSyncDelivery[]> {
  const { deliveryId, customerId, system = null, reason } = input;
  if (Boolean(deliveryId) === Boolean(customerId))
    return refuse('REQUIRED', 'Give either a delivery or a customer.', ['input']);
  if (deliveryId && system) return refuse('CONTRADICTION', 'The system is that of the delivery.', ['input', 'system']);
  return context.database.write(context, async (tx) => {
    const sent = deliveryId ? [await resendOne(tx, deliveryId)] : await sendNow(tx, customerId!, system);
    for (const delivery of sent) {
      await tx.em.populate(delivery, ['target', 'customer']);
      tx.record({
        ...{ kind: 'BUSINESS_FACT', type: 'customer.data-sync.resent', subject: delivery, reason },
        regionId: delivery.customer.region.id,
        data: {
          ...{ customerId: tx.idOf(delivery.customer), target: delivery.target.system },
          ...{ sequence: delivery.sequence, attempts: delivery.attemptCount },
        },
      });
    }
    return sent;
  });
}

async function resendOne(tx: Transaction, id: string): Promise<CustomerSyncDelivery> {
  const path = ['input', 'deliveryId'];
  const delivery = await tx.get(CustomerSyncDelivery, id, path);
  const { status, target, customer, sequence } = delivery;
  // While this is decided, nobody adds later ones.
  await tx.find(CustomerSyncTarget, target.id);
  if (status !== SyncStatus.FAILED)
    refuse('INVALID_STATE', 'Only a delivery that was given up is sent again.', path, { state: status });
  const later = { target: target.id, customer: customer.id, sequence: { $gt: sequence } };
  // Older data must not take the place of newer ones, also of those that are just on their way.
  if ((await tx.em.count(CustomerSyncDelivery, { ...later, status: { $ne: SyncStatus.FAILED } })) > 0)
    refuse('SUPERSEDED', 'Later data of the customer were sent; send those of now instead.', path);
  Object.assign(delivery, {
    ...{ status: SyncStatus.PENDING, nextAttemptAt: tx.at, endedAt: null },
    attemptLimit: delivery.attemptCount + (await attemptLimit.read(tx)),
  });
  tx.enqueue(deliverJob(target.id, delivery.lane));
  return delivery;
}

async function sendNow(tx: Transaction, id: string, system: SyncSystem | null): Promise<CustomerSyncDelivery[]> {
  const customer = await tx.get(Customer, id, ['input', 'customerId'], { lock: false });
  const sent: CustomerSyncDelivery[] = [];
  for (const each of Object.values(SyncSystem).sort()) {
    if (system && each !== system) continue;
    const target = await lockTarget(tx, { system: each });
    if (!target.active && !system) continue;
    if (!target.active) refuse('NOT_ACTIVE', 'This system is not told of changes.', ['input', 'system']);
    sent.push(...(await addDeliveries(tx, target, new Map([[customer.id, new Set<string>()]]))));
  }
  if (sent.length === 0) refuse('NOT_ACTIVE', 'No system is told of changes.', ['input']);
  return sent;
}
