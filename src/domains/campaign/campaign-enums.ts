import { describeEnum } from '../../kernel/model/index.js';

export enum CampaignPurpose {
  ACQUIRE = 'ACQUIRE',
  CROSS_SELL = 'CROSS_SELL',
  UP_SELL = 'UP_SELL',
  RETAIN = 'RETAIN',
  WIN_BACK = 'WIN_BACK',
}

describeEnum(CampaignPurpose, 'CampaignPurpose', 'What a campaign is for.', {
  ACQUIRE: 'To gain customers.',
  CROSS_SELL: 'To sell customers another offering.',
  UP_SELL: 'To sell customers more of what they have.',
  RETAIN: 'To keep customers who may leave.',
  WIN_BACK: 'To bring back customers who left.',
});

export enum CampaignChannel {
  CALL_CENTRE = 'CALL_CENTRE',
  WEBSITE = 'WEBSITE',
  DIRECT_MAIL = 'DIRECT_MAIL',
  EMAIL = 'EMAIL',
  SMS = 'SMS',
  SALES_TEAM = 'SALES_TEAM',
  POINT_OF_SALE = 'POINT_OF_SALE',
}

describeEnum(CampaignChannel, 'CampaignChannel', 'Where a campaign meets customers (CMP-53).', {
  CALL_CENTRE: 'The hotline 10000.',
  WEBSITE: 'The web site and the portal.',
  DIRECT_MAIL: 'Letters.',
  EMAIL: 'E-mail.',
  SMS: 'Short messages.',
  SALES_TEAM: 'Community managers and representatives.',
  POINT_OF_SALE: 'Business halls and dealers.',
});

export enum CampaignOutcome {
  UNREACHABLE = 'UNREACHABLE',
  CONTACTED = 'CONTACTED',
  REFUSED = 'REFUSED',
  RESPONDED = 'RESPONDED',
  CONVERTED = 'CONVERTED',
}

describeEnum(CampaignOutcome, 'CampaignOutcome', 'How far a campaign has come with a customer (CMP-62, CMP-63).', {
  UNREACHABLE: 'A contact was tried, and the customer not reached.',
  CONTACTED: 'The customer was reached.',
  REFUSED: 'The customer is not interested.',
  RESPONDED: 'The customer shows interest.',
  CONVERTED: 'The customer bought, or did what the campaign was for.',
});

export enum TargetGroup {
  TARGET = 'TARGET',
  CONTROL = 'CONTROL',
}

describeEnum(TargetGroup, 'TargetGroup', 'Whether a campaign turns to a customer of its list (CMP-33).', {
  TARGET: 'To be contacted.',
  CONTROL: 'Never contacted: what these customers do by themselves is what the campaign is compared with.',
});
