import { describeEnum } from '../../kernel/model/index.js';

export enum PointsOperation {
  EARNED = 'EARNED',
  REDEEMED = 'REDEEMED',
  ADJUSTED = 'ADJUSTED',
  EXPIRED = 'EXPIRED',
  REVERSED = 'REVERSED',
  TRANSFERRED = 'TRANSFERRED',
}

describeEnum(PointsOperation, 'PointsOperation', 'What an entry does to points (PTS-10, PTS-11).', {
  EARNED: 'Points came.',
  REDEEMED: 'Points were exchanged for something.',
  ADJUSTED: 'Points were corrected by hand, with a reason.',
  EXPIRED: 'Points ended unused.',
  REVERSED: 'Another entry was undone.',
  TRANSFERRED:
    'Points went to the customer that another was merged into, or came back when the merge was undone (CUS-80).',
});

export enum PointsType {
  BASE = 'BASE',
  CONSUMPTION = 'CONSUMPTION',
  BONUS = 'BONUS',
  DEDUCTION = 'DEDUCTION',
}

describeEnum(PointsType, 'PointsType', 'What points are for (PTS-17).', {
  BASE: 'For the years before, once.',
  CONSUMPTION: 'For what was paid.',
  BONUS: 'A reward or a gift.',
  DEDUCTION: 'A penalty, or points taken away.',
});

export enum PointsSource {
  BILLING = 'BILLING',
  CAMPAIGN = 'CAMPAIGN',
  ORDER = 'ORDER',
  PARTNER = 'PARTNER',
  SURVEY = 'SURVEY',
  REDEMPTION = 'REDEMPTION',
  ADJUSTMENT = 'ADJUSTMENT',
  EXPIRY = 'EXPIRY',
  REVERSAL = 'REVERSAL',
  MERGE = 'MERGE',
}

describeEnum(PointsSource, 'PointsSource', 'Where an entry comes from; with `key` it is there once (PTS-05, PTS-06).', {
  BILLING: 'Billing.',
  CAMPAIGN: 'A campaign.',
  ORDER: 'An order.',
  PARTNER: 'A partner of the points alliance.',
  SURVEY: 'A survey or a recommendation.',
  REDEMPTION: 'A redemption.',
  ADJUSTMENT: 'Staff.',
  EXPIRY: 'The end of the validity of points.',
  REVERSAL: 'The undoing of an entry.',
  MERGE: 'A merge of customers, or its undoing.',
});

export enum RedemptionMode {
  GIFT = 'GIFT',
  FREE_RESOURCE = 'FREE_RESOURCE',
  CHARGE = 'CHARGE',
  CALL_TIME = 'CALL_TIME',
  OTHER = 'OTHER',
}

describeEnum(RedemptionMode, 'RedemptionMode', 'For what points are exchanged (PTS-13).', {
  GIFT: 'A gift of the stock; see `giftIssue`.',
  FREE_RESOURCE: 'Something that is free of charge, such as a service.',
  CHARGE: 'Charges.',
  CALL_TIME: 'Time for calls.',
  OTHER: 'Something else, named in `item`.',
});
