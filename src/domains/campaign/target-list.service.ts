import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import { v7 } from '../../kernel/model/index.js';
import { formatNumber, takeNumber } from '../../kernel/numbering/index.js';
import { refuseBadRule } from '../../kernel/rules/index.js';
import { Customer, CustomerSegment, SegmentStatus } from '../customer/index.js';
import { segmentVariables } from '../segmentation/index.js';
import { addMembers, countMembers } from './add-members.js';
import { buildRequest, complete, reachOf } from './build-target-list.js';
import type { Campaign } from './campaign.js';
import { discard } from './move.service.js';
import { LIVING, ownCampaign } from './own-campaign.js';
import type {
  CampaignTargetListChangeInput,
  CampaignTargetListCreateInput,
  CampaignTargetListDiscardInput,
  CampaignTargetListPublishInput,
} from './target-list.inputs.js';
import { TargetList, TargetListOrigin, TargetListStatus } from './target-list.js';
import { targetListLifecycle } from './target-list.lifecycle.js';
import { TargetMember } from './target-member.js';

/** Chooses customers of a campaign: by hand at once, otherwise by a job (CMP-41, CMP-42). */
export async function createList(context: CallContext, input: CampaignTargetListCreateInput): Promise<TargetList> {
  const { condition = null, segmentIds = null, customerIds = null } = input;
  if ([condition, segmentIds, customerIds].filter((way) => way !== null).length !== 1)
    refuse('CONTRADICTORY', 'Customers are chosen in exactly one way.', ['input', 'condition']);
  if (condition) refuseBadRule(condition, segmentVariables(), ['input', 'condition']);
  return context.database.write(context, async (tx) => {
    const campaign = await ownCampaign(tx, input.campaignId, LIVING);
    const list = tx.add(
      Object.assign(new TargetList(), {
        ...{ listNo: formatNumber('TL', await takeNumber(tx, 'target-list')), campaign, name: input.name, condition },
        origin: condition ? TargetListOrigin.RULE : segmentIds ? TargetListOrigin.SEGMENTS : TargetListOrigin.HAND,
        segmentCodes: segmentIds ? await segmentsOf(tx, segmentIds) : [],
        ...{ controlPercent: input.controlPercent ?? 0, builtAt: null, publishedAt: null },
      }),
    );
    targetListLifecycle.begin(tx, list, { data: { listNo: list.listNo } });
    if (!customerIds) tx.enqueue(buildRequest(list.id));
    else {
      await addMembers(tx, list, await customersOf(tx, campaign, customerIds, ['input', 'customerIds']));
      await complete(tx, list);
    }
    return list;
  });
}

async function segmentsOf(tx: Transaction, ids: readonly string[]): Promise<string[]> {
  const codes: string[] = [];
  for (const [index, id] of ids.entries()) {
    const path = ['input', 'segmentIds', index];
    const segment = await tx.get(CustomerSegment, id, path, { lock: false });
    if (segment.status !== SegmentStatus.ACTIVE) refuse('INVALID_STATE', 'The segment was retired.', path);
    codes.push(segment.code);
  }
  return codes;
}

/** Keys of customers whom the caller sees and the campaign reaches. */
async function customersOf(
  tx: Transaction,
  campaign: Campaign,
  ids: readonly string[],
  path: InputPath,
): Promise<string[]> {
  const reach = await reachOf(tx, campaign);
  const keys: string[] = [];
  for (const [index, id] of ids.entries()) {
    const customer = await tx.get(Customer, id, [...path, index], { lock: false });
    await tx.em.populate(customer, ['region']);
    if (!reach.some((region) => customer.region.path.startsWith(region.path)))
      refuse('OUT_OF_SCOPE', 'The campaign does not reach this customer.', [...path, index]);
    keys.push(customer.id);
  }
  return [...new Set(keys)];
}

/** The list, locked after its campaign, for staff who run that. */
async function ownList(tx: Transaction, id: string): Promise<TargetList> {
  const path = ['input', 'targetListId'];
  const seen = await tx.get(TargetList, id, path, { lock: false });
  await ownCampaign(tx, tx.idOf(seen.campaign), LIVING, path);
  return tx.get(TargetList, id, path);
}

/** Adds customers to a list that is not published, and removes some (CMP-42). */
export async function changeList(context: CallContext, input: CampaignTargetListChangeInput): Promise<TargetList> {
  return context.database.write(context, async (tx) => {
    const list = await ownList(tx, input.targetListId);
    if (list.status !== TargetListStatus.READY)
      refuse('INVALID_STATE', `The list is ${list.status}.`, ['input', 'targetListId'], { state: list.status });
    const removed = await removeMembers(tx, list, input.removeCustomerIds ?? []);
    const wanted = await customersOf(tx, list.campaign, input.addCustomerIds ?? [], ['input', 'addCustomerIds']);
    const added = await addMembers(tx, list, wanted);
    list.duplicates += wanted.length - added;
    await countMembers(tx, list);
    tx.record({
      ...{
        kind: 'RECORD_CHANGE',
        type: 'targetList.members.changed',
        subject: list,
        regionId: list.campaign.region.id,
      },
      data: { listNo: list.listNo, added, removed },
    });
    return list;
  });
}

async function removeMembers(tx: Transaction, list: TargetList, ids: readonly string[]): Promise<number> {
  for (const [index, id] of ids.entries()) {
    const path = ['input', 'removeCustomerIds', index];
    const customer = await tx.get(Customer, id, path, { lock: false });
    const gone = await tx.em.nativeDelete(TargetMember, { list: list.id, customer: customer.id });
    if (gone === 0) refuse('NOT_FOUND', 'The customer is not in the list.', path);
  }
  return ids.length;
}

const REGIONS = `
  select distinct "c"."region_id" "id" from "target_member" "m" join "customer" "c" on "c"."id" = "m"."customer_id"
  where "m"."list_id" = ? and not exists (select from "campaign_region" "r" where "r"."campaign_id" = ? and "r"."region_id" = "c"."region_id")`;

/** Freezes a list: nobody is added or removed from now on, and those who serve its customers see the campaign (CMP-42, CMP-49). */
export async function publishList(context: CallContext, input: CampaignTargetListPublishInput): Promise<TargetList> {
  return context.database.write(context, async (tx) => {
    const list = await ownList(tx, input.targetListId);
    const { listNo, targets, controls, excluded, duplicates, campaign } = list;
    const data = { listNo, targets, controls, excluded, duplicates };
    await targetListLifecycle.move(tx, list, 'publish', { reason: input.reason ?? null, data });
    list.publishedAt = tx.at;
    const regions = await tx.em.execute<{ id: string }[]>(REGIONS, [list.id, campaign.id]);
    const add = `insert into "campaign_region" ("id", "created_at", "updated_at", "campaign_id", "region_id", "chosen") values (?, ?, ?, ?, ?, false)`;
    for (const { id } of regions) await tx.em.execute(add, [v7(), tx.at, tx.at, campaign.id, id], 'run');
    return list;
  });
}

/** Gives up a list before it is published. */
export async function discardList(context: CallContext, input: CampaignTargetListDiscardInput): Promise<TargetList> {
  return context.database.write(context, async (tx) => {
    const list = await ownList(tx, input.targetListId);
    await discard(tx, list, input.reason ?? null);
    return list;
  });
}
