import { BoolInput, EnumInput, IdInput, Input, InstantInput, IntInput, TextInput } from '../../kernel/model/index.js';
import { Campaign } from '../campaign/index.js';
import { Customer } from '../customer/index.js';
import { PointsAccount } from './points-account.js';
import { PointsEntry } from './points-entry.js';
import { PointsSource, PointsType, RedemptionMode } from './points-enums.js';
import { PointsScheme } from './points-scheme.js';

/** Most points that one entry moves. */
const MOST = 100_000_000;

@Input('A scheme of points, new or changed (PTS-25, PTS-39).')
export class PointsSchemeSaveInput {
  @TextInput({ description: 'Code; an existing scheme is changed.', max: 40 })
  code!: string;

  @TextInput({ description: 'Name.' })
  name!: string;

  @IntInput({
    description: 'For how many months points hold that are given from now on; for ever when absent.',
    optional: true,
    min: 1,
    max: 600,
  })
  validityMonths?: number | null;

  @IntInput({
    description: 'Fewest points that are redeemed at once; 1 when absent.',
    optional: true,
    min: 1,
    max: MOST,
  })
  minRedemption?: number | null;

  @BoolInput({ description: 'Whether points are given; true when absent.', optional: true })
  active?: boolean | null;
}

@Input('Points that a customer has earned (PTS-04..06, PTS-20).')
export class PointsEarnInput {
  @IdInput(() => Customer, { description: 'The customer.' })
  customerId!: string;

  @IdInput(() => PointsScheme, {
    description: 'The scheme, `STANDARD` when absent; INVALID_STATE for one that gives no points.',
    optional: true,
  })
  schemeId?: string | null;

  @IntInput({ description: 'How many.', min: 1, max: MOST })
  points!: number;

  @EnumInput(() => PointsType, { description: 'What they are for; CONTRADICTORY for DEDUCTION.' })
  type!: PointsType;

  @EnumInput(() => PointsSource, {
    description: 'Where they come from: BILLING, CAMPAIGN, ORDER, PARTNER or SURVEY, else CONTRADICTORY.',
  })
  source!: PointsSource;

  @TextInput({
    description:
      'By which the source knows it. Given again with the same content it answers the entry that there is; with another one KEY_USED.',
    max: 100,
  })
  key!: string;

  @InstantInput({ description: 'When they end; by the scheme when absent. IN_THE_PAST.', optional: true })
  expiresAt?: string | null;

  @IdInput(() => Campaign, {
    description: 'Campaign that gives them; REQUIRED for CAMPAIGN, CONTRADICTORY otherwise.',
    optional: true,
  })
  campaignId?: string | null;

  @TextInput({ description: 'Why.', optional: true, max: 500 })
  reason?: string | null;
}

@Input('Points to be exchanged for something (PTS-13, PTS-14).')
export class PointsRedeemInput {
  @IdInput(() => PointsAccount, { description: 'The account; of the customer alone, when a customer calls.' })
  accountId!: string;

  @IntInput({
    description: 'How many; TOO_FEW_POINTS below the least of the scheme, NOT_ENOUGH_POINTS above what is available.',
    min: 1,
    max: MOST,
  })
  points!: number;

  @EnumInput(() => RedemptionMode, { description: 'For what.' })
  mode!: RedemptionMode;

  @TextInput({ description: 'What is given for them; REQUIRED for OTHER.', optional: true, max: 200 })
  item?: string | null;

  @TextInput({
    description:
      'Chosen by the caller; given again with the same content it redeems nothing more, with another one KEY_USED.',
    max: 100,
  })
  key!: string;
}

@Input('A correction of points by hand (PTS-29).')
export class PointsAdjustInput {
  @IdInput(() => PointsAccount, {
    description:
      'The account; INVALID_STATE for that of a customer who was merged into another, who has the points now.',
  })
  accountId!: string;

  @IntInput({
    description: 'Points to add, or to take when negative (NOT_ENOUGH_POINTS); 0 is refused with BAD_VALUE.',
    min: -MOST,
    max: MOST,
  })
  points!: number;

  @TextInput({ description: 'Why.', max: 500 })
  reason!: string;

  @TextInput({
    description:
      'Chosen by the caller; given again with the same content it changes nothing more, with another one KEY_USED.',
    max: 100,
  })
  key!: string;
}

@Input('Undoes an entry of points by another one (PTS-11).')
export class PointsReverseInput {
  @IdInput(() => PointsEntry, {
    description:
      'The entry; INVALID_STATE for one that was undone, undoes another, or goes with a merge; POINTS_SPENT when points that it gave were used.',
  })
  entryId!: string;

  @TextInput({ description: 'Why.', max: 500 })
  reason!: string;
}
