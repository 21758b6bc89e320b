import { IdInput, IdListInput, Input, IntInput, TextInput } from '../../kernel/model/index.js';
import { Customer, CustomerSegment } from '../customer/index.js';
import { Campaign } from './campaign.js';
import { TargetList } from './target-list.js';

@Input('A target list of a campaign: by a condition, from segments, or by hand (CMP-41, CMP-42).')
export class CampaignTargetListCreateInput {
  @IdInput(() => Campaign, { description: 'The campaign; INVALID_STATE when it is over.' })
  campaignId!: string;

  @TextInput({ description: 'Name.' })
  name!: string;

  @TextInput({
    description:
      'Condition over `customer`, and what evaluation knows of them, in FEEL, such as `customer.gender = "MALE" and customer.age >= 16 and not(customer.age in [20..22])`; a job finds the customers. Exactly one of this and the two below is given, else CONTRADICTORY. RULE_SYNTAX, RULE_UNKNOWN_NAME, RULE_TYPE.',
    optional: true,
    max: 4000,
  })
  condition?: string | null;

  @IdListInput(() => CustomerSegment, {
    description: 'Segments whose members are taken, by a job; INVALID_STATE for a retired one.',
    optional: true,
    max: 50,
  })
  segmentIds?: string[] | null;

  @IdListInput(() => Customer, {
    description:
      'Customers, at most 500 at once; more with `campaignTargetListChange`. OUT_OF_SCOPE outside of the regions of the campaign.',
    optional: true,
    max: 500,
  })
  customerIds?: string[] | null;

  @IntInput({
    description: 'Per cent of the customers who are kept as control group; 0 when absent (CMP-33).',
    optional: true,
    min: 0,
    max: 50,
  })
  controlPercent?: number | null;
}

@Input('Customers to be added to a list, or removed, before it is published (CMP-42).')
export class CampaignTargetListChangeInput {
  @IdInput(() => TargetList, { description: 'The list; INVALID_STATE unless it is READY.' })
  targetListId!: string;

  @IdListInput(() => Customer, {
    description: 'Customers to add; one who is in the list stays in it once and is counted.',
    optional: true,
    max: 500,
  })
  addCustomerIds?: string[] | null;

  @IdListInput(() => Customer, {
    description: 'Customers to remove; NOT_FOUND for one who is not in the list.',
    optional: true,
    max: 500,
  })
  removeCustomerIds?: string[] | null;
}

@Input('A target list to be frozen (CMP-42).')
export class CampaignTargetListPublishInput {
  @IdInput(() => TargetList, {
    description: 'The list; INVALID_TRANSITION, GUARD_REFUSED while it has nobody to contact.',
  })
  targetListId!: string;

  @TextInput({ description: 'Why.', optional: true, max: 500 })
  reason?: string | null;
}

@Input('A target list to be given up (CMP-42).')
export class CampaignTargetListDiscardInput {
  @IdInput(() => TargetList, { description: 'The list; INVALID_TRANSITION once it is published.' })
  targetListId!: string;

  @TextInput({ description: 'Why.', optional: true, max: 500 })
  reason?: string | null;
}
