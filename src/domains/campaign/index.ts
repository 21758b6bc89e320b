import './campaign.events.js';
import type { Domain } from '../../kernel/domain.js';
import { buildTargetList } from './build-target-list.js';
import { CampaignEvent } from './campaign-event.js';
import { CampaignObjective } from './campaign-objective.js';
import { CampaignParticipation } from './campaign-participation.js';
import { CampaignPlanItem } from './campaign-plan-item.js';
import './customer-lists.js';
import { CampaignRegion } from './campaign-region.js';
import { CampaignTarget } from './campaign-target.js';
import { Campaign } from './campaign.js';
import './campaign.policy.js';
import { CampaignResolver } from './campaign.resolver.js';
import { CampaignExecutionResolver } from './execution.resolver.js';
import { datesSchedule, keepDates } from './keep-dates.job.js';
import { CampaignPlanResolver } from './plan.resolver.js';
import { TargetList } from './target-list.js';
import { TargetMember } from './target-member.js';
import { Wave } from './wave.js';

export * from './campaign-enums.js';
export * from './campaign-event.js';
export * from './campaign-participation.js';
export * from './campaign.js';
export { keepDates } from './keep-dates.job.js';

/** Campaigns: what is planned with which offerings, whom they turn to, and how far they come with each customer. */
export const campaign: Domain = {
  name: 'campaign',
  entities: [
    ...[Campaign, CampaignObjective, CampaignTarget, CampaignRegion, CampaignPlanItem],
    ...[TargetList, TargetMember, Wave, CampaignParticipation, CampaignEvent],
  ],
  resolvers: [CampaignResolver, CampaignPlanResolver, CampaignExecutionResolver],
  jobs: [buildTargetList, keepDates],
  schedules: [datesSchedule],
};
