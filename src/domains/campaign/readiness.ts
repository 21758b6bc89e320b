import type { Transaction } from '../../kernel/database/transaction.js';
import { answerOfOrder } from '../operations/index.js';
import { CampaignPlanItem } from './campaign-plan-item.js';
import { CampaignTarget, CampaignTargetKind } from './campaign-target.js';
import type { Campaign } from './campaign.js';
import { configurationFault, offeringFault } from './configured.js';
import { TargetListStatus } from './target-list.js';
import { Wave, WaveStatus } from './wave.js';

type Faults = (string | undefined)[];

const told = (faults: Faults): string | undefined =>
  faults.filter((fault) => fault !== undefined).join(' ') || undefined;

async function answers(tx: Transaction, { id }: Campaign): Promise<{ support: string; configuration: string }> {
  await tx.em.flush();
  const sql = `select ${answerOfOrder('"c"."support_order_id"')} "support", ${answerOfOrder('"c"."configuration_order_id"')} "configuration" from "campaign" "c" where "c"."id" = ?`;
  const [row] = await tx.em.execute<{ support: string; configuration: string }[]>(sql, [id]);
  return row!;
}

async function supportFault(tx: Transaction, campaign: Campaign): Promise<string | undefined> {
  const { support } = await answers(tx, campaign);
  return {
    NOT_ASKED: 'The IT unit was not asked whether it can support the product plan.',
    AWAITED: 'The answer of the IT unit about the product plan is awaited.',
    REFUSED: 'The IT unit cannot support the product plan.',
  }[support];
}

/** Why a campaign may not be submitted for approval; undefined when it may (MOD-50, OPS-51). */
export async function objectionToSubmission(campaign: Campaign, tx: Transaction): Promise<string | undefined> {
  await tx.em.flush();
  const kinds = (await tx.em.find(CampaignTarget, { campaign: campaign.id })).map(({ kind }) => kind);
  const planned = await tx.em.count(CampaignPlanItem, { campaign: campaign.id });
  const aimed = planned > 0 || kinds.some((kind) => kind !== CampaignTargetKind.CHANNEL);
  return told([
    aimed ? undefined : 'A campaign aims at a definite offering or segment.',
    kinds.includes(CampaignTargetKind.CHANNEL) ? undefined : 'It has no channel.',
    campaign.plannedEnd > tx.at ? undefined : 'It would be over already.',
    planned > 0 ? await supportFault(tx, campaign) : undefined,
  ]);
}

const TO_CONTACT = `select count(*)::int "n" from "target_list" "l" where "l"."campaign_id" = ? and "l"."status" = '${TargetListStatus.PUBLISHED}' and "l"."targets" > 0`;

/** Why a campaign may not start; undefined when it may (OPS-51, CMP-46). */
export async function objectionToStart(campaign: Campaign, tx: Transaction): Promise<string | undefined> {
  await tx.em.flush();
  const [row] = await tx.em.execute<{ n: number }[]>(TO_CONTACT, [campaign.id]);
  return told([
    campaign.plannedEnd > tx.at ? undefined : 'Its time is over.',
    row!.n > 0 ? undefined : 'No list of customers to contact is published.',
    ...(await targetFaults(tx, campaign)),
    ...(await planFaults(tx, campaign)),
  ]);
}

async function targetFaults(tx: Transaction, campaign: Campaign): Promise<Faults> {
  const targets = await tx.em.find(
    CampaignTarget,
    { campaign: campaign.id, kind: CampaignTargetKind.OFFERING },
    { populate: ['offering'] },
  );
  const faults: Faults = [];
  for (const { offering } of targets) faults.push(await offeringFault(tx, offering!));
  return faults;
}

async function planFaults(tx: Transaction, campaign: Campaign): Promise<Faults> {
  const items = await tx.em.find(
    CampaignPlanItem,
    { campaign: campaign.id },
    { populate: ['offering', 'tariffPlan', 'discount'], orderBy: { seq: 'asc' } },
  );
  if (items.length === 0) return [];
  const { configuration } = await answers(tx, campaign);
  const answer = {
    NOT_ASKED: 'Nobody was asked to configure the offerings of the product plan.',
    AWAITED: 'The answer whether the offerings are configured is awaited.',
    REFUSED: 'The offerings are not configured, by the answer of the units.',
  }[configuration];
  if (!campaign.configuredAt)
    return [await supportFault(tx, campaign), answer, 'It was not confirmed that the offerings are configured.'];
  const faults: Faults = [await supportFault(tx, campaign), answer];
  // What was confirmed must still be so.
  for (const item of items) {
    const fault = await configurationFault(tx, item);
    faults.push(fault && `Row ${item.seq} of the product plan: ${fault}`);
  }
  return faults;
}

/** Why a campaign may not end; undefined when it may. */
export async function objectionToEnd(campaign: Campaign, tx: Transaction): Promise<string | undefined> {
  if (campaign.plannedEnd <= tx.at) return undefined;
  const going = [WaveStatus.PLANNED, WaveStatus.RUNNING];
  const open = await tx.em.count(Wave, { campaign: campaign.id, status: { $in: going } });
  return open > 0 ? `${open} of its waves are not over; abort it to break it off.` : undefined;
}
