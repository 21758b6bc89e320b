import { LockMode } from '@mikro-orm/postgresql';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { defineJob, type JobDefinition } from '../../kernel/jobs/index.js';
import { encodeId } from '../../kernel/model/index.js';
import { applyChanges } from '../../kernel/record/index.js';
import {
  holderFor,
  noteNumber,
  notRefused,
  ResourceCategory,
  ResourceItem,
  ResourceStatus,
  ResourceType,
  takeIn,
} from '../resource/index.js';
import { lineResources, type OutsideNumber } from './line-resources.port.js';
import type { NumberSyncStartInput } from './line-lookup.input.js';
import { NumberContradiction, NumberSyncDifference } from './number-sync-difference.js';
import { NumberSync, NumberSyncStatus } from './number-sync.js';

const JOB = 'number-sync.page';

/** Starts to compare numbers with the outside subsystem; pages are read by jobs (RES-52). */
export function startSync(context: CallContext, input: NumberSyncStartInput): Promise<NumberSync> {
  return context.database.write(context, async (tx) => {
    const path = ['input', 'typeId'];
    // Locked: of two that start at once the second one finds the first.
    const type = await tx.get(ResourceType, input.typeId, path);
    if (type.category !== ResourceCategory.NUMBER) refuse('CONTRADICTORY', 'Only numbers are compared.', path);
    const holder = await holderFor(tx, input.holderId, ['input', 'holderId']);
    if (await tx.em.findOne(NumberSync, { type: type.id, status: NumberSyncStatus.RUNNING }))
      refuse('RUNNING', 'Its numbers are being compared already.', path);
    const sync = Object.assign(new NumberSync(), {
      ...{ type, holder, exchange: input.exchange ?? null, status: NumberSyncStatus.RUNNING },
      ...{ startedBy: tx.caller.subject, startedAt: tx.at, endedAt: null, lastNumber: null },
    });
    next(tx, tx.add(sync));
    return sync;
  });
}

const next = (tx: Transaction, { id, lastNumber }: NumberSync): void =>
  void tx.enqueue({ name: JOB, payload: { syncId: id }, key: `${JOB}:${id}:${lastNumber ?? ''}` });

interface OfSync extends Record<string, unknown> {
  syncId: string;
}

/** Reads one page outside any transaction, and takes it over unless another run has done so. Throws to be tried again. */
export const syncPage: JobDefinition = defineJob<OfSync>(
  JOB,
  async ({ syncId }, context) => {
    const seen = await context.database.orm.em.fork().findOne(NumberSync, { id: syncId });
    if (seen?.status !== NumberSyncStatus.RUNNING) return;
    const after = seen.lastNumber ?? null;
    const page = await lineResources.adapter.numbers(seen.exchange ?? null, after, context);
    const noteNo = await noteNumber(context);
    await context.database.write(context, async (tx) => {
      const sync = (await tx.find(NumberSync, syncId))!;
      if (sync.status !== NumberSyncStatus.RUNNING || (sync.lastNumber ?? null) !== after) return;
      await takeOver(tx, sync, page.numbers, noteNo);
      sync.lastNumber = page.numbers.at(-1)?.number ?? after;
      if (!page.isLast && page.numbers.length > 0) return next(tx, sync);
      Object.assign(sync, { status: NumberSyncStatus.DONE, endedAt: tx.at });
      const { read, added, changed, contradicting } = sync;
      const data = { type: sync.type.code, read, added, changed, contradicting };
      tx.record({ kind: 'BUSINESS_FACT', type: 'numberSync.done', subject: sync, data });
    });
  },
  { waits: true },
);

async function takeOver(
  tx: Transaction,
  sync: NumberSync,
  numbers: readonly OutsideNumber[],
  noteNo: string,
): Promise<void> {
  await tx.em.populate(sync, ['type', 'holder']);
  const items = await tx.em.find(
    ResourceItem,
    { type: sync.type.id, resourceNo: { $in: numbers.map(({ number }) => number) } },
    { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  const known = new Map(items.map((item) => [item.resourceNo, item]));
  for (const outside of numbers) {
    const item = known.get(outside.number);
    if (item) compare(tx, sync, item, outside);
    else if (outside.status === 'IN_USE') note(tx, sync, outside.number, NumberContradiction.UNKNOWN_IN_USE, null);
  }
  const fresh = numbers.filter(({ number, status }) => !known.has(number) && status === 'FREE');
  if (fresh.length > 0)
    await takeIn(tx, noteNo, {
      typeId: encodeId('ra', sync.type.id),
      holderId: encodeId('rb', sync.holder.id),
      items: fresh.map(({ number, level, exchange }) => ({ resourceNo: number, level, exchange })),
    });
  sync.read += numbers.length;
  sync.added += fresh.length;
}

function compare(tx: Transaction, sync: NumberSync, item: ResourceItem, outside: OutsideNumber): void {
  const free = outside.status === 'FREE' ? notRefused : {};
  const changes = applyChanges(item, { exchange: outside.exchange, level: outside.level, ...free });
  if (changes.length > 0) {
    sync.changed++;
    tx.record({ kind: 'RECORD_CHANGE', type: 'resourceItem.synchronised', subject: item, data: { changes } });
  }
  if (item.status === ResourceStatus.IN_STOCK && outside.status === 'IN_USE')
    note(tx, sync, outside.number, NumberContradiction.USED_OUTSIDE, item);
  if (item.status === ResourceStatus.ALLOCATED && outside.status === 'FREE')
    note(tx, sync, outside.number, NumberContradiction.FREE_OUTSIDE, item);
}

function note(
  tx: Transaction,
  sync: NumberSync,
  number: string,
  kind: NumberContradiction,
  item: ResourceItem | null,
): void {
  sync.contradicting++;
  tx.add(Object.assign(new NumberSyncDifference(), { sync, number, kind, item }));
}
