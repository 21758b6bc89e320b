import { customerLists } from '../pricing/index.js';
import { TargetGroup } from './campaign-enums.js';
import { CampaignStatus } from './campaign.js';
import { TargetListStatus } from './target-list.js';

const GIVEN_UP = [CampaignStatus.ABORTED, CampaignStatus.CANCELLED].map((status) => `'${status}'`).join(', ');

// Rules of sale may open an offering to the customers of a campaign (PRD-44); prices cannot look forward to campaigns.
// One that was given up turns to nobody; one that has ended leaves it to the offering how long it is sold.
customerLists.set('campaigns', {
  all: `select "campaign_no" "code" from "campaign" union all select "list_no" from "target_list"`,
  of: (customer) => `
    select unnest(array["g"."campaign_no", "l"."list_no"]) "code" from "target_member" "m"
    join "target_list" "l" on "l"."id" = "m"."list_id" and "l"."status" = '${TargetListStatus.PUBLISHED}' join "campaign" "g" on "g"."id" = "m"."campaign_id"
    where "g"."status" not in (${GIVEN_UP}) and "m"."customer_id" = ${customer} and "m"."group" = '${TargetGroup.TARGET}' and "m"."exclusion" is null`,
});
