import { refuseMisuse } from '../../kernel/access/index.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import type { Region } from '../region/index.js';
import { Campaign, CampaignStatus } from './campaign.js';

const PATH = ['input', 'campaignId'];

/** Refuses with OUT_OF_SCOPE who does not run campaigns of a region: staff of a region inside it see them only. */
export function requireRegion(
  { caller }: Transaction,
  region: Pick<Region, 'id'>,
  path: InputPath,
  amount?: string | null,
): void {
  if (caller.kind === 'STAFF' && !caller.regionIds.includes(region.id))
    refuse('OUT_OF_SCOPE', 'This region is not yours.', path);
  refuseMisuse(caller, { regionId: region.id, ...(amount ? { amount } : {}) }, path);
}

/** The campaign, locked, for staff who run it. Refuses with NOT_FOUND, OUT_OF_SCOPE, and INVALID_STATE when it is in none of the states. */
export async function ownCampaign(
  tx: Transaction,
  id: string,
  states?: readonly CampaignStatus[],
  path: InputPath = PATH,
): Promise<Campaign> {
  const campaign = await tx.get(Campaign, id, path);
  await tx.em.populate(campaign, ['region']);
  requireRegion(tx, campaign.region, path);
  if (states && !states.includes(campaign.status))
    refuse('INVALID_STATE', `The campaign is ${campaign.status}.`, path, { state: campaign.status });
  return campaign;
}

/** States in which it is not over. */
export const LIVING: readonly CampaignStatus[] = [
  ...[CampaignStatus.INITIAL, CampaignStatus.PENDING_APPROVAL, CampaignStatus.APPROVED],
  ...[CampaignStatus.RUNNING, CampaignStatus.PAUSED],
];
