import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import { Money, type MoneyInput } from '../../kernel/model/index.js';
import { formatNumber, takeNumber } from '../../kernel/numbering/index.js';
import { applyChanges, expectVersion } from '../../kernel/record/index.js';
import { Offering, OfferingStatus, refuseDoubled, requireCurrency } from '../catalogue/index.js';
import { CustomerSegment, SegmentStatus } from '../customer/index.js';
import { activeEmployee } from '../organisation/index.js';
import { InternalOrganization } from '../party/index.js';
import { Region } from '../region/index.js';
import { CampaignObjective, ObjectiveUnit } from './campaign-objective.js';
import { CampaignRegion } from './campaign-region.js';
import { CampaignTarget, CampaignTargetKind } from './campaign-target.js';
import { Campaign, CampaignStatus } from './campaign.js';
import type { CampaignObjectiveInput, CampaignResultReportInput, CampaignSaveInput } from './campaign.inputs.js';
import { campaignLifecycle } from './campaign.lifecycle.js';
import { ownCampaign, requireRegion } from './own-campaign.js';

/** Money that is not negative, in a currency that there is. */
export function amountOf({ amount, currency }: MoneyInput, path: InputPath): Money {
  requireCurrency(currency, [...path, 'currency']);
  if (amount.trim().startsWith('-') && Number(amount) !== 0)
    refuse('TOO_SMALL', 'It is not negative.', [...path, 'amount']);
  return Money.of(amount, currency);
}

/** Writes a campaign, or changes one that is INITIAL (MOD-50, CMP-01, CMP-02). */
export async function saveCampaign(context: CallContext, input: CampaignSaveInput): Promise<Campaign> {
  return context.database.write(context, async (tx) => {
    const present = input.campaignId ? await ownCampaign(tx, input.campaignId, [CampaignStatus.INITIAL]) : null;
    if (present) expectVersion(present, input.expectedVersion, ['input', 'expectedVersion']);
    const region = await tx.get(Region, input.regionId, ['input', 'regionId'], { lock: false });
    const budget = input.budget ? amountOf(input.budget, ['input', 'budget']) : null;
    requireRegion(tx, region, ['input', 'regionId'], budget?.amount);
    if (present && present.region.id !== region.id)
      refuse('CONTRADICTORY', 'The region never changes.', ['input', 'regionId']);
    const [plannedStart, plannedEnd] = [new Date(input.plannedStart), new Date(input.plannedEnd)];
    if (plannedEnd <= plannedStart) refuse('CONTRADICTORY', 'It ends before it begins.', ['input', 'plannedEnd']);
    const unit = ['input', 'ownerOrganizationId'];
    const campaign =
      present ??
      Object.assign(new Campaign(), {
        ...{
          campaignNo: formatNumber('CMP', await takeNumber(tx, 'campaign')),
          region,
          startedAt: null,
          endedAt: null,
        },
        ...{ supportOrder: null, configurationOrder: null, configuredAt: null, configuredBy: null },
        ...{ startObjection: null, reason: null },
      });
    const changes = applyChanges(campaign, {
      ...{ name: input.name, purpose: input.purpose, goal: input.goal, plannedStart, plannedEnd, budget },
      automatic: input.automatic ?? true,
      ownerOrganization: await tx.get(InternalOrganization, input.ownerOrganizationId, unit, { lock: false }),
      owner: input.ownerId ? await activeEmployee(tx, input.ownerId, ['input', 'ownerId']) : null,
      terms: input.terms ?? null,
    });
    if (!present) campaignLifecycle.begin(tx, tx.add(campaign));
    await tx.em.flush();
    await setObjectives(tx, campaign, input.objectives);
    await setTargets(tx, campaign, input);
    await setRegions(tx, campaign, input.regionIds);
    if (!present) return campaign;
    campaign.version++;
    const { campaignNo, version } = campaign;
    tx.record({
      ...{ kind: 'RECORD_CHANGE', type: 'campaign.changed', subject: campaign, regionId: region.id },
      data: { campaignNo, version, changes },
    });
    return campaign;
  });
}

