import {
  Bool,
  Computed,
  describeEnum,
  EnumOf,
  Instant,
  Int,
  Money,
  Node,
  Noun,
  One,
  Text,
  Value,
} from '../../kernel/model/index.js';
import { answerOfOrder, CollaborationOrder } from '../operations/index.js';
import { Employee } from '../organisation/index.js';
import { InternalOrganization } from '../party/index.js';
import { Region } from '../region/index.js';
import { CampaignPurpose } from './campaign-enums.js';

export enum CampaignStatus {
  INITIAL = 'INITIAL',
  PENDING_APPROVAL = 'PENDING_APPROVAL',
  APPROVED = 'APPROVED',
  RUNNING = 'RUNNING',
  PAUSED = 'PAUSED',
  ENDED = 'ENDED',
  ABORTED = 'ABORTED',
  CANCELLED = 'CANCELLED',
}

describeEnum(CampaignStatus, 'CampaignStatus', 'State of a campaign (CMP-02, CMP-40, CMP-95).', {
  INITIAL: 'Being designed; it alone may be changed.',
  PENDING_APPROVAL: 'Submitted; somebody else decides.',
  APPROVED: 'Approved; it has not begun.',
  RUNNING: 'Customers are contacted.',
  PAUSED: 'No customer is contacted for the time being.',
  ENDED: 'Over.',
  ABORTED: 'Broken off while it ran, with a reason.',
  CANCELLED: 'Given up before it ran.',
});

const scope = (alias: string): string =>
  `(select case "r"."kind" when 'COUNTRY' then 'NATIONAL' when 'PROVINCE' then 'REGIONAL' else 'LOCAL' end from "region" "r" where "r"."id" = ${alias}."region_id")`;

@Noun({
  tag: 'mg',
  description:
    'A campaign (营销活动): organised for definite offerings or segments of customers by key figures, in a period and with a budget (MOD-50, CMP-01, TMF671 Promotion). For staff.',
})
export class Campaign extends Node {
  @Text({
    description: 'Number for people, given by the system, such as `CMP-00000012` (CMP-01).',
    max: 40,
    access: 'unique',
  })
  campaignNo!: string;

  @Text({ description: 'Name; customers read it where they take part (CMP-122).', access: 'search' })
  name!: string;

  @EnumOf(() => CampaignPurpose, { description: 'What it is for.' })
  purpose!: CampaignPurpose;

  @Text({ description: 'Goal in words; its figures stand in `objectives`.', max: 2000 })
  goal!: string;

  @EnumOf(() => CampaignStatus, { description: 'State; changes only by its life cycle.', access: 'btree' })
  status!: CampaignStatus;

  @Int({ description: 'Grows by one with every change of what is planned; to be sent as `expectedVersion`.' })
  version: number = 1;

  @Instant({ description: 'When it is to begin (CMP-17).', access: 'btree' })
  plannedStart!: Date;

  @Instant({ description: 'When it is to end, after it begins (CMP-17).', access: 'btree' })
  plannedEnd!: Date;

  @Bool({ description: 'Whether it begins by itself at `plannedStart`; it always ends by itself at `plannedEnd`.' })
  automatic!: boolean;

  @Instant({ description: 'When it began; null before.', nullable: true, access: 'slow' })
  startedAt?: Date | null;

  @Instant({ description: 'When it ended, was broken off or given up; null before.', nullable: true, access: 'slow' })
  endedAt?: Date | null;

  @Value(() => Money, { description: 'What it may cost; null while that is not known.', nullable: true })
  budget?: Money | null;

  @One(() => InternalOrganization, {
    description: 'Unit that is responsible (CMP-01).',
    inverse: 'campaigns',
    inverseDescription: 'Campaigns that the unit is responsible for.',
  })
  ownerOrganization!: InternalOrganization;

  @One(() => Employee, {
    description: 'Who is responsible (CMP-01); null while nobody is named.',
    nullable: true,
    inverse: 'campaigns',
    inverseDescription: 'Campaigns that the employee is responsible for (CMP-50).',
  })
  owner?: Employee | null;

  @One(() => Region, {
    description: 'Region whose staff run it; it reaches no further.',
    inverse: 'campaigns',
    inverseDescription: 'Campaigns that staff of the region run.',
  })
  region!: Region;

  @Computed('text', scope, {
    description: 'How far it reaches: `NATIONAL`, `REGIONAL` or `LOCAL`, by its region (CMP-01).',
  })
  scope!: string;

  @Text({
    description: 'What participants get and owe, as they may read it; null for nothing besides the offerings.',
    nullable: true,
    max: 4000,
  })
  terms?: string | null;

  @One(() => CollaborationOrder, {
    description:
      'Order by which the IT unit was asked whether it can support the product plan as it is (OPS-51, CMP-30). Null while it was not, and after the plan was changed.',
    nullable: true,
    hideable: true,
    inverse: 'checkedCampaigns',
    inverseDescription: 'Campaign whose product plan it asks about (OPS-51).',
  })
  supportOrder?: CollaborationOrder | null;

  @Computed('text', (alias) => answerOfOrder(`${alias}."support_order_id"`), {
    description:
      'Whether the IT unit supports the product plan (OPS-51): `NOT_ASKED`, `AWAITED`, `AGREED` or `REFUSED`; of several units all must agree.',
  })
  planSupport!: string;

  @One(() => CollaborationOrder, {
    description:
      'Order by which the offerings of the plan were asked to be configured (OPS-51, CMP-46). Null while they were not, and after the plan was changed.',
    nullable: true,
    hideable: true,
    inverse: 'configuredCampaigns',
    inverseDescription: 'Campaign whose offerings it asks to be configured (OPS-51).',
  })
  configurationOrder?: CollaborationOrder | null;

  @Computed('text', (alias) => answerOfOrder(`${alias}."configuration_order_id"`), {
    description:
      'Whether the units say that the offerings are configured (OPS-51): `NOT_ASKED`, `AWAITED`, `AGREED` or `REFUSED`.',
  })
  configurationAnswer!: string;

  @Instant({
    description: 'When it was confirmed that the offerings are configured; null before (OPS-51, CMP-46).',
    nullable: true,
    access: 'slow',
  })
  configuredAt?: Date | null;

  @Text({ description: 'Who confirmed it; null before.', nullable: true, max: 100, access: 'slow' })
  configuredBy?: string | null;

  @Text({
    description: 'Why it did not begin by itself when it was time; null when it did.',
    nullable: true,
    max: 1000,
  })
  startObjection?: string | null;

  @Text({
    description: 'Why it was paused, broken off or given up, or ended early; null otherwise.',
    nullable: true,
    max: 500,
  })
  reason?: string | null;
}
