import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import { expectVersion } from '../../kernel/record/index.js';
import { Offering, requireCurrency } from '../catalogue/index.js';
import { DiscountKind } from '../pricing/index.js';
import { CampaignPlanItem, CampaignPlanKind as Kind } from './campaign-plan-item.js';
import { type Campaign, CampaignStatus } from './campaign.js';
import { amountOf } from './campaign.service.js';
import { ownCampaign } from './own-campaign.js';
import type { CampaignPlanItemInput, CampaignPlanSetInput } from './plan.inputs.js';

/** Writes the product plan of a campaign; what units said of the one before does not hold any more (OPS-51, CMP-09). */
export async function setPlan(context: CallContext, input: CampaignPlanSetInput): Promise<Campaign> {
  return context.database.write(context, async (tx) => {
    const campaign = await ownCampaign(tx, input.campaignId, [CampaignStatus.INITIAL]);
    expectVersion(campaign, input.expectedVersion, ['input', 'expectedVersion']);
    await tx.em.nativeDelete(CampaignPlanItem, { campaign: campaign.id });
    const makes = input.items.some(({ kind }) => kind === Kind.NEW_PRODUCT || kind === Kind.BUNDLE);
    for (const [index, item] of input.items.entries()) tx.add(await planItem(tx, campaign, item, index, makes));
    campaign.version++;
    Object.assign(campaign, { supportOrder: null, configurationOrder: null, configuredAt: null, configuredBy: null });
    tx.record({
      ...{ kind: 'RECORD_CHANGE', type: 'campaign.plan.set', subject: campaign, regionId: campaign.region.id },
      data: { campaignNo: campaign.campaignNo, rows: input.items.length },
    });
    return campaign;
  });
}

async function planItem(
  tx: Transaction,
  campaign: Campaign,
  item: CampaignPlanItemInput,
  index: number,
  makes: boolean,
): Promise<CampaignPlanItem> {
  const path = ['input', 'items', index];
  const { kind, name, requirement = null, discountKind = null, discountValue = null, discountCurrency = null } = item;
  const needs = (field: keyof CampaignPlanItemInput, wanted: boolean, allowed: boolean) => {
    const given = item[field] !== undefined && item[field] !== null;
    if (wanted && !given) refuse('REQUIRED', `${kind} needs it.`, [...path, field]);
    if (given && !allowed) refuse('CONTRADICTORY', `${kind} has none.`, [...path, field]);
  };
  const onOffering = kind === Kind.PRICE || kind === Kind.DISCOUNT;
  needs('requirement', !onOffering, true);
  needs('offeringId', onOffering && !makes, kind !== Kind.NEW_PRODUCT);
  needs('price', kind === Kind.PRICE, kind === Kind.PRICE);
  needs('discountKind', kind === Kind.DISCOUNT, kind === Kind.DISCOUNT);
  checkDiscount(item, needs, path);
  return Object.assign(new CampaignPlanItem(), {
    ...{ campaign, seq: index + 1, kind, name, requirement, discountKind, discountValue, discountCurrency },
    offering: item.offeringId
      ? await tx.get(Offering, item.offeringId, [...path, 'offeringId'], { lock: false })
      : null,
    price: item.price ? amountOf(item.price, [...path, 'price']) : null,
    ...{ tariffPlan: null, discount: null },
  });
}

function checkDiscount(
  { discountKind, discountCurrency }: CampaignPlanItemInput,
  needs: (field: keyof CampaignPlanItemInput, wanted: boolean, allowed: boolean) => void,
  path: InputPath,
): void {
  const valued = Boolean(discountKind) && discountKind !== DiscountKind.WAIVE && discountKind !== DiscountKind.GIFT;
  needs('discountValue', valued, valued);
  const money = discountKind === DiscountKind.AMOUNT || discountKind === DiscountKind.TOTAL;
  needs('discountCurrency', money, money);
  if (discountCurrency) requireCurrency(discountCurrency, [...path, 'discountCurrency']);
}