async function setObjectives(
  tx: Transaction,
  campaign: Campaign,
  objectives: readonly CampaignObjectiveInput[],
): Promise<void> {
  const path = ['input', 'objectives'];
  refuseDoubled(objectives, ({ metric }) => metric, path, 'metric');
  await tx.em.nativeDelete(CampaignObjective, { campaign: campaign.id });
  for (const [index, { metric, unit, currency = null, targetValue }] of objectives.entries()) {
    const at = [...path, index, 'currency'];
    if ((unit === ObjectiveUnit.AMOUNT) !== Boolean(currency))
      refuse('CONTRADICTORY', 'An AMOUNT, and nothing else, has a currency.', at);
    if (currency) requireCurrency(currency, at);
    tx.add(
      Object.assign(new CampaignObjective(), { campaign, metric, unit, currency, targetValue, actualValue: null }),
    );
  }
}

async function setTargets(tx: Transaction, campaign: Campaign, input: CampaignSaveInput): Promise<void> {
  refuseDoubled(
    input.channels.map((channel) => ({ channel })),
    ({ channel }) => channel,
    ['input', 'channels'],
    'channel',
  );
  await tx.em.nativeDelete(CampaignTarget, { campaign: campaign.id });
  const none = { campaign, offering: null, segment: null, channel: null };
  for (const [index, id] of input.offeringIds.entries()) {
    const path = ['input', 'offeringIds', index];
    const offering = await tx.get(Offering, id, path, { lock: false });
    if (offering.status === OfferingStatus.EXPIRED) refuse('INVALID_STATE', 'The offering is not sold any more.', path);
    tx.add(Object.assign(new CampaignTarget(), none, { kind: CampaignTargetKind.OFFERING, offering }));
  }
  for (const [index, id] of input.segmentIds.entries()) {
    const path = ['input', 'segmentIds', index];
    const segment = await tx.get(CustomerSegment, id, path, { lock: false });
    if (segment.status !== SegmentStatus.ACTIVE) refuse('INVALID_STATE', 'The segment was retired.', path);
    tx.add(Object.assign(new CampaignTarget(), none, { kind: CampaignTargetKind.SEGMENT, segment }));
  }
  for (const channel of input.channels)
    tx.add(Object.assign(new CampaignTarget(), none, { kind: CampaignTargetKind.CHANNEL, channel }));
}

async function setRegions(tx: Transaction, campaign: Campaign, ids: readonly string[]): Promise<void> {
  await tx.em.nativeDelete(CampaignRegion, { campaign: campaign.id, chosen: true });
  for (const [index, id] of ids.entries()) {
    const path = ['input', 'regionIds', index];
    const region = await tx.get(Region, id, path, { lock: false });
    if (!region.path.startsWith(campaign.region.path))
      refuse('OUT_OF_SCOPE', 'This is not inside the region of the campaign.', path);
    tx.add(Object.assign(new CampaignRegion(), { campaign, region, chosen: true }));
  }
}

/** Takes down what a campaign has reached (CMP-07). */
export async function reportResult(context: CallContext, input: CampaignResultReportInput): Promise<Campaign> {
  return context.database.write(context, async (tx) => {
    const { RUNNING, PAUSED, ENDED, ABORTED } = CampaignStatus;
    const campaign = await ownCampaign(tx, input.campaignId, [RUNNING, PAUSED, ENDED, ABORTED]);
    const { metric, value } = input;
    const objective = await tx.em.findOne(CampaignObjective, { campaign: campaign.id, metric });
    if (!objective) return refuse('NOT_FOUND', 'The campaign has no such objective.', ['input', 'metric']);
    objective.actualValue = value;
    tx.record({
      ...{ kind: 'RECORD_CHANGE', type: 'campaign.result.reported', subject: campaign, regionId: campaign.region.id },
      data: { campaignNo: campaign.campaignNo, metric, value },
    });
    return campaign;
  });
}
