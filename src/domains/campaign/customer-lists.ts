import { customerLists } from '../pricing/index.js';
import { TargetGroup } from './campaign-enums.js';
import { TargetListStatus } from './target-list.js';

// Rules of sale may open an offering to the customers of a campaign (PRD-44); prices cannot look forward to campaigns.
customerLists.set(
  'campaigns',
  (customer) => `
    select unnest(array["g"."campaign_no", "l"."list_no"]) "code" from "target_member" "m"
    join "target_list" "l" on "l"."id" = "m"."list_id" and "l"."status" = '${TargetListStatus.PUBLISHED}' join "campaign" "g" on "g"."id" = "m"."campaign_id"
    where "m"."customer_id" = ${customer} and "m"."group" = '${TargetGroup.TARGET}' and "m"."exclusion" is null`,
);
