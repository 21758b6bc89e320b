import { actingUnder, refuseMisuse, requirePermission } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { type ApprovalRequest, askApproval, decideApproval, onVerdict } from '../../kernel/process/index.js';
import { Campaign, CampaignStatus } from './campaign.js';
import type { CampaignDecideInput, CampaignMoveInput, CampaignSubmitInput } from './campaign.inputs.js';
import { CampaignAction as A, campaignLifecycle } from './campaign.lifecycle.js';
import { ownCampaign } from './own-campaign.js';
import { TargetList, TargetListStatus } from './target-list.js';
import { targetListLifecycle } from './target-list.lifecycle.js';
import { endWave } from './wave.service.js';
import { Wave, WaveStatus } from './wave.js';

/** Kind of approval of a campaign (CMP-40). */
const CAMPAIGN = 'CAMPAIGN';
const PATH = ['input', 'campaignId'];

const campaignApproval = (campaign: Campaign, reason: string | null): ApprovalRequest => ({
  ...{
    kind: CAMPAIGN,
    subject: campaign,
    title: `${campaign.campaignNo} ${campaign.name}`,
    reason,
    regionId: campaign.region.id,
    path: PATH,
  },
  variables: {
    purpose: campaign.purpose,
    ...(campaign.budget ? { amount: campaign.budget.amount, currency: campaign.budget.currency } : {}),
  },
});

/** Sends a campaign to whoever decides (CMP-40). */
export async function submitCampaign(context: CallContext, input: CampaignSubmitInput): Promise<Campaign> {
  return context.database.write(context, async (tx) => {
    const campaign = await ownCampaign(tx, input.campaignId);
    const reason = input.reason ?? null;
    await campaignLifecycle.move(tx, campaign, 'submit', { reason });
    await askApproval(tx, campaignApproval(campaign, reason));
    return campaign;
  });
}

/** Approves a campaign, or sends it back; nobody decides on their own (CMP-40). */
export async function decideCampaign(context: CallContext, input: CampaignDecideInput): Promise<Campaign> {
  return context.database.write(context, async (tx) => {
    const campaign = await ownCampaign(tx, input.campaignId, [CampaignStatus.PENDING_APPROVAL]);
    const { approved, reason: remark = null } = input;
    await decideApproval(tx, { ...campaignApproval(campaign, null), approved, remark });
    return campaign;
  });
}

onVerdict<Campaign>(CAMPAIGN, {
  subject: Campaign,
  admit: async (tx, campaign, path) => {
    requirePermission(tx.caller, 'campaignDecide');
    await tx.em.populate(campaign, ['region']);
    const amount = campaign.budget?.amount ?? null;
    const use = { regionId: campaign.region.id, ...(amount ? { amount } : {}) };
    refuseMisuse(actingUnder(tx.caller, 'campaignDecide'), use, path);
  },
  decided: async (tx, { subject: campaign, result, remark, approvalNo }) => {
    await tx.em.populate(campaign, ['region']);
    const action = ({ APPROVED: 'approve', REJECTED: 'reject', WITHDRAWN: 'withdraw' } as const)[result];
    const data = { campaignNo: campaign.campaignNo, approvalNo };
    await campaignLifecycle.move(tx, campaign, action, { reason: remark, data });
  },
});

const REASONED: readonly A[] = [A.PAUSE, A.ABORT, A.CANCEL];

/** Takes a step with a campaign (CMP-95). */
export async function moveCampaign(context: CallContext, input: CampaignMoveInput): Promise<Campaign> {
  return context.database.write(context, async (tx) => {
    const campaign = await ownCampaign(tx, input.campaignId);
    const reason = input.reason ?? null;
    if (REASONED.includes(input.action) && !reason) refuse('REQUIRED', 'Why?', ['input', 'reason']);
    await takeStep(tx, campaign, input.action, reason);
    return campaign;
  });
}

/** Takes a step with a locked campaign that has its region at hand, and does what follows. */
export async function takeStep(tx: Transaction, campaign: Campaign, action: A, reason: string | null): Promise<void> {
  await campaignLifecycle.move(tx, campaign, action, { reason, data: { campaignNo: campaign.campaignNo } });
  switch (action) {
    case A.START:
      Object.assign(campaign, { startedAt: tx.at, startObjection: null });
      return;
    case A.PAUSE:
      campaign.reason = reason;
      return;
    case A.RESUME:
      campaign.reason = null;
      return;
    case A.REVISE:
      // What is approved anew may be something else: it is configured anew too.
      Object.assign(campaign, {
        configurationOrder: null,
        configuredAt: null,
        configuredBy: null,
        startObjection: null,
      });
      return;
    case A.END:
    case A.ABORT:
    case A.CANCEL:
      Object.assign(campaign, { endedAt: tx.at, reason });
      await endParts(tx, campaign, reason);
  }
}

/** Waves and unpublished lists end with their campaign. */
async function endParts(tx: Transaction, campaign: Campaign, reason: string | null): Promise<void> {
  const going = { campaign: campaign.id, status: { $in: [WaveStatus.PLANNED, WaveStatus.RUNNING] } };
  for (const wave of await tx.em.find(Wave, going)) await endWave(tx, wave, reason);
  const unpublished = { campaign: campaign.id, status: { $in: [TargetListStatus.BUILDING, TargetListStatus.READY] } };
  for (const list of await tx.em.find(TargetList, unpublished)) await discard(tx, list, reason);
}

/** Gives up a target list before it was published, with all its members. */
export async function discard(tx: Transaction, list: TargetList, reason: string | null): Promise<void> {
  await targetListLifecycle.move(tx, list, 'discard', { reason, data: { listNo: list.listNo } });
  await tx.em.flush();
  await tx.em.execute('delete from "target_member" where "list_id" = ?', [list.id], 'run');
  Object.assign(list, { targets: 0, controls: 0, excluded: 0 });
}
