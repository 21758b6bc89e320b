import { Input, IntInput } from '../../kernel/model/index.js';

@Input('The version of a campaign that a change was made on.')
export class CampaignVersionRead {
  @IntInput({ description: 'Version that was read; VERSION_CONFLICT when another one holds by now.', optional: true })
  expectedVersion?: number | null;
}
