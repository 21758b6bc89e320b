import { Computed, EnumOf, Instant, Int, Node, Noun, One, UniqueTogether } from '../../kernel/model/index.js';
import { Customer } from '../customer/index.js';
import { Order } from '../ordering/index.js';
import { CampaignChannel, CampaignOutcome } from './campaign-enums.js';
import { Campaign } from './campaign.js';

const ofCampaign = (column: string) => (alias: string) =>
  `(select "g"."${column}" from "campaign" "g" where "g"."id" = ${alias}."campaign_id")`;

@UniqueTogether(['campaign', 'customer'])
@Noun({
  tag: 'mk',
  description:
    'That a customer takes part in a campaign, from the first contact or answer on, and how far it has come (CMP-122, TMF671 Promotion). Customers see their own.',
})
export class CampaignParticipation extends Node {
  @One(() => Campaign, {
    description: 'The campaign; null for callers who may not see it.',
    hideable: true,
    inverse: 'participations',
    inverseDescription: 'Customers who take part, each once; of those that the caller may see.',
  })
  campaign!: Campaign;

  @One(() => Customer, {
    description: 'The customer.',
    inverse: 'campaignParticipations',
    inverseDescription: 'Campaigns that the customer takes or took part in (CMP-122, TMF671 Promotion).',
  })
  customer!: Customer;

  @Computed('text', ofCampaign('campaign_no'), { description: 'Number of the campaign.' })
  campaignNo!: string;

  @Computed('text', ofCampaign('name'), { description: 'Name of the campaign.' })
  promotion!: string;

  @Computed('text', ofCampaign('terms'), {
    description: 'What participants get and owe; null for nothing besides.',
    nullable: true,
  })
  terms?: string | null;

  @EnumOf(() => CampaignOutcome, { description: 'How far it has come; who bought stays CONVERTED.' })
  outcome!: CampaignOutcome;

  @EnumOf(() => CampaignChannel, { description: 'Channel of the latest event.' })
  channel!: CampaignChannel;

  @Int({ description: 'How often the customer was reached.', access: 'slow' })
  contacts: number = 0;

  @Instant({ description: 'When it began.', access: 'btree' })
  since!: Date;

  @Instant({ description: 'When the customer was first reached; null before.', nullable: true, access: 'slow' })
  contactedAt?: Date | null;

  @Instant({
    description: 'When the customer first answered, whatever the answer; null before.',
    nullable: true,
    access: 'slow',
  })
  respondedAt?: Date | null;

  @Instant({ description: 'When the customer bought; null before.', nullable: true, access: 'slow' })
  convertedAt?: Date | null;

  @One(() => Order, {
    description: 'Order in which the customer bought; null when none was named, and for callers who may not see it.',
    nullable: true,
    hideable: true,
    inverse: 'campaignParticipations',
    inverseDescription: 'Campaigns that led to the order (CMP-115).',
  })
  order?: Order | null;
}
