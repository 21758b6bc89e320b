import { allow, anyOf, definePolicy, inRegion, ofCustomer, via, whoSees } from '../../kernel/access/index.js';
import { CampaignEvent } from './campaign-event.js';
import { CampaignObjective } from './campaign-objective.js';
import { CampaignParticipation } from './campaign-participation.js';
import { CampaignPlanItem } from './campaign-plan-item.js';
import { CampaignRegion } from './campaign-region.js';
import { CampaignTarget } from './campaign-target.js';
import { Campaign } from './campaign.js';
import { TargetList } from './target-list.js';
import { TargetMember } from './target-member.js';
import { Wave } from './wave.js';

// Who runs a campaign sees it, and who serves customers in its regions.
definePolicy(CampaignRegion, { STAFF: inRegion('region') });
definePolicy(Campaign, { STAFF: anyOf(inRegion('region'), whoSees(CampaignRegion, 'campaign')) });
for (const noun of [CampaignObjective, CampaignTarget, CampaignPlanItem, Wave, TargetList])
  definePolicy(noun, { STAFF: via('campaign') });

// Of its customers everybody sees those whom they serve; customers see in what they take part, but not that they stand in a list.
definePolicy(TargetMember, { STAFF: via('customer') });
definePolicy(CampaignEvent, { STAFF: via('customer') });
definePolicy(CampaignParticipation, { STAFF: via('customer'), CUSTOMER: ofCustomer('customer') });

allow({
  campaignSave: ['STAFF'],
  campaignPlanSet: ['STAFF'],
  campaignResultReport: ['STAFF'],
  campaignSupportRequest: ['STAFF'],
  campaignConfigurationRequest: ['STAFF'],
  campaignConfigurationConfirm: ['STAFF'],
  campaignSubmit: ['STAFF'],
  campaignDecide: ['STAFF'],
  campaignMove: ['STAFF'],
  campaignWaveSave: ['STAFF'],
  campaignWaveMove: ['STAFF'],
  campaignTargetListCreate: ['STAFF'],
  campaignTargetListChange: ['STAFF'],
  campaignTargetListPublish: ['STAFF'],
  campaignTargetListDiscard: ['STAFF'],
  campaignOutcomeRecord: ['STAFF'],
});
