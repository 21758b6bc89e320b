import { LockMode } from '@mikro-orm/postgresql';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { CustomerSyncLoad } from './customer-sync-load.js';
import { CustomerSyncTarget } from './customer-sync-target.js';
import { SyncLoadStatus, type SyncSystem } from './sync-enums.js';
import type { CustomerSyncLoadCancelInput, CustomerSyncLoadStartInput } from './sync.inputs.js';
import { loadJobRequest } from './sync-jobs.js';

/** Locks a system: who holds it is alone in gathering for it, and in giving sequences to its deliveries. */
export const lockTarget = (tx: Transaction, where: { system: SyncSystem } | { id: string }) =>
  tx.em.findOneOrFail(CustomerSyncTarget, where, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });

/** The full load of a locked system that runs; null when none does. */
export const runningLoad = (tx: Transaction, target: CustomerSyncTarget): Promise<CustomerSyncLoad | null> =>
  tx.em.findOne(CustomerSyncLoad, { target: target.id, status: SyncLoadStatus.RUNNING });

/**
 * Begins to deliver the data of all customers to a system (CUS-58). Refuses with NOT_ACTIVE when it is not told of changes: what
 * changes behind the load would be lost to it; and with DUPLICATE while one runs.
 */
export function startLoad(context: CallContext, input: CustomerSyncLoadStartInput): Promise<CustomerSyncLoad> {
  const path = ['input', 'system'];
  return context.database.write(context, async (tx) => {
    const target = await lockTarget(tx, { system: input.system });
    if (!target.active) refuse('NOT_ACTIVE', 'This system is not told of changes.', path);
    if (await runningLoad(tx, target)) refuse('DUPLICATE', 'A full load of this system runs.', path);
    return beginLoad(tx, target, input.reason);
  });
}

/** Begins a full load of a locked system of which none runs. */
export async function beginLoad(
  tx: Transaction,
  target: CustomerSyncTarget,
  reason: string | null,
): Promise<CustomerSyncLoad> {
  const [{ customers }] = (await tx.em.execute<[{ customers: number }]>(
    'select count(*)::int "customers" from "customer"',
  ))!;
  const load = tx.add(
    Object.assign(new CustomerSyncLoad(), {
      ...{ target, status: SyncLoadStatus.RUNNING, reason, startedBy: tx.caller.subject, startedAt: tx.at },
      ...{ finishedAt: null, customers, gathered: 0, lastKey: null, gatheredAll: false },
    }),
  );
  tx.enqueue(loadJobRequest());
  tx.record({
    ...{ kind: 'BUSINESS_FACT', type: 'customer-sync-load.started', subject: load, reason },
    data: { target: target.system, customers },
  });
  return load;
}

/** Ends a full load before its end (CUS-58): what it made deliveries of is delivered. Refuses with INVALID_STATE when it has ended. */
export function cancelLoad(context: CallContext, input: CustomerSyncLoadCancelInput): Promise<CustomerSyncLoad> {
  const path = ['input', 'loadId'];
  return context.database.write(context, async (tx) => {
    const { target } = await tx.get(CustomerSyncLoad, input.loadId, path, { lock: false });
    await lockTarget(tx, { id: target.id });
    const load = await tx.get(CustomerSyncLoad, input.loadId, path);
    if (load.status !== SyncLoadStatus.RUNNING) refuse('INVALID_STATE', 'It has ended.', path, { state: load.status });
    await stopLoad(tx, load, input.reason);
    return load;
  });
}

/** Marks a running load of a locked system as cancelled. */
export async function stopLoad(tx: Transaction, load: CustomerSyncLoad, reason: string | null): Promise<void> {
  await tx.em.populate(load, ['target']);
  Object.assign(load, { status: SyncLoadStatus.CANCELLED, finishedAt: tx.at });
  tx.record({
    ...{ kind: 'BUSINESS_FACT', type: 'customer-sync-load.cancelled', subject: load, reason },
    data: { target: load.target.system, customers: load.gathered },
  });
}
