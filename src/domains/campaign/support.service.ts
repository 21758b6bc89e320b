import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, Refusal, refuse, userError } from '../../kernel/errors/index.js';
import { nounOf } from '../../kernel/model/index.js';
import { Offering, refuseDoubled, TariffPlan } from '../catalogue/index.js';
import { askUnits, type CollaborationOrder } from '../operations/index.js';
import { Discount } from '../pricing/index.js';
import { CampaignPlanItem, CampaignPlanKind } from './campaign-plan-item.js';
import { Campaign, CampaignStatus } from './campaign.js';
import { configurationFault } from './configured.js';
import { ownCampaign } from './own-campaign.js';
import type {
  CampaignConfigurationConfirmInput,
  CampaignPlanItemConfiguredInput,
  CampaignConfigurationRequestInput,
  CampaignSupportRequestInput,
} from './plan.inputs.js';

const CAMPAIGN = ['input', 'campaignId'];

const planOf = (tx: Transaction, { id }: Campaign): Promise<CampaignPlanItem[]> =>
  tx.em.find(
    CampaignPlanItem,
    { campaign: id },
    { populate: ['offering', 'tariffPlan', 'discount'], orderBy: { seq: 'asc' } },
  );

/** A row of the plan, as the units read it. */
function described({ seq, kind, name, requirement, offering, price, ...item }: CampaignPlanItem): string {
  const value = [item.discountValue, item.discountCurrency].filter(Boolean).join(' ');
  const parts = [
    `${seq}. ${kind} ${name}`,
    offering ? `offering ${offering.code}` : null,
    price ? `${price.amount} ${price.currency}` : null,
    item.discountKind ? `${item.discountKind} ${value}`.trim() : null,
    requirement,
  ];
  return parts.filter(Boolean).join('; ');
}

const MOST = 2900;

/** Sends the product plan to units, each of which must say whether it agrees. */
async function askAbout(
  tx: Transaction,
  campaign: Campaign,
  input: CampaignSupportRequestInput | CampaignConfigurationRequestInput,
  event: string,
): Promise<CollaborationOrder> {
  const items = await planOf(tx, campaign);
  if (items.length === 0) refuse('INVALID_STATE', 'The campaign has no product plan.', CAMPAIGN);
  const { campaignNo, name, plannedStart, plannedEnd } = campaign;
  const head = `${campaignNo} ${name}, ${plannedStart.toISOString()} to ${plannedEnd.toISOString()}`;
  const whole = [head, ...items.map(described)].join('\n');
  // A long plan is read in the graph, by the campaign that the order is about.
  const detail = whole.length > MOST ? `${whole.slice(0, MOST)}…` : whole;
  const parts = input.units.map(({ organizationId, part }) => ({
    organizationId,
    detail: part ? `${detail}\n\n${part}` : detail,
  }));
  const about = { type: nounOf(Campaign).name, subject: campaign };
  const asked = { requesterId: input.requesterId ?? null, dueAt: input.dueAt ?? null };
  return askUnits(tx, { event: `${event} ${campaignNo}`, detail, about, ...asked, parts }, ['input']);
}

/** Asks the IT unit whether it can support the product plan (OPS-51, CMP-30). */
export async function requestSupport(context: CallContext, input: CampaignSupportRequestInput): Promise<Campaign> {
  return context.database.write(context, async (tx) => {
    const campaign = await ownCampaign(tx, input.campaignId, [CampaignStatus.INITIAL]);
    campaign.supportOrder = await askAbout(tx, campaign, input, 'IT support of campaign');
    const { orderNo } = campaign.supportOrder;
    tx.record({
      ...{ kind: 'BUSINESS_FACT', type: 'campaign.support.asked', subject: campaign, regionId: campaign.region.id },
      data: { campaignNo: campaign.campaignNo, orderNo },
    });
    return campaign;
  });
}

