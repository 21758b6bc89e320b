import {
  type DataOf,
  defineEventTypes,
  fact,
  fieldChanges,
  oneOf,
  recordChange,
  text,
  whole,
} from '../../kernel/events/event-type.js';
import { CampaignChannel, CampaignOutcome } from './campaign-enums.js';

const campaignNo = text('Number of the campaign.');

/** Business events of the domain besides those of its life cycles, with their data. */
export const campaignEvents = defineEventTypes({
  'campaign.changed': recordChange('Campaign', 'What a campaign is to be was changed.', {
    campaignNo,
    version: whole('Its version from now on.'),
    changes: fieldChanges(),
  }),
  'campaign.plan.set': recordChange('Campaign', 'The product plan of a campaign was written (OPS-51).', {
    campaignNo,
    rows: whole('Rows that it has.'),
  }),
  'campaign.result.reported': recordChange('Campaign', 'It was reported what a campaign reached (CMP-07).', {
    campaignNo,
    metric: text('What was measured.'),
    value: text('The figure, as decimal text.'),
  }),
  'campaign.support.asked': fact('Campaign', 'The IT unit was asked whether it can support a product plan (OPS-51).', {
    campaignNo,
    orderNo: text('Number of the collaboration order.'),
  }),
  'campaign.configuration.asked': fact('Campaign', 'Offerings of a campaign were asked to be configured (OPS-51).', {
    campaignNo,
    orderNo: text('Number of the collaboration order.'),
  }),
  'campaign.configured': fact(
    'Campaign',
    'It was confirmed that the offerings of a campaign are configured (OPS-51).',
    {
      campaignNo,
    },
  ),
  'campaign.start.refused': fact('Campaign', 'A campaign did not begin by itself when it was time.', {
    campaignNo,
    objection: text('Why.'),
  }),
  'wave.changed': recordChange('Wave', 'A wave of a campaign was changed.', { campaignNo, changes: fieldChanges() }),
  'targetList.members.changed': recordChange('TargetList', 'Customers were added to a target list or removed.', {
    listNo: text('Number of the list.'),
    added: whole('How many were added.'),
    removed: whole('How many were removed.'),
  }),
  'campaign.outcome.recorded': fact(
    'CampaignEvent',
    'A campaign contacted a customer, or the customer answered (CMP-62).',
    {
      campaignNo,
      eventNo: text('Number of the event of the campaign.'),
      outcome: oneOf(CampaignOutcome, 'What happened.'),
      channel: oneOf(CampaignChannel, 'Channel.'),
    },
  ),
});

declare module '../../kernel/events/event-type.js' {
  interface EventTypes extends DataOf<typeof campaignEvents> {}
}
