import { EnumInput, IdInput, Input, InstantInput, TextInput } from '../../kernel/model/index.js';
import { Offering } from '../catalogue/index.js';
import { Customer } from '../customer/index.js';
import { Order } from '../ordering/index.js';
import { CampaignChannel, CampaignOutcome } from './campaign-enums.js';
import { Campaign } from './campaign.js';
import { Wave } from './wave.js';

@Input('What a contact with a customer in a campaign came to (CMP-62, CMP-63).')
export class CampaignOutcomeRecordInput {
  @IdInput(() => Campaign, {
    description:
      'The campaign; INVALID_STATE unless it runs: a paused one takes answers and purchases, one that is over purchases.',
  })
  campaignId!: string;

  @IdInput(() => Customer, {
    description:
      'The customer. For UNREACHABLE and CONTACTED one of a published list (NOT_A_TARGET), not of the control group (CONTROL_GROUP), not left out (EXCLUDED), and not contacted too often (TOO_OFTEN); others may answer and buy all the same.',
  })
  customerId!: string;

  @EnumInput(() => CampaignOutcome, { description: 'What happened.' })
  outcome!: CampaignOutcome;

  @EnumInput(() => CampaignChannel, { description: 'Channel; CONTRADICTORY when it is none of the campaign.' })
  channel!: CampaignChannel;

  @InstantInput({
    description: 'When; now when absent. IN_THE_FUTURE, TOO_EARLY before the campaign began.',
    optional: true,
  })
  occurredAt?: string | null;

  @TextInput({ description: 'What was said.', optional: true, max: 2000 })
  content?: string | null;

  @IdInput(() => Offering, { description: 'Offering that the customer is interested in, or bought.', optional: true })
  offeringId?: string | null;

  @IdInput(() => Order, {
    description: 'Order in which the customer bought, for CONVERTED; CONTRADICTORY for that of another customer.',
    optional: true,
  })
  orderId?: string | null;

  @IdInput(() => Wave, {
    description: 'Wave of the campaign in which it happened; INVALID_STATE for a contact in one that does not run.',
    optional: true,
  })
  waveId?: string | null;

  @TextInput({
    description: 'For whom it is written down, such as a representative on the telephone (CMP-67).',
    optional: true,
    max: 100,
  })
  onBehalfOf?: string | null;
}