/** Has the offerings of an approved campaign configured (OPS-51, CMP-46). */
export async function requestConfiguration(
  context: CallContext,
  input: CampaignConfigurationRequestInput,
): Promise<Campaign> {
  return context.database.write(context, async (tx) => {
    const campaign = await ownCampaign(tx, input.campaignId, [CampaignStatus.APPROVED]);
    campaign.configurationOrder = await askAbout(tx, campaign, input, 'Configuration of campaign');
    Object.assign(campaign, { configuredAt: null, configuredBy: null });
    const { orderNo } = campaign.configurationOrder;
    tx.record({
      ...{
        kind: 'BUSINESS_FACT',
        type: 'campaign.configuration.asked',
        subject: campaign,
        regionId: campaign.region.id,
      },
      data: { campaignNo: campaign.campaignNo, orderNo },
    });
    return campaign;
  });
}

/** Confirms that every row of the plan is configured, which is looked at and not taken on trust (OPS-51, CMP-46). */
export async function confirmConfiguration(
  context: CallContext,
  input: CampaignConfigurationConfirmInput,
): Promise<Campaign> {
  return context.database.write(context, async (tx) => {
    const campaign = await ownCampaign(tx, input.campaignId, [CampaignStatus.APPROVED]);
    const path = ['input', 'items'];
    refuseDoubled(input.items, ({ seq }) => String(seq), path, 'seq');
    const items = await planOf(tx, campaign);
    for (const [index, given] of input.items.entries()) {
      const item = items.find(({ seq }) => seq === given.seq);
      if (!item) return refuse('NOT_FOUND', 'The plan has no such row.', [...path, index, 'seq']);
      await configure(tx, item, given, [...path, index]);
    }
    const left = items.filter(({ seq }) => !input.items.some((given) => given.seq === seq));
    if (left.length > 0)
      refuse('REQUIRED', `Rows ${left.map(({ seq }) => seq).join(', ')} of the plan are missing.`, path);
    const faults = [];
    for (const [index, { seq }] of input.items.entries()) {
      const fault = await configurationFault(
        tx,
        items.find((item) => item.seq === seq)!,
      );
      if (fault) faults.push(userError('NOT_CONFIGURED', fault, [...path, index]));
    }
    if (faults.length > 0) throw new Refusal(faults);
    Object.assign(campaign, { configuredAt: tx.at, configuredBy: tx.caller.subject });
    tx.record({
      ...{ kind: 'BUSINESS_FACT', type: 'campaign.configured', subject: campaign, regionId: campaign.region.id },
      data: { campaignNo: campaign.campaignNo },
    });
    return campaign;
  });
}

/** Names by what a row was configured. */
async function configure(
  tx: Transaction,
  item: CampaignPlanItem,
  { offeringId, tariffPlanId, discountId }: CampaignPlanItemConfiguredInput,
  path: InputPath,
): Promise<void> {
  const read = { lock: false };
  if (offeringId) {
    const offering = await tx.get(Offering, offeringId, [...path, 'offeringId'], read);
    const open = item.kind === CampaignPlanKind.NEW_PRODUCT || item.kind === CampaignPlanKind.BUNDLE || !item.offering;
    if (!open && item.offering!.id !== offering.id)
      refuse('CONTRADICTORY', 'The plan names another offering.', [...path, 'offeringId']);
    item.offering = offering;
  }
  const only = (field: 'tariffPlanId' | 'discountId', kind: CampaignPlanKind, given: unknown) => {
    if (given && item.kind !== kind) refuse('CONTRADICTORY', `Only ${kind} has one.`, [...path, field]);
  };
  only('tariffPlanId', CampaignPlanKind.PRICE, tariffPlanId);
  only('discountId', CampaignPlanKind.DISCOUNT, discountId);
  if (tariffPlanId) item.tariffPlan = await tx.get(TariffPlan, tariffPlanId, [...path, 'tariffPlanId'], read);
  if (discountId) item.discount = await tx.get(Discount, discountId, [...path, 'discountId'], read);
}
