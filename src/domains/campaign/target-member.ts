import { Trigger } from '@mikro-orm/decorators/legacy';
import { Computed, describeEnum, EnumOf, Instant, Node, Noun, One, UniqueTogether } from '../../kernel/model/index.js';
import { Customer } from '../customer/index.js';
import { TargetGroup } from './campaign-enums.js';
import { Campaign } from './campaign.js';
import { TargetList } from './target-list.js';

export enum TargetExclusion {
  BLACK_LIST = 'BLACK_LIST',
  TOO_OFTEN = 'TOO_OFTEN',
}

describeEnum(
  TargetExclusion,
  'TargetExclusion',
  'Why a campaign does not turn to a customer who was chosen (CMP-42).',
  {
    BLACK_LIST: 'The credit of the customer is on the black list.',
    TOO_OFTEN: 'Campaigns contacted the customer as often as parameters admit (`campaign.contact.most`).',
  },
);

const MOVING = `array['customer_id', 'updated_at']`;

/** A member may go over to the customer that its own was merged into; nothing else of a published list ever changes. */
const FROZEN = [
  `if tg_op = 'UPDATE' and to_jsonb(new) - ${MOVING} = to_jsonb(old) - ${MOVING} then return new; end if;`,
  `if exists (select from "target_list" "l" where "l"."id" = (case when tg_op = 'DELETE' then old."list_id" else new."list_id" end) and "l"."status" = 'PUBLISHED') then`,
  `raise exception 'a published target list is never changed' using errcode = 'check_violation'; end if;`,
  `return case when tg_op = 'DELETE' then old else new end;`,
].join(' ');

const outcome = (alias: string): string =>
  `(select "p"."outcome" from "campaign_participation" "p" where "p"."campaign_id" = ${alias}."campaign_id" and "p"."customer_id" = ${alias}."customer_id")`;

@UniqueTogether(['list', 'customer'])
@Trigger({
  name: 'target_member_frozen',
  timing: 'before',
  events: ['insert', 'update', 'delete'],
  body: FROZEN,
} as never)
@Noun({
  tag: 'me',
  description:
    'That a customer stands in a target list, once, to be contacted or not (CMP-42). For staff of the region that serves the customer.',
})
export class TargetMember extends Node {
  @One(() => TargetList, {
    description: 'The list.',
    inverse: 'members',
    inverseDescription: 'Its customers, those left out among them; of those that the caller may see.',
  })
  list!: TargetList;

  @One(() => Campaign, { description: 'The campaign.', hideable: true })
  campaign!: Campaign;

  @One(() => Customer, {
    description: 'The customer.',
    inverse: 'campaignTargets',
    inverseDescription: 'Target lists of campaigns that the customer stands in; empty for customers and partners.',
  })
  customer!: Customer;

  @EnumOf(() => TargetGroup, { description: 'Whether the campaign turns to the customer (CMP-33).' })
  group!: TargetGroup;

  @EnumOf(() => TargetExclusion, {
    description: 'Why the customer was left out; null for one who was not.',
    nullable: true,
  })
  exclusion?: TargetExclusion | null;

  @Instant({ description: 'When the customer was chosen.', access: 'slow' })
  listedAt!: Date;

  @Computed('text', outcome, {
    description: 'How far the campaign has come with the customer, a `CampaignOutcome`; null before the first contact.',
    nullable: true,
  })
  outcome?: string | null;
}
