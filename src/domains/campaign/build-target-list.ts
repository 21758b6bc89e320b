import { LockMode } from '@mikro-orm/postgresql';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { defineJob, type NewJob } from '../../kernel/jobs/index.js';
import { holdsForKnown } from '../../kernel/rules/index.js';
import { scanCustomers, sourcesFor } from '../segmentation/index.js';
import { addMembers, countMembers } from './add-members.js';
import { CampaignRegion } from './campaign-region.js';
import type { Campaign } from './campaign.js';
import { TargetList, TargetListOrigin, TargetListStatus } from './target-list.js';
import { targetListLifecycle } from './target-list.lifecycle.js';

const BUILD = 'campaign.target-list.build';
const BATCH = 500;

/** The job that looks for the customers of a list. */
export const buildRequest = (listId: string): NewJob => ({
  ...{ name: BUILD, key: `${BUILD}:${listId}`, queue: `${BUILD}:${listId}`, payload: { listId } },
});

/** Regions that a campaign is confined to, by their places in the tree; those of its own region when none was chosen. */
export async function reachOf(tx: Transaction, campaign: Campaign): Promise<{ code: string; path: string }[]> {
  const chosen = await tx.em.find(CampaignRegion, { campaign: campaign.id, chosen: true }, { populate: ['region'] });
  return chosen.length > 0 ? chosen.map(({ region }) => region) : [campaign.region];
}

/** The list, locked, while its customers are looked for; null when it was given up. */
async function building(tx: Transaction, listId: string): Promise<TargetList | null> {
  const how = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true };
  const list = await tx.em.findOneOrFail(TargetList, { id: listId }, how);
  await tx.em.populate(list, ['campaign.region']);
  return list.status === TargetListStatus.BUILDING ? list : null;
}

/** Looks for the customers of a list, a batch at a time, each batch in a transaction of its own; run again, it adds nobody twice. */
export const buildTargetList = defineJob<{ listId: string }>(BUILD, async ({ listId }, context, { signal }) => {
  const start = await context.database.write(context, async (tx) => {
    const list = await building(tx, listId);
    if (!list) return null;
    list.duplicates = 0;
    const { origin, condition = null, segmentCodes } = list;
    return { origin, condition, segmentCodes, reach: await reachOf(tx, list.campaign) };
  });
  if (!start) return;
  const batches =
    start.origin === TargetListOrigin.RULE
      ? byRule(context, start.condition!, new Set(start.reach.map(({ code }) => code)), signal)
      : fromSegments(
          context,
          start.segmentCodes,
          start.reach.map(({ path }) => path),
          signal,
        );
  for await (const { ids, again } of batches) if (!(await addBatch(context, listId, ids, again))) return;
  await context.database.write(context, async (tx) => {
    const list = await building(tx, listId);
    if (list) await complete(tx, list);
  });
});

/** Says that the customers of a list were found. */
export async function complete(tx: Transaction, list: TargetList): Promise<void> {
  await countMembers(tx, list);
  list.builtAt = tx.at;
  const { listNo, targets, controls, excluded, duplicates } = list;
  await targetListLifecycle.move(tx, list, 'complete', { data: { listNo, targets, controls, excluded, duplicates } });
}

async function addBatch(context: CallContext, listId: string, ids: readonly string[], again: number): Promise<boolean> {
  return context.database.write(context, async (tx) => {
    const list = await building(tx, listId);
    if (!list) return false;
    await addMembers(tx, list, ids);
    list.duplicates += again;
    return true;
  });
}

interface Batch {
  ids: string[];
  /** How often one of them was chosen again. */
  again: number;
}

async function* byRule(
  { database }: CallContext,
  condition: string,
  reach: ReadonlySet<string>,
  signal: AbortSignal,
): AsyncGenerator<Batch> {
  for await (const batch of scanCustomers(database, database.clock(), signal, sourcesFor([condition]))) {
    const found = batch.filter(
      ({ variables }) =>
        (variables.customer['regions'] as string[]).some((code) => reach.has(code)) &&
        holdsForKnown(condition, variables),
    );
    if (found.length > 0) yield { ids: found.map(({ id }) => id), again: 0 };
  }
}

const MEMBERS = `
  select "m"."customer_id" "id", count(*)::int "times" from "segment_membership" "m" join "customer_segment" "s" on "s"."id" = "m"."segment_id"
  join "customer" "c" on "c"."id" = "m"."customer_id" join "region" "r" on "r"."id" = "c"."region_id"
  where "s"."code" = any($1) and "m"."validity_to" is null and ($2::uuid is null or "m"."customer_id" > $2)
    and exists (select from unnest($3::text[]) "p"("path") where starts_with("r"."path", "p"."path"))
  group by 1 order by 1 limit ${BATCH}`;

async function* fromSegments(
  { database }: CallContext,
  codes: readonly string[],
  paths: readonly string[],
  signal: AbortSignal,
): AsyncGenerator<Batch> {
  for (let after: string | null = null; ;) {
    signal.throwIfAborted();
    const { rows }: { rows: { id: string; times: number }[] } = await database.pool.query(MEMBERS, [
      codes,
      after,
      paths,
    ]);
    if (rows.length === 0) return;
    yield { ids: rows.map(({ id }) => id), again: rows.reduce((sum, { times }) => sum + times - 1, 0) };
    after = rows.at(-1)!.id;
  }
}
